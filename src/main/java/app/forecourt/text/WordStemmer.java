package app.forecourt.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stemmer for comparisons of names: it removes case, accents and the endings of four languages. A stem need not be a
 * word; it only has to be the same for all forms of a word.
 */
public final class WordStemmer {
    /** Minimum length of a stem in letters; shorter words keep their ending. */
    private static final int MIN_STEM = 4;

    private static final List<String> ENDINGS = Stream.of("en", "es", "er", "em", "e", "n", "s", "x")
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    private static final Pattern INCHES = Pattern.compile("(?<=\\d) ?(?:[\"″”“]|''|’’|-?(?:zoll|pouces?|inches)\\b)");
    private static final Pattern SHORT_SLASH = Pattern.compile("\\b(\\p{L})/(\\p{L})\\b");
    /** Separates number and word: "18zoll" and "11kw" are two words; "mp3", "4x4" and an order code "3AC" are one. */
    private static final Pattern NUMBER_BOUNDARY =
            Pattern.compile("(?<=\\d)(?=\\p{L}{3}|kw\\b|v\\b|x\\b)|(?<=\\p{L}{3})(?=\\d)");

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private WordStemmer() {}

    /** Returns the same words as {@link #stems}, but with their endings. */
    public static List<String> splitWords(String text) {
        String plain = TextNormalizer.removeCaseAndAccents(text).replace("ß", "ss");
        // Most names have no digits, and the two patterns take half of the time.
        boolean hasDigit = plain.chars().anyMatch(Character::isDigit);
        String withInches = hasDigit ? INCHES.matcher(plain).replaceAll(" inch ") : plain;
        String joined = SHORT_SLASH.matcher(withInches).replaceAll("$1$2");
        String words = SEPARATORS.matcher(joined).replaceAll(" ");
        String separated = hasDigit ? NUMBER_BOUNDARY.matcher(words).replaceAll(" ") : words;
        return separated.isBlank() ? List.of() : Arrays.asList(separated.strip().split(" +"));
    }

    /** Returns the stems of a text in order. Numbers and letters are separate words, and an inch sign is a word. */
    public static List<String> stems(String text) {
        return splitWords(text).stream().map(WordStemmer::stem).toList();
    }

    /** Removes the longest known ending of a word. */
    public static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.length() - ending.length() >= MIN_STEM && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
