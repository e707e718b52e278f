package app.forecourt.option;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Option list of one profile, with suggestions for unknown names. Thread-safe.
 *
 * <p>The lists of staging and production differ. A car may therefore have options with another name in the other list;
 * the nearest names are suggested for them.
 */
public final class AvailableOptions {
    private static final int MAX_NEAREST = 3;

    private final Map<String, CarOption> byName = new LinkedHashMap<>();
    private final Map<String, String> otherLabels;
    /** Cache, because a search takes time in proportion to the list and a car is checked at every key press. */
    private final Map<String, List<String>> nearest = new ConcurrentHashMap<>();

    private final boolean complete;
    private @Nullable SimilarNameCandidates index;

    /** Creates the complete list of a profile. */
    public AvailableOptions(List<CarOption> list) {
        this(list, Map.of(), true);
    }

    /**
     * Creates the list of a profile.
     *
     * @param otherLabels labels of the other profiles by API name
     * @param complete true if the profile has no further options
     */
    public AvailableOptions(List<CarOption> list, Map<String, String> otherLabels, boolean complete) {
        this.complete = complete;
        this.otherLabels = Map.copyOf(otherLabels);
        list.forEach(option -> byName.put(option.name(), option));
    }

    /** Returns all options in the order of the list. */
    public List<CarOption> options() {
        return List.copyOf(byName.values());
    }

    /** Returns the label of an API name: from this profile, from another profile, or made of the name. */
    public String prettyName(String name) {
        CarOption option = byName.get(name);
        return option != null
                ? option.prettyName()
                : otherLabels.getOrDefault(name, CarOption.unlisted(name).prettyName());
    }

    /** Returns the option with an API name, which the list may lack. */
    public CarOption option(String name) {
        return new CarOption(name, prettyName(name));
    }

    /** Returns whether the list has an API name. */
    public boolean contains(String name) {
        return byName.containsKey(name);
    }

    /** Returns whether the list has all options of the profile. */
    public boolean isComplete() {
        return complete;
    }

    /** Returns at most three API names of the list that are near to an unknown name, the best first. */
    public List<String> nearest(String name) {
        return nearest.computeIfAbsent(name, this::findNearest);
    }

    private List<String> findNearest(String name) {
        Stream<String> synonyms = EquivalentOptions.of(name).stream().filter(byName::containsKey);
        NameSimilarity similarity = new NameSimilarity(name);
        Map<String, Double> similarities = new HashMap<>();
        index().candidates(name)
                .forEach(option -> similarities.put(
                        option.name(),
                        Math.max(
                                similarity.similarityTo(option.name()), similarity.similarityTo(option.prettyName()))));
        return Stream.concat(
                        synonyms,
                        similarities.entrySet().stream()
                                .filter(entry -> entry.getValue() >= NameSimilarity.MIN_SIMILARITY)
                                .sorted(Map.Entry.<String, Double>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                                .map(Map.Entry::getKey))
                .distinct()
                .limit(MAX_NEAREST)
                .toList();
    }

    private synchronized SimilarNameCandidates index() {
        if (index == null) {
            index = new SimilarNameCandidates(byName.values());
        }
        return index;
    }
}
