package app.forecourt.card;

import java.text.Bidi;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text as a PDF file needs it: from left to right, and only with characters that the font has. */
final class VisualTextFormatter {
    private static final String REPLACEMENT = "?";

    private VisualTextFormatter() {}

    /** Returns a line in the order of its glyphs, with a question mark for each character that the font lacks. */
    static String of(String line, CardFont font) {
        return printable(
                Bidi.requiresBidi(line.toCharArray(), 0, line.length())
                        ? inVisualOrder(ArabicLetterShaper.join(line))
                        : line,
                font);
    }

    /** Returns the characters of a line that the font lacks. */
    static List<String> missing(String line, CardFont font) {
        return line.codePoints()
                .filter(c -> !font.has(c))
                .mapToObj(Character::toString)
                .distinct()
                .toList();
    }

    private static String printable(String text, CardFont font) {
        return text.codePoints()
                .mapToObj(c -> font.has(c) ? Character.toString(c) : REPLACEMENT)
                .collect(Collectors.joining());
    }

    private static String inVisualOrder(String line) {
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        String[] texts = new String[runs];
        IntStream.range(0, runs).forEach(run -> {
            levels[run] = (byte) bidi.getRunLevel(run);
            String text = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            texts[run] = levels[run] % 2 == 0 ? text : reversed(text);
        });
        Bidi.reorderVisually(levels, 0, texts, 0, runs);
        return String.join("", texts);
    }

    /**
     * Returns the characters in reverse order. Brackets are mirrored. A vowel sign comes before its letter, because its
     * glyph has no width and is drawn over the next one.
     */
    private static String reversed(String text) {
        return new StringBuilder(text)
                .reverse()
                .codePoints()
                .map(VisualTextFormatter::mirrored)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int mirrored(int character) {
        int pair = "()[]{}<>«»".indexOf(character);
        return pair < 0 ? character : "()[]{}<>«»".charAt(pair ^ 1);
    }
}
