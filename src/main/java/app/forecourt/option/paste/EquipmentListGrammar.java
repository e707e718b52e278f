package app.forecourt.option.paste;

import app.forecourt.option.EquivalentOptions;
import app.forecourt.text.BundledResource;
import app.forecourt.text.WordStemmer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Word classes of equipment lists in four languages, from {@code paste-words.properties}. Thread-safe. */
final class EquipmentListGrammar {
    private final Set<String> stopWords;
    private final Set<String> neutralWords;
    private final List<List<String>> otherThing;
    private final List<List<String>> without;
    private final List<List<String>> absent;
    private final Set<String> headingWords;
    private final Set<String> conjunctions;
    private final Set<String> withWords;
    private final Set<String> purposeWords;
    private final Set<String> belongingWords;
    private final Set<String> materials;
    private final Set<String> finishes;
    /** Words with their endings, because "packages" is a heading and "package" is not. */
    private final Set<String> packageWords;

    private final Map<String, String> abbreviations;
    /** General options by special option. */
    private final Map<String, Set<String>> general;

    /** Reads the words of the program. */
    EquipmentListGrammar() {
        Properties file = BundledResource.loadProperties(EquipmentListGrammar.class, "paste-words.properties");
        stopWords = words(phrases(file, "small"));
        neutralWords = words(phrases(file, "beside"));
        otherThing = phrases(file, "other_thing");
        without = phrases(file, "without");
        absent = phrases(file, "absent");
        headingWords = words(phrases(file, "heading"));
        conjunctions = words(phrases(file, "joining"));
        withWords = words(phrases(file, "with"));
        purposeWords = words(phrases(file, "for"));
        belongingWords = words(phrases(file, "of"));
        materials = words(phrases(file, "bare"));
        finishes = words(phrases(file, "finish"));
        packageWords = Set.copyOf(WordStemmer.splitWords(file.getProperty("package")));
        abbreviations = phrases(file, "short").stream().collect(Collectors.toMap(List::getFirst, List::getLast));
        general = pairs(file.getProperty("special"));
    }

    private static Map<String, Set<String>> pairs(String text) {
        return Arrays.stream(text.split(","))
                .map(pair -> pair.strip().split(" +"))
                .collect(Collectors.groupingBy(
                        pair -> EquivalentOptions.canonicalName(pair[0]),
                        Collectors.mapping(pair -> EquivalentOptions.canonicalName(pair[1]), Collectors.toSet())));
    }

    private static List<List<String>> phrases(Properties file, String key) {
        return Arrays.stream(file.getProperty(key).split(","))
                .map(WordStemmer::stems)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static Set<String> words(List<List<String>> phrases) {
        var words = new HashSet<String>();
        phrases.forEach(words::addAll);
        return words;
    }

    /** Returns whether a word is a stop word without any meaning for equipment. */
    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    /** Returns whether a word does not change the meaning of a name beside it. Codes and numbers do not either. */
    boolean isNeutral(String word) {
        return word.length() <= 2
                || neutralWords.contains(word)
                || stopWords.contains(word)
                || word.chars().anyMatch(Character::isDigit);
    }

    /** Returns whether a word joins two things that the car both has, as "and" does. */
    boolean isConjunction(String word) {
        return conjunctions.contains(word);
    }

    /** Returns whether a word adds a part to the thing before the word, as "with" does. */
    boolean isWith(String word) {
        return withWords.contains(word);
    }

    /** Returns whether a word introduces the purpose or place of the thing before, as "for" and "on" do. */
    boolean isPurpose(String word) {
        return purposeWords.contains(word);
    }

    /** Returns whether a word introduces the whole to which the thing before belongs, as "of" does. */
    boolean isBelonging(String word) {
        return belongingWords.contains(word);
    }

    /** Returns whether a word is a material. A material is no option beside the words of another thing. */
    boolean isMaterial(String word) {
        return materials.contains(word);
    }

    /** Returns whether a word is a paint finish. */
    boolean isFinish(String word) {
        return finishes.contains(word);
    }

    /** Returns whether a stem means a package. */
    boolean isPackage(String word) {
        return packageWords.stream().map(WordStemmer::stem).anyMatch(word::equals);
    }

    /** Returns the full word of an abbreviation. */
    Optional<String> expandAbbreviation(String word) {
        return Optional.ofNullable(abbreviations.get(word));
    }

    /** Returns the general options that a special option includes, so that they are not listed beside it. */
    Set<String> generalOptions(String special) {
        return general.getOrDefault(special, Set.of());
    }

    /**
     * Returns whether a text is a heading: all its words are heading words or stop words. "Packages" is a heading.
     * "Audio package" is equipment, because the package has a name.
     */
    boolean isHeading(String text) {
        List<String> words = WordStemmer.stems(text);
        return words.stream().anyMatch(headingWords::contains)
                && words.stream().allMatch(word -> headingWords.contains(word) || isStopWord(word))
                && !isNamedPackage(text, words);
    }

    private boolean isNamedPackage(String text, Collection<String> words) {
        return WordStemmer.splitWords(text).stream().anyMatch(packageWords::contains)
                && words.stream().filter(word -> !isStopWord(word)).distinct().count() > 1;
    }

    /** Returns the index of a phrase such as "cover for" that makes the rest another thing; -1 if there is none. */
    int indexOfOtherThing(List<String> words) {
        return first(otherThing, words);
    }

    /** Returns the index of a phrase such as "without" that negates the words after it; -1 if there is none. */
    int indexOfWithout(List<String> words) {
        return first(without, words);
    }

    /**
     * Returns the index of a phrase such as "not present" that negates the words before it; -1 if there is none. A last
     * "no" does so too, because no words are behind it.
     */
    int indexOfAbsent(List<String> words) {
        return without.stream()
                .mapToInt(phrase -> Collections.lastIndexOfSubList(words, phrase))
                .filter(index -> index >= 0 && index == words.size() - 1)
                .findFirst()
                .orElseGet(() -> first(absent, words));
    }

    /** Returns whether the words only say that the thing before them is absent. */
    boolean isAbsentOnly(List<String> words) {
        int index = indexOfAbsent(words);
        return index >= 0 && words.subList(0, index).stream().allMatch(this::isNeutral);
    }

    private static int first(List<List<String>> phrases, List<String> words) {
        return phrases.stream()
                .mapToInt(phrase -> Collections.indexOfSubList(words, phrase))
                .filter(index -> index >= 0)
                .min()
                .orElse(-1);
    }
}
