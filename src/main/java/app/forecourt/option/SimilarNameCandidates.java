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
 * Index of the options with a common word or common first letters. The index preselects the few options that may be
 * similar to a name. Without the index, comparing 20,000 options with 200 names would block the window for half a
 * minute.
 */
final class SimilarNameCandidates {
    /** Number of first letters to compare; typos are rare so early in a word. */
    private static final int PREFIX_LENGTH = 3;

    private final Map<String, Set<CarOption>> byPart = new HashMap<>();

    SimilarNameCandidates(Collection<CarOption> options) {
        options.forEach(option -> Stream.of(option.name(), option.prettyName())
                .flatMap(SimilarNameCandidates::parts)
                .forEach(part ->
                        byPart.computeIfAbsent(part, _ -> new LinkedHashSet<>()).add(option)));
    }

    /** Returns the options that may be similar to a name. */
    Set<CarOption> candidates(String name) {
        Set<CarOption> found = new LinkedHashSet<>();
        parts(name).forEach(part -> found.addAll(byPart.getOrDefault(part, Set.of())));
        return found;
    }

    /** Returns the words of a name, and the first letters of its first word. */
    private static Stream<String> parts(String name) {
        if (name.length() > NameSimilarity.MAX_LENGTH) {
            return Stream.empty();
        }
        List<String> words = List.of(TextNormalizer.normalizeWords(name).split(" "));
        String first = words.getFirst();
        return Stream.concat(
                words.stream(), Stream.of("^" + first.substring(0, Math.min(PREFIX_LENGTH, first.length()))));
    }
}
