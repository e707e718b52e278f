package app.forecourt.option.paste;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionLabels;
import app.forecourt.option.OptionWords;
import app.forecourt.option.Synonyms;
import app.forecourt.text.Language;
import app.forecourt.text.TextNormalizer;
import app.forecourt.text.WordStemmer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that the options of a list are called, as sets of words, and the options that are meant. The order of words, small
 * words and endings make no difference. Once made it may be used from any thread.
 */
final class OptionPhraseIndex {
    /** Words that a shortened one may stand for. */
    private static final int MOST_WHOLE = 20;
    private static final Pattern CAPITALS = Pattern.compile("\\b\\p{Lu}{2,}\\b");

    private final EquipmentListGrammar writing;
    /** By their words. */
    private final Map<Set<String>, Phrase> all = new HashMap<>();
    /** By their longest word, which few others have. */
    private final Map<String, List<Phrase>> byWord = new HashMap<>();
    private final Map<String, List<CarOption>> options = new LinkedHashMap<>();
    private final OptionLabels labels = new OptionLabels();
    private final Map<String, String> meanings = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> abbreviations = new HashSet<>();
    private final TreeSet<String> sorted = new TreeSet<>();

    /**
     * Words, and what they mean; several meanings are no meaning.
     *
     * @param meanings each the names of options that are all meant
     * @param numbers its numbers, each with the word before or after it: of "type 2 mode 3" the 2 is no mode
     */
    record Phrase(Set<String> words, Set<Set<String>> meanings, Set<List<String>> numbers) {
        /** Whether each number stands beside a word that it belongs to. */
        boolean counts(List<String> text) {
            return words.stream().filter(OptionPhraseIndex::isNumber).allMatch(number -> numbers.stream()
                    .anyMatch(pair -> pair.contains(number) && Collections.indexOfSubList(text, pair) >= 0));
        }
    }

    OptionPhraseIndex(Collection<CarOption> list, OptionWords words, EquipmentListGrammar writing) {
        this.writing = writing;
        words.entries().forEach(entry -> {
            entry.words().forEach(word -> add(word, entry.names()));
            // Also one that this list lacks is known by its name.
            if (entry.names().size() == 1) {
                add(entry.names().iterator().next(), entry.names());
            }
        });
        list.forEach(option -> {
            String name = meaning(option, words);
            meanings.put(option.name(), name);
            options.computeIfAbsent(name, any -> new ArrayList<>()).add(option);
        });
        // An option's own name is no other's, whatever people call that.
        var own = new HashSet<Set<String>>();
        options.forEach((name, meant) -> meant.stream()
                .flatMap(option -> Stream.of(option.prettyName(), option.name())).distinct().forEach(text -> {
                    if (own.add(key(text))) {
                        all.remove(key(text));
                    }
                    add(text, Set.of(name));
                }));
        all.values().forEach(this::index);
    }

    /** An option that is called otherwise here, but by a name that is known. */
    private String meaning(CarOption option, OptionWords words) {
        if (words.knows(option.name())) {
            return Synonyms.meaning(option.name());
        }
        Phrase called = all.get(key(option.prettyName()));
        return called != null && called.meanings().size() == 1
                && called.meanings().iterator().next().size() == 1
                        ? called.meanings().iterator().next().iterator().next()
                        : option.name();
    }

    private void add(String text, Set<String> names) {
        CAPITALS.matcher(text).results().map(found -> WordStemmer.stem(TextNormalizer.plain(found.group())))
                .forEach(abbreviations::add);
        Set<String> key = key(text);
        // A letter alone is in too many texts.
        if (key.stream().mapToInt(String::length).sum() > 1) {
            Phrase phrase = all.computeIfAbsent(key,
                    any -> new Phrase(key, new HashSet<>(), new HashSet<>()));
            phrase.meanings().add(names);
            List<String> words = WordStemmer.words(text);
            for (int at = 1; at < words.size(); at++) {
                if (isNumber(words.get(at)) || isNumber(words.get(at - 1))) {
                    phrase.numbers().add(words.subList(at - 1, at + 1));
                }
            }
        }
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private void index(Phrase phrase) {
        known.addAll(phrase.words());
        sorted.addAll(phrase.words());
        String longest = phrase.words().stream()
                .reduce((one, other) -> other.length() > one.length() ? other : one).orElseThrow();
        byWord.computeIfAbsent(longest, any -> new ArrayList<>()).add(phrase);
    }

    private Set<String> key(String text) {
        var words = new HashSet<String>();
        WordStemmer.words(text).stream().filter(word -> !writing.isSmall(word)).forEach(words::add);
        return words;
    }

    /** All whose words are among these. */
    List<Phrase> within(Set<String> words) {
        return words.stream().flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
                .filter(phrase -> words.containsAll(phrase.words())).toList();
    }

    /** Whether any has that word. */
    boolean has(String word) {
        return known.contains(word);
    }

    /** Whether any has that word in capitals. */
    boolean isAbbreviation(String word) {
        return abbreviations.contains(word);
    }

    /** Words that are known. */
    Set<String> words() {
        return known;
    }

    /** Words that begin so, the first few. */
    List<String> beginning(String start) {
        return sorted.tailSet(start).stream().takeWhile(word -> word.startsWith(start)).limit(MOST_WHOLE)
                .toList();
    }

    /** The name that stands for all options that mean the same as one of this list. */
    String meaning(CarOption option) {
        return meanings.getOrDefault(option.name(), option.name());
    }

    /** Whether an option of that meaning is called so, by AutoChat or in one of the four languages. */
    boolean isName(String text, String meaning) {
        String spelled = TextNormalizer.of(text);
        return options(meaning).stream().flatMap(this::names).map(TextNormalizer::of)
                .anyMatch(spelled::equals);
    }

    private Stream<String> names(CarOption option) {
        return Stream.concat(Stream.of(option.name(), option.prettyName()),
                Arrays.stream(Language.values()).map(language -> labels.label(option, language.locale())));
    }

    /** The options of that meaning; none if the list lacks it. */
    List<CarOption> options(String meaning) {
        return options.getOrDefault(meaning, List.of());
    }
}
