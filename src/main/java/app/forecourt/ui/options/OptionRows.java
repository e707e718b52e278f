package app.forecourt.ui.options;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionGroup;
import app.forecourt.option.OptionSearch.Match;
import app.forecourt.option.paste.OptionCatalogue;
import app.forecourt.text.TextNormalizer;
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
 * come first. With a search text the rows have the order of the search result.
 */
public final class OptionRows {
    /** No rows, because no option list is loaded. */
    static final OptionRows EMPTY = new OptionRows(Optional.empty(), OptionTranslator.ORIGINAL_NAMES);

    private final Optional<OptionCatalogue> catalogue;
    private final OptionTranslator translator;
    private final Comparator<CarOption> byName;
    /** The words of the names by API name, for the comparison with the typed words. */
    private final Map<String, String> words;

    private final Map<OptionGroup, List<Row.Choice>> groups;

    /**
     * The part of the list to be shown and its order.
     *
     * @param chosen selected options, which the headings count
     * @param first options at the beginning of their group: those that were selected when the list was last sorted
     * @param onlyFirst true if all other options are left out
     * @param folded groups without their options
     */
    record Shape(Set<String> chosen, Set<String> first, boolean onlyFirst, Set<OptionGroup> folded) {}

    /** Sorts the options of a list. Slow for a long list, so not for the FX thread. */
    OptionRows(Optional<OptionCatalogue> catalogue, OptionTranslator translator) {
        this.catalogue = catalogue;
        this.translator = translator;
        this.words = catalogue.stream()
                .flatMap(list -> list.find("", translator.language()).stream())
                .map(Match::option)
                .collect(Collectors.toMap(CarOption::name, this::words, (one, _) -> one));
        this.byName = Comparator.comparing(translator::name, String.CASE_INSENSITIVE_ORDER);
        this.groups = grouped(found("").map(Row.Choice::option));
    }

    Optional<OptionCatalogue> catalogue() {
        return catalogue;
    }

    /** Returns the translator of the names by which the options are sorted. */
    OptionTranslator translator() {
        return translator;
    }

    /**
     * Returns the grouped rows of all options.
     *
     * @param strangers selected options missing in the list; they stay visible, so that the user can remove them
     */
    List<Row> groupedRows(List<CarOption> strangers, Shape shape) {
        Map<OptionGroup, Integer> counts = counts(strangers, shape.chosen());
        var rows = new ArrayList<Row>();
        (strangers.isEmpty() ? groups : with(strangers)).forEach((group, choices) -> {
            var shown = new ArrayList<Row.Choice>();
            var rest = new ArrayList<Row.Choice>();
            choices.forEach(choice -> (shape.first().contains(choice.option().name()) ? shown : rest).add(choice));
            if (!shape.onlyFirst()) {
                shown.addAll(rest);
            }
            boolean folded = !shape.onlyFirst() && shape.folded().contains(group);
            if (!shown.isEmpty()) {
                rows.add(new Row.Heading(
                        group,
                        counts.getOrDefault(group, 0),
                        choices.size(),
                        shape.onlyFirst() ? Fold.FIXED : folded ? Fold.FOLDED : Fold.OPEN));
                rows.addAll(folded ? List.of() : shown);
            }
        });
        return rows;
    }

    private Map<OptionGroup, List<Row.Choice>> with(List<CarOption> strangers) {
        return grouped(Stream.concat(
                groups.values().stream().flatMap(List::stream).map(Row.Choice::option), strangers.stream()));
    }

    private Map<OptionGroup, List<Row.Choice>> grouped(Stream<CarOption> options) {
        return options.sorted(byName)
                .collect(Collectors.groupingBy(
                        this::group,
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
                        strangers.stream()
                                .filter(option -> (option.prettyName() + " " + option.name())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(text))
                                .map(option -> new Row.Choice(option, "")),
                        found(typed))
                .toList();
    }

    private Stream<Row.Choice> found(String typed) {
        List<String> typedWords = List.of(TextNormalizer.normalizeWords(typed).split(" "));
        return catalogue.stream()
                .flatMap(list -> list.find(typed, translator.language()).stream())
                .map(match -> new Row.Choice(match.option(), foundBy(match, typedWords)));
    }

    /** Returns the words by which the search found an option; empty if its displayed name has the typed words. */
    private String foundBy(Match match, List<String> typedWords) {
        String name = words.getOrDefault(match.option().name(), "");
        if (typedWords.stream().allMatch(name::contains)) {
            return "";
        }
        return match.matchingSynonym().isEmpty() ? match.option().prettyName() : match.matchingSynonym();
    }

    private String words(CarOption option) {
        return TextNormalizer.normalizeWords(translator.name(option));
    }

    /** Returns the group of an option. The option need not be in the list. */
    OptionGroup group(CarOption option) {
        return catalogue.map(list -> list.group(option)).orElse(OptionGroup.OTHER);
    }

    private Map<OptionGroup, Integer> counts(List<CarOption> strangers, Set<String> chosen) {
        return Stream.concat(groups.values().stream().flatMap(List::stream).map(Row.Choice::option), strangers.stream())
                .filter(option -> chosen.contains(option.name()))
                .collect(Collectors.toMap(this::group, _ -> 1, Integer::sum, () -> new EnumMap<>(OptionGroup.class)));
    }

    /** Updates the counts in the headings and keeps all other rows. */
    void updateCounts(List<Row> rows, List<CarOption> strangers, Set<String> chosen) {
        Map<OptionGroup, Integer> counts = counts(strangers, chosen);
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index) instanceof Row.Heading(var group, int count, int total, Fold fold)
                    && count != counts.getOrDefault(group, 0)) {
                rows.set(index, new Row.Heading(group, counts.getOrDefault(group, 0), total, fold));
            }
        }
    }

    /** The fold of a group. */
    public enum Fold {
        OPEN,
        FOLDED,
        /** The group can't be folded, because only its chosen options are shown. */
        FIXED
    }

    /** A row of the option list. */
    public sealed interface Row {
        /**
         * The heading of a group.
         *
         * @param chosen number of selected options in the group
         * @param total number of options in the group
         */
        record Heading(OptionGroup group, int chosen, int total, Fold fold) implements Row {}

        /**
         * An option.
         *
         * @param synonym words by which the search found the option; empty if its displayed name has them
         */
        record Choice(CarOption option, String synonym) implements Row {}
    }
}
