package app.forecourt.option.paste;

import static java.util.stream.Collectors.toSet;

import app.forecourt.option.EquivalentOptions;
import app.forecourt.option.SampleOptionList;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Trap lines of one language: each has a word of an option, and most mean something else.
 *
 * @param name name of the resource below {@code equipment/traps}
 */
record TrapLines(String name, List<Trap> traps) {
    /**
     * A line and its correct result, found by hand.
     *
     * @param green options that may be certain matches
     * @param ticked options that must be selected
     * @param other words of the line that belong to none of these options
     */
    record Trap(String line, Set<String> green, Set<String> ticked, List<String> other) {
        private static Trap of(String text) {
            String[] sides = text.split(" =>", 2);
            String[] meant = sides[1].split("\\?\\?", 2);
            List<String> names = parts(meant[0]);
            return new Trap(
                    sides[0],
                    meanings(names, name -> true),
                    meanings(names, name -> name.startsWith("!")),
                    meant.length > 1 ? parts(meant[1]) : List.of());
        }

        private static List<String> parts(String text) {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        private static Set<String> meanings(List<String> names, Predicate<String> condition) {
            return names.stream()
                    .filter(condition)
                    .map(name -> EquivalentOptions.canonicalName(name.replace("!", "")))
                    .collect(toSet());
        }
    }

    static TrapLines of(String name) {
        return new TrapLines(
                name,
                SampleOptionList.read("/equipment/traps/" + name + ".txt")
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(Trap::of)
                        .toList());
    }

    /** Returns the pasted texts in which an option was found. */
    static List<String> texts(PasteResult pasted, PasteResult.Match match) {
        return pasted.lines().stream()
                .flatMap(line -> line.segments().stream())
                .filter(segment -> segment.matches().stream()
                        .anyMatch(found -> found.option().equals(match.option())))
                .map(PasteResult.Segment::text)
                .distinct()
                .toList();
    }

    /** Returns the canonical names of the matches that are at least of a quality. */
    static Set<String> names(PasteResult pasted, MatchQuality least) {
        return pasted.matches().stream()
                .filter(match -> match.quality().compareTo(least) <= 0)
                .map(match -> EquivalentOptions.canonicalName(match.option().name()))
                .collect(toSet());
    }

    static List<String> all() {
        return List.of("en", "nl", "de", "fr", "en-held-out", "nl-held-out", "de-held-out", "fr-held-out");
    }
}
