package app.forecourt.model.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.stock.StockFilter.Filter;
import app.forecourt.settings.Profile;
import app.forecourt.stock.CarNameFormatter;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter of cars that stand for a long time. */
class StockFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static StockRow car(String number, StockMark mark, Duration... sentAgo) {
        return new StockRow(UUID.randomUUID(), Map.of(CarField.INTERNAL_ID, number), Map.of(), mark,
                Optional.empty(),
                Optional.empty(), NOW, Arrays.stream(sentAgo)
                        .map(ago -> new SubmissionSummary(UUID.randomUUID(), Profile.PRODUCTION,
                                SubmissionState.ACCEPTED, false, UserVerdict.NONE, NOW.minus(ago),
                                Optional.empty(),
                                Optional.empty(), Map.of()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"DAYS_30, bd", "DAYS_60, d", "DAYS_90, ''"})
    void carsStandLongSinceTheyWereFirstSent(Filter choice, String numbers) {
        List<StockRow> rows = List.of(car("a", StockMark.NONE, Duration.ofDays(30)),
                car("b", StockMark.NONE, Duration.ofDays(31), Duration.ofDays(1)),
                car("c", StockMark.SOLD, Duration.ofDays(80)),
                car("d", StockMark.NONE, Duration.ofDays(80)), car("e", StockMark.NONE));
        StockFilter filter = new StockFilter(Clock.fixed(NOW, ZoneOffset.UTC), () -> {});
        filter.filter().set(choice);
        assertEquals(numbers,
                filter.find(IndexedCar.of(rows, new CarNameFormatter(Vocabulary.bundled()))).values()
                        .stream().flatMap(List::stream).map(row -> row.text(CarField.INTERNAL_ID))
                        .collect(Collectors.joining()));
    }
}
