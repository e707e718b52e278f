package app.forecourt.ui.transfer;

import static app.forecourt.car.CarField.MODEL;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.json.CarImportParser;
import app.forecourt.autochat.json.CarImportResult;
import app.forecourt.autochat.json.CarImportResult.Reason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Import of several files dropped on the window together. */
class CarImporterTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Returns a JSON list of cars. */
    private static String cars(int count) {
        return IntStream.range(0, count)
                .mapToObj("{\"model\": \"m%s\"}"::formatted)
                .collect(joining(",", "[", "]"));
    }

    @Test
    void filesAreReadAsOneList() throws IOException {
        CarImportResult read =
                CarImporter.readAll(List.of(file("a.json", cars(2)), file("b.json", "[{\"model\": \"b\"}, 7]")));

        var imported = assertInstanceOf(CarImportResult.Cars.class, read);
        assertEquals(3, imported.cars().size());
        assertEquals(1, imported.skipped());
    }

    @Test
    void oneInvalidFileRefusesAllFiles() throws IOException {
        assertEquals(
                new CarImportResult.Refused(Reason.NOT_JSON),
                CarImporter.readAll(List.of(
                        file("a.json", cars(2)), file("1.jpg", "\u00ff\u00d8"), file("2.jpg", "\u00ff\u00d8"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkNamesTheCharset(String charset) throws IOException {
        String mark = charset.equals("UTF-16") ? "" : "\uFEFF";
        Path file = Files.write(
                folder.resolve("a.json"), (mark + "[{\"model\": \"Mégane\"}]").getBytes(Charset.forName(charset)));
        var imported = assertInstanceOf(CarImportResult.Cars.class, CarImporter.readAll(List.of(file)));
        assertEquals("Mégane", imported.cars().getFirst().draft().text(MODEL));
    }

    @Test
    void otherCharsetIsNamedAsTheReason() throws IOException {
        Path file = Files.write(
                folder.resolve("a.json"), "[{\"model\": \"Mégane\"}]".getBytes(Charset.forName("windows-1252")));
        assertEquals(new CarImportResult.Refused(Reason.NOT_UTF8), CarImporter.readAll(List.of(file)));
    }

    @Test
    void carLimitHoldsForAllFilesTogether() throws IOException {
        Path half = file("a.json", cars(CarImportParser.MOST_CARS / 2));
        assertInstanceOf(CarImportResult.Cars.class, CarImporter.readAll(List.of(half, half)));
        assertEquals(
                new CarImportResult.Refused(Reason.TOO_MANY),
                CarImporter.readAll(List.of(half, half, file("b.json", cars(1)))));
    }
}
