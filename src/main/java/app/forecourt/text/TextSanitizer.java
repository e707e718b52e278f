package app.forecourt.text;

import java.util.Set;

/** Text as it comes out of a form or off the clipboard. */
public final class TextSanitizer {
    private static final int SHOWN = 60;
    /** Zero-width non-joiner and joiner, soft hyphen. */
    private static final Set<Integer> JOINING = Set.of(0x200C, 0x200D, 0x00AD);
    /** Letters by their category, blanks by their looks: Hangul fillers and the empty Braille pattern. */
    private static final Set<Integer> FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);
    /** Of these the flags of England, Scotland and Wales are made. */
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    private TextSanitizer() {}

    /**
     * Without the blanks around it. Unlike {@link String#strip} this takes no-break spaces too, which web pages and
     * spreadsheets put around numbers, and leaves control characters, which are to be told of.
     */
    public static String trimmed(String text) {
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

    /** Whether there is nothing in it that can be seen; control characters are to be told of, and so are something. */
    public static boolean showsNothing(String text) {
        return text.codePoints().noneMatch(TextSanitizer::isSeen);
    }

    private static boolean isSeen(int c) {
        return !isBlank(c) && !FILLERS.contains(c) && switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }

    /** A code in capitals, without the spaces, dashes and dots people put into it for the eye. */
    public static String bare(String code) {
        var bare = new StringBuilder();
        code.codePoints()
                .filter(c -> !isBlank(c) && c != '.' && Character.getType(c) != Character.DASH_PUNCTUATION)
                .map(TextSanitizer::capital).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** Only the letters that plates and VINs have: of others a capital is another letter, or two. */
    private static int capital(int c) {
        return (c >= 'a' && c <= 'z') || "äöü".indexOf(c) >= 0 ? Character.toUpperCase(c) : c;
    }

    /** How many characters a person would count, roughly: a pair of surrogates is one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether there is anything that is no text: control characters, or half a character, which JSON can't carry. */
    public static boolean hasControls(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** The same, but line ends and tabs are fine. */
    public static boolean hasControlsInLines(String text) {
        return hasControls(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '));
    }

    /**
     * Whether there are characters that show nothing or turn the direction of writing (web pages and chat programs put
     * them around numbers). What joins emoji and letters is none of them.
     */
    public static boolean hasInvisible(String text) {
        return text.codePoints().anyMatch(TextSanitizer::isInvisible);
    }

    public static String withoutInvisible(String text) {
        var seen = new StringBuilder();
        text.codePoints().filter(c -> !isInvisible(c)).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT && !JOINING.contains(c)
                && !(c >= FIRST_TAG && c <= LAST_TAG);
    }

    /** The text as a message may name it: a paste of a megabyte must not become a message of a megabyte. */
    public static String shown(String text) {
        String start = length(text) <= SHOWN ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
        return start.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "\uFFFD");
    }

    private static boolean isBlank(int c) {
        return Character.isSpaceChar(c) || c == '\t' || c == '\n' || c == '\r';
    }
}
