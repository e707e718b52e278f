package app.forecourt.option;

import static app.forecourt.option.OptionGroup.COMFORT;
import static app.forecourt.option.OptionGroup.EXTERIOR;
import static app.forecourt.option.OptionGroup.OTHER;
import static app.forecourt.option.OptionGroup.SAFETY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests of {@link OptionGroups}: every known option is in the group in which a dealer expects it. */
class OptionGroupsTest {
    private final OptionGroups groups = new OptionGroups();

    private OptionGroup of(String name) {
        return groups.of(CarOption.unlisted(name));
    }

    @Test
    void knownOptionsAreInTheExpectedGroups() throws IOException {
        Map<OptionGroup, Set<String>> expected = new TreeMap<>();
        try (var in = OptionGroupsTest.class.getResourceAsStream("/equipment/groups.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(":"))
                    .forEach(line -> expected.put(
                            OptionGroup.valueOf(
                                    line.substring(0, line.indexOf(':')).toUpperCase(Locale.ROOT)),
                            new TreeSet<>(Arrays.asList(line.substring(line.indexOf(':') + 1)
                                    .strip()
                                    .split(" ")))));
        }
        Map<OptionGroup, Set<String>> found = SampleOptionList.practiceOptions().stream()
                .collect(Collectors.groupingBy(
                        groups::of,
                        TreeMap::new,
                        Collectors.mapping(CarOption::name, Collectors.toCollection(TreeSet::new))));
        for (OptionGroup group : OptionGroup.values()) {
            assertEquals(expected.get(group), found.get(group), group.toString());
        }
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
