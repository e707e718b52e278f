package app.forecourt.option;

import app.forecourt.option.OptionSearchTerms.Synonym;
import app.forecourt.text.Language;
import app.forecourt.text.TextNormalizer;
import app.forecourt.text.TypoMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Incremental search of options by their names in four languages. Immutable and thread-safe. */
public final class OptionSearch {
    /**
     * Minimum length of a typed word with a typo, in letters. A shorter word would match the start of nearly every
     * word.
     */
    private static final int MIN_TYPO_LENGTH = 4;

    private final List<CarOption> options;
    /** Bigram index of all names, with a space before each word. The names of an option are adjacent in each list. */
    private final Map<Integer, List<Name>> byBigram = new HashMap<>();
    /** Names by word, and the words by their first letter, for the search with typos. */
    private final Map<Character, Map<String, Set<Name>>> words = new HashMap<>();

    /**
     * Result of a search.
     *
     * @param option the matching option
     * @param matchingSynonym matching synonym; empty if the option's own name matches
     */
    public record Match(CarOption option, String matchingSynonym) {}

    /** Quality of a match, the best first. */
    private enum Fit {
        OWN_NAME, OWN_LETTERS, OWN_PREFIX, SYNONYM, SYNONYM_PREFIX, WORD_PREFIXES, SUBSTRINGS, NONE;

        /** Returns whether the name begins with the typed text. */
        boolean isPrefix() {
            return compareTo(SYNONYM_PREFIX) <= 0;
        }
    }

    /**
     * Typed text in the forms that the search needs.
     *
     * @param letters text in lower case
     * @param spaced normalized words, each with a space before it
     * @param parts normalized words
     * @param prefixes normalized words, each with a space before it, as separate texts
     * @param required texts of at least two characters that a matching name contains. A single letter must be at the
     *        start of a word.
     */
    private record Query(String letters, String spaced, List<String> parts, List<String> prefixes,
            List<String> required) {
        static Query of(String text) {
            String spaced = TextNormalizer.normalizeWords(text);
            List<String> parts = spaced.isEmpty() ? List.of() : Arrays.asList(spaced.split(" "));
            return new Query(text.strip().toLowerCase(Locale.ROOT), " " + spaced, parts,
                    parts.stream().map(part -> " " + part).toList(),
                    parts.stream().map(part -> part.length() > 1 ? part : " " + part).toList());
        }

        boolean matches(String name) {
            return hasAll(name, required);
        }

        boolean matchesWordPrefixes(String name) {
            return hasAll(name, prefixes);
        }

        /** Uses a loop instead of a stream, because each key press checks thousands of names. */
        private static boolean hasAll(String name, List<String> parts) {
            for (String part : parts) {
                if (!name.contains(part)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Name that matches, and the quality of the match.
     *
     * @param shortest length of the option's shortest name that begins with the typed text, or of this name if none
     *        does. Common options have short names, such as "aircon" of "Air conditioning".
     */
    private record Best(Name name, Fit fit, int shortest) {
        static final Comparator<Best> ORDER = Comparator.comparing(Best::fit)
                .thenComparingInt(Best::shortest).thenComparingInt(best -> best.name.length());

        /** Returns the better of two names of one option, with the length of the shortest one. */
        Best merge(Best other) {
            return ORDER.compare(other, this) < 0 ? other.withLengthOf(this) : withLengthOf(other);
        }

        Best withLengthOf(Best other) {
            return other.fit.isPrefix() && other.shortest < shortest ? new Best(name, fit, other.shortest)
                    : this;
        }
    }

    /** Name of an option. A class with identity and no record, because two options may have the same name. */
    private static final class Name {
        private final CarOption option;
        /** Index of the option in {@link OptionSearch#options}. */
        private final int optionIndex;
        private final String shown;
        private final String letters;
        /** Normalized words, each with a space before it. */
        private final String spaced;
        /** Language of a synonym; empty for an own name. */
        private final Optional<Language> language;
        private final boolean own;

        Name(CarOption option, int optionIndex, String shown, Optional<Language> language) {
            this.option = option;
            this.optionIndex = optionIndex;
            this.shown = shown;
            this.letters = shown.toLowerCase(Locale.ROOT);
            this.spaced = " " + TextNormalizer.normalizeWords(shown);
            this.language = language;
            this.own = language.isEmpty();
        }

        /** Returns whether this is a synonym in another language. */
        boolean isForeign(Language read) {
            return !own && !language.equals(Optional.of(read));
        }

        Fit fit(Query query) {
            // The fastest check first: the bigram index only ensures one bigram of the query.
            if (!query.matches(spaced)) {
                return Fit.NONE;
            }
            if (spaced.equals(query.spaced)) {
                return own ? Fit.OWN_NAME : Fit.SYNONYM;
            }
            if (own && letters.startsWith(query.letters)) {
                return Fit.OWN_LETTERS;
            }
            if (spaced.startsWith(query.spaced)) {
                return own ? Fit.OWN_PREFIX : Fit.SYNONYM_PREFIX;
            }
            return query.matchesWordPrefixes(spaced) ? Fit.WORD_PREFIXES : Fit.SUBSTRINGS;
        }

        int length() {
            return spaced.length();
        }

        Match match() {
            return new Match(option, own ? "" : shown);
        }
    }

    /**
     * Creates the index of an option list.
     *
     * @param synonyms returns the synonyms of an option in all languages
     */
    public OptionSearch(Collection<CarOption> list, Function<CarOption, List<Synonym>> synonyms) {
        options = list.stream()
                .sorted(Comparator.comparing(CarOption::prettyName, String.CASE_INSENSITIVE_ORDER)).toList();
        for (int i = 0; i < options.size(); i++) {
            names(i, synonyms).forEach(name -> {
                putBigrams(name);
                putWords(name);
            });
        }
    }

    private Stream<Name> names(int optionIndex, Function<CarOption, List<Synonym>> synonyms) {
        CarOption option = options.get(optionIndex);
        return Stream.concat(
                Stream.of(option.prettyName(), option.name())
                        .map(name -> new Name(option, optionIndex, name, Optional.empty())),
                synonyms.apply(option).stream().map(synonym -> new Name(option, optionIndex, synonym.word(),
                        Optional.of(synonym.language()))));
    }

    private void putBigrams(Name name) {
        bigrams(name.spaced).distinct()
                .forEach(bigram -> byBigram.computeIfAbsent(bigram, _ -> new ArrayList<>()).add(name));
    }

    private void putWords(Name name) {
        for (String word : List.of(name.spaced.split(" "))) {
            if (!word.isEmpty()) {
                words.computeIfAbsent(word.charAt(0), _ -> new HashMap<>())
                        .computeIfAbsent(word, _ -> new LinkedHashSet<>()).add(name);
            }
        }
    }

    private static IntStream bigrams(String text) {
        return IntStream.range(1, text.length())
                .map(i -> text.charAt(i - 1) << Character.SIZE | text.charAt(i));
    }

    /**
     * Returns the matching options, the best first; all options for a blank text. An option that only a synonym of another
     * language matches comes last. If others match, it must match by the starts of words.
     */
    public List<Match> find(String text, Language language) {
        Query query = Query.of(text);
        if (query.parts.isEmpty()) {
            return options.stream().map(option -> new Match(option, "")).toList();
        }
        if (query.spaced.length() - 1 > NameSimilarity.MAX_LENGTH) {
            return List.of();
        }
        List<Name> names = candidates(query);
        List<Best> read = bestNames(names, query, name -> !name.isForeign(language));
        Set<Integer> known = read.stream().map(best -> best.name.optionIndex).collect(Collectors.toSet());
        List<Best> foreign = bestNames(names, query,
                name -> name.isForeign(language) && !known.contains(name.optionIndex));
        if (!read.isEmpty()) {
            foreign.removeIf(best -> best.fit == Fit.SUBSTRINGS);
        }
        List<Match> found = Stream.concat(read.stream(), foreign.stream()).map(best -> best.name.match())
                .toList();
        return found.isEmpty() ? near(query.parts) : found;
    }

    /**
     * Returns the best name of each matching option, the best match first. Of equal matches the option with the shortest
     * name is first.
     *
     * @param names names, those of an option adjacent
     */
    private static List<Best> bestNames(List<Name> names, Query query, Predicate<Name> isSought) {
        var found = new ArrayList<Best>();
        for (Name name : names) {
            Fit fit = name.fit(query);
            if (fit == Fit.NONE) {
                continue;
            }
            Best best = new Best(name, fit, name.length());
            boolean isSameOption = !found.isEmpty() && found.getLast().name.optionIndex == name.optionIndex;
            if (isSameOption) {
                // Other languages count for the length, because the own names are English in every window.
                found.set(found.size() - 1, isSought.test(name) ? found.getLast().merge(best)
                        : found.getLast().withLengthOf(best));
            } else if (isSought.test(name)) {
                found.add(best);
            }
        }
        found.sort(Best.ORDER);
        return found;
    }

    /** Returns the names with the rarest bigram of the query, because every match has this bigram. */
    private List<Name> candidates(Query query) {
        return query.required.stream().flatMapToInt(OptionSearch::bigrams)
                .mapToObj(bigram -> byBigram.getOrDefault(bigram, List.of()))
                .min(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    /** Returns the options with a name in which each typed word begins a word, apart from typos. */
    private List<Match> near(List<String> parts) {
        Set<Name> near = new LinkedHashSet<>(near(parts.getFirst()));
        parts.stream().skip(1).map(this::near).forEach(near::retainAll);
        Map<CarOption, Match> found = new LinkedHashMap<>();
        near.stream().sorted(Comparator.comparing(Name::length)
                .thenComparing(name -> name.option.prettyName()))
                .forEach(name -> found.putIfAbsent(name.option, name.match()));
        return List.copyOf(found.values());
    }

    private Set<Name> near(String part) {
        Set<Name> near = new LinkedHashSet<>();
        words.getOrDefault(part.charAt(0), Map.of()).forEach((word, names) -> {
            if (word.startsWith(part)
                    || (part.length() >= MIN_TYPO_LENGTH && TypoMatcher.startsNearlyWith(part, word))) {
                near.addAll(names);
            }
        });
        return near;
    }
}
