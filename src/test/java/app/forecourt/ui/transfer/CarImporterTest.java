package app.forecourt.ui.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.json.CarImport;
import app.forecourt.autochat.json.ImportResult;
import app.forecourt.autochat.json.ImportResult.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Import of several files dropped on the window together. */
class CarImporterTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Returns a JSON list of cars. */
    private static String cars(int count) {
        return IntStream.range(0, count).mapToObj("{\"model\": \"m%s\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void filesAreReadAsOneList() throws IOException {
        ImportResult read = CarImporter
                .readAll(List.of(file("a.json", cars(2)), file("b.json", "[{\"model\": \"b\"}, 7]")));

        var imported = assertInstanceOf(ImportResult.Cars.class, read);
        assertEquals(3, imported.cars().size());
        assertEquals(1, imported.skipped());
    }

    @Test
    void oneInvalidFileRefusesAllFiles() throws IOException {
        assertEquals(new ImportResult.Refused(Reason.NOT_JSON), CarImporter.readAll(
                List.of(file("a.json", cars(2)), file("1.jpg", "\u00ff\u00d8"),
                        file("2.jpg", "\u00ff\u00d8"))));
    }

    @Test
    void carLimitHoldsForAllFilesTogether() throws IOException {
        Path half = file("a.json", cars(CarImport.MOST_CARS / 2));
        assertInstanceOf(ImportResult.Cars.class, CarImporter.readAll(List.of(half, half)));
        assertEquals(new ImportResult.Refused(Reason.TOO_MANY),
                CarImporter.readAll(List.of(half, half, file("b.json", cars(1)))));
    }
}
