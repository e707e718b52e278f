package app.forecourt.text;

import java.util.Set;
import java.util.regex.Pattern;

/** Cleaning and checking of texts from the form or the clipboard. */
public final class TextSanitizer {
    /** Maximum length of an excerpt in characters. */
    private static final int MAX_EXCERPT = 60;
    /** Control and format characters, and unpaired surrogates. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");
    /** Zero-width non-joiner, zero-width joiner and soft hyphen. */
    private static final Set<Integer> JOINING = Set.of(0x200C, 0x200D, 0x00AD);
    /** Letters and symbols that look blank: Hangul fillers and the empty Braille pattern. */
    private static final Set<Integer> FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);
    /** Tag characters; the flags of England, Scotland and Wales consist of them. */
    private static final int FIRST_TAG = 0xE0020;

    private static final int LAST_TAG = 0xE007F;

    private TextSanitizer() {}

    /**
     * Removes leading and trailing blanks. Unlike {@link String#strip} this also removes no-break spaces, because web
     * pages and spreadsheets put them around numbers. Control characters stay, because they are reported as a problem.
     */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Returns whether a text has no visible character. Control characters count as visible: they are reported. */
    public static boolean hasNoVisibleText(String text) {
        return text.codePoints().noneMatch(TextSanitizer::isVisible);
    }

    private static boolean isVisible(int c) {
        return !isBlank(c)
                && !FILLERS.contains(c)
                && switch (Character.getType(c)) {
                    case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
                    default -> true;
                };
    }

    /** Returns a code in upper case, without the spaces, dashes and dots that only group it. */
    public static String toBareCode(String code) {
        var bare = new StringBuilder();
        code.codePoints()
                .filter(c -> !isBlank(c) && c != '.' && Character.getType(c) != Character.DASH_PUNCTUATION)
                .map(TextSanitizer::upperCase)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** Converts only letters of plates and VINs, because other letters may have an upper case of two letters. */
    private static int upperCase(int c) {
        return (c >= 'a' && c <= 'z') || "äöü".indexOf(c) >= 0 ? Character.toUpperCase(c) : c;
    }

    /** Returns the length of a text in code points: a surrogate pair counts as one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns whether a text has control characters or unpaired surrogates, which JSON can't carry. */
    public static boolean hasControlCharacters(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** Returns whether a text has control characters other than line breaks and tabs, or unpaired surrogates. */
    public static boolean hasControlCharactersInLines(String text) {
        return hasControlCharacters(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '));
    }

    /**
     * Returns whether a text has characters that are invisible or change the direction of writing. Web pages and chat
     * programs put them around numbers. Joiners of emoji and letters do not count.
     */
    public static boolean hasInvisibleCharacters(String text) {
        return text.codePoints().anyMatch(TextSanitizer::isInvisible);
    }

    /** Removes the characters that {@link #hasInvisibleCharacters} finds. */
    public static String removeInvisibleCharacters(String text) {
        var visible = new StringBuilder();
        text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT && !JOINING.contains(c) && !(c >= FIRST_TAG && c <= LAST_TAG);
    }

    /**
     * Returns an excerpt of at most 60 characters for messages, because a pasted text may have megabytes. Control and
     * format characters are replaced by U+FFFD.
     */
    public static String excerpt(String text) {
        return excerpt(text, MAX_EXCERPT);
    }

    /** Returns an excerpt of at most the given number of characters, for a narrow place. */
    public static String excerpt(String text, int most) {
        String start = length(text) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).stripTrailing() + "…";
        return INVISIBLE.matcher(start).replaceAll("\uFFFD");
    }

    private static boolean isBlank(int c) {
        return Character.isSpaceChar(c) || c == '\t' || c == '\n' || c == '\r';
    }
}
