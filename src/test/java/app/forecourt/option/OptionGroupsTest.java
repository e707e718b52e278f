package app.forecourt.option;

import static app.forecourt.option.OptionGroup.COMFORT;
import static app.forecourt.option.OptionGroup.EXTERIOR;
import static app.forecourt.option.OptionGroup.OTHER;
import static app.forecourt.option.OptionGroup.SAFETY;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tests of {@link OptionGroups}: every known option is in the group in which a dealer expects it. */
class OptionGroupsTest {
    private final OptionGroups groups = new OptionGroups();

    private OptionGroup of(String name) {
        return groups.of(CarOption.unlisted(name));
    }

    @Test
    void knownOptionsAreInTheExpectedGroups() {
        Map<OptionGroup, Set<String>> expected = new TreeMap<>();
        SampleOptionList.read("/equipment/groups.txt")
                .lines()
                .map(line -> line.split(":"))
                .filter(sides -> sides.length == 2)
                .forEach(sides -> expected.put(
                        OptionGroup.valueOf(sides[0].toUpperCase(Locale.ROOT)),
                        Set.of(sides[1].strip().split(" "))));
        Map<OptionGroup, Set<String>> found = SampleOptionList.practiceOptions().stream()
                .collect(groupingBy(groups::of, TreeMap::new, mapping(CarOption::name, toSet())));
        assertEquals(expected, found);
    }

    @Test
    void labelCountsWithoutCaseAndSeparators() {
        assertEquals(SAFETY, groups.of(new CarOption("x_17", "Knee-Airbag (left)")));
        assertEquals(EXTERIOR, groups.of(new CarOption("x_18", "XENON headlights")));
        assertEquals(COMFORT, groups.of(new CarOption("x_19", "Rear-seat heating")));
    }

    @Test
    void partsOfWordsDoNotMatch() {
        assertEquals(OTHER, of("acme"), "not ac");
        assertEquals(OTHER, of("espresso_machine"), "not esp");
    }

    @Test
    void optionWithoutARuleIsOther() {
        for (String name : List.of("quantum_flux", "", " ", "___", "x".repeat(5_000), "\u0661\uD800")) {
            assertEquals(OTHER, of(name), name);
        }
    }
}
