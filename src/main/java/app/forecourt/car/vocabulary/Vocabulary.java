package app.forecourt.car.vocabulary;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.text.LenientProperties;
import app.forecourt.text.TextNormalizer;
import app.forecourt.text.TextSanitizer;
import app.forecourt.text.TypoMatcher;
import app.forecourt.text.ValueFormatter;
import java.io.IOException;
import java.io.Reader;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that AutoChat accepts or probably accepts, and their names in English, Dutch, German and French. AutoChat
 * documents none, so the words are suggestions and any other word may be sent too. The words come from the editable
 * file {@code vocabulary.properties} beside this class, and from the user's own files.
 *
 * <p>Comparisons ignore case, accents, spaces, dashes and underscores. Thread-safe.
 */
public final class Vocabulary {
    private static final int MAX_NEAREST = 3;
    /** Length of a world manufacturer identifier: the first characters of a VIN. */
    private static final int WMI_LENGTH = 3;

    private static final Pattern GAP = Pattern.compile("[\\s\\p{Pd}]+|$");
    /**
     * Codes of a new form and how they are shown, confirmed by the vendor's page. With them the first frame need not
     * wait for the file.
     */
    private static final Map<String, String> CONFIRMED = Map.of("EUR", "EUR", "KM", "km");

    private final VocabularySources files = new VocabularySources();

    private Vocabulary() {}

    /** Returns the vocabulary of the program. Its file is read on the first use. */
    public static Vocabulary bundled() {
        return new Vocabulary();
    }

    /** Reads the words now, so that the first key typed by the user need not wait for them. */
    public void load() {
        index();
    }

    /**
     * Adds the words of a user's file. New words come after the known ones; new names are shown in place of the known
     * ones. Unusable lines are skipped. At most 2<sup>20</sup> characters are read.
     *
     * @return the unusable lines: their keys, or the beginnings of unreadable lines
     * @throws IOException if the reader fails; nothing was added then
     */
    public List<String> extend(Reader reader) throws IOException {
        return files.add(LenientProperties.read(reader));
    }

    /**
     * Returns the suggestions for a typed text, in the given language. First come words that begin with the text or
     * have such a name in the language. Words with such a name in another language follow, then words with a later part
     * that begins with the text. Each group is in the order of the file. If nothing is typed, all words are returned.
     * Fields without a vocabulary have no suggestions. Each word is suggested by its {@link #label}.
     *
     * @param draft draft with the brand, for suggestions of models
     */
    public List<String> suggestions(CarField field, CarDraft draft, String typed, Locale locale) {
        VocabularyIndex known = index();
        Set<String> words = known.words(field, draft.text(CarField.BRAND));
        String prefix = TextNormalizer.normalize(typed);
        Predicate<String> hasPrefix = name -> TextNormalizer.normalize(name).startsWith(prefix);
        Predicate<String> inLanguage = word -> hasPrefix.test(word)
                || known.names(field, word, locale).stream().anyMatch(hasPrefix);
        Predicate<String> inOtherLanguage = word -> known.names(field, word).anyMatch(hasPrefix);
        Predicate<String> inside = word -> Stream.concat(Stream.of(word), known.names(field, word))
                .anyMatch(name -> TextNormalizer.hasPartStartingWith(name, prefix));
        return Stream.of(inLanguage, inOtherLanguage, inside)
                .flatMap(condition -> words.stream().filter(condition))
                .distinct()
                .map(word -> label(field, word, locale))
                .toList();
    }

    /** Returns whether a word, given by one of its names, has a name in any language that begins with a text. */
    public boolean hasNameBeginning(CarField field, String name, String start) {
        String prefix = TextNormalizer.normalize(start);
        return index().findWord(field, name).stream()
                .flatMap(word -> index().names(field, word))
                .anyMatch(other -> TextNormalizer.normalize(other).startsWith(prefix));
    }

    /**
     * Returns the name of a word in a language; without one the English name, and without that the word itself. Brands
     * and models have one name in all languages, see {@link #displayName}.
     */
    public String label(CarField field, String word, Locale locale) {
        VocabularyIndex known = index();
        return isName(field)
                ? displayName(field, word)
                : known.label(field, word, locale)
                        .or(() -> known.label(field, word, Locale.ENGLISH))
                        .orElse(word);
    }

    private static boolean isName(CarField field) {
        return field == CarField.BRAND || field == CarField.MODEL;
    }

    /**
     * Returns a typed brand or model as people write it ({@code "c-hr"}: {@code "C-HR"}). AutoChat's word for it, which
     * is sent, is in lower case. An unknown brand or model stays as typed; only the first letters of its words are
     * raised if it has no capital.
     */
    public String displayName(CarField field, String typed) {
        VocabularyIndex known = index();
        String trimmed = TextSanitizer.trim(typed);
        return known.findWord(field, trimmed)
                .map(word -> known.label(field, word, Locale.ENGLISH)
                        .orElseGet(() -> isLowerCase(word) ? ValueFormatter.formatName(word) : word))
                .orElseGet(() -> isLowerCase(trimmed) ? ValueFormatter.capitalize(trimmed) : trimmed);
    }

    /**
     * Returns a typed text as a field shows it. A known word is shown in a language, and with the capitals that people
     * write. Another name of the word stays if it is of that language. The beginning of its first name does not stay
     * ({@code "hatch"}: {@code "Hatchback"}). Any other text stays as typed.
     */
    public String shownText(CarField field, String typed, Locale locale) {
        String trimmed = TextSanitizer.trim(typed);
        if (trimmed.isEmpty() || isConfirmed(field, trimmed)) {
            return CONFIRMED.getOrDefault(trimmed, typed);
        }
        VocabularyIndex known = index();
        String spelling = TextNormalizer.normalize(trimmed);
        return known.findWord(field, trimmed)
                .map(word -> {
                    if (isName(field)) {
                        String name = displayName(field, word);
                        return TextNormalizer.normalize(name).startsWith(spelling) ? name : typed;
                    }
                    String label = label(field, word, locale);
                    return TextNormalizer.normalize(label).startsWith(spelling)
                            ? label
                            : known.names(field, word, locale).stream()
                                    .filter(name ->
                                            TextNormalizer.normalize(name).equals(spelling))
                                    .findFirst()
                                    .orElse(label);
                })
                .orElse(typed);
    }

    private static boolean isLowerCase(String text) {
        return text.equals(text.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the word to send for a typed text. The text may be a spelling of a known word ({@code "Semi-automatic"}:
     * {@code "semi_automatic"}) or one of its names ({@code "Schwarz"}: {@code "black"}). An unknown word is trimmed
     * and converted to upper case for a {@link FieldType#CODE}, to lower case otherwise.
     */
    public String canonicalWord(CarField field, String typed) {
        String trimmed = TextSanitizer.trim(typed);
        if (isConfirmed(field, trimmed)) {
            return trimmed;
        }
        return index().findWord(field, trimmed)
                .orElseGet(() -> field.type() == FieldType.CODE
                        ? trimmed.toUpperCase(Locale.ROOT)
                        : trimmed.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns whether a text is a known word of a field or one of its names. Every ISO 4217 code is a known currency.
     */
    public boolean knows(CarField field, String typed) {
        return isConfirmed(field, typed)
                || index().findWord(field, typed).isPresent()
                || (field == CarField.CURRENCY && isCurrency(canonicalWord(field, typed)));
    }

    private static boolean isConfirmed(CarField field, String typed) {
        return field.type() == FieldType.CODE && CONFIRMED.containsKey(typed);
    }

    static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    /**
     * Returns at most three corrections of an unknown word, the nearest first. First come words with a name that begins
     * with the text ({@code elek}: {@code electric}), then words that differ by a typo. Without any such word, words
     * within the text are returned ({@code donkerblauw}: {@code blue}).
     *
     * @return empty if the word is known or nothing is near; always empty for the model, because no list has all models
     */
    public List<String> nearest(CarField field, String typed) {
        if (field == CarField.MODEL || knows(field, typed)) {
            return List.of();
        }
        String text = TextSanitizer.trim(typed);
        Set<String> words = index().words(field, "");
        Map<String, String> meanings = index().wordsBySpelling(field);
        return Stream.of(TypoMatcher.startingWith(text, words, meanings), TypoMatcher.nearest(text, words, meanings))
                .flatMap(List::stream)
                .distinct()
                .limit(MAX_NEAREST)
                .toList();
    }

    /**
     * Returns at most three models of a brand from which an unknown model differs by one key, in the order of the file.
     * A model with a trim behind it is none of these, nor a model with another number.
     *
     * @return empty if any brand has such a model
     */
    public List<String> nearestModels(String brand, String typed) {
        String text = TextSanitizer.trim(typed);
        if (knows(CarField.MODEL, text)
                || findLeadingWord(CarField.MODEL, brand, text).isPresent()) {
            return List.of();
        }
        return index().words(CarField.MODEL, brand).stream()
                .filter(model -> TypoMatcher.isSlip(text, model))
                .limit(MAX_NEAREST)
                .toList();
    }

    /** Returns the brands of a VIN's manufacturer code, in the spelling that is sent; empty if the code is unknown. */
    public Set<String> brandsOfVin(String vin) {
        String bare = TextSanitizer.toBareCode(vin);
        return bare.length() < WMI_LENGTH
                ? Set.of()
                : Collections.unmodifiableSet(index().brandsOfCode(bare.substring(0, WMI_LENGTH)));
    }

    /**
     * Known word at the beginning of a longer text.
     *
     * @param word the known word
     * @param rest text after the word
     */
    public record LeadingWord(String word, String rest) {}

    /**
     * Returns the longest known word at the beginning of a text. Registers append a trim to the model (GOLF VARIANT) or
     * use a company's full name as the brand (TESLA MOTORS). Only whole words are compared.
     *
     * @param brand brand of the models, if the field is the model
     */
    public Optional<LeadingWord> findLeadingWord(CarField field, String brand, String text) {
        VocabularyIndex known = index();
        Set<String> words = known.words(field, brand);
        String trimmed = TextSanitizer.trim(text);
        return GAP.matcher(trimmed)
                .results()
                .map(MatchResult::start)
                .sorted(Comparator.reverseOrder())
                .flatMap(end -> known
                        .findWord(field, trimmed.substring(0, end))
                        .filter(words::contains)
                        .map(word -> new LeadingWord(
                                word, GAP.matcher(trimmed.substring(end)).replaceFirst("")))
                        .stream())
                .findFirst();
    }

    /** Returns all words of a field; for the model those of every brand. */
    public List<String> words(CarField field) {
        return index().wordsBySpelling(field).values().stream().distinct().toList();
    }

    private VocabularyIndex index() {
        return files.index();
    }
}
