package app.forecourt.option.paste;

import app.forecourt.option.NameSimilarity;
import app.forecourt.text.TypoMatcher;
import app.forecourt.text.WordStemmer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Known words that an unknown one may be made of, or may have been meant by. For one text, by one thread. */
final class WordGuesser {
    /** Letters; of shorter words too much is near, and too much made. */
    private static final int SHORTEST_NEAR = 5;
    private static final int TWO_SLIPS = 9;
    private static final int SHORTEST_MADE = 8;
    private static final int SHORTEST_PART = 3;
    private static final int MOST_PARTS = 3;
    /** What stands between the parts of Dutch and German words. */
    private static final List<String> LINKS = List.of("", "s", "n", "en", "e", "er", "es");
    /** Unknown words that are looked at; a list of equipment has a few, a novel has no equipment. */
    private static final int MOST = 3_000;

    private final OptionPhraseIndex phrases;
    private final Map<Character, List<String>> byStart;
    private final Map<String, List<String>> guessed = new HashMap<>();

    WordGuesser(OptionPhraseIndex phrases) {
        this.phrases = phrases;
        this.byStart = phrases.words().stream().collect(Collectors.groupingBy(word -> word.charAt(0)));
    }

    /** The parts of a word, or else those that are nearest; none if nothing is near. */
    List<String> of(String word) {
        return guessed.computeIfAbsent(word, any -> guessed.size() >= MOST
                || word.length() > NameSimilarity.LONGEST ? List.of() : guess(word));
    }

    private List<String> guess(String word) {
        if (word.length() < SHORTEST_NEAR || word.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        List<String> parts = word.length() < SHORTEST_MADE ? List.of() : parts(word, MOST_PARTS);
        return parts.isEmpty() ? near(word) : parts;
    }

    /** The longest first part that leaves known ones. */
    private List<String> parts(String word, int most) {
        if (phrases.has(word)) {
            return List.of(word);
        }
        for (int end = most > 1 ? word.length() - SHORTEST_PART : 0; end >= SHORTEST_PART; end--) {
            String first = WordStemmer.stem(word.substring(0, end));
            if (phrases.has(first)) {
                for (String link : LINKS) {
                    if (word.startsWith(link, end) && word.length() - end - link.length() >= SHORTEST_PART) {
                        List<String> rest = parts(word.substring(end + link.length()), most - 1);
                        if (!rest.isEmpty()) {
                            var parts = new ArrayList<>(List.of(first));
                            parts.addAll(rest);
                            return parts;
                        }
                    }
                }
            }
        }
        return List.of();
    }

    private List<String> near(String word) {
        int allowed = word.length() < TWO_SLIPS ? 1 : 2;
        Map<Integer, List<String>> byDistance = byStart.getOrDefault(word.charAt(0), List.of()).stream()
                .filter(known -> Math.abs(known.length() - word.length()) <= allowed)
                // What has more at its end is a longer word, and no slip.
                .filter(known -> !word.startsWith(known))
                .collect(Collectors.groupingBy(known -> TypoMatcher.between(word, known)));
        for (int distance = 1; distance <= allowed; distance++) {
            if (byDistance.containsKey(distance)) {
                return byDistance.get(distance);
            }
        }
        return List.of();
    }
}
