package app.forecourt.car;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Texts and how often each was typed, in any spelling; the one typed most often first, of those the last. */
final class Tally {
    /** As many as are offered at once. */
    private static final int MOST = 12;

    private final Map<String, Entry> entries = new HashMap<>();
    private final TreeSet<Entry> ranked = new TreeSet<>(
            Comparator.comparingInt(Entry::count).reversed()
                    .thenComparing(Entry::last, Comparator.reverseOrder()).thenComparing(Entry::spelling));

    /**
     * @param shown as it was typed last
     * @param parts the spelling, and what is left of it behind each separator
     */
    private record Entry(String spelling, String shown, List<String> parts, int count, Instant last) {
        boolean begins(String start) {
            return spelling.startsWith(start);
        }

        boolean hasPart(String start) {
            return parts.stream().anyMatch(part -> part.startsWith(start));
        }
    }

    /** A text was typed; blank is none. */
    void add(String text, Instant when) {
        String spelling = Spelling.of(text);
        if (spelling.isEmpty()) {
            return;
        }
        Entry before = entries.get(spelling);
        put(before == null ? new Entry(spelling, Texts.trimmed(text), parts(text), 1, when)
                : when.isBefore(before.last())
                        ? new Entry(spelling, before.shown(), before.parts(), before.count() + 1,
                                before.last())
                        : new Entry(spelling, Texts.trimmed(text), parts(text), before.count() + 1, when));
    }

    /** A text was typed once less. */
    void remove(String text) {
        Entry before = entries.get(Spelling.of(text));
        if (before != null && before.count() > 1) {
            put(new Entry(before.spelling(), before.shown(), before.parts(), before.count() - 1,
                    before.last()));
        } else if (before != null) {
            entries.remove(before.spelling());
            ranked.remove(before);
        }
    }

    private void put(Entry entry) {
        Entry before = entries.put(entry.spelling(), entry);
        if (before != null) {
            ranked.remove(before);
        }
        ranked.add(entry);
    }

    /** Those that begin with what is typed, then those with a part inside that does; all when nothing is. */
    List<String> find(String typed) {
        String start = Spelling.of(typed);
        Predicate<Entry> begins = entry -> entry.begins(start);
        return Stream.of(begins, begins.negate().and(entry -> entry.hasPart(start)))
                .flatMap(tier -> ranked.stream().filter(tier)).limit(MOST).map(Entry::shown).toList();
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        String rest = Spelling.spaced(text);
        for (int space = rest.indexOf(' '); space >= 0; space = rest.indexOf(' ')) {
            rest = rest.substring(space + 1);
            parts.add(rest.replace(" ", ""));
        }
        return parts;
    }
}
