package app.forecourt.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * Search for known words near to a mistyped text: with a letter added, missing, replaced or swapped with its neighbour.
 * Known words within a longer text are found too.
 */
public final class TypoMatcher {
    private static final int MAX_RESULTS = 3;
    /** Maximum length of a text in characters; no word is longer. */
    private static final int MAX_LENGTH = 60;
    /** Minimum length of a text with typos, because any change of two letters makes another word. */
    private static final int MIN_LENGTH = 3;
    /** Minimum length of a text with two typos; a shorter word is not recognisable with two. */
    private static final int MIN_LENGTH_TWO_TYPOS = 7;
    /** Minimum letters of a name with one changed; models of three letters differ by one. */
    private static final int MIN_LETTERS_OF_NAME = 4;

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private TypoMatcher() {}

    /**
     * Returns at most three words near to a text, the nearest first. Words of equal distance keep their order. Without
     * any such word, the known words within the text are returned.
     *
     * @param words known words in order
     * @param meanings word of each normalized spelling
     */
    public static List<String> nearest(String typed, Set<String> words, Map<String, String> meanings) {
        if (typed.length() > MAX_LENGTH) {
            return List.of();
        }
        String normalized = TextNormalizer.normalize(typed);
        var distances = new HashMap<String, Integer>();
        meanings.forEach((name, word) -> {
            int distance = distance(normalized, name);
            if (distance <= allowed(Math.min(normalized.length(), name.length()))) {
                distances.merge(word, distance, Math::min);
            }
        });
        return distances.isEmpty()
                ? within(typed, meanings)
                : words.stream()
                        .filter(distances::containsKey)
                        .sorted(Comparator.comparing(distances::get))
                        .limit(MAX_RESULTS)
                        .toList();
    }

    /**
     * Returns at most three words with a name that begins with the text, in their order; none for a text of one or two
     * letters.
     */
    public static List<String> startingWith(String typed, Set<String> words, Map<String, String> meanings) {
        String prefix = typed.length() > MAX_LENGTH ? "" : TextNormalizer.normalize(typed);
        Set<String> matching = prefix.length() < MIN_LENGTH
                ? Set.of()
                : meanings.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(prefix))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet());
        return words.stream().filter(matching::contains).limit(MAX_RESULTS).toList();
    }

    /**
     * Returns the words with a name that is contained in the text, the longest name first. A name of two letters must
     * be a separate word of the text.
     */
    private static List<String> within(String text, Map<String, String> meanings) {
        String typed = TextNormalizer.normalize(text);
        List<String> parts = List.of(TextNormalizer.normalizeWords(text).split(" "));
        return meanings.keySet().stream()
                .filter(name -> name.length() >= MIN_LENGTH
                        ? typed.contains(name)
                        : name.length() == MIN_LENGTH - 1 && parts.contains(name))
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(meanings::get)
                .distinct()
                .limit(MAX_RESULTS)
                .toList();
    }

    /** Returns whether a word begins with the text, apart from typos. */
    public static boolean startsNearlyWith(String typed, String word) {
        int allowed = allowed(typed.length());
        for (int difference = -allowed; difference <= allowed; difference++) {
            int length = typed.length() + difference;
            if (length > 0 && length <= word.length() && distance(typed, word.substring(0, length)) <= allowed) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether a name is typed with one wrong key: two characters swapped, one doubled, or a letter changed,
     * added or missing after the first character of a name of at least four letters. A changed digit is no slip,
     * because makers count their models.
     */
    public static boolean isSlip(String typed, String name) {
        String text = TextNormalizer.normalize(typed);
        String right = TextNormalizer.normalize(name);
        if (distance(text, right) != 1 || right.length() < MIN_LENGTH) {
            return false;
        }
        boolean isSwapped = text.length() == right.length() && sorted(text).equals(sorted(right));
        boolean isDoubled = text.length() > right.length()
                && IntStream.range(1, text.length())
                        .anyMatch(place -> text.charAt(place) == text.charAt(place - 1)
                                && new StringBuilder(text)
                                        .deleteCharAt(place)
                                        .toString()
                                        .equals(right));
        boolean isLetter = digits(text).equals(digits(right))
                && right.length() - digits(right).length() >= MIN_LETTERS_OF_NAME
                && text.charAt(0) == right.charAt(0);
        return isSwapped || isDoubled || isLetter;
    }

    private static String sorted(String text) {
        return text.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String digits(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
    }

    private static int allowed(int length) {
        if (length < MIN_LENGTH) {
            return 0;
        }
        return length < MIN_LENGTH_TWO_TYPOS ? 1 : 2;
    }

    /**
     * Returns the number of typos between two words (Damerau-Levenshtein distance); {@link Integer#MAX_VALUE} if their
     * lengths differ by more than 2.
     */
    public static int distance(String typed, String name) {
        return Math.abs(typed.length() - name.length()) > 2 ? Integer.MAX_VALUE : DISTANCE.apply(typed, name);
    }
}
