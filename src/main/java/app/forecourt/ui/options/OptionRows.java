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
final class OptionRows {
    /** No rows, because no option list is loaded. */
    static final OptionRows EMPTY = new OptionRows(Optional.empty(), OptionTranslator.ORIGINAL_NAMES);

    private final Optional<OptionCatalogue> catalogue;
    private final Comparator<CarOption> byName;
    private final Map<OptionGroup, List<OptionRow.Choice>> groups;

    /** Sorts the options of a list. Slow for a long list, so not for the FX thread. */
    OptionRows(Optional<OptionCatalogue> catalogue, OptionTranslator translator) {
        this.catalogue = catalogue;
        this.byName = Comparator.comparing(translator::name, String.CASE_INSENSITIVE_ORDER);
        this.groups = grouped(found("").map(OptionRow.Choice::option));
    }

    Optional<OptionCatalogue> catalogue() {
        return catalogue;
    }

    /**
     * Returns the grouped rows of all options.
     *
     * @param strangers selected options missing in the list; they stay visible, so that the user can remove them
     */
    List<OptionRow> groupedRows(List<CarOption> strangers, Set<String> chosen) {
        var rows = new ArrayList<OptionRow>();
        (strangers.isEmpty() ? groups : with(strangers)).forEach((group, choices) -> {
            var first = new ArrayList<OptionRow.Choice>();
            var rest = new ArrayList<OptionRow.Choice>();
            choices.forEach(choice -> (chosen.contains(choice.option().name()) ? first : rest).add(choice));
            rows.add(new OptionRow.Heading(group, first.size(), choices.size()));
            rows.addAll(first);
            rows.addAll(rest);
        });
        return rows;
    }

    private Map<OptionGroup, List<OptionRow.Choice>> with(List<CarOption> strangers) {
        return grouped(Stream.concat(groups.values().stream().flatMap(List::stream)
                .map(OptionRow.Choice::option), strangers.stream()));
    }

    private Map<OptionGroup, List<OptionRow.Choice>> grouped(Stream<CarOption> options) {
        return options.sorted(byName).collect(Collectors.groupingBy(this::group,
                () -> new EnumMap<>(OptionGroup.class),
                Collectors.mapping(option -> new OptionRow.Choice(option, ""), Collectors.toList())));
    }

    /**
     * Returns the rows of the options that match a search text.
     *
     * @param strangers selected options missing in the list
     */
    List<OptionRow> matchingRows(List<CarOption> strangers, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return Stream.<OptionRow>concat(
                strangers.stream().filter(option -> (option.prettyName() + " " + option.name())
                        .toLowerCase(Locale.ROOT).contains(text))
                        .map(option -> new OptionRow.Choice(option, "")),
                found(typed)).toList();
    }

    private Stream<OptionRow.Choice> found(String typed) {
        return catalogue.stream().flatMap(list -> list.find(typed).stream())
                .map(match -> new OptionRow.Choice(match.option(), match.matchingSynonym()));
    }

    private OptionGroup group(CarOption option) {
        return catalogue.map(list -> list.group(option)).orElse(OptionGroup.OTHER);
    }

    private static long count(List<CarOption> options, Set<String> chosen) {
        return options.stream().filter(option -> chosen.contains(option.name())).count();
    }

    /** Updates the counts in the headings and keeps all other rows. */
    static void updateCounts(List<OptionRow> rows, Set<String> chosen) {
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index) instanceof OptionRow.Heading heading) {
                List<CarOption> options = rows.subList(index + 1, index + 1 + heading.total()).stream()
                        .map(row -> ((OptionRow.Choice) row).option()).toList();
                var updated = new OptionRow.Heading(heading.group(), count(options, chosen), heading.total());
                if (!updated.equals(heading)) {
                    rows.set(index, updated);
                }
            }
        }
    }
}
