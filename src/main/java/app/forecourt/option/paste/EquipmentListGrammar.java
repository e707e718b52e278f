package app.forecourt.option.paste;

import app.forecourt.option.Synonyms;
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

/** How lists of equipment are written, from {@code paste-words.properties}. May be used from any thread. */
final class EquipmentListGrammar {
    private final Set<String> small;
    private final Set<String> beside;
    private final List<List<String>> otherThing;
    private final List<List<String>> without;
    private final List<List<String>> absent;
    private final Set<String> heading;
    private final Set<String> joining;
    private final Set<String> with;
    private final Set<String> purpose;
    private final Set<String> belonging;
    private final Set<String> bare;
    private final Set<String> finish;
    /** With their endings: "packages" is a heading. */
    private final Set<String> packaging;
    private final Map<String, String> shortFor;
    /** By the special one. */
    private final Map<String, Set<String>> general;

    /** Those that come with the program; reads them. */
    EquipmentListGrammar() {
        Properties file = BundledResource.properties(EquipmentListGrammar.class, "paste-words.properties");
        small = single(phrases(file, "small"));
        beside = single(phrases(file, "beside"));
        otherThing = phrases(file, "other_thing");
        without = phrases(file, "without");
        absent = phrases(file, "absent");
        heading = single(phrases(file, "heading"));
        joining = single(phrases(file, "joining"));
        with = single(phrases(file, "with"));
        purpose = single(phrases(file, "for"));
        belonging = single(phrases(file, "of"));
        bare = single(phrases(file, "bare"));
        finish = single(phrases(file, "finish"));
        packaging = Set.copyOf(WordStemmer.spelled(file.getProperty("package")));
        shortFor = phrases(file, "short").stream().collect(Collectors.toMap(List::getFirst, List::getLast));
        general = pairs(file.getProperty("special"));
    }

    private static Map<String, Set<String>> pairs(String text) {
        return Arrays.stream(text.split(",")).map(pair -> pair.strip().split(" +"))
                .collect(Collectors.groupingBy(pair -> Synonyms.meaning(pair[0]),
                        Collectors.mapping(pair -> Synonyms.meaning(pair[1]), Collectors.toSet())));
    }

    private static List<List<String>> phrases(Properties file, String key) {
        return Arrays.stream(file.getProperty(key).split(",")).map(WordStemmer::words)
                .filter(words -> !words.isEmpty()).toList();
    }

    private static Set<String> single(List<List<String>> phrases) {
        var words = new HashSet<String>();
        phrases.forEach(words::addAll);
        return words;
    }

    /** Whether a word says nothing of what is meant. */
    boolean isSmall(String word) {
        return small.contains(word);
    }

    /** Whether a word may stand beside a name without changing it. Codes and numbers are such too. */
    boolean isBeside(String word) {
        return word.length() <= 2 || beside.contains(word) || small.contains(word)
                || word.chars().anyMatch(Character::isDigit);
    }

    /** Whether a word stands between two things that are both there. */
    boolean isJoining(String word) {
        return joining.contains(word);
    }

    /** Returns whether a word adds a part to the thing before it, as "with" does. */
    boolean isWith(String word) {
        return with.contains(word);
    }

    /** Returns whether a word tells what the thing before it is for or where that is, as "for" and "on" do. */
    boolean isPurpose(String word) {
        return purpose.contains(word);
    }

    /** Returns whether a word tells what the thing before it belongs to, as "of" does. */
    boolean isBelonging(String word) {
        return belonging.contains(word);
    }

    /** Returns whether a word is a material, which names an option only if it stands alone. */
    boolean isBare(String word) {
        return bare.contains(word);
    }

    /** Returns whether a word is a finish of paint. */
    boolean isFinish(String word) {
        return finish.contains(word);
    }

    /** Returns whether a word means a package. */
    boolean isPackage(String word) {
        return packaging.stream().map(WordStemmer::stem).anyMatch(word::equals);
    }

    /** What a word may be short for. */
    Optional<String> longFor(String word) {
        return Optional.ofNullable(shortFor.get(word));
    }

    /** The options that are not meant beside that one: it is them, and more. */
    Set<String> general(String special) {
        return general.getOrDefault(special, Set.of());
    }

    /**
     * Whether there is nothing in it but words of headings, and some at all. "Audio package" is none, because a package
     * with a name is equipment; "packages" is one.
     */
    boolean isHeading(String text) {
        List<String> words = WordStemmer.words(text);
        return words.stream().anyMatch(heading::contains)
                && words.stream().allMatch(word -> heading.contains(word) || isSmall(word))
                && !isNamedPackage(text, words);
    }

    private boolean isNamedPackage(String text, Collection<String> words) {
        return WordStemmer.spelled(text).stream().anyMatch(packaging::contains)
                && words.stream().filter(word -> !isSmall(word)).distinct().count() > 1;
    }

    /** Where something begins that makes another thing of the rest; -1 if it is nowhere. */
    int otherThing(List<String> words) {
        return first(otherThing, words);
    }

    /** Where it begins to say that what follows is not there; -1 if it does not. */
    int without(List<String> words) {
        return first(without, words);
    }

    /** Where it begins to say that what stands before is not there; -1 if it does not. */
    int absent(List<String> words) {
        return first(absent, words);
    }

    /** Whether it says nothing but that something is not there. */
    boolean isAbsentOnly(List<String> words) {
        int at = absent(words);
        return at >= 0 && words.subList(0, at).stream().allMatch(this::isBeside);
    }

    private static int first(List<List<String>> phrases, List<String> words) {
        return phrases.stream().mapToInt(phrase -> Collections.indexOfSubList(words, phrase))
                .filter(at -> at >= 0).min().orElse(-1);
    }
}
