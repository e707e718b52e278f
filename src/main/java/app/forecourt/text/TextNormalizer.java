package app.forecourt.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Two words are the same word when only case, accents, spaces, dashes and underscores differ. */
public final class TextNormalizer {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Pd}_]+");

    private TextNormalizer() {}

    /** What is left of a word when those make no difference: {@code "Semi-automatic"} is {@code "semiautomatic"}. */
    public static String of(String word) {
        return spaced(word).replace(" ", "");
    }

    /** Whether the word, or a part of it behind a separator, begins with that spelling. */
    public static boolean hasPartBeginning(String word, String start) {
        String rest = spaced(word);
        while (!rest.replace(" ", "").startsWith(start)) {
            int space = rest.indexOf(' ');
            if (space < 0) {
                return false;
            }
            rest = rest.substring(space + 1);
        }
        return true;
    }

    public static String spaced(String text) {
        return GAPS.matcher(plain(text)).replaceAll(" ").strip();
    }

    /** A text without case and accents. */
    public static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
