package app.forecourt.home;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A reader of patterns of file names, which lists an example for each choice in them. It knows groups, alternatives,
 * {@code ?} behind a group, and the ids, days and numbers of Forecourt's names.
 */
final class NamePattern {
    static final String UUID = "0b5c1e3e-0b5c-4e3e-9b5c-0b5c1e3e0b5c";
    static final String DATE = "2026-11-27";
    static final String NUMBER = "2";
    private static final Pattern QUOTED = Pattern.compile("\\\\Q(.*?)\\\\E");

    private final String pattern;
    private int at;

    private NamePattern(String pattern) {
        this.pattern = pattern;
    }

    static Set<String> examples(String pattern) {
        NamePattern reader = new NamePattern(QUOTED.matcher(pattern)
                .replaceAll(match -> match.group(1))
                .replace("\\d{4}-\\d\\d-\\d\\d", DATE)
                .replace("[\\w-]{36}", UUID)
                .replace("\\d*", "(" + NUMBER + ")?")
                .replace("\\d+", NUMBER)
                .replace("\\.", "."));
        Set<String> examples = reader.alternatives();
        Pattern whole = Pattern.compile(pattern);
        if (reader.at < reader.pattern.length()
                || !examples.stream().allMatch(example -> whole.matcher(example).matches())) {
            throw new IllegalArgumentException("not understood: " + pattern);
        }
        return examples;
    }

    private Set<String> alternatives() {
        Set<String> all = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        return all;
    }

    private Set<String> sequence() {
        Set<String> texts = Set.of("");
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            texts = product(texts, next());
        }
        return new LinkedHashSet<>(texts);
    }

    /** Returns the examples of a group or a character. */
    private Set<String> next() {
        char first = pattern.charAt(at++);
        if (first != '(') {
            return Set.of(String.valueOf(first));
        }
        Set<String> group = alternatives();
        at++;
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
            group.add("");
        }
        return group;
    }

    private static Set<String> product(Set<String> starts, Set<String> ends) {
        Set<String> texts = new LinkedHashSet<>();
        starts.forEach(start -> ends.forEach(end -> texts.add(start + end)));
        return texts;
    }
}
