package app.forecourt.option;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.check.ProblemCases;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@link AvailableOptions}, of similar names and of {@link EquivalentOptions}. */
class AvailableOptionsTest {
    /** Created for each test, because the list caches near names. */
    private final AvailableOptions ours = new AvailableOptions(List.of(
            new CarOption("abs", "ABS"),
            new CarOption("heated_seats", "Heated seats"),
            new CarOption("cd_radio", "Radio with CD player"),
            new CarOption("radio", "Radio"),
            new CarOption("tempomat", "Cruise control"),
            new CarOption("panorama_roof", "Panoramic roof"),
            new CarOption("parking_sensor_front", "Parking sensor, front"),
            new CarOption("parking_sensor_rear", "Parking sensor, rear"),
            new CarOption("parking_sensor_side", "Parking sensor, side"),
            new CarOption("parking_sensors", "Parking sensors"),
            new CarOption("navigation_system", "Navigation system")));

    @Test
    void listKeepsItsOrderAndTheLastDuplicate() {
        var list = new AvailableOptions(
                List.of(new CarOption("b", "B"), new CarOption("a", "A"), new CarOption("b", "Bee")));
        assertEquals(List.of(new CarOption("b", "Bee"), new CarOption("a", "A")), list.options());
        assertEquals("Bee", list.prettyName("b"));
        assertEquals("C d", list.prettyName("c_d"));
        assertTrue(list.contains("a"));
        assertFalse(list.contains("c"));
    }

    /** Cases: name of another list, swapped words, typos, labels, a word more or less. */
    @ParameterizedTest
    @CsvSource({
        "seat_heating,heated_seats",
        "radio_cd,cd_radio|radio",
        "navigation_sytem,navigation_system",
        "panoramaroof,panorama_roof",
        "panoramic_roof,panorama_roof",
        "Abs,abs",
        "cruise_control,tempomat",
        "cruise_contol,tempomat",
        "parking_sensor,parking_sensors|parking_sensor_front|parking_sensor_rear",
        "navigation,navigation_system",
        "wings,",
        "'',",
        "sensor_roof,",
        "x_radio_y,radio"
    })
    void nearestNamesComeBestFirst(String name, String offers) {
        assertEquals(offers == null ? List.of() : List.of(offers.split("\\|")), ours.nearest(name));
    }

    /** A synonym comes first even if other names are more similar. */
    @Test
    void synonymsComeBeforeSimilarNames() {
        var list = new AvailableOptions(
                List.of(new CarOption("seat_heater", "Seat heater"), new CarOption("heated_seats", "x")));
        assertEquals(List.of("heated_seats", "seat_heater"), list.nearest("seat_heating"));
        assertEquals(
                List.of("seat_heater"), new AvailableOptions(list.options().subList(0, 1)).nearest("seat_heating"));
    }

    /** Names are near if one has all words of the other, and nearer if it has few additional words. */
    @ParameterizedTest
    @CsvSource({
        "seat_heating,Seat heating,1",
        "cd_radio,radio_cd,1",
        "a_b,b_x_a_y,0.93",
        "radio,x_y_z_radio,0.895",
        "abc,xyz,0",
        "a_b_c_d,x_y_z_d,0.5"
    })
    void similarityIsOfLettersOrOfWords(String first, String second, double similarity) {
        assertEquals(similarity, new NameSimilarity(first).similarityTo(second), 0.001);
        assertEquals(similarity, new NameSimilarity(second).similarityTo(first), 0.001);
    }

    @Test
    void tooLongTextIsSimilarToNothing() {
        String longest = "x".repeat(100);
        assertEquals(1, new NameSimilarity(longest).similarityTo(longest));
        assertEquals(0, new NameSimilarity(longest + "x").similarityTo(longest));
        assertEquals(0, new NameSimilarity(longest).similarityTo(longest + "x"));
    }

    @Test
    void synonymsComeInTheOrderOfTheirGroup() {
        assertEquals(List.of("cruise_control", "tempomat"), EquivalentOptions.of("tempomat"));
        assertEmpty(EquivalentOptions.of("wings"));
        assertEquals(
                List.of(List.of("towbar", "trailer_hitch")),
                EquivalentOptions.findGroups(Set.of("trailer_hitch", "abs", "towbar", "seat_heating")));
        assertEmpty(EquivalentOptions.findGroups(Set.of("abs", "ac", "towbar")));
    }

    @Test
    void unlistedOptionIsLabelledByItsName() {
        assertEquals(new CarOption("seat_heating", "Seat heating"), CarOption.unlisted("seat_heating"));
        assertEquals(new CarOption("__", "__"), CarOption.unlisted("__"));
    }

    @Test
    void onlyTenUnknownOptionsHaveCorrections() {
        List<String> unknown =
                IntStream.rangeClosed(1, 12).mapToObj(i -> "radioo_" + i).toList();
        var list = ProblemCases.list("radio");
        List<Integer> offers = ProblemCases.check(ProblemCases.GOOD.withOptions(unknown), list).problems().stream()
                .map(problem -> problem.corrections().size())
                .toList();
        assertEquals(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0), offers);
    }
}
