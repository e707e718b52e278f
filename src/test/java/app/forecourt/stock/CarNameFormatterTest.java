package app.forecourt.stock;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.stock.StockMark.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.vocabulary.Vocabulary;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the names of cars as the window shows them. */
class CarNameFormatterTest {
    private final CarNameFormatter names = new CarNameFormatter(Vocabulary.bundled());

    private static CarDraft car(String brand, String model) {
        return CarDraft.EMPTY.with(BRAND, brand).with(MODEL, model);
    }

    @ParameterizedTest
    @CsvSource({
        "opel, corsa, Opel Corsa",
        "BMW, x6, BMW X6",
        "mercedes, cla, Mercedes-Benz CLA",
        "vw, id.3, Volkswagen ID.3",
        "citroen, c3, Citro\u00EBn C3",
        "toyota, C-hr, Toyota C-HR",
        "land rover, range rover evoque, Land Rover Range Rover Evoque",
        "opel, '', Opel",
        "'', ' ', ''",
        "Tukker, X-Press gt, Tukker X-Press gt"
    })
    void carIsNamedAsPeopleWrite(String brand, String model, String name) {
        assertEquals(name, names.name(car(brand, model)::text));
    }

    @Test
    void versionStaysAsTyped() {
        assertEquals(
                "Opel Corsa 1.2 turbo",
                names.nameWithVersion(car("opel", "corsa").with(VERSION, " 1.2 turbo ")::text));
    }

    @Test
    void rowWithoutNameHasTheFallback() {
        assertEquals("New car", names.name(row(CarDraft.EMPTY), "New car"));
        assertEquals("Kia Rio", names.name(row(car("kia", "rio")), "New car"));
        CarDraft draft = CarDraft.EMPTY.with(INTERNAL_ID, "71");
        assertEquals("71", names.name(row(draft), "New car"));
        assertEquals("K-482-TN", names.name(row(draft.with(LICENSE_PLATE, "k482tn ")), "New car"));
        assertEquals("X" + "x".repeat(59) + "\u2026", names.name(row(car("x".repeat(1_500), "")), ""));
    }

    private static StockRow row(CarDraft car) {
        return SampleRows.of(car, NONE, Instant.EPOCH);
    }
}
