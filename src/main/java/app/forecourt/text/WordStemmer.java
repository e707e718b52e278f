package app.forecourt.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a name as they are compared: without case, accents and the endings of four languages. What is left of a
 * word need be no word; it only has to be the same for all forms of one.
 */
public final class WordStemmer {
    /** Letters that stay at least: shorter words have no ending to lose. */
    private static final int STEM = 4;
    private static final List<String> ENDINGS = Stream.of("en", "es", "er", "em", "e", "n", "s", "x")
            .sorted(Comparator.comparing(String::length).reversed()).toList();
    private static final Pattern INCHES = Pattern
            .compile("(?<=\\d) ?(?:[\"″”“]|''|’’|-?(?:zoll|pouces?|inches)\\b)");
    private static final Pattern SHORT_SLASH = Pattern.compile("\\b(\\p{L})/(\\p{L})\\b");
    /** "18zoll" and "11kw" are two words, "mp3", "4x4" and an order code "3AC" are one. */
    private static final Pattern NUMBER_ENDS = Pattern
            .compile("(?<=\\d)(?=\\p{L}{3}|kw\\b|v\\b|x\\b)|(?<=\\p{L}{3})(?=\\d)");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private WordStemmer() {}

    /** As {@link #words}, each with its ending. */
    public static List<String> spelled(String text) {
        String plain = TextNormalizer.plain(text).replace("ß", "ss");
        String inches = INCHES.matcher(plain).replaceAll(" inch ");
        String joined = SHORT_SLASH.matcher(inches).replaceAll("$1$2");
        String apart = NUMBER_ENDS.matcher(NO_WORD.matcher(joined).replaceAll(" ")).replaceAll(" ");
        return apart.isBlank() ? List.of() : Arrays.asList(apart.strip().split(" +"));
    }

    /** The words of a text in their order; numbers and letters apart, inches as a word. */
    public static List<String> words(String text) {
        return spelled(text).stream().map(WordStemmer::stem).toList();
    }

    public static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.length() - ending.length() >= STEM && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
