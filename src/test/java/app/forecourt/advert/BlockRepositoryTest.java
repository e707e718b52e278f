package app.forecourt.advert;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.text.Language.DUTCH;
import static app.forecourt.text.Language.ENGLISH;
import static app.forecourt.text.Language.FRENCH;
import static app.forecourt.text.Language.GERMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Preferences;
import app.forecourt.testing.TestHome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of the stored building blocks of descriptions. */
class BlockRepositoryTest {
    private static final List<DescriptionBlock> OWN = List.of(
            new DescriptionBlock(
                    "Garantie", true, Map.of(DUTCH, "Zes maanden \"garantie\"\nop {model}", GERMAN, "Sechs Monate")),
            new DescriptionBlock("Leer", false, Map.of()));

    @RegisterExtension
    final TestHome home = new TestHome();

    private Preferences preferences() {
        return home.preferences();
    }

    @Test
    void standardBlocksUntilOthersAreStored() {
        try (Preferences preferences = preferences()) {
            BlockRepository blocks = new BlockRepository(preferences, Clock.systemUTC());
            assertEquals(DescriptionBlock.standard(FRENCH), blocks.blocks(FRENCH));
            assertEmpty(blocks.language());
        }
    }

    @Test
    void storedBlocksSurviveRestart() {
        try (Preferences preferences = preferences()) {
            new BlockRepository(preferences, Clock.systemUTC()).store(OWN);
            new BlockRepository(preferences, Clock.systemUTC()).store(DUTCH);
        }
        try (Preferences preferences = preferences()) {
            BlockRepository blocks = new BlockRepository(preferences, Clock.systemUTC());
            assertEquals(OWN, blocks.blocks(ENGLISH));
            assertEquals(Optional.of(DUTCH), blocks.language());
            blocks.store(List.of());
            assertEquals(List.of(), blocks.blocks(ENGLISH), "none is what was wanted");
        }
    }

    @Test
    void standardNamesAreTranslated() {
        List<DescriptionBlock> english = DescriptionBlock.standard(ENGLISH);
        List<DescriptionBlock> dutch = DescriptionBlock.standard(DUTCH);
        DescriptionBlock hers = english.get(1).withName("Mine");
        DescriptionBlock rewritten = english.get(2).withText(DUTCH, "Anders");
        try (Preferences preferences = preferences()) {
            BlockRepository blocks = new BlockRepository(preferences, Clock.systemUTC());
            blocks.store(List.of(english.getFirst().used(false), hers, rewritten, english.get(3)));
            assertEquals(
                    List.of(
                            dutch.getFirst().used(false),
                            hers,
                            rewritten.withName(dutch.get(2).name()),
                            dutch.get(3)),
                    blocks.blocks(DUTCH));
        }
    }

    @Test
    void otherDesksGetAnEditAtItsEnd() {
        AtomicInteger reports = new AtomicInteger();
        try (Preferences preferences = preferences()) {
            BlockRepository blocks = new BlockRepository(preferences, Clock.systemUTC(), reports::incrementAndGet);
            blocks.store(OWN);
            assertEquals(1, reports.get());
            ObjectNode before = blocks.storedJson();
            blocks.beginEdit();
            blocks.store(OWN.reversed());
            assertEquals(OWN.reversed(), blocks.blocks(ENGLISH));
            ObjectNode edited = blocks.storedJson();
            assertEquals(before, blocks.shared().blocks());
            assertEmpty(blocks.replace(Optional.of(before), before));
            assertEmpty(blocks.replace(Optional.of(edited), before));
            assertEquals(1, reports.get());
            blocks.endEdit();
            assertEquals(2, reports.get());
            assertEquals(edited, blocks.shared().blocks());
            assertTrue(blocks.replace(Optional.of(edited), before).isPresent());
            assertEquals(before, blocks.storedJson());
            assertEquals(2, reports.get(), "the other desk has them");
        }
    }

    @Test
    void damagedEntriesAreIgnored() throws IOException {
        Files.writeString(
                home.resolve("preferences.json"), """
                {"advertLanguage": 7, "textBlocks": [3, {"name": ["x"], "used": "?", "nl": {"a": 1}},
                 {"name": "good", "used": false, "de": "Hallo", "it": "ciao", "en": "%s"}]}""".formatted("x".repeat(DescriptionBlock.LONGEST_TEXT + 1)));
        try (Preferences preferences = preferences()) {
            BlockRepository blocks = new BlockRepository(preferences, Clock.systemUTC());
            assertEmpty(blocks.language());
            assertEquals(
                    List.of(
                            new DescriptionBlock("", true, Map.of()),
                            new DescriptionBlock("good", false, Map.of(GERMAN, "Hallo"))),
                    blocks.blocks(ENGLISH));
        }
    }

    @Test
    void numberOfBlocksIsLimited() {
        try (Preferences preferences = preferences()) {
            new BlockRepository(preferences, Clock.systemUTC())
                    .store(Collections.nCopies(BlockRepository.MOST + 5, OWN.getFirst()));
            assertEquals(
                    BlockRepository.MOST,
                    new BlockRepository(preferences, Clock.systemUTC())
                            .blocks(ENGLISH)
                            .size());
        }
    }
}
