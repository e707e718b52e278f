package app.forecourt.advert;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.text.Language.DUTCH;
import static app.forecourt.text.Language.ENGLISH;
import static app.forecourt.text.Language.FRENCH;
import static app.forecourt.text.Language.GERMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void standardBlocksUntilOthersAreStored() {
        BlockRepository blocks = new BlockRepository(home.preferences());
        assertEquals(DescriptionBlock.standard(FRENCH), blocks.blocks(FRENCH));
        assertEmpty(blocks.language());
    }

    @Test
    void storedBlocksSurviveRestart() {
        new BlockRepository(home.preferences()).store(OWN);
        new BlockRepository(home.preferences()).store(DUTCH);
        home.close();
        BlockRepository blocks = new BlockRepository(home.preferences());
        assertEquals(OWN, blocks.blocks(ENGLISH));
        assertEquals(Optional.of(DUTCH), blocks.language());
        blocks.store(List.of());
        assertEmpty(blocks.blocks(ENGLISH), "none is what was wanted");
    }

    @Test
    void standardNamesAreTranslated() {
        List<DescriptionBlock> english = DescriptionBlock.standard(ENGLISH);
        List<DescriptionBlock> dutch = DescriptionBlock.standard(DUTCH);
        DescriptionBlock hers = english.get(1).withName("Mine");
        DescriptionBlock rewritten = english.get(2).withText(DUTCH, "Anders");
        BlockRepository blocks = new BlockRepository(home.preferences());
        blocks.store(List.of(english.getFirst().used(false), hers, rewritten, english.get(3)));
        assertEquals(
                List.of(
                        dutch.getFirst().used(false),
                        hers,
                        rewritten.withName(dutch.get(2).name()),
                        dutch.get(3)),
                blocks.blocks(DUTCH));
    }

    @Test
    void damagedEntriesAreIgnored() throws IOException {
        Files.writeString(
                home.resolve("preferences.json"), """
                {"advertLanguage": 7, "textBlocks": [3, {"name": ["x"], "used": "?", "nl": {"a": 1}},
                 {"name": "good", "used": false, "de": "Hallo", "it": "ciao", "en": "%s"}]}""".formatted("x".repeat(DescriptionBlock.LONGEST_TEXT + 1)));
        BlockRepository blocks = new BlockRepository(home.preferences());
        assertEmpty(blocks.language());
        assertEquals(
                List.of(
                        new DescriptionBlock("", true, Map.of()),
                        new DescriptionBlock("good", false, Map.of(GERMAN, "Hallo"))),
                blocks.blocks(ENGLISH));
    }

    @Test
    void numberOfBlocksIsLimited() {
        new BlockRepository(home.preferences()).store(Collections.nCopies(BlockRepository.MOST + 5, OWN.getFirst()));
        assertEquals(
                BlockRepository.MOST,
                new BlockRepository(home.preferences()).blocks(ENGLISH).size());
    }
}
