package app.forecourt.option.paste;

import app.forecourt.text.WordStemmer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splitter of a pasted equipment list into lines and segments. */
final class EquipmentListSplitter {
    /** Number of characters to examine when a list is distinguished from a search word. */
    private static final int EXAMINED = 2_000;
    /** Bullets, ticks and dashes before an item. */
    private static final Pattern BULLET = Pattern.compile("^[\\s\\p{Z}\\p{Pd}•·▪●◦‣∙*+>✓✔☑√→»\\u2610\\u00AD\\uFEFF]+");

    private static final String CROSSES = "[✗✘✕✖❌☒]";
    /** Crosses before an absent item. */
    private static final Pattern CROSS = Pattern.compile("^\\s*" + CROSSES + "\\s*");
    /** Cross or value after an absent item. */
    private static final Pattern SAYS_NO = Pattern.compile("(?i)(?:" + CROSSES + "|[:=]\\s*(?:n|0|false))\\s*$");

    private static final Pattern SEPARATOR = Pattern.compile(
            "[;•·|\\t▪●✓✔]+|(?<!-),(?!\\d)|(?<![-\\d]),|\\s[\\p{Pd}]+\\s|(?<=\\p{L}{5})\\.\\s+|(?<![!?])[!?]++\\s");
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\(([^()]*)\\)");

    /**
     * Part of a line.
     *
     * @param text text as pasted
     * @param isAbsent true if the line says that the car does not have the item
     * @param isHeading true if the segment is a whole line with a colon at its end, which is probably no equipment
     */
    record Segment(String text, boolean isAbsent, boolean isHeading) {}

    /**
     * Line of the list.
     *
     * @param text text without bullets
     * @param segments segments of the line
     */
    record Line(String text, List<Segment> segments) {}

    private final EquipmentListGrammar grammar;

    EquipmentListSplitter(EquipmentListGrammar grammar) {
        this.grammar = grammar;
    }

    /** Splits a text into its non-blank lines. */
    List<Line> split(String text) {
        var lines = new ArrayList<Line>();
        boolean absent = false;
        for (String line : text.lines().toList()) {
            boolean crossed = CROSS.matcher(line).find();
            String bare = BULLET.matcher(crossed ? CROSS.matcher(line).replaceFirst("") : line)
                    .replaceFirst("")
                    .strip();
            if (bare.endsWith(":") || bare.isEmpty()) {
                // A heading such as "not present:" applies to all lines below.
                absent = saysAbsent(bare);
                if (!absent && !bare.isEmpty()) {
                    lines.add(new Line(bare, List.of(new Segment(shorten(bare), false, true))));
                }
            } else {
                lines.add(line(bare, absent || crossed));
            }
        }
        return lines;
    }

    private Line line(String bare, boolean absent) {
        int colon = bare.indexOf(':');
        String prefix = bare.substring(0, Math.max(0, colon));
        boolean allAbsent = absent || saysAbsent(prefix);
        String rest = (allAbsent && !absent) || grammar.isHeading(prefix) ? bare.substring(colon + 1) : bare;
        var segments = new ArrayList<String>();
        for (String part :
                SEPARATOR.splitAsStream(withoutCommasInParentheses(rest)).toList()) {
            String segment = BULLET.matcher(part).replaceFirst("").strip();
            if (!segments.isEmpty() && grammar.isAbsentOnly(WordStemmer.stems(segment))) {
                segments.add(segments.removeLast() + ", " + segment);
            } else if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return new Line(
                rest.strip(),
                segments.stream()
                        .map(segment -> new Segment(
                                shorten(segment),
                                allAbsent || SAYS_NO.matcher(segment).find(),
                                false))
                        .toList());
    }

    /** Shortens a paragraph, because the window would freeze if it showed a word of 100,000 letters. */
    private static String shorten(String text) {
        return text.length() <= SegmentInterpreter.MAX_LENGTH
                ? text
                : text.substring(0, SegmentInterpreter.MAX_LENGTH) + "…";
    }

    private boolean saysAbsent(String text) {
        List<String> words = WordStemmer.stems(text);
        return grammar.indexOfAbsent(words) >= 0 || grammar.indexOfWithout(words) >= 0;
    }

    /** Removes commas in parentheses with neutral words only: "(front, rear)" is a place and not two items. */
    private String withoutCommasInParentheses(String text) {
        return IN_PARENTHESES
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        WordStemmer.stems(match.group(1)).stream().allMatch(grammar::isNeutral)
                                ? match.group().replace(',', ' ')
                                : match.group()));
    }

    /** Returns whether a text is an equipment list and not a search word. */
    static boolean isList(String text) {
        String start = text.substring(0, Math.min(text.length(), EXAMINED));
        long lines = start.lines().filter(line -> !line.isBlank()).limit(2).count();
        return lines > 1
                || SEPARATOR
                                .splitAsStream(start)
                                .filter(part -> !part.isBlank())
                                .count()
                        > 2;
    }
}
