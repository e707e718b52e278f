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
 * The words of a piece and where they are in it; also those that it only means: the parts of a long word, two that are
 * written as one, "licht- en regensensor", "elektr.", and words with a slip in them.
 */
final class SegmentTokens {
    private static final Pattern CUT = Pattern.compile("(?<!\\p{L})(\\p{L}{3,}+)-(?=[\\s,/])");
    private static final Pattern SHORTENED = Pattern.compile("(?<!\\p{L})(\\p{L}{3,}+)\\.");
    /** Letters of the end of a word that stands for that of another. */
    private static final int SHORTEST_END = 3;

    private final List<String> words;
    private final SegmentText text;
    /** By word, each place where it stands. */
    private final Map<String, List<BitSet>> places = new HashMap<>();
    private final Set<String> guessed = new HashSet<>();

    SegmentTokens(String text, OptionPhraseIndex phrases, WordGuesser guesses, EquipmentListGrammar writing) {
        this.words = WordStemmer.words(text);
        this.text = new SegmentText(text);
        Set<String> cut = found(CUT, text);
        Set<String> shortened = found(SHORTENED, text);
        List<String> spelled = WordStemmer.spelled(text);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (phrases.has(word)) {
                put(word, at, at);
            }
            if (at + 1 < words.size()) {
                join(word + words.get(at + 1), at, at + 1, phrases);
                join(WordStemmer.stem(spelled.get(at) + spelled.get(at + 1)), at, at + 1, phrases);
            }
            int place = at;
            writing.longFor(word).filter(phrases::has).ifPresent(whole -> put(whole, place, place));
            if (cut.contains(spelled.get(at))) {
                ends(at).map(end -> WordStemmer.stem(spelled.get(place) + end)).filter(phrases::has)
                        .findFirst().ifPresent(whole -> put(whole, place, place));
            } else if (shortened.contains(spelled.get(at)) && !phrases.has(word)) {
                phrases.beginning(spelled.get(at)).forEach(whole -> guess(whole, place));
            } else if (!phrases.has(word) && !writing.isBeside(word)) {
                List<String> meant = guesses.of(word);
                if (writing.otherThing(meant) < 0) {
                    meant.forEach(one -> guess(one, place));
                }
            }
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results()
                .flatMap(result -> WordStemmer.spelled(result.group(1)).stream()).collect(Collectors.toSet());
    }

    /** The ends of the words that follow, the longest first. */
    private Stream<String> ends(int at) {
        return words.subList(at + 1, Math.min(words.size(), at + 4)).stream()
                .flatMap(next -> IntStream.range(1, Math.max(1, next.length() - SHORTEST_END + 1))
                        .mapToObj(next::substring));
    }

    private void put(String word, int from, int to) {
        var place = new BitSet();
        place.set(from, to + 1);
        places.computeIfAbsent(word, any -> new ArrayList<>()).add(place);
    }

    private void join(String word, int from, int to, OptionPhraseIndex phrases) {
        if (phrases.has(word)) {
            put(word, from, to);
        }
    }

    private void guess(String word, int at) {
        if (!places.containsKey(word)) {
            guessed.add(word);
        }
        put(word, at, at);
    }

    /** In their order, as they stand there. */
    List<String> all() {
        return words;
    }

    /** Returns the text that has the words. */
    SegmentText text() {
        return text;
    }

    /** Those that are known, meant ones too. */
    Set<String> known() {
        return places.keySet();
    }

    boolean isGuessed(String word) {
        return guessed.contains(word);
    }

    private List<BitSet> of(String word) {
        return places.getOrDefault(word, List.of());
    }

    /** Where words are. */
    BitSet places(Set<String> some) {
        var all = new BitSet();
        some.forEach(word -> of(word).forEach(all::or));
        return all;
    }

    /** Returns where words stand nearest to each other: "steering wheel" may be twice in a text. */
    BitSet nearestPlaces(Set<String> some) {
        return some.stream().allMatch(word -> of(word).size() == 1) ? places(some) : nearest(some);
    }

    private BitSet nearest(Set<String> some) {
        return some.stream().flatMap(word -> of(word).stream()).map(place -> around(place, some))
                .min(Comparator.comparingInt(SegmentTokens::span)).orElseThrow();
    }

    private BitSet around(BitSet place, Set<String> some) {
        var all = new BitSet();
        some.forEach(word -> all.or(of(word).stream()
                .min(Comparator.comparingInt(other -> Math.abs(other.length() - place.length())))
                .orElseThrow()));
        return all;
    }

    /** Returns the number of words from the first to the last place. */
    static int span(BitSet places) {
        return places.length() - places.nextSetBit(0);
    }
}
