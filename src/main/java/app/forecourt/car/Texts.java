package app.forecourt.car;

/** Text as it comes out of a form or off the clipboard. */
final class Texts {
    private static final int SHOWN = 60;

    private Texts() {}

    /**
     * Without the blanks around it. Unlike {@link String#strip} this takes no-break spaces too, which web pages and
     * spreadsheets put around numbers, and leaves control characters, which are to be told of.
     */
    static String trimmed(String text) {
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

    /** A code without the spaces, dashes and dots people put into it for the eye. */
    static String bare(String code) {
        var bare = new StringBuilder();
        code.codePoints()
                .filter(c -> !isBlank(c) && c != '.' && Character.getType(c) != Character.DASH_PUNCTUATION)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** How many characters a person would count, roughly: a pair of surrogates is one. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether there is anything that is no text: control characters, or half a character, which JSON can't carry. */
    static boolean hasControls(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** The same, but line ends and tabs are fine. */
    static boolean hasControlsInLines(String text) {
        return hasControls(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '));
    }

    /** The text as a message may name it: a paste of a megabyte must not become a message of a megabyte. */
    static String shown(String text) {
        String start = length(text) <= SHOWN ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
        return start.replaceAll("\\p{Cc}", "\uFFFD");
    }

    private static boolean isBlank(int c) {
        return Character.isSpaceChar(c) || c == '\t' || c == '\n' || c == '\r';
    }
}
