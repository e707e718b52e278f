package app.forecourt.option;

import app.forecourt.text.TextNormalizer;
import app.forecourt.text.TypoMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for options by what is typed so far. Once made it may be used from any thread. */
public final class OptionSearch {
    /** Letters; nearly every word begins with less. */
    private static final int SHORTEST_SLIP = 4;

    private final List<CarOption> options;
    /** All names by what stands side by side in them, a space before each word; those of an option together. */
    private final Map<Integer, List<Name>> pairs = new HashMap<>();
    /** All words of all names by their first letter, each with the names it is in: slips are looked for among these. */
    private final Map<Character, Map<String, Set<Name>>> words = new HashMap<>();

    /**
     * An option that was looked for.
     *
     * @param called what people call it that begins so; empty if its own name tells why it was found
     */
    public record Match(CarOption option, String called) {}

    /** How well a name fits, the best first. */
    private enum Fit {
        OWN_NAME, OWN_LETTERS, OWN_BEGINNING, CALLED_SO, CALLED_BEGINNING, WORDS_BEGIN, PARTS, NONE
    }

    /**
     * What was typed: as it stands there but for the case, without signs, and its words.
     *
     * @param spaced its words, a space before each
     * @param starts the same one by one
     * @param sought what a name must have somewhere, each of two or more: a letter alone counts where a word begins
     */
    private record Typed(String letters, String spaced, List<String> parts, List<String> starts,
            List<String> sought) {
        static Typed of(String text) {
            String spaced = TextNormalizer.spaced(text);
            List<String> parts = spaced.isEmpty() ? List.of() : Arrays.asList(spaced.split(" "));
            return new Typed(text.strip().toLowerCase(Locale.ROOT), " " + spaced, parts,
                    parts.stream().map(part -> " " + part).toList(),
                    parts.stream().map(part -> part.length() > 1 ? part : " " + part).toList());
        }

        boolean mayBe(String names) {
            return hasAll(names, sought);
        }

        boolean beginsWords(String name) {
            return hasAll(name, starts);
        }

        /** No stream: this is asked of thousands of names at each key. */
        private static boolean hasAll(String name, List<String> parts) {
            for (String part : parts) {
                if (!name.contains(part)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One of the names of an option; a class, since two options may have a name in common. */
    private static final class Name {
        private final CarOption option;
        /** Of the option, among all. */
        private final int place;
        private final String shown;
        private final String letters;
        /** Its words, a space before each. */
        private final String spaced;
        private final boolean own;

        Name(CarOption option, int place, String shown, boolean own) {
            this.option = option;
            this.place = place;
            this.shown = shown;
            this.letters = shown.toLowerCase(Locale.ROOT);
            this.spaced = " " + TextNormalizer.spaced(shown);
            this.own = own;
        }

        Fit fit(Typed typed) {
            // It may lack another pair, or another part, and that is soonest seen.
            if (!typed.mayBe(spaced)) {
                return Fit.NONE;
            }
            if (spaced.equals(typed.spaced)) {
                return own ? Fit.OWN_NAME : Fit.CALLED_SO;
            }
            if (own && letters.startsWith(typed.letters)) {
                return Fit.OWN_LETTERS;
            }
            if (spaced.startsWith(typed.spaced)) {
                return own ? Fit.OWN_BEGINNING : Fit.CALLED_BEGINNING;
            }
            return typed.beginsWords(spaced) ? Fit.WORDS_BEGIN : Fit.PARTS;
        }

        int length() {
            return spaced.length();
        }

        Match match() {
            return new Match(option, own ? "" : shown);
        }
    }

    /** @param called what people call an option */
    public OptionSearch(Collection<CarOption> list, Function<CarOption, List<String>> called) {
        options = list.stream()
                .sorted(Comparator.comparing(CarOption::prettyName, String.CASE_INSENSITIVE_ORDER)).toList();
        for (int place = 0; place < options.size(); place++) {
            names(place, called).forEach(name -> {
                putPairs(name);
                putWords(name);
            });
        }
    }

    private Stream<Name> names(int place, Function<CarOption, List<String>> called) {
        CarOption option = options.get(place);
        return Stream.concat(
                Stream.of(option.prettyName(), option.name())
                        .map(name -> new Name(option, place, name, true)),
                called.apply(option).stream().map(name -> new Name(option, place, name, false)));
    }

    private void putPairs(Name name) {
        pairs(name.spaced).distinct()
                .forEach(pair -> pairs.computeIfAbsent(pair, any -> new ArrayList<>()).add(name));
    }

    private void putWords(Name name) {
        for (String word : List.of(name.spaced.split(" "))) {
            if (!word.isEmpty()) {
                words.computeIfAbsent(word.charAt(0), any -> new HashMap<>())
                        .computeIfAbsent(word, any -> new LinkedHashSet<>()).add(name);
            }
        }
    }

    private static IntStream pairs(String text) {
        return IntStream.range(1, text.length())
                .map(at -> text.charAt(at - 1) << Character.SIZE | text.charAt(at));
    }

    public List<Match> find(String text) {
        Typed typed = Typed.of(text);
        if (typed.parts.isEmpty()) {
            return options.stream().map(option -> new Match(option, "")).toList();
        }
        if (typed.spaced.length() - 1 > NameSimilarity.LONGEST) {
            return List.of();
        }
        Map<Fit, List<Name>> byFit = fitting(mayBe(typed), typed);
        List<Match> found = byFit.values().stream()
                .flatMap(names -> names.stream().sorted(Comparator.comparingInt(Name::length)))
                .map(Name::match).toList();
        return found.isEmpty() ? near(typed.parts) : found;
    }

    /** Of each option the name that fits best, of several the shortest, with those that fit so. */
    private static Map<Fit, List<Name>> fitting(List<Name> names, Typed typed) {
        var byFit = new EnumMap<Fit, List<Name>>(Fit.class);
        for (int at = 0; at < names.size();) {
            Name best = names.get(at);
            Fit fits = best.fit(typed);
            while (++at < names.size() && names.get(at).place == best.place) {
                Name name = names.get(at);
                Fit fit = name.fit(typed);
                int better = fit.compareTo(fits);
                if (better < 0 || (better == 0 && name.length() < best.length())) {
                    best = name;
                    fits = fit;
                }
            }
            byFit.computeIfAbsent(fits, any -> new ArrayList<>()).add(best);
        }
        byFit.remove(Fit.NONE);
        return byFit;
    }

    /** The names that have the rarest pair of what was typed: no other can fit. */
    private List<Name> mayBe(Typed typed) {
        return typed.sought.stream().flatMapToInt(OptionSearch::pairs)
                .mapToObj(pair -> pairs.getOrDefault(pair, List.of()))
                .min(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    /** Those with a name each part of which is a slip away from the beginning of a word. */
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
                    || (part.length() >= SHORTEST_SLIP && TypoMatcher.beginsNearly(part, word))) {
                near.addAll(names);
            }
        });
        return near;
    }
}
