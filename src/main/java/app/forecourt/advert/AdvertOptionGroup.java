package app.forecourt.advert;

import app.forecourt.option.CarOption;
import app.forecourt.option.EquivalentOptions;
import app.forecourt.option.OptionGroup;
import app.forecourt.option.OptionLabels;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/**
 * A group of options in an advert.
 *
 * @param heading the name of the group
 * @param labels the names of the options, without duplicates
 * @param moreCount the number of further options
 */
public record AdvertOptionGroup(String heading, List<String> labels, int moreCount) {
    /** The maximum number of options named per group; buyers do not read longer lists. */
    private static final int MAX_LABELS = 24;

    public AdvertOptionGroup {
        labels = List.copyOf(labels);
    }

    /** Returns options by group. Of options with one meaning the first is named. */
    static List<AdvertOptionGroup> of(
            List<CarOption> options, OptionLabels labels, AdvertPhrases phrases, Locale locale) {
        Map<OptionGroup, SequencedSet<String>> groups = new EnumMap<>(OptionGroup.class);
        Set<String> meanings = new LinkedHashSet<>();
        options.stream()
                .filter(option -> meanings.add(EquivalentOptions.canonicalName(option.name())))
                .forEach(option -> groups.computeIfAbsent(labels.group(option), _ -> new LinkedHashSet<>())
                        .add(labels.label(option, locale)));
        return groups.entrySet().stream()
                .map(group -> new AdvertOptionGroup(
                        phrases.get("group." + AdvertPhrases.key(group.getKey())),
                        group.getValue().stream().limit(MAX_LABELS).toList(),
                        Math.max(0, group.getValue().size() - MAX_LABELS)))
                .toList();
    }
}
