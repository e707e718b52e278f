package app.forecourt.advert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockRepositoryTest {
    private static final SystemEnvironment NOTHING = new SystemEnvironment(name -> null, name -> null);
    private static final List<DescriptionBlock> OWN = List.of(
            new DescriptionBlock("Garantie", true,
                    Map.of(Language.DUTCH, "Zes maanden \"garantie\"\nop {model}",
                            Language.GERMAN, "Sechs Monate")),
            new DescriptionBlock("Leer", false, Map.of()));

    @TempDir
    private Path home;

    private Preferences preferences() {
        return Preferences.open(home.resolve("preferences.json"), NOTHING, Runnable::run);
    }

    @Test
    void standardBlocksUntilOthersAreStored() {
        try (Preferences preferences = preferences()) {
            BlockRepository blocks = new BlockRepository(preferences);
            assertEquals(DescriptionBlock.standard(Language.FRENCH), blocks.all(Language.FRENCH));
            assertEquals(Optional.empty(), blocks.language());
        }
    }

    @Test
    void storedBlocksSurviveRestart() {
        try (Preferences preferences = preferences()) {
            new BlockRepository(preferences).put(OWN);
            new BlockRepository(preferences).put(Language.DUTCH);
        }
        try (Preferences preferences = preferences()) {
            BlockRepository blocks = new BlockRepository(preferences);
            assertEquals(OWN, blocks.all(Language.ENGLISH));
            assertEquals(Optional.of(Language.DUTCH), blocks.language());
            blocks.put(List.of());
            assertEquals(List.of(), blocks.all(Language.ENGLISH), "none is what was wanted");
        }
    }

    @Test
    void unchangedStandardBlocksAreTranslated() {
        List<DescriptionBlock> english = DescriptionBlock.standard(Language.ENGLISH);
        List<DescriptionBlock> dutch = DescriptionBlock.standard(Language.DUTCH);
        DescriptionBlock hers = english.get(1).called("Mine");
        DescriptionBlock rewritten = english.get(2).with(Language.DUTCH, "Anders");
        try (Preferences preferences = preferences()) {
            BlockRepository blocks = new BlockRepository(preferences);
            blocks.put(List.of(english.getFirst().used(false), hers, rewritten, english.get(3)));
            assertEquals(List.of(dutch.getFirst().used(false), hers, rewritten, dutch.get(3)),
                    blocks.all(Language.DUTCH));
        }
    }

    @Test
    void damagedEntriesAreIgnored() throws IOException {
        Files.writeString(home.resolve("preferences.json"), """
                {"advertLanguage": 7, "textBlocks": [3, {"name": ["x"], "used": "?", "nl": {"a": 1}},
                 {"name": "good", "used": false, "de": "Hallo", "it": "ciao", "en": "%s"}]}"""
                .formatted("x".repeat(DescriptionBlock.LONGEST_TEXT + 1)));
        try (Preferences preferences = preferences()) {
            BlockRepository blocks = new BlockRepository(preferences);
            assertEquals(Optional.empty(), blocks.language());
            assertEquals(List.of(new DescriptionBlock("", true, Map.of()),
                    new DescriptionBlock("good", false, Map.of(Language.GERMAN, "Hallo"))),
                    blocks.all(Language.ENGLISH));
        }
    }

    @Test
    void numberOfBlocksIsLimited() {
        try (Preferences preferences = preferences()) {
            new BlockRepository(preferences)
                    .put(Collections.nCopies(BlockRepository.MOST + 5, OWN.getFirst()));
            assertEquals(BlockRepository.MOST, new BlockRepository(preferences).all(Language.ENGLISH).size());
        }
    }

    @Test
    void importOnlyIfNoneAreStored() {
        try (Preferences preferences = preferences()) {
            BlockRepository blocks = new BlockRepository(preferences);
            assertTrue(blocks.kept().isEmpty());
            blocks.put(OWN);
            var moved = blocks.kept();
            blocks.put(OWN.reversed());
            blocks.bring(moved);
            assertEquals(OWN.reversed(), blocks.all(Language.ENGLISH));
            preferences.members(List.of("textBlocks"), moved.objectNode());
            blocks.bring(moved);
            assertEquals(OWN, blocks.all(Language.ENGLISH));
        }
    }
}
