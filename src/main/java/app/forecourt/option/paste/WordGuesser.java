package app.forecourt.option.paste;

import app.forecourt.option.NameSimilarity;
import app.forecourt.text.TypoMatcher;
import app.forecourt.text.WordStemmer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Guesser of the known words in an unknown compound or a mistyped word. One instance per text; not thread-safe. */
final class WordGuesser {
    /** Minimum length of a word with a typo, in letters; a shorter word is similar to too many words. */
    private static final int MIN_TYPO_LENGTH = 5;
    /** Minimum length of a word with two typos, in letters. */
    private static final int MIN_LENGTH_TWO_TYPOS = 9;
    /** Minimum length of a compound, in letters; a shorter word may be split in too many ways. */
    private static final int MIN_COMPOUND_LENGTH = 8;
    /** Minimum length of a compound's part, in letters. */
    private static final int MIN_PART_LENGTH = 3;

    private static final int MAX_PARTS = 3;
    /** Linking letters between the parts of Dutch and German compounds. */
    private static final List<String> LINKS = List.of("", "s", "n", "en", "e", "er", "es");
    /** Maximum number of unknown words per text. An equipment list has a few; a novel has no equipment. */
    private static final int MAX_WORDS = 3_000;

    private final OptionPhraseIndex phrases;
    private final Map<Character, List<String>> byFirstLetter;
    private final Map<String, List<String>> guesses = new HashMap<>();

    WordGuesser(OptionPhraseIndex phrases) {
        this.phrases = phrases;
        this.byFirstLetter = phrases.words().stream().collect(Collectors.groupingBy(word -> word.charAt(0)));
    }

    /** Returns the parts of a compound, or else the nearest known words; empty if no known word is near. */
    List<String> guess(String word) {
        return guesses.computeIfAbsent(
                word,
                _ -> guesses.size() >= MAX_WORDS || word.length() > NameSimilarity.MAX_LENGTH
                        ? List.of()
                        : findGuesses(word));
    }

    private List<String> findGuesses(String word) {
        if (word.length() < MIN_TYPO_LENGTH || word.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        List<String> parts = word.length() < MIN_COMPOUND_LENGTH ? List.of() : parts(word, MAX_PARTS);
        return parts.isEmpty() ? near(word) : parts;
    }

    /** Splits a compound into known words, with the longest possible first part; empty if impossible. */
    private List<String> parts(String word, int maxParts) {
        if (phrases.hasWord(word)) {
            return List.of(word);
        }
        for (int end = maxParts > 1 ? word.length() - MIN_PART_LENGTH : 0; end >= MIN_PART_LENGTH; end--) {
            String first = WordStemmer.stem(word.substring(0, end));
            if (phrases.hasWord(first)) {
                for (String link : LINKS) {
                    if (word.startsWith(link, end) && word.length() - end - link.length() >= MIN_PART_LENGTH) {
                        List<String> rest = parts(word.substring(end + link.length()), maxParts - 1);
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
        int allowed = word.length() < MIN_LENGTH_TWO_TYPOS ? 1 : 2;
        Map<Integer, List<String>> byDistance = byFirstLetter.getOrDefault(word.charAt(0), List.of()).stream()
                .filter(known -> Math.abs(known.length() - word.length()) <= allowed)
                // Additional letters at the end make a longer word and are no typo.
                .filter(known -> !word.startsWith(known))
                .collect(Collectors.groupingBy(known -> TypoMatcher.distance(word, known)));
        for (int distance = 1; distance <= allowed; distance++) {
            if (byDistance.containsKey(distance)) {
                return byDistance.get(distance);
            }
        }
        return List.of();
    }
}
