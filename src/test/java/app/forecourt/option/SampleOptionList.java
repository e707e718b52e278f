package app.forecourt.option;

import static java.util.stream.Collectors.toList;

import app.forecourt.option.paste.OptionCatalogue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Equipment list as dealers write them, with the expected options, found by hand.
 *
 * @param text text as pasted
 * @param expected canonical names of the expected options
 */
public record SampleOptionList(String name, String text, Set<String> expected) {
    /** Practice's options, indexed once for all tests. */
    public static final OptionCatalogue CATALOGUE = new OptionCatalogue(practiceOptions("PRODUCTION_LIKE"));

    private static final String MEANS = "=>";

    public static SampleOptionList of(String name) {
        var text = new ArrayList<String>();
        var meant = new TreeSet<String>();
        read("/equipment/" + name + ".txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    String[] sides = line.split(MEANS);
                    text.add(sides[0].stripTrailing());
                    if (sides.length > 1) {
                        Arrays.stream(sides[1].split(","))
                                .map(String::strip)
                                .map(EquivalentOptions::canonicalName)
                                .forEach(meant::add);
                    }
                });
        return new SampleOptionList(name, String.join("\n", text), meant);
    }

    /** Returns the options of one of Practice's lists, {@code PRODUCTION_LIKE} or {@code STAGING_LIKE}. */
    public static List<CarOption> practiceOptions(String which) {
        try {
            JsonNode all = new JsonMapper().readTree(read("/app/forecourt/practice/options.json"));
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(option -> option.path("only").asText(which).equals(which))
                    .map(option -> new CarOption(
                            option.path("name").asText(),
                            option.path("prettyName").asText()))
                    .collect(toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all options of Practice. */
    static List<CarOption> practiceOptions() {
        return Stream.of("PRODUCTION_LIKE", "STAGING_LIKE")
                .flatMap(which -> practiceOptions(which).stream())
                .distinct()
                .toList();
    }

    public static String read(String resource) {
        try (var in = SampleOptionList.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
