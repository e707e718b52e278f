package app.forecourt.ui.options;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionGroup;
import app.forecourt.option.paste.OptionCatalogue;
import app.forecourt.ui.words.OptionTranslator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of the option list. Without a search text the options are grouped, and within a group the selected options
 * come first. That order is fixed when the rows are built, so that an option selected later keeps its place. With a
 * search text the rows have the order of the search result.
 */
public final class OptionRows {
    /** No rows, because no option list is loaded. */
    static final OptionRows EMPTY = new OptionRows(Optional.empty(), OptionTranslator.ORIGINAL_NAMES);

    private final Optional<OptionCatalogue> catalogue;
    private final Comparator<CarOption> byName;
    private final Map<OptionGroup, List<Row.Choice>> groups;

    /** Sorts the options of a list. Slow for a long list, so not for the FX thread. */
    OptionRows(Optional<OptionCatalogue> catalogue, OptionTranslator translator) {
        this.catalogue = catalogue;
        this.byName = Comparator.comparing(translator::name, String.CASE_INSENSITIVE_ORDER);
        this.groups = grouped(found("").map(Row.Choice::option));
    }

    Optional<OptionCatalogue> catalogue() {
        return catalogue;
    }

    /**
     * Returns the grouped rows of all options.
     *
     * @param strangers selected options missing in the list; they stay visible, so that the user can remove them
     */
    List<Row> groupedRows(List<CarOption> strangers, Set<String> chosen) {
        var rows = new ArrayList<Row>();
        (strangers.isEmpty() ? groups : with(strangers)).forEach((group, choices) -> {
            var first = new ArrayList<Row.Choice>();
            var rest = new ArrayList<Row.Choice>();
            choices.forEach(choice -> (chosen.contains(choice.option().name()) ? first : rest).add(choice));
            rows.add(new Row.Heading(group, first.size(), choices.size()));
            rows.addAll(first);
            rows.addAll(rest);
        });
        return rows;
    }

    private Map<OptionGroup, List<Row.Choice>> with(List<CarOption> strangers) {
        return grouped(Stream.concat(groups.values().stream().flatMap(List::stream)
                .map(Row.Choice::option), strangers.stream()));
    }

    private Map<OptionGroup, List<Row.Choice>> grouped(Stream<CarOption> options) {
        return options.sorted(byName).collect(Collectors.groupingBy(this::group,
                () -> new EnumMap<>(OptionGroup.class),
                Collectors.mapping(option -> new Row.Choice(option, ""), Collectors.toList())));
    }

    /**
     * Returns the rows of the options that match a search text.
     *
     * @param strangers selected options missing in the list
     */
    List<Row> matchingRows(List<CarOption> strangers, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return Stream.<Row>concat(
                strangers.stream().filter(option -> (option.prettyName() + " " + option.name())
                        .toLowerCase(Locale.ROOT).contains(text))
                        .map(option -> new Row.Choice(option, "")),
                found(typed)).toList();
    }

    private Stream<Row.Choice> found(String typed) {
        return catalogue.stream().flatMap(list -> list.find(typed).stream())
                .map(match -> new Row.Choice(match.option(), match.matchingSynonym()));
    }

    private OptionGroup group(CarOption option) {
        return catalogue.map(list -> list.group(option)).orElse(OptionGroup.OTHER);
    }

    private static long count(List<CarOption> options, Set<String> chosen) {
        return options.stream().filter(option -> chosen.contains(option.name())).count();
    }

    /** Updates the counts in the headings and keeps all other rows. */
    static void updateCounts(List<Row> rows, Set<String> chosen) {
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index) instanceof Row.Heading heading) {
                List<CarOption> options = rows.subList(index + 1, index + 1 + heading.total()).stream()
                        .map(row -> ((Row.Choice) row).option()).toList();
                var updated = new Row.Heading(heading.group(), count(options, chosen), heading.total());
                if (!updated.equals(heading)) {
                    rows.set(index, updated);
                }
            }
        }
    }

    /** A row of the option list. */
    public sealed interface Row {
        /**
         * The heading of a group.
         *
         * @param chosen number of selected options in the group
         * @param total number of options in the group
         */
        record Heading(OptionGroup group, long chosen, int total) implements Row {}

        /**
         * An option.
         *
         * @param synonym synonym by which the search found the option; empty if there was none
         */
        record Choice(CarOption option, String synonym) implements Row {}
    }
}
