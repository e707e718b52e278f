package app.forecourt.model.stock;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.ARCHIVED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.stock.StockFilterModel.Filter;
import app.forecourt.settings.DealershipWithIds;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choices and the search of the stock list. */
class StockFilterModelTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static final CarNameFormatter NAMES = new CarNameFormatter(Vocabulary.bundled());

    private int changes;
    private final StockFilterModel filter = new StockFilterModel(Clock.fixed(NOW, ZoneOffset.UTC), () -> changes++);

    /** Returns the texts of a field of the cars that the filter shows. */
    private String found(List<StockRow> rows, CarField field) {
        return filter.find(IndexedCar.of(rows, NAMES)).values().stream()
                .flatMap(List::stream)
                .map(row -> row.text(field))
                .collect(joining());
    }

    private static StockRow car(String number, StockMark mark, Duration... sentAgo) {
        return SampleRows.of(
                new CarDraft(Map.of(INTERNAL_ID, number), List.of()),
                mark,
                NOW,
                Arrays.stream(sentAgo)
                        .map(ago -> SampleRows.summary(PRODUCTION, ACCEPTED, NOW.minus(ago)))
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

    @ParameterizedTest
    @CsvSource({
        "R-759-BK, a",
        "759-b, a",
        "759bk, a",
        "R–759, a",
        "r-759 astra, a",
        "xf1, b",
        "100-F, b",
        "x-f100f, b",
        "k-z1, ''",
        "-, bc"
    })
    void dashIsOptionalInPlatesOnly(String typed, String numbers) {
        filter.text().set(typed);
        assertEquals(
                numbers,
                found(
                        List.of(
                                SampleRows.of(Map.of(INTERNAL_ID, "a", MODEL, "astra", LICENSE_PLATE, "r759bk")),
                                SampleRows.of(Map.of(INTERNAL_ID, "b", LICENSE_PLATE, "XF-100-F")),
                                SampleRows.of(Map.of(INTERNAL_ID, "c", MODEL, "1-5", VIN, "WVWZZZ1KZ15000001"))),
                        INTERNAL_ID));
    }

    @ParameterizedTest
    @CsvSource({"vw, vw", "vw, Volkswagen", "citroen, citro\u00EBn", "citroen, Citro\u00CBN"})
    void brandIsFoundAsTypedAndAsShown(String brand, String typed) {
        filter.text().set(typed);
        assertEquals(brand, found(List.of(SampleRows.of(Map.of(BRAND, brand))), BRAND));
    }

    private static final DealershipWithIds NORTH =
            new DealershipWithIds("North", Map.of(STAGING, "n-s", PRODUCTION, "n-p"));
    private static final DealershipWithIds SOUTH = new DealershipWithIds("South side", Map.of(STAGING, "s-s"));

    /** Returns whether a car is found that was sent to two profiles with texts that it has no more. */
    private boolean isSentCarFound(Filter choice) {
        filter.filter().set(choice);
        StockRow car = SampleRows.of(
                new CarDraft(Map.of(MODEL, "astra", LICENSE_PLATE, "R-759-BK", DEALERSHIP_ID, "s-s"), List.of()),
                NONE,
                NOW,
                sent(STAGING, Map.of(LICENSE_PLATE, "XF-100-F", DEALERSHIP_ID, "n-s")),
                sent(PRACTICE, Map.of(MODEL, "corsa")));
        return found(List.of(car), MODEL).equals("astra");
    }

    private static SubmissionSummary sent(Profile profile, Map<CarField, String> texts) {
        return SampleRows.summary(profile, ACCEPTED, UserVerdict.NONE, NOW, texts);
    }

    @ParameterizedTest
    @CsvSource({
        "xf-100, ALL, true",
        "xf100f, STAGING, true",
        "xf100f, PRACTICE, false",
        "corsa, PRACTICE, true",
        "corsa, STAGING, false",
        "r759bk, STAGING, true",
        "n-s, ALL, true",
        "north, ALL, true",
        "north, PRACTICE, false",
        "south, ALL, true"
    })
    void sentTextsAreSearchedPerProfile(String typed, Filter choice, boolean isFound) {
        filter.dealerships().set(List.of(NORTH, SOUTH));
        filter.text().set(typed);
        assertEquals(isFound, isSentCarFound(choice));
    }

    @Test
    void carBelongsToItsDealershipAndToThoseItWasSentFor() {
        filter.dealerships().set(List.of(NORTH, SOUTH));
        filter.dealership().set(Optional.of(SOUTH));
        assertTrue(isSentCarFound(Filter.ALL));
        filter.dealership().set(Optional.of(NORTH));
        assertTrue(isSentCarFound(Filter.ALL));
        assertFalse(isSentCarFound(Filter.PRACTICE));
        filter.text().set("corsb");
        assertFalse(isSentCarFound(Filter.ALL));
        filter.dealerships().set(List.of(SOUTH));
        assertEquals(Optional.empty(), filter.dealership().get(), "nobody could choose another");
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, '', a", "SENDING, '', a", "ACCEPTED, '', ''", "ACCEPTED, a, a"})
    void archivedCarIsShownUntilItsOutcomeIsKnown(SubmissionState state, String typed, String numbers) {
        filter.text().set(typed);
        CarDraft draft = new CarDraft(Map.of(INTERNAL_ID, "a"), List.of());
        StockRow car = SampleRows.of(draft, ARCHIVED, NOW, SampleRows.summary(STAGING, state, NOW));
        assertEquals(numbers, found(List.of(car), INTERNAL_ID));
    }
}
