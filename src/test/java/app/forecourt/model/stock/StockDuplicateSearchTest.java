package app.forecourt.model.stock;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.stock.StockMark.NONE;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the duplicates of imported cars. */
class StockDuplicateSearchTest {
    private static StockRow car(StockMark mark, CarField field, String text) {
        return SampleRows.of(new CarDraft(Map.of(field, text), List.of()), mark, Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "VIN, WAVWGBFH3AN026569, wavwgbfh3-an026569, VIN",
        "LICENSE_PLATE, XF100F, NL XF-1OO-F, LICENSE_PLATE",
        "INTERNAL_ID, SEB-1, seb1, INTERNAL_ID",
        "INTERNAL_ID, SEB-1, SEB-2,",
        "VIN, -, -,",
        "MODEL, corsa, corsa,"
    })
    void carsShareVinPlateOrStockNumber(CarField field, String here, String comes, CarField shared) {
        StockDuplicateSearch index = new StockDuplicateSearch(List.of());
        assertEmpty(index.findDuplicate(car(NONE, field, here)));
        assertEquals(
                Optional.ofNullable(shared),
                index.findDuplicate(car(NONE, field, comes)).map(StockDuplicateSearch.Duplicate::sharedField));
    }

    @Test
    void plateThatIsAStockNumberIsNoDuplicate() {
        StockDuplicateSearch index = new StockDuplicateSearch(List.of());
        index.findDuplicate(car(NONE, INTERNAL_ID, "SEB-1"));
        assertEmpty(index.findDuplicate(car(NONE, LICENSE_PLATE, "SEB-1")));
    }

    @ParameterizedTest
    @CsvSource({"NONE, true", "SOLD, true", "DELETED, false"})
    void deletedCarsOfTheListAreIgnored(StockMark mark, boolean isFound) {
        List<StockRow> cars = List.of(car(mark, VIN, "W0L1"));
        StockDuplicateSearch index =
                new StockDuplicateSearch(IndexedCar.of(cars, new CarNameFormatter(Vocabulary.bundled())));
        assertEquals(isFound, index.findDuplicate(car(NONE, VIN, "W0L1")).isPresent());
    }
}
