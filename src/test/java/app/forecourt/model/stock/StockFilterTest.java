package app.forecourt.model.stock;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.stock.StockFilter.Filter;
import app.forecourt.settings.Profile;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.stock.SampleRows;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.stock.UserVerdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter of cars that stand for a long time. */
class StockFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static final CarNameFormatter NAMES = new CarNameFormatter(Vocabulary.bundled());

    private int changes;
    private final StockFilter filter = new StockFilter(Clock.fixed(NOW, ZoneOffset.UTC), () -> changes++);

    /** Returns the texts of a field of the cars that the filter shows. */
    private String found(List<StockRow> rows, CarField field) {
        return filter.find(IndexedCar.of(rows, NAMES)).values().stream()
                .flatMap(List::stream)
                .map(row -> row.text(field))
                .collect(Collectors.joining());
    }

    private static StockRow car(String number, StockMark mark, Duration... sentAgo) {
        return SampleRows.of(
                new CarDraft(Map.of(INTERNAL_ID, number), List.of()),
                mark,
                NOW,
                Arrays.stream(sentAgo)
                        .map(ago -> new SubmissionSummary(
                                UUID.randomUUID(),
                                Profile.PRODUCTION,
                                SubmissionState.ACCEPTED,
                                false,
                                UserVerdict.NONE,
                                NOW.minus(ago),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of()))
                        .toArray(SubmissionSummary[]::new));
    }

    @ParameterizedTest
    @CsvSource({"29, abd", "30, bd", "31, d", "79, d", "80, ''"})
    void carsStandLongSinceTheyWereFirstSent(int days, String numbers) {
        List<StockRow> rows = List.of(
                car("a", NONE, Duration.ofDays(30)),
                car("b", NONE, Duration.ofDays(31), Duration.ofDays(1)),
                car("c", SOLD, Duration.ofDays(80)),
                car("d", NONE, Duration.ofDays(80)),
                car("e", NONE));

        filter.filter().set(Filter.STANDING);
        filter.days().set(days);
        assertEquals(numbers, found(rows, INTERNAL_ID));
    }

    private static StockRow car(String name, StockMark mark, CarField field, String text) {
        return SampleRows.of(new CarDraft(Map.of(MODEL, name, field, text), List.of()), mark, NOW);
    }

    /** The number behind each choice is the number of cars that it will show. */
    @Test
    void choiceIsCountedWithTheSearchWords() {
        List<IndexedCar> cars = IndexedCar.of(List.of(car("a", SOLD), car("b", SOLD), car("c", NONE)), NAMES);

        assertEquals(2, filter.included(cars, Filter.SOLD).size());
        assertEquals(1, filter.included(cars, Filter.ALL).size());
        filter.text().set("b");
        assertEquals(1, filter.included(cars, Filter.SOLD).size());
    }

    @Test
    void carsWithSamePlateOrVinAreTwiceInList() {
        List<StockRow> rows = List.of(
                car("a", NONE, LICENSE_PLATE, "R-759-BK"),
                car("b", NONE, LICENSE_PLATE, "XF-100-F"),
                car("c", SOLD, LICENSE_PLATE, "XF-100-F"),
                car("d", NONE, LICENSE_PLATE, "r759bk"),
                car("e", NONE, VIN, "W0V0XEP68N4123456"),
                car("f", NONE, VIN, "w0v0xep68n4123456"),
                car("g", NONE, INTERNAL_ID, "1"),
                car("h", NONE, INTERNAL_ID, "1"),
                car("i", NONE, BRAND, "Opel"));

        filter.filter().set(Filter.TWICE);
        assertEquals("adef", found(rows, MODEL));
    }

    @Test
    void daysMatterOnlyToStandingCars() {

        filter.days().set(45);
        assertEquals(0, changes);
        filter.filter().set(Filter.STANDING);
        filter.days().set(46);
        assertEquals(2, changes);
    }
}
