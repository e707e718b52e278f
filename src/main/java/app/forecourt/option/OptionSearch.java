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
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
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

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<CarOption> options;
    /** Bigram index of all names, with a space before each word and without any separator. */
    private final Map<Integer, List<Name>> byBigram = new HashMap<>();
    /** Names by word, and the words by their first letter, for the search with typos. */
    private final Map<Character, Map<String, Set<Name>>> words = new HashMap<>();

    private final Set<String> unlisted;

    /**
     * Result of a search.
     *
     * @param option the matching option
     * @param matchingSynonym matching synonym; empty if the option's own name matches
     */
    public record Match(CarOption option, String matchingSynonym) {}

    /** Quality of a match, the best first: the whole name, whole words of it, beginnings of its words, any letters. */
    private enum Fit {
        EXACT,
        WORDS,
        BEGINNINGS,
        MIDDLE,
        NONE
    }

    /**
     * Typed text in the forms that the search needs.
     *
     * @param joined letters and digits without any separator, because people type "startstop"
     * @param spaced normalized words, each with a space before it
     * @param parts normalized words
     * @param prefixes normalized words, each with a space before it, as separate texts
     * @param required texts of at least two characters that a matching name contains. A single letter must be at the
     *     start of a word.
     */
    private record Query(
            String joined, String spaced, List<String> parts, List<String> prefixes, List<String> required) {
        static Query of(String text) {
            String spaced = TextNormalizer.normalizeWords(text);
            List<String> parts = spaced.isEmpty() ? List.of() : Arrays.asList(spaced.split(" "));
            return new Query(
                    join(spaced),
                    " " + spaced,
                    parts,
                    parts.stream().map(part -> " " + part).toList(),
                    parts.stream()
                            .map(part -> part.length() > 1 ? part : " " + part)
                            .toList());
        }

        /** Uses a loop instead of a stream, because each key press checks thousands of names. */
        static boolean hasAll(String name, List<String> parts) {
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
     * @param foreign true if the name is in another language than that of the window
     * @param starts true if the name begins with the typed text
     */
    private record Hit(Name name, Fit fit, boolean foreign, boolean starts) {
        /**
         * The shortest of equal names is first, because common options have short names, such as "aircon". Equivalent
         * options have the same synonyms: the one that has given its name to them is first.
         */
        static final Comparator<Hit> ORDER = Comparator.comparing(Hit::fit)
                .thenComparing(Hit::foreign)
                .thenComparing(hit -> !hit.starts)
                .thenComparingInt(hit -> hit.name.length())
                .thenComparing(hit -> !hit.name.own)
                .thenComparing(hit -> hit.name.isEquivalent());

        static Hit of(Name name, Query query, Language language) {
            return new Hit(name, name.fit(query), name.language != language, name.spaced.startsWith(query.spaced));
        }

        boolean isForeignMiddle() {
            return foreign && fit == Fit.MIDDLE;
        }
    }

    /** Name of an option. A class with identity and no record, because two options may have the same name. */
    private static final class Name {
        private final CarOption option;
        /** Index of the option in {@link OptionSearch#options}. */
        private final int optionIndex;

        private final String shown;
        private final String joined;
        /** Normalized words, each with a space before it. */
        private final String spaced;

        private final Language language;
        private final boolean own;

        Name(CarOption option, int optionIndex, String shown, Language language, boolean own) {
            this.option = option;
            this.optionIndex = optionIndex;
            this.shown = shown;
            this.spaced = " " + TextNormalizer.normalizeWords(shown);
            this.joined = join(spaced);
            this.language = language;
            this.own = own;
        }

        Fit fit(Query query) {
            if (joined.equals(query.joined)) {
                return Fit.EXACT;
            }
            boolean isBeginning = !query.joined.isEmpty() && joined.startsWith(query.joined);
            if (!Query.hasAll(spaced, query.required)) {
                return isBeginning ? Fit.BEGINNINGS : Fit.NONE;
            }
            if ((spaced + " ").contains(query.spaced + " ")) {
                return Fit.WORDS;
            }
            return isBeginning || Query.hasAll(spaced, query.prefixes) ? Fit.BEGINNINGS : Fit.MIDDLE;
        }

        /** Returns whether the option is another name of an option that the synonyms are listed for. */
        boolean isEquivalent() {
            return !EquivalentOptions.canonicalName(option.name()).equals(option.name());
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
     * @param unlisted names of things that the list does not have. They find no option with a longer word, so that
     *     "nap" (proof of the mileage) does not find nappa.
     */
    public OptionSearch(
            Collection<CarOption> list, Function<CarOption, List<Synonym>> synonyms, Collection<String> unlisted) {
        this.unlisted = unlisted.stream()
                .map(TextNormalizer::normalizeWords)
                .map(OptionSearch::join)
                .collect(Collectors.toSet());
        options = list.stream()
                .sorted(Comparator.comparing(CarOption::prettyName, String.CASE_INSENSITIVE_ORDER))
                .toList();
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
                        .map(name -> new Name(option, optionIndex, name, Language.ENGLISH, true)),
                synonyms.apply(option).stream()
                        .map(synonym -> new Name(option, optionIndex, synonym.word(), synonym.language(), false)));
    }

    private void putBigrams(Name name) {
        IntStream.concat(bigrams(name.spaced), bigrams(name.joined))
                .distinct()
                .forEach(bigram ->
                        byBigram.computeIfAbsent(bigram, _ -> new ArrayList<>()).add(name));
    }

    private void putWords(Name name) {
        for (String word : List.of(name.spaced.split(" "))) {
            if (!word.isEmpty()) {
                words.computeIfAbsent(word.charAt(0), _ -> new HashMap<>())
                        .computeIfAbsent(word, _ -> new LinkedHashSet<>())
                        .add(name);
            }
        }
    }

    private static String join(String text) {
        return SEPARATORS.matcher(text).replaceAll("");
    }

    private static IntStream bigrams(String text) {
        return IntStream.range(1, text.length()).map(i -> text.charAt(i - 1) << Character.SIZE | text.charAt(i));
    }

    /**
     * Returns the matching options, the best first; all options for a blank text. Of equal matches, names in the given
     * language come first. In other languages, a middle of a word counts only if nothing else matches.
     */
    public List<Match> find(String text, Language language) {
        Query query = Query.of(text);
        if (query.parts.isEmpty()) {
            return options.stream().map(option -> new Match(option, "")).toList();
        }
        if (query.spaced.length() - 1 > NameSimilarity.MAX_LENGTH) {
            return List.of();
        }
        boolean isUnlisted = unlisted.contains(query.joined);
        List<Hit> hits = hits(query, language, isUnlisted ? Fit.WORDS : Fit.MIDDLE);
        if (hits.isEmpty()) {
            return isUnlisted ? List.of() : near(query.parts);
        }
        return hits.stream()
                .filter(hit -> !hit.isForeignMiddle() || hits.getFirst().isForeignMiddle())
                .map(hit -> hit.name.match())
                .toList();
    }

    /** Returns the best name of each matching option, the best first. */
    private List<Hit> hits(Query query, Language language, Fit worst) {
        var best = new LinkedHashMap<Integer, Hit>();
        for (Name name : candidates(query)) {
            Hit hit = Hit.of(name, query, language);
            if (hit.fit.compareTo(worst) <= 0) {
                best.merge(name.optionIndex, hit, BinaryOperator.minBy(Hit.ORDER));
            }
        }
        return best.values().stream().sorted(Hit.ORDER).toList();
    }

    /** Returns the names with the rarest bigram of the query, because every match has this bigram. */
    private List<Name> candidates(Query query) {
        return query.required.stream()
                .flatMapToInt(OptionSearch::bigrams)
                .mapToObj(bigram -> byBigram.getOrDefault(bigram, List.of()))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** Returns the options with a name in which each typed word begins a word, apart from typos. */
    private List<Match> near(List<String> parts) {
        Set<Name> near = new LinkedHashSet<>(near(parts.getFirst()));
        parts.stream().skip(1).map(this::near).forEach(near::retainAll);
        Map<CarOption, Match> found = new LinkedHashMap<>();
        near.stream()
                .sorted(Comparator.comparing(Name::length).thenComparing(name -> name.option.prettyName()))
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
