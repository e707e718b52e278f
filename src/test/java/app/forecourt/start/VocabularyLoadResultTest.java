package app.forecourt.start;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.home.AppDirs;
import app.forecourt.manual.ManualPage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of reading the user's own words, also from damaged files. */
class VocabularyLoadResultTest {
    private final Vocabulary vocabulary = Vocabulary.bundled();

    @TempDir
    private Path home;

    private VocabularyLoadResult read() {
        return VocabularyLoadResult.read(new AppDirs(home).vocabulary(), vocabulary);
    }

    @Test
    void ownWordsAreSuggestedAndBadLineIsNamed() throws Exception {
        Files.writeString(home.resolve("vocabulary.properties"), """
                bodyColor = matt black, steam
                bodyColor.matt_black = Stealth
                colour.red = Ferrari red
                """);
        assertEquals(new VocabularyLoadResult(true, List.of("colour.red")), read());
        assertEquals(List.of("Stealth"), vocabulary.suggestions(BODY_COLOR, CarDraft.EMPTY, "steal", Locale.UK));
    }

    @Test
    void missingFileAddsNothing() {
        assertEquals(new VocabularyLoadResult(true, List.of()), read());
    }

    @Test
    void lineThatIsNotUtf8IsReported() throws Exception {
        Files.write(
                home.resolve("vocabulary.properties"),
                "brand = K\u00F6nigsegg\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(new VocabularyLoadResult(true, List.of("brand")), read());
        Files.writeString(home.resolve("vocabulary.properties"), "brand = k\u00F6nigsegg\n");
        assertEquals(new VocabularyLoadResult(true, List.of()), read());
        assertTrue(vocabulary.knows(BRAND, "Konigsegg"));
    }

    @Test
    void exampleOfManualIsReadable() throws Exception {
        Files.writeString(
                home.resolve("vocabulary.properties"),
                ManualPage.read("reference/vocabulary.md").codeBlock());
        assertEquals(new VocabularyLoadResult(true, List.of()), read());
        assertEquals("matt_black", vocabulary.canonicalWord(BODY_COLOR, "Mattschwarz"));
        assertEquals("Super bleifrei", vocabulary.label(FUEL_TYPE, "petrol", Locale.GERMAN));
        assertEquals(Set.of("dfsk"), vocabulary.brandsOfVin("LVZ"));
    }

    @Test
    void unreadableFileIsReported() throws Exception {
        Files.createDirectory(home.resolve("vocabulary.properties"));
        assertEquals(new VocabularyLoadResult(false, List.of()), read());
    }
}
