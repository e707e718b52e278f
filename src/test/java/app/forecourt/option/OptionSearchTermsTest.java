package app.forecourt.option;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.text.TextNormalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Tests that the synonyms of options are complete and distinct. */
class OptionSearchTermsTest {
    /** Options that no list has. Their synonyms prevent matches with other options. */
    private static final Set<String> UNLISTED = Set.of(
            "auxiliary_socket_12v",
            "door_sills",
            "high_beam_washers",
            "halogen_headlights",
            "mileage_certificate",
            "rear_window_heating");

    private final OptionSearchTerms searchTerms = new OptionSearchTerms();

    @Test
    void everyKnownOptionHasSynonyms() {
        SampleOptionList.practiceOptions()
                .forEach(option ->
                        assertFalse(searchTerms.synonymsOf(option.name()).isEmpty(), option.name()));
    }

    @Test
    void everyLineIsOfAKnownOption() {
        Set<String> known = SampleOptionList.practiceOptions().stream()
                .map(CarOption::name)
                .map(EquivalentOptions::canonicalName)
                .collect(toSet());
        searchTerms.entries().stream()
                .flatMap(entry -> entry.names().stream())
                .forEach(name -> assertTrue(known.contains(name) || UNLISTED.contains(name), name));
    }

    /** A synonym of several options matches none of them. Any other shared synonym is a mistake in the file. */
    @Test
    void onlyParkingSensorsShareSynonyms() {
        Map<String, Set<Set<String>>> meanings = new HashMap<>();
        searchTerms
                .entries()
                .forEach(entry -> entry.words()
                        .forEach(word -> meanings.computeIfAbsent(TextNormalizer.normalize(word), _ -> new HashSet<>())
                                .add(entry.names())));
        Set<String> several = meanings.values().stream()
                .filter(some -> some.size() > 1)
                .flatMap(Set::stream)
                .flatMap(Set::stream)
                .collect(toCollection(TreeSet::new));
        assertEquals(Set.of("parking_assist_system_sensors_front", "parking_assist_system_sensors_rear"), several);
    }
}
