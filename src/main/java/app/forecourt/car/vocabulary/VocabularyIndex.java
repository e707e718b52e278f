package app.forecourt.car.vocabulary;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.text.Language;
import app.forecourt.text.LenientProperties;
import app.forecourt.text.TextNormalizer;
import app.forecourt.text.TextSanitizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What vocabulary files have said so far: words, their names, models and makers. Learns file after file and is safe
 * for several threads once it learns no more.
 */
final class VocabularyIndex {
    /** In the order of the file. */
    private static final List<Language> LANGUAGES = List.of(Language.values());
    private static final SequencedSet<String> NONE = Collections
            .unmodifiableSequencedSet(new LinkedHashSet<>());
    private static final String MAKER = "wmi";
    /** Characters, however many spaces are among them: a paste of a megabyte is not looked at. */
    private static final int LONGEST = 1_000;
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
    private static final Pattern WMI = Pattern.compile("[A-HJ-NPR-Z0-9]{3}");

    private final Map<CarField, SequencedSet<String>> words = new EnumMap<>(CarField.class);
    /** By the brand. */
    private final Map<String, SequencedSet<String>> models = new HashMap<>();
    /** What every spelling means, by field. */
    private final Map<CarField, Map<String, String>> meanings = new EnumMap<>(CarField.class);
    /** By field and word, those of each language, the one to show first. */
    private final Map<CarField, Map<String, List<SequencedSet<String>>>> names = new EnumMap<>(
            CarField.class);
    /** The brands of each code. */
    private final Map<String, Set<String>> makers = new HashMap<>();

    /** The words of a field in order; of models those of that brand. */
    Set<String> words(CarField field, String brand) {
        return field == CarField.MODEL
                ? meaning(CarField.BRAND, brand).<Set<String>>map(models::get).orElse(Set.of())
                : words.getOrDefault(field, NONE);
    }

    /** Every spelling of a field and the word it means. */
    Map<String, String> meanings(CarField field) {
        return meanings.getOrDefault(field, Map.of());
    }

    /** The word that is meant, if it is known by that name. */
    Optional<String> meaning(CarField field, String typed) {
        return typed.length() > LONGEST ? Optional.empty()
                : Optional.ofNullable(meanings(field).get(TextNormalizer.of(typed)));
    }

    /** What a word is shown as in a language, if it has a name there. */
    Optional<String> label(CarField field, String word, Locale locale) {
        return names(field, word, locale).stream().findFirst();
    }

    /** What a word is called in a language; nothing where no names are known. */
    Set<String> names(CarField field, String word, Locale locale) {
        List<SequencedSet<String>> all = byLanguage(field, word);
        return Language.ofCode(locale.getLanguage()).filter(known -> !all.isEmpty())
                .map(known -> all.get(LANGUAGES.indexOf(known))).orElse(NONE);
    }

    /** The same in all languages. */
    Stream<String> names(CarField field, String word) {
        return byLanguage(field, word).stream().flatMap(Set::stream);
    }

    private List<SequencedSet<String>> byLanguage(CarField field, String word) {
        return names.getOrDefault(field, Map.of()).getOrDefault(word, List.of());
    }

    /** The brands whose cars have numbers that begin so. */
    Set<String> makers(String wmi) {
        return makers.getOrDefault(wmi, Set.of());
    }

    /**
     * Learns the lines of a file, in any order.
     *
     * @return what could not be used: keys, and the beginnings of unreadable lines
     */
    List<String> learn(LenientProperties file) {
        var unusable = new LinkedHashSet<>(file.unreadable());
        // Words first, for the other lines are about words.
        for (boolean aboutWords : new boolean[]{false, true}) {
            file.lines().stream().filter(line -> line.key().contains(".") == aboutWords)
                    .filter(line -> !learn(line))
                    .forEach(line -> unusable.add(TextSanitizer.shown(line.key())));
        }
        return List.copyOf(unusable);
    }

    /** Whether the line can be used; one that can't changes nothing. */
    private boolean learn(LenientProperties.Line line) {
        int dot = line.key().indexOf('.');
        String kind = dot < 0 ? line.key() : line.key().substring(0, dot);
        String about = dot < 0 ? "" : line.key().substring(dot + 1);
        if (kind.equals(MAKER)) {
            return meaning(CarField.BRAND, about).filter(brand -> makes(brand, parts(line.value())))
                    .isPresent();
        }
        Optional<CarField> field = CarField.ofApiName(kind)
                .filter(any -> any.kind() == FieldType.WORD || any.kind() == FieldType.CODE);
        if (field.isEmpty()) {
            return false;
        }
        if (field.get() == CarField.MODEL) {
            return meaning(CarField.BRAND, about).filter(brand -> models(brand, parts(line.value())))
                    .isPresent();
        }
        return dot < 0 ? words(field.get(), parts(line.value()))
                : meaning(field.get(), about).filter(word -> names(field.get(), word, line.value()))
                        .isPresent();
    }

    private boolean words(CarField field, List<String> list) {
        return add(field, list, words.computeIfAbsent(field, any -> new LinkedHashSet<>()));
    }

    private boolean models(String brand, List<String> list) {
        return add(CarField.MODEL, list, models.computeIfAbsent(brand, any -> new LinkedHashSet<>()));
    }

    /** Behind those that are there. A word that is known already in another spelling stays as it is known. */
    private boolean add(CarField field, List<String> list, Set<String> known) {
        List<String> spelled = list.stream()
                .map(word -> field.kind() == FieldType.CODE ? word.toUpperCase(Locale.ROOT) : word).toList();
        Map<String, String> meaning = meanings.computeIfAbsent(field, any -> new HashMap<>());
        if (!spelled.stream().allMatch(word -> canBeSent(field, word) && isFree(meaning, word))) {
            return false;
        }
        spelled.forEach(word -> {
            meaning.putIfAbsent(TextNormalizer.of(word), word);
            known.add(meaning.getOrDefault(TextNormalizer.of(word), word));
        });
        return true;
    }

    /** Not what another word is called. */
    private static boolean isFree(Map<String, String> meaning, String word) {
        String other = meaning.get(TextNormalizer.of(word));
        return other == null || TextNormalizer.of(other).equals(TextNormalizer.of(word));
    }

    /** In the languages that are given in place of what was shown before; old names are still understood. */
    private boolean names(CarField field, String word, String value) {
        List<List<String>> given = Arrays.stream(value.split("\\|", -1)).map(VocabularyIndex::parts).toList();
        Map<String, String> meaning = meanings.getOrDefault(field, Map.of());
        boolean fits = given.size() <= LANGUAGES.size()
                && given.stream().flatMap(List::stream).allMatch(
                        name -> canBeTyped(field, name)
                                && meaning.getOrDefault(TextNormalizer.of(name), word).equals(word)
                                && (field != CarField.CURRENCY
                                        || !Vocabulary.isCurrency(name.toUpperCase(Locale.ROOT))
                                        || name.equalsIgnoreCase(word)));
        if (!fits) {
            return false;
        }
        List<SequencedSet<String>> known = names.computeIfAbsent(field, any -> new HashMap<>())
                .computeIfAbsent(
                        word,
                        any -> LANGUAGES.stream()
                                .<SequencedSet<String>>map(each -> new LinkedHashSet<>())
                                .toList());
        for (int language = 0; language < given.size(); language++) {
            given.get(language).reversed().forEach(known.get(language)::addFirst);
            given.get(language).forEach(name -> meaning.put(TextNormalizer.of(name), word));
        }
        return true;
    }

    private boolean makes(String brand, List<String> codes) {
        List<String> capitals = codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
        if (!capitals.stream().allMatch(code -> WMI.matcher(code).matches())) {
            return false;
        }
        capitals.forEach(code -> makers.computeIfAbsent(code, any -> new LinkedHashSet<>()).add(brand));
        return true;
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",")).map(TextSanitizer::trimmed).filter(part -> !part.isEmpty())
                .toList();
    }

    private static boolean canBeSent(CarField field, String word) {
        boolean isCode = field.limits().range().holds(word.length()) && LETTERS.matcher(word).matches();
        return canBeTyped(field, word) && (isCode || field.kind() != FieldType.CODE);
    }

    private static boolean canBeTyped(CarField field, String text) {
        return TextSanitizer.length(text) <= field.limits().range().most().intValue()
                && !TextSanitizer.hasControls(text)
                && !TextNormalizer.of(text).isEmpty();
    }
}
