package app.forecourt.option.paste;

import app.forecourt.text.WordStemmer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pasted text as the pieces that a list of equipment is made of. */
final class EquipmentListSplitter {
    /** Characters, by which a list is told from a word. */
    private static final int LOOKED_AT = 2_000;
    /** Bullets, ticks and dashes before an item. */
    private static final Pattern BULLET = Pattern
            .compile("^[\\s\\p{Z}\\p{Pd}•·▪●◦‣∙*+>✓✔☑√→»\\u2610\\u00AD\\uFEFF]+");
    /** Crosses before what is not there. */
    private static final Pattern CROSS = Pattern.compile("^\\s*[✗✘✕✖❌☒]\\s*");
    private static final Pattern BETWEEN = Pattern.compile(
            "[;•·|\\t▪●✓✔]+|(?<!-),(?!\\d)|(?<![-\\d]),|\\s[\\p{Pd}]+\\s|(?<=\\p{L}{5})\\.\\s+|(?<![!?])[!?]++\\s");
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\(([^()]*)\\)");

    /**
     * A part of a line.
     *
     * @param text as it stands there
     * @param gone whether the line says that it is not there
     * @param heading whether it is a line of its own with a colon behind it, which may be no equipment
     */
    record Piece(String text, boolean gone, boolean heading) {}

    /** A line in pieces. */
    record Line(String text, List<Piece> pieces) {}

    private final EquipmentListGrammar writing;

    EquipmentListSplitter(EquipmentListGrammar writing) {
        this.writing = writing;
    }

    /** The lines that have anything in them. */
    List<Line> of(String text) {
        var lines = new ArrayList<Line>();
        boolean gone = false;
        for (String line : text.lines().toList()) {
            boolean crossed = CROSS.matcher(line).find();
            String bare = BULLET.matcher(crossed ? CROSS.matcher(line).replaceFirst("") : line)
                    .replaceFirst("").strip();
            if (bare.endsWith(":") || bare.isEmpty()) {
                // What follows such a heading is what it says of it.
                gone = saysGone(bare);
                if (!gone && !bare.isEmpty()) {
                    lines.add(new Line(bare, List.of(new Piece(bare, false, true))));
                }
            } else {
                lines.add(line(bare, gone || crossed));
            }
        }
        return lines;
    }

    private Line line(String bare, boolean gone) {
        int colon = bare.indexOf(':');
        String before = bare.substring(0, Math.max(0, colon));
        boolean goneAll = gone || saysGone(before);
        String rest = (goneAll && !gone) || writing.isHeading(before)
                ? bare.substring(colon + 1)
                : bare;
        var pieces = new ArrayList<String>();
        for (String part : BETWEEN.splitAsStream(withoutLooseCommas(rest)).toList()) {
            String piece = BULLET.matcher(part).replaceFirst("").strip();
            if (!pieces.isEmpty() && writing.isAbsentOnly(WordStemmer.words(piece))) {
                pieces.add(pieces.removeLast() + ", " + piece);
            } else if (!piece.isEmpty()) {
                pieces.add(piece);
            }
        }
        return new Line(rest.strip(),
                pieces.stream().map(piece -> new Piece(piece, goneAll, false)).toList());
    }

    private boolean saysGone(String text) {
        List<String> words = WordStemmer.words(text);
        return writing.absent(words) >= 0 || writing.without(words) >= 0;
    }

    /** "(front, rear)" says where, and is no two things. */
    private String withoutLooseCommas(String text) {
        return IN_PARENTHESES.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        WordStemmer.words(found.group(1)).stream().allMatch(writing::isBeside)
                                ? found.group().replace(',', ' ')
                                : found.group()));
    }

    /** Whether a text is a list rather than a word to look for. */
    static boolean isList(String all) {
        String text = all.substring(0, Math.min(all.length(), LOOKED_AT));
        long lines = text.lines().filter(line -> !line.isBlank()).limit(2).count();
        return lines > 1 || BETWEEN.splitAsStream(text).filter(piece -> !piece.isBlank()).count() > 2;
    }
}
