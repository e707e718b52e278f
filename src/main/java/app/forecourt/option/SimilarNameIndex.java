package app.forecourt.option;

import app.forecourt.text.TextNormalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The few options of a long list that may be near to a name: those that share a word with it, or its first letters. A
 * list of 20,000 held against 200 names one by one would keep the window waiting for half a minute.
 */
final class SimilarNameIndex {
    /** Letters; slips of the finger are rare so early in a word. */
    private static final int START = 3;

    private final Map<String, Set<CarOption>> byPart = new HashMap<>();

    SimilarNameIndex(Collection<CarOption> options) {
        options.forEach(option -> Stream.of(option.name(), option.prettyName())
                .flatMap(SimilarNameIndex::parts)
                .forEach(part -> byPart.computeIfAbsent(part, any -> new LinkedHashSet<>()).add(option)));
    }

    Set<CarOption> candidates(String name) {
        Set<CarOption> found = new LinkedHashSet<>();
        parts(name).forEach(part -> found.addAll(byPart.getOrDefault(part, Set.of())));
        return found;
    }

    /** Its words, and the beginning of the first. */
    private static Stream<String> parts(String name) {
        if (name.length() > NameSimilarity.LONGEST) {
            return Stream.empty();
        }
        List<String> words = List.of(TextNormalizer.spaced(name).split(" "));
        String start = words.getFirst();
        return Stream.concat(words.stream(),
                Stream.of("^" + start.substring(0, Math.min(START, start.length()))));
    }
}
