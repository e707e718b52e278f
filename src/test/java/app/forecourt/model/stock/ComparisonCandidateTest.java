package app.forecourt.model.stock;

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
        StockRow car = car(StockMark.NONE, Map.of(CarField.BRAND, "Opel", CarField.MODEL, "Corsa",
                CarField.LICENSE_PLATE, "R-759-BK", CarField.VIN, "W0V0XEP68N4123456"));
        StockRow other = car(StockMark.NONE, Map.of(CarField.BRAND, "Kia"));
        StockRow model = car(StockMark.NONE, Map.of(CarField.BRAND, "opel", CarField.MODEL, "CORSA"));
        StockRow twin = car(StockMark.SOLD,
                Map.of(CarField.LICENSE_PLATE, "r759bk", CarField.VIN, "w0v0xep68n4123456"));
        StockRow deleted = car(StockMark.DELETED, Map.of(CarField.LICENSE_PLATE, "R-759-BK"));
        List<ComparisonCandidate> similar = of(car, other, deleted, model, car, twin);
        assertEquals(List.of(twin, model, other), similar.stream().map(ComparisonCandidate::car).toList());
        assertEquals(List.of(CarField.VIN, CarField.LICENSE_PLATE), similar.getFirst().sharedFields());
        assertEquals(List.of(false, true, false),
                similar.stream().map(ComparisonCandidate::isSameModel).toList());
    }

    @Test
    void carsWithoutNameAreOfNoModel() {
        StockRow car = car(StockMark.NONE, Map.of());
        List<ComparisonCandidate> similar = of(car, car(StockMark.NONE, Map.of()));
        assertEquals(List.of(false), similar.stream().map(ComparisonCandidate::isSameModel).toList());
        assertEmpty(similar.getFirst().sharedFields());
    }
}
