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
 * What stands in the option list. With nothing typed the options stand in their groups, those first that were chosen when
 * the list was put together: what she chooses now stays under her finger. Else they stand as they were found.
 */
final class OptionRows {
    /** Before any list is known. */
    static final OptionRows NONE = new OptionRows(Optional.empty(), OptionTranslator.AUTOCHATS);

    private final Optional<OptionCatalogue> catalogue;
    private final Comparator<CarOption> byName;
    private final Map<OptionGroup, List<OptionRow.Choice>> groups;

    /** Of a list. Puts its options in order, which takes a moment for a long one. */
    OptionRows(Optional<OptionCatalogue> catalogue, OptionTranslator naming) {
        this.catalogue = catalogue;
        this.byName = Comparator.comparing(naming::name, String.CASE_INSENSITIVE_ORDER);
        this.groups = grouped(found("").map(OptionRow.Choice::option));
    }

    Optional<OptionCatalogue> catalogue() {
        return catalogue;
    }

    /** @param strangers chosen ones that the list lacks: they stay in sight, so that they can be let go */
    List<OptionRow> all(List<CarOption> strangers, Set<String> chosen) {
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

    /** @param strangers as above */
    List<OptionRow> matching(List<CarOption> strangers, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return Stream.<OptionRow>concat(
                strangers.stream().filter(option -> (option.prettyName() + " " + option.name())
                        .toLowerCase(Locale.ROOT).contains(text))
                        .map(option -> new OptionRow.Choice(option, "")),
                found(typed)).toList();
    }

    private Stream<OptionRow.Choice> found(String typed) {
        return catalogue.stream().flatMap(list -> list.find(typed).stream())
                .map(one -> new OptionRow.Choice(one.option(), one.called()));
    }

    private OptionGroup group(CarOption option) {
        return catalogue.map(list -> list.group(option)).orElse(OptionGroup.OTHER);
    }

    private static long count(List<CarOption> options, Set<String> chosen) {
        return options.stream().filter(option -> chosen.contains(option.name())).count();
    }

    /** Counts anew in the headings, and leaves all else where it is. */
    static void recount(List<OptionRow> rows, Set<String> chosen) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at) instanceof OptionRow.Heading heading) {
                List<CarOption> options = rows.subList(at + 1, at + 1 + heading.all()).stream()
                        .map(row -> ((OptionRow.Choice) row).option()).toList();
                var now = new OptionRow.Heading(heading.group(), count(options, chosen), heading.all());
                if (!now.equals(heading)) {
                    rows.set(at, now);
                }
            }
        }
    }
}
