package app.forecourt.car.vocabulary;

import app.forecourt.text.TextNormalizer;
import app.forecourt.text.TextSanitizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counter of typed texts. Spellings of the same text are counted together. */
final class SpellingCounter {
    /** Maximum number of suggestions. */
    private static final int MAX_RESULTS = 12;

    /** The most frequent text first, then the most recent. */
    private static final Comparator<Entry> RANK = Comparator.comparingInt(Entry::count)
            .reversed()
            .thenComparing(Entry::last, Comparator.reverseOrder())
            .thenComparing(Entry::spelling);

    private final Map<String, Entry> entries = new HashMap<>();
    /** Cache of the sorted entries; empty until the next query after a change. */
    private List<Entry> ranked = List.of();

    /**
     * Text with its count.
     *
     * @param spelling normalized spelling
     * @param shown text as typed the last time
     * @param parts for each separator, the normalized rest of the text after it
     * @param last time of the last use
     */
    private record Entry(String spelling, String shown, List<String> parts, int count, Instant last) {
        boolean startsWith(String prefix) {
            return spelling.startsWith(prefix);
        }

        boolean hasPartStartingWith(String prefix) {
            // A loop instead of a stream, because one letter may need a search of all entries.
            for (String part : parts) {
                if (part.startsWith(prefix)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Counts a text. A blank text is ignored. */
    void add(String text, Instant time) {
        String spelling = TextNormalizer.normalize(text);
        if (spelling.isEmpty()) {
            return;
        }
        Entry previous = entries.get(spelling);
        put(
                previous == null
                        ? new Entry(spelling, TextSanitizer.trim(text), parts(text), 1, time)
                        : time.isBefore(previous.last())
                                ? new Entry(
                                        spelling,
                                        previous.shown(),
                                        previous.parts(),
                                        previous.count() + 1,
                                        previous.last())
                                : new Entry(
                                        spelling, TextSanitizer.trim(text), parts(text), previous.count() + 1, time));
    }

    /** Decrements the count of a text and removes the text when the count reaches 0. */
    void remove(String text) {
        Entry previous = entries.get(TextNormalizer.normalize(text));
        if (previous != null && previous.count() > 1) {
            put(new Entry(
                    previous.spelling(), previous.shown(), previous.parts(), previous.count() - 1, previous.last()));
        } else if (previous != null) {
            entries.remove(previous.spelling());
            ranked = List.of();
        }
    }

    private void put(Entry entry) {
        entries.put(entry.spelling(), entry);
        ranked = List.of();
    }

    /**
     * Returns at most 12 texts: first those that begin with the typed text, then those with a later part that does. If
     * nothing is typed, all texts match.
     */
    List<String> find(String typed) {
        if (ranked.isEmpty()) {
            ranked = entries.values().stream().sorted(RANK).toList();
        }
        String prefix = TextNormalizer.normalize(typed);
        List<String> atStart = new ArrayList<>();
        List<String> inside = new ArrayList<>();
        for (Entry entry : ranked) {
            if (entry.startsWith(prefix)) {
                atStart.add(entry.shown());
            } else if (inside.size() < MAX_RESULTS && entry.hasPartStartingWith(prefix)) {
                inside.add(entry.shown());
            }
            if (atStart.size() == MAX_RESULTS) {
                break;
            }
        }
        return Stream.concat(atStart.stream(), inside.stream())
                .limit(MAX_RESULTS)
                .toList();
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        String rest = TextNormalizer.normalizeWords(text);
        for (int space = rest.indexOf(' '); space >= 0; space = rest.indexOf(' ')) {
            rest = rest.substring(space + 1);
            parts.add(rest.replace(" ", ""));
        }
        return parts;
    }
}
