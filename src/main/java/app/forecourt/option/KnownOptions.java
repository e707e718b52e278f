package app.forecourt.option;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The option list of one profile, and what comes near to names it lacks. May be used from any thread.
 *
 * <p>
 * Lists differ between staging and production, and so a car may bring options that the other one calls otherwise: for
 * those the nearest names are offered.
 */
public final class KnownOptions {
    private static final int MOST_OFFERS = 3;

    private final Map<String, CarOption> byName = new LinkedHashMap<>();
    private final Map<String, String> elsewhere;
    /** Looking for what is near takes as long as the list is; a car is checked at every key. */
    private final Map<String, List<String>> near = new ConcurrentHashMap<>();
    private final boolean whole;
    private @Nullable SimilarNameIndex index;

    /** The list of a profile. */
    public KnownOptions(List<CarOption> list) {
        this(list, Map.of(), true);
    }

    /**
     * @param elsewhere what people read on other profiles for the names that they know
     * @param whole whether the profile has no more
     */
    public KnownOptions(List<CarOption> list, Map<String, String> elsewhere, boolean whole) {
        this.whole = whole;
        this.elsewhere = Map.copyOf(elsewhere);
        list.forEach(option -> byName.put(option.name(), option));
    }

    /** All options, in the order of the list. */
    public List<CarOption> options() {
        return List.copyOf(byName.values());
    }

    /** What people read for that API name: here, else elsewhere, else as well as the name allows. */
    public String prettyName(String name) {
        CarOption here = byName.get(name);
        return here != null ? here.prettyName()
                : elsewhere.getOrDefault(name, CarOption.unlisted(name).prettyName());
    }

    /** Whether the list has that API name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Whether what the list lacks is not there. */
    public boolean isWhole() {
        return whole;
    }

    /** The options that might be meant by a name the list lacks, best first, at most 3. */
    public List<String> nearest(String name) {
        return near.computeIfAbsent(name, this::look);
    }

    private List<String> look(String name) {
        Stream<String> same = Synonyms.of(name).stream().filter(byName::containsKey);
        NameSimilarity likeness = new NameSimilarity(name);
        Map<String, Double> alike = new HashMap<>();
        index().candidates(name).forEach(option -> alike.put(option.name(),
                Math.max(likeness.to(option.name()), likeness.to(option.prettyName()))));
        return Stream.concat(same, alike.entrySet().stream()
                .filter(entry -> entry.getValue() >= NameSimilarity.NEAR)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)).distinct().limit(MOST_OFFERS).toList();
    }

    private synchronized SimilarNameIndex index() {
        if (index == null) {
            index = new SimilarNameIndex(byName.values());
        }
        return index;
    }
}
