package app.forecourt.option.paste;

import app.forecourt.option.CarOption;
import app.forecourt.option.EquivalentOptions;
import app.forecourt.option.OptionLabels;
import app.forecourt.option.OptionSearchTerms;
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
 * Index of all names and synonyms of an option list, as sets of stems. The order of words, stop words and endings make
 * no difference. Thread-safe after construction.
 */
final class OptionPhraseIndex {
    /** Maximum number of expansions of an abbreviated word. */
    private static final int MAX_EXPANSIONS = 20;

    private static final Pattern CAPITALS = Pattern.compile("\\b\\p{Lu}{2,}\\b");

    private final EquipmentListGrammar grammar;
    private final Map<Set<String>, Phrase> byWords = new HashMap<>();
    /** Phrases by their longest word, because few other phrases have that word. */
    private final Map<String, List<Phrase>> byWord = new HashMap<>();
    /** Options by canonical name. */
    private final Map<String, List<CarOption>> options = new LinkedHashMap<>();

    private final OptionLabels labels = new OptionLabels();
    /** Canonical names by API name. */
    private final Map<String, String> meanings = new HashMap<>();

    private final Set<String> words = new HashSet<>();
    private final Set<String> abbreviations = new HashSet<>();
    private final TreeSet<String> sortedWords = new TreeSet<>();

    /**
     * Set of words with its meanings. A phrase with several meanings is ambiguous.
     *
     * @param words stems of the phrase
     * @param meanings possible meanings, each a set of canonical option names that belong together
     * @param numbers pairs of a number and an adjacent word, because in "type 2 mode 3" the 2 is no mode
     */
    record Phrase(Set<String> words, Set<Set<String>> meanings, Set<List<String>> numbers) {
        /** Returns whether each number of the phrase is beside its word in a text. */
        boolean hasNumbersInPlace(List<String> text) {
            return words.stream()
                    .filter(OptionPhraseIndex::isNumber)
                    .allMatch(number -> numbers.stream()
                            .anyMatch(pair -> pair.contains(number) && Collections.indexOfSubList(text, pair) >= 0));
        }
    }

    OptionPhraseIndex(Collection<CarOption> list, OptionSearchTerms searchTerms, EquipmentListGrammar grammar) {
        this.grammar = grammar;
        searchTerms.entries().forEach(entry -> {
            entry.words().forEach(word -> add(word, entry.names()));
            // An option that this list lacks is also known by its own name.
            if (entry.names().size() == 1) {
                add(entry.names().iterator().next(), entry.names());
            }
        });
        list.forEach(option -> {
            String name = canonicalName(option, searchTerms);
            meanings.put(option.name(), name);
            options.computeIfAbsent(name, _ -> new ArrayList<>()).add(option);
        });
        // An option's own name takes precedence over an equal synonym of another option.
        var ownNames = new HashSet<Set<String>>();
        options.forEach((name, optionsOfName) -> optionsOfName.stream()
                .flatMap(option -> Stream.of(option.prettyName(), option.name()))
                .distinct()
                .forEach(text -> {
                    Set<String> key = key(text);
                    if (ownNames.add(key)) {
                        byWords.remove(key);
                    }
                    add(text, Set.of(name));
                }));
        byWords.values().forEach(this::index);
    }

    /** Returns the canonical name of an option. An unknown API name may have a known label. */
    private String canonicalName(CarOption option, OptionSearchTerms searchTerms) {
        if (searchTerms.knows(option.name())) {
            return EquivalentOptions.canonicalName(option.name());
        }
        Phrase labelled = byWords.get(key(option.prettyName()));
        return labelled != null
                        && labelled.meanings().size() == 1
                        && labelled.meanings().iterator().next().size() == 1
                ? labelled.meanings().iterator().next().iterator().next()
                : option.name();
    }

    private void add(String text, Set<String> names) {
        CAPITALS.matcher(text)
                .results()
                .map(match -> WordStemmer.stem(TextNormalizer.removeCaseAndAccents(match.group())))
                .forEach(abbreviations::add);
        List<String> stems = WordStemmer.stems(text);
        Set<String> key = key(stems);
        // A phrase of a single letter would match too many texts.
        if (key.stream().mapToInt(String::length).sum() > 1) {
            Phrase phrase = byWords.computeIfAbsent(key, _ -> new Phrase(key, new HashSet<>(), new HashSet<>()));
            phrase.meanings().add(names);
            for (int i = 1; i < stems.size(); i++) {
                if (isNumber(stems.get(i)) || isNumber(stems.get(i - 1))) {
                    phrase.numbers().add(stems.subList(i - 1, i + 1));
                }
            }
        }
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private void index(Phrase phrase) {
        words.addAll(phrase.words());
        sortedWords.addAll(phrase.words());
        String longest = phrase.words().stream()
                .reduce((first, second) -> second.length() > first.length() ? second : first)
                .orElseThrow();
        byWord.computeIfAbsent(longest, _ -> new ArrayList<>()).add(phrase);
    }

    private Set<String> key(String text) {
        return key(WordStemmer.stems(text));
    }

    private Set<String> key(List<String> stems) {
        var key = new HashSet<String>();
        stems.stream().filter(word -> !grammar.isStopWord(word)).forEach(key::add);
        return key;
    }

    /** Returns the phrases that consist of the given words only. */
    List<Phrase> phrasesWithin(Set<String> textWords) {
        return textWords.stream()
                .flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
                .filter(phrase -> textWords.containsAll(phrase.words()))
                .toList();
    }

    boolean hasWord(String word) {
        return words.contains(word);
    }

    /** Returns whether a phrase has a word in capital letters. */
    boolean isAbbreviation(String word) {
        return abbreviations.contains(word);
    }

    Set<String> words() {
        return words;
    }

    /** Returns the first 20 words with a prefix, in alphabetical order. */
    List<String> wordsStartingWith(String prefix) {
        return sortedWords.tailSet(prefix).stream()
                .takeWhile(word -> word.startsWith(prefix))
                .limit(MAX_EXPANSIONS)
                .toList();
    }

    /** Returns the canonical name of an option of this list. */
    String canonicalName(CarOption option) {
        return meanings.getOrDefault(option.name(), option.name());
    }

    /** Returns whether a text is a name of an option, from AutoChat or in one of the four languages. */
    boolean isName(String text, String canonicalName) {
        String normalized = TextNormalizer.normalize(text);
        return options(canonicalName).stream()
                .flatMap(this::names)
                .map(TextNormalizer::normalize)
                .anyMatch(normalized::equals);
    }

    private Stream<String> names(CarOption option) {
        return Stream.concat(
                Stream.of(option.name(), option.prettyName()),
                Arrays.stream(Language.values()).map(language -> labels.label(option, language.locale())));
    }

    /** Returns the options of a canonical name; empty if the list has none. */
    List<CarOption> options(String canonicalName) {
        return options.getOrDefault(canonicalName, List.of());
    }
}
