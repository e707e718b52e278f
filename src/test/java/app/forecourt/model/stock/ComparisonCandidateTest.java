package app.forecourt.model.stock;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.stock.SampleRows;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonCandidateTest {
    private static StockRow car(StockMark mark, Map<CarField, String> texts) {
        return SampleRows.of(CarDraft.of(texts, List.of()), mark, Instant.EPOCH);
    }

    private static List<ComparisonCandidate> of(StockRow car, StockRow... all) {
        return ComparisonCandidate.of(car,
                IndexedCar.of(List.of(all), new CarNameFormatter(Vocabulary.bundled())));
    }

    @Test
    void possibleDuplicatesComeFirst() {
        StockRow car = car(NONE, Map.of(BRAND, "Opel", MODEL, "Corsa",
                LICENSE_PLATE, "R-759-BK", VIN, "W0V0XEP68N4123456"));
        StockRow other = car(NONE, Map.of(BRAND, "Kia"));
        StockRow model = car(NONE, Map.of(BRAND, "opel", MODEL, "CORSA"));
        StockRow twin = car(SOLD,
                Map.of(LICENSE_PLATE, "r759bk", VIN, "w0v0xep68n4123456"));
        StockRow deleted = car(DELETED, Map.of(LICENSE_PLATE, "R-759-BK"));
        List<ComparisonCandidate> similar = of(car, other, deleted, model, car, twin);
        assertEquals(List.of(twin, model, other), similar.stream().map(ComparisonCandidate::car).toList());
        assertEquals(List.of(VIN, LICENSE_PLATE), similar.getFirst().sharedFields());
        assertEquals(List.of(false, true, false),
                similar.stream().map(ComparisonCandidate::isSameModel).toList());
    }

    @Test
    void carsWithoutNameAreOfNoModel() {
        StockRow car = car(NONE, Map.of());
        List<ComparisonCandidate> similar = of(car, car(NONE, Map.of()));
        assertEquals(List.of(false), similar.stream().map(ComparisonCandidate::isSameModel).toList());
        assertEmpty(similar.getFirst().sharedFields());
    }
}
