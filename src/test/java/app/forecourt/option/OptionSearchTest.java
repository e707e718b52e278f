package app.forecourt.option;

import static app.forecourt.option.SampleOptionList.CATALOGUE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.text.Language.ENGLISH;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.option.OptionSearchTerms.Synonym;
import app.forecourt.option.paste.OptionCatalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of searching options by name, part, synonym and typo. */
class OptionSearchTest {
    private static final List<CarOption> LIST = SampleOptionList.practiceOptions("PRODUCTION_LIKE");

    private static List<String> names(OptionCatalogue catalogue, String typed) {
        return catalogue.find(typed, ENGLISH).stream()
                .map(found -> found.option().name())
                .toList();
    }

    private List<String> find(String typed) {
        return names(CATALOGUE, typed);
    }

    @ParameterizedTest
    @CsvSource({
        "stoelverwrming, seat_heating",
        "panormic, panoramic_roof",
        "cruse contro, cruise_control",
        "Sitzheitzung, seat_heating",
        "blutooth, bluetooth",
        "navigaton, navigation_system",
        "achteruitrijcamra, parking_assist_system_camera",
        "retroviseurs electrqiues, electric_side_mirrors"
    })
    void typosAreTolerated(String typed, String name) {
        assertTrue(find(typed).contains(name), find(typed).toString());
    }

    /** Of two letters any typo makes another word, of three nearly. */
    @ParameterizedTest
    @ValueSource(strings = {"zzzz", "qx", "abx"})
    void otherWordIsNoTypo(String typed) {
        assertEmpty(find(typed));
    }

    @Test
    void otherLanguageThenMiddleComesLast() {
        List<String> synonyms = CATALOGUE.find("air", ENGLISH).stream()
                .map(OptionSearch.Match::matchingSynonym)
                .toList();
        List<String> foreign = List.of("airco 3 zones", "airco 4 zones", "Airlineschienen");
        int first = synonyms.indexOf(foreign.getFirst());
        assertEquals(foreign, synonyms.subList(first, first + foreign.size()));
        assertEquals(
                List.of("repair kit", "wheelchair ramp"), synonyms.subList(first + foreign.size(), synonyms.size()));
        assertEquals(
                "éclairage diurne",
                CATALOGUE.find("clairage", ENGLISH).getFirst().matchingSynonym(),
                "a part of a word counts if there is nothing else");
    }

    @Test
    void optionThatHasTheSynonymsComesBeforeItsEquivalents() {
        var equivalents = new OptionCatalogue(
                List.of(new CarOption("heated_seats", "Heated seats"), new CarOption("seat_heating", "Seat heating")));
        assertEquals(List.of("seat_heating", "heated_seats"), names(equivalents, "seat heat"));
    }

    @Test
    void emptyTextReturnsAllByName() {
        assertEquals(LIST.size(), find(" ").size());
        List<String> names = CATALOGUE.find("", ENGLISH).stream()
                .map(found -> found.option().prettyName())
                .toList();
        assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
    }

    /** An option is given as "own name = synonym, synonym", and a result as "own name = matching synonym". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The exact name, then beginnings, then the middle.
                "led lights"
                        + "| xlights sled; lights led it; abe = x led lights; abd = led lights behind; abc = led lights;"
                        + " LED--lights of a car; LED lights of a whole car; LED-Lights"
                        + "| LED-Lights; abc = led lights; abd = led lights behind; LED--lights of a car;"
                        + " LED lights of a whole car; abe = x led lights; lights led it; xlights sled",
                // The shortest of equal matches, or the first.
                "heat | heat of all cars; heat of them; heat of it | heat of it; heat of them; heat of all cars",
                "radio l | abc = radio long, radio lo | abc = radio lo",
                "radio l | abc = radio lo, radio long | abc = radio lo",
                "radio l | abc = radio la, radio lb | abc = radio la",
                // All words in one name.
                "heat wheel | abc = heat, wheel | ''",
                "heat wheel | abc = heat, wheel heat, wheel | abc = wheel heat",
                // A single letter only at the start of a word.
                "s | ABS; Heated screen; Qeqq | Heated screen",
                "e | ABS; Heated screen; Qeqq | ''",
                "eq | ABS; Heated screen; Qeqq | Qeqq",
                "heat s | ABS; Heated screen; Qeqq | Heated screen",
                "qeqq e | ABS; Heated screen; Qeqq | ''",
                // Typos by length, then by option, and only without an exact match.
                "haeted | zoo = heated longer; heated abc; heated b; heated a; heater"
                        + "| heated a; heated b; heated abc; zoo = heated longer",
                "saet | seat | seat",
                "saet | saet; seat | saet",
                "haeted saet | heated seat; heated b; seat | heated seat",
                "haeted se | heated seat; heated b | heated seat"
            })
    void bestMatchComesFirst(String typed, String options, String expected) {
        assertEquals(expected, String.join("; ", search(typed, options.split("; "))));
    }

    private static List<String> search(String typed, String... options) {
        Map<CarOption, List<Synonym>> called = Arrays.stream(options)
                .map(option -> option.split(" = "))
                .collect(toMap(
                        parts -> new CarOption(parts[0], parts[0]),
                        parts -> Arrays.stream(parts)
                                .skip(1)
                                .flatMap(words -> Arrays.stream(words.split(", ")))
                                .map(word -> new Synonym(word, ENGLISH))
                                .toList()));
        return new OptionSearch(called.keySet(), option -> called.getOrDefault(option, List.of()), List.of())
                .find(typed, ENGLISH).stream()
                        .map(found -> found.option().name()
                                + (found.matchingSynonym().isEmpty() ? "" : " = " + found.matchingSynonym()))
                        .toList();
    }

    @Test
    void tooLongNameIsNotFound() {
        String longest = "n".repeat(NameSimilarity.MAX_LENGTH);
        assertEquals(List.of(longest), search(longest, longest));
        assertEmpty(search(longest + "n", longest + "n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"((((", "\\E*+?", "\u0000", "\uD83D", "  \t ", "____", "'", "100 %"})
    void oddTextsDoNotFail(String typed) {
        assertTrue(find(typed).size() <= LIST.size());
    }

    @Test
    void longTextFindsNothingQuickly() {
        assertEmpty(find("seat heating ".repeat(10_000)));
        assertEmpty(find("x".repeat(100_000)));
    }

    @Test
    void unknownNameIsFoundBySynonymsOfItsLabel() {
        var catalogue = new OptionCatalogue(List.of(new CarOption("tow_bar_v2", "Tow hook")));
        assertFalse(catalogue.find("trekhaak", ENGLISH).isEmpty());
        assertEquals(
                List.of("tow_bar_v2"),
                catalogue.parse("Trekhaak", List.of()).matches().stream()
                        .map(match -> match.option().name())
                        .toList());
    }
}
