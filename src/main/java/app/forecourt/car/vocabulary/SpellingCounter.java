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

/** Texts and how often each was typed, in any spelling; the one typed most often first, of those the last. */
final class SpellingCounter {
    /** As many as are offered at once. */
    private static final int MOST = 12;

    private static final Comparator<Entry> RANK = Comparator.comparingInt(Entry::count).reversed()
            .thenComparing(Entry::last, Comparator.reverseOrder()).thenComparing(Entry::spelling);

    private final Map<String, Entry> entries = new HashMap<>();
    /** The same in their order, once it was asked for; empty since the last change. */
    private List<Entry> ranked = List.of();

    /**
     * @param shown as it was typed last
     * @param parts the spelling, and what is left of it behind each separator
     */
    private record Entry(String spelling, String shown, List<String> parts, int count, Instant last) {
        boolean begins(String start) {
            return spelling.startsWith(start);
        }

        boolean hasPart(String start) {
            // No stream: of many cars all may be looked at for a letter.
            for (String part : parts) {
                if (part.startsWith(start)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A text was typed; blank is none. */
    void add(String text, Instant when) {
        String spelling = TextNormalizer.of(text);
        if (spelling.isEmpty()) {
            return;
        }
        Entry before = entries.get(spelling);
        put(before == null ? new Entry(spelling, TextSanitizer.trimmed(text), parts(text), 1, when)
                : when.isBefore(before.last())
                        ? new Entry(spelling, before.shown(), before.parts(), before.count() + 1,
                                before.last())
                        : new Entry(spelling, TextSanitizer.trimmed(text), parts(text), before.count() + 1,
                                when));
    }

    /** A text was typed once less. */
    void remove(String text) {
        Entry before = entries.get(TextNormalizer.of(text));
        if (before != null && before.count() > 1) {
            put(new Entry(before.spelling(), before.shown(), before.parts(), before.count() - 1,
                    before.last()));
        } else if (before != null) {
            entries.remove(before.spelling());
            ranked = List.of();
        }
    }

    private void put(Entry entry) {
        entries.put(entry.spelling(), entry);
        ranked = List.of();
    }

    /** Those that begin with what is typed, then those with a part inside that does; all when nothing is. */
    List<String> find(String typed) {
        if (ranked.isEmpty()) {
            ranked = entries.values().stream().sorted(RANK).toList();
        }
        String start = TextNormalizer.of(typed);
        List<String> begin = new ArrayList<>();
        List<String> inside = new ArrayList<>();
        for (Entry entry : ranked) {
            if (entry.begins(start)) {
                begin.add(entry.shown());
            } else if (inside.size() < MOST && entry.hasPart(start)) {
                inside.add(entry.shown());
            }
            if (begin.size() == MOST) {
                break;
            }
        }
        return Stream.concat(begin.stream(), inside.stream()).limit(MOST).toList();
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        String rest = TextNormalizer.spaced(text);
        for (int space = rest.indexOf(' '); space >= 0; space = rest.indexOf(' ')) {
            rest = rest.substring(space + 1);
            parts.add(rest.replace(" ", ""));
        }
        return parts;
    }
}
