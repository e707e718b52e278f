package app.forecourt.car;

import app.forecourt.car.OptionCatalogue.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks for options by what is typed so far. Once made it may be used from any thread. */
final class OptionSearch {
    /** Letters; nearly every word begins with less. */
    private static final int SHORTEST_SLIP = 4;

    private final List<Entry> entries;

    /** How well a name fits, the best first. */
    private enum Fit {
        OWN_NAME, OWN_LETTERS, OWN_BEGINNING, CALLED_SO, CALLED_BEGINNING, WORDS_BEGIN, PARTS, NONE
    }

    private record Name(String shown, String spaced, boolean own) {
        /** @param letters as they were typed, signs and all */
        Fit fit(String letters, String typed, List<String> parts) {
            if (own && shown.regionMatches(true, 0, letters, 0, letters.length())
                    && !spaced.equals(typed)) {
                return Fit.OWN_LETTERS;
            }
            if (spaced.equals(typed)) {
                return own ? Fit.OWN_NAME : Fit.CALLED_SO;
            }
            if (spaced.startsWith(typed)) {
                return own ? Fit.OWN_BEGINNING : Fit.CALLED_BEGINNING;
            }
            if (!parts.stream().allMatch(spaced::contains)) {
                return Fit.NONE;
            }
            return parts.stream().allMatch(part -> (" " + spaced).contains(" " + part)) ? Fit.WORDS_BEGIN
                    : Fit.PARTS;
        }

        /** Whether each part is a slip away from the beginning of a word. */
        boolean isNear(List<String> parts) {
            List<String> words = Arrays.asList(spaced.split(" "));
            return parts.stream().allMatch(part -> words.stream().anyMatch(word -> isNear(part, word)));
        }

        private static boolean isNear(String part, String word) {
            return word.startsWith(part)
                    || (part.length() >= SHORTEST_SLIP && word.charAt(0) == part.charAt(0)
                            && Slip.beginsNearly(part, word));
        }
    }

    private record Entry(Option option, List<Name> names) {
        Hit hit(String letters, String typed, List<String> parts) {
            Hit best = new Hit(option, Fit.NONE, 0, "");
            for (Name name : names) {
                Fit fit = name.fit(letters, typed, parts);
                if (fit.compareTo(best.fit) < 0
                        || (fit == best.fit && fit != Fit.NONE && name.spaced.length() < best.length)) {
                    best = new Hit(option, fit, name.spaced.length(), name.own ? "" : name.shown);
                }
            }
            return best;
        }

        Optional<Found> slip(List<String> parts) {
            return names.stream().filter(name -> name.isNear(parts)).findFirst()
                    .map(name -> new Found(option, name.own ? "" : name.shown));
        }
    }

    private record Hit(Option option, Fit fit, int length, String called) {}

    /** @param called what people call an option */
    OptionSearch(Collection<Option> list, Function<Option, List<String>> called) {
        entries = list.stream()
                .sorted(Comparator.comparing(Option::prettyName, String.CASE_INSENSITIVE_ORDER))
                .map(option -> new Entry(option, names(option, called.apply(option)))).toList();
    }

    private static List<Name> names(Option option, List<String> called) {
        var names = new ArrayList<Name>();
        Stream.of(option.prettyName(), option.name())
                .forEach(name -> names.add(new Name(name, Spelling.spaced(name), true)));
        called.forEach(name -> names.add(new Name(name, Spelling.spaced(name), false)));
        return names;
    }

    List<Found> find(String text) {
        String typed = Spelling.spaced(text);
        List<String> parts = typed.isEmpty() ? List.of() : Arrays.asList(typed.split(" "));
        if (parts.isEmpty()) {
            return entries.stream().map(entry -> new Found(entry.option, "")).toList();
        }
        if (typed.length() > Likeness.LONGEST) {
            return List.of();
        }
        List<Found> found = entries.stream().map(entry -> entry.hit(text.strip(), typed, parts))
                .filter(hit -> hit.fit != Fit.NONE)
                .sorted(Comparator.comparing(Hit::fit).thenComparing(Hit::length))
                .map(hit -> new Found(hit.option, hit.called)).toList();
        return !found.isEmpty() ? found
                : entries.stream().flatMap(entry -> entry.slip(parts).stream()).toList();
    }
}
