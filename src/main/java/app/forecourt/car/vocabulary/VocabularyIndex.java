package app.forecourt.car.vocabulary;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.text.Language;
import app.forecourt.text.LenientProperties;
import app.forecourt.text.TextNormalizer;
import app.forecourt.text.TextSanitizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Index of the words, names, models and manufacturer codes of vocabulary files. Files are added one after the other.
 * The index is thread-safe after the last file was added.
 */
final class VocabularyIndex {
    /** Languages in the order of the file. */
    private static final List<Language> LANGUAGES = List.of(Language.values());

    private static final SequencedSet<String> NONE = Collections.unmodifiableSequencedSet(new LinkedHashSet<>());
    private static final String WMI_KEY = "wmi";
    private static final String MODEL_NAME_KEY = "modelName";
    /** Maximum length of a text in characters, spaces included, so that a pasted megabyte is not searched. */
    private static final int MAX_LENGTH = 1_000;

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
    private static final Pattern WMI = Pattern.compile("[A-HJ-NPR-Z0-9]{3}");

    private final Map<CarField, SequencedSet<String>> words = new EnumMap<>(CarField.class);
    /** Models by brand. */
    private final Map<String, SequencedSet<String>> models = new HashMap<>();
    /** Word of each normalized spelling, by field. */
    private final Map<CarField, Map<String, String>> meanings = new EnumMap<>(CarField.class);
    /** Names of each language by field and word, the name to show first. */
    private final Map<CarField, Map<String, List<SequencedSet<String>>>> names = new EnumMap<>(CarField.class);
    /** Brands by manufacturer code. */
    private final Map<String, Set<String>> makers = new HashMap<>();

    /** Returns the words of a field in order; for the model those of one brand. */
    Set<String> words(CarField field, String brand) {
        return field == CarField.MODEL
                ? findWord(CarField.BRAND, brand).<Set<String>>map(models::get).orElse(Set.of())
                : words.getOrDefault(field, NONE);
    }

    /** Returns the word of each normalized spelling of a field. */
    Map<String, String> wordsBySpelling(CarField field) {
        return meanings.getOrDefault(field, Map.of());
    }

    /** Returns the word of a typed spelling or name; empty if unknown. */
    Optional<String> findWord(CarField field, String typed) {
        return typed.length() > MAX_LENGTH
                ? Optional.empty()
                : Optional.ofNullable(wordsBySpelling(field).get(TextNormalizer.normalize(typed)));
    }

    /** Returns the name to show for a word in a language; empty if there is none. */
    Optional<String> label(CarField field, String word, Locale locale) {
        return names(field, word, locale).stream().findFirst();
    }

    /** Returns the names of a word in a language. */
    Set<String> names(CarField field, String word, Locale locale) {
        List<SequencedSet<String>> byLanguage = byLanguage(field, word);
        return Language.ofCode(locale.getLanguage())
                .filter(_ -> !byLanguage.isEmpty())
                .map(language -> byLanguage.get(LANGUAGES.indexOf(language)))
                .orElse(NONE);
    }

    /** Returns the names of a word in all languages. */
    Stream<String> names(CarField field, String word) {
        return byLanguage(field, word).stream().flatMap(Set::stream);
    }

    private List<SequencedSet<String>> byLanguage(CarField field, String word) {
        return names.getOrDefault(field, Map.of()).getOrDefault(word, List.of());
    }

    /** Returns the brands of a manufacturer code. */
    Set<String> brandsOfCode(String wmi) {
        return makers.getOrDefault(wmi, Set.of());
    }

    /**
     * Adds the lines of a file, in any order.
     *
     * @return the unusable lines: their keys, and the beginnings of unreadable lines
     */
    List<String> add(LenientProperties file) {
        var unusable = new LinkedHashSet<>(file.unreadableLines());
        file.lines().stream()
                .sorted(Comparator.comparingInt(VocabularyIndex::rank))
                .filter(line -> !add(line))
                .forEach(line -> unusable.add(TextSanitizer.excerpt(line.key())));
        return List.copyOf(unusable);
    }

    /** Returns the rank of a line. Words come first, because other lines refer to words; names of models come last. */
    private static int rank(LenientProperties.Line line) {
        return !line.key().contains(".") ? 0 : line.key().startsWith(MODEL_NAME_KEY + ".") ? 2 : 1;
    }

    /** Adds a line and returns whether the line is usable. An unusable line changes nothing. */
    private boolean add(LenientProperties.Line line) {
        int dot = line.key().indexOf('.');
        String fieldName = dot < 0 ? line.key() : line.key().substring(0, dot);
        String subject = dot < 0 ? "" : line.key().substring(dot + 1);
        List<String> parts = parts(line.value());
        return switch (fieldName) {
            case WMI_KEY -> ofWord(CarField.BRAND, subject, brand -> addMakers(brand, parts));
            case MODEL_NAME_KEY -> {
                int end = subject.indexOf('.');
                yield end < 0
                        ? ofWord(CarField.BRAND, subject, brand -> addModelNames(brand, parts))
                        : ofWord(
                                CarField.BRAND,
                                subject.substring(0, end),
                                brand -> ofModel(
                                        brand,
                                        subject.substring(end + 1),
                                        model -> addNames(CarField.MODEL, model, line.value())));
            }
            default ->
                CarField.ofApiName(fieldName)
                        .filter(field -> field.type() == FieldType.WORD || field.type() == FieldType.CODE)
                        .filter(field -> field == CarField.MODEL
                                ? ofWord(CarField.BRAND, subject, brand -> addWords(field, parts, models, brand))
                                : dot < 0
                                        ? addWords(field, parts, words, field)
                                        : ofWord(field, subject, word -> addNames(field, word, line.value())))
                        .isPresent();
        };
    }

    /** Returns whether a text is a known word that can be used. */
    private boolean ofWord(CarField field, String typed, Predicate<String> use) {
        return findWord(field, typed).filter(use).isPresent();
    }

    /** Returns whether a text is a known model of a brand that can be used. */
    private boolean ofModel(String brand, String typed, Predicate<String> use) {
        return ofWord(
                CarField.MODEL, typed, model -> words(CarField.MODEL, brand).contains(model) && use.test(model));
    }

    /** Adds the names under which models are shown. Each is a spelling of a known model of the brand. */
    private boolean addModelNames(String brand, List<String> list) {
        return list.stream().allMatch(name -> ofModel(brand, name, _ -> true))
                && list.stream().allMatch(name -> ofModel(brand, name, model -> addNames(CarField.MODEL, model, name)));
    }

    /** Adds words after the known ones. A word that is known in another spelling keeps the known spelling. */
    private <K> boolean addWords(CarField field, List<String> list, Map<K, SequencedSet<String>> byKey, K key) {
        List<String> spelled = list.stream()
                .map(word -> field.type() == FieldType.CODE ? word.toUpperCase(Locale.ROOT) : word)
                .toList();
        Map<String, String> bySpelling = meanings.computeIfAbsent(field, _ -> new HashMap<>());
        if (!spelled.stream().allMatch(word -> canBeSent(field, word) && isFree(bySpelling, word))) {
            return false;
        }
        Set<String> known = byKey.computeIfAbsent(key, _ -> new LinkedHashSet<>());
        spelled.forEach(word -> {
            bySpelling.putIfAbsent(TextNormalizer.normalize(word), word);
            known.add(bySpelling.getOrDefault(TextNormalizer.normalize(word), word));
        });
        return true;
    }

    /** Returns whether a spelling is not the name of another word. */
    private static boolean isFree(Map<String, String> bySpelling, String word) {
        String known = bySpelling.get(TextNormalizer.normalize(word));
        return known == null || TextNormalizer.normalize(known).equals(TextNormalizer.normalize(word));
    }

    /** Adds names before the known ones, so that the new names are shown. The old names are still accepted. */
    private boolean addNames(CarField field, String word, String value) {
        List<List<String>> newNames = Arrays.stream(value.split("\\|", -1))
                .map(VocabularyIndex::parts)
                .toList();
        Map<String, String> bySpelling = meanings.getOrDefault(field, Map.of());
        boolean isUsable = newNames.size() <= LANGUAGES.size()
                && newNames.stream()
                        .flatMap(List::stream)
                        .allMatch(name -> canBeTyped(field, name)
                                && bySpelling
                                        .getOrDefault(TextNormalizer.normalize(name), word)
                                        .equals(word)
                                && (field != CarField.CURRENCY
                                        || !Vocabulary.isCurrency(name.toUpperCase(Locale.ROOT))
                                        || name.equalsIgnoreCase(word)));
        if (!isUsable) {
            return false;
        }
        List<SequencedSet<String>> known = names.computeIfAbsent(field, _ -> new HashMap<>())
                .computeIfAbsent(
                        word,
                        _ -> LANGUAGES.stream()
                                .<SequencedSet<String>>map(_ -> new LinkedHashSet<>())
                                .toList());
        for (int language = 0; language < newNames.size(); language++) {
            newNames.get(language).reversed().forEach(known.get(language)::addFirst);
            newNames.get(language).forEach(name -> bySpelling.put(TextNormalizer.normalize(name), word));
        }
        return true;
    }

    private boolean addMakers(String brand, List<String> codes) {
        List<String> upperCase =
                codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
        if (!upperCase.stream().allMatch(code -> WMI.matcher(code).matches())) {
            return false;
        }
        upperCase.forEach(
                code -> makers.computeIfAbsent(code, _ -> new LinkedHashSet<>()).add(brand));
        return true;
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(","))
                .map(TextSanitizer::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static boolean canBeSent(CarField field, String word) {
        boolean isCode = field.limits().range().contains(word.length())
                && LETTERS.matcher(word).matches();
        return canBeTyped(field, word) && (isCode || field.type() != FieldType.CODE);
    }

    private static boolean canBeTyped(CarField field, String text) {
        return TextSanitizer.length(text) <= field.limits().range().max().intValue()
                && !TextSanitizer.hasControlCharacters(text)
                && !TextNormalizer.normalize(text).isEmpty();
    }
}
