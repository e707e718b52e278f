package app.forecourt.option.paste;

import app.forecourt.text.WordStemmer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words of a segment with their positions, including implied words:
 *
 * <ul>
 *   <li>the parts of a compound, and two words that form a compound
 *   <li>the full first word of "licht- en regensensor"
 *   <li>the full words of abbreviations such as "elektr."
 *   <li>corrections of typos
 * </ul>
 */
final class SegmentTokens {
    /** Cut compound, as "licht-" in "licht- en regensensor". */
    private static final Pattern CUT = Pattern.compile("(?<!\\p{L})(\\p{L}{3,}+)-(?=[\\s,/])");
    /** Abbreviated word, as "elektr.". */
    private static final Pattern ABBREVIATED = Pattern.compile("(?<!\\p{L})(\\p{L}{3,}+)\\.");
    /** Minimum length of the end of a word that completes a cut compound, in letters. */
    private static final int MIN_ENDING = 3;

    private final List<String> words;
    private final SegmentOriginalText text;
    /** All positions of each word. A position has the indexes of one or two words of the text. */
    private final Map<String, List<BitSet>> positions = new HashMap<>();

    private final Set<String> guessed = new HashSet<>();

    SegmentTokens(String text, OptionPhraseIndex phrases, WordGuesser guesser, EquipmentListGrammar grammar) {
        this.words = WordStemmer.stems(text);
        this.text = new SegmentOriginalText(text);
        Set<String> cut = find(CUT, text);
        Set<String> abbreviated = find(ABBREVIATED, text);
        List<String> unstemmed = WordStemmer.splitWords(text);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (phrases.hasWord(word)) {
                put(word, i, i);
            }
            if (i + 1 < words.size()) {
                putIfKnown(word + words.get(i + 1), i, i + 1, phrases);
                putIfKnown(WordStemmer.stem(unstemmed.get(i) + unstemmed.get(i + 1)), i, i + 1, phrases);
            }
            int index = i;
            grammar.expandAbbreviation(word)
                    .filter(phrases::hasWord)
                    .ifPresent(fullWord -> put(fullWord, index, index));
            if (cut.contains(unstemmed.get(i))) {
                endings(i)
                        .map(ending -> WordStemmer.stem(unstemmed.get(index) + ending))
                        .filter(phrases::hasWord)
                        .findFirst()
                        .ifPresent(fullWord -> put(fullWord, index, index));
            } else if (abbreviated.contains(unstemmed.get(i)) && !phrases.hasWord(word)) {
                phrases.wordsStartingWith(unstemmed.get(i)).forEach(fullWord -> putGuess(fullWord, index));
            } else if (!phrases.hasWord(word) && !grammar.isNeutral(word)) {
                List<String> guesses = guesser.guess(word);
                if (grammar.indexOfOtherThing(guesses) < 0) {
                    guesses.forEach(guess -> putGuess(guess, index));
                }
            }
        }
    }

    private static Set<String> find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .flatMap(match -> WordStemmer.splitWords(match.group(1)).stream())
                .collect(Collectors.toSet());
    }

    /** Returns the possible endings of the next three words, the longest of each word first. */
    private Stream<String> endings(int index) {
        return words.subList(index + 1, Math.min(words.size(), index + 4)).stream()
                .flatMap(next -> IntStream.range(1, Math.max(1, next.length() - MIN_ENDING + 1))
                        .mapToObj(next::substring));
    }

    private void put(String word, int from, int to) {
        var position = new BitSet();
        position.set(from, to + 1);
        positions.computeIfAbsent(word, _ -> new ArrayList<>()).add(position);
    }

    private void putIfKnown(String word, int from, int to, OptionPhraseIndex phrases) {
        if (phrases.hasWord(word)) {
            put(word, from, to);
        }
    }

    private void putGuess(String word, int index) {
        if (!positions.containsKey(word)) {
            guessed.add(word);
        }
        put(word, index, index);
    }

    /** Returns the stems of the text in order, without implied words. */
    List<String> words() {
        return words;
    }

    /** Returns the segment's text by word indexes. */
    SegmentOriginalText text() {
        return text;
    }

    /** Returns the known words, including implied ones. */
    Set<String> knownWords() {
        return positions.keySet();
    }

    boolean isGuessed(String word) {
        return guessed.contains(word);
    }

    private List<BitSet> positionsOf(String word) {
        return positions.getOrDefault(word, List.of());
    }

    /** Returns the indexes of all positions of the given words. */
    BitSet wordIndexes(Set<String> phrase) {
        var indexes = new BitSet();
        phrase.forEach(word -> positionsOf(word).forEach(indexes::or));
        return indexes;
    }

    /**
     * Returns the indexes at which the given words are closest together: "steering wheel" may occur twice in a text.
     */
    BitSet nearestIndexes(Set<String> phrase) {
        return phrase.stream().allMatch(word -> positionsOf(word).size() == 1) ? wordIndexes(phrase) : nearest(phrase);
    }

    private BitSet nearest(Set<String> phrase) {
        return phrase.stream()
                .flatMap(word -> positionsOf(word).stream())
                .map(position -> around(position, phrase))
                .min(Comparator.comparingInt(SegmentTokens::span))
                .orElseThrow();
    }

    private BitSet around(BitSet center, Set<String> phrase) {
        var indexes = new BitSet();
        phrase.forEach(word -> indexes.or(positionsOf(word).stream()
                .min(Comparator.comparingInt(position -> Math.abs(position.length() - center.length())))
                .orElseThrow()));
        return indexes;
    }

    /** Returns the number of words from the first to the last index. */
    static int span(BitSet indexes) {
        return indexes.length() - indexes.nextSetBit(0);
    }
}
