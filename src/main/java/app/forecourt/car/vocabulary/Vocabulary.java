package app.forecourt.car.vocabulary;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.text.BundledResource;
import app.forecourt.text.LenientProperties;
import app.forecourt.text.TextNormalizer;
import app.forecourt.text.TextSanitizer;
import app.forecourt.text.TypoMatcher;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words AutoChat takes, as far as they are known or likely, and what people call them in English, Dutch, German and
 * French: AutoChat documents none, so a list is a proposal and any other word may be sent too. They stand in
 * {@code vocabulary.properties} beside this class, which a person can edit, and in any file the desk adds to it.
 *
 * <p>
 * Upper and lower case, accents, spaces, dashes and underscores make no difference when words are compared. May be used
 * from any thread.
 */
public final class Vocabulary {
    /** As many as fit under a field without scrolling. */
    private static final int MOST_SUGGESTIONS = 12;
    private static final int MOST_MEANT = 3;
    private static final int WMI_LENGTH = 3;
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Pd}]+|$");
    /** The codes of a new form, which the vendor's page confirms: the first frame waits for no file because of them. */
    private static final Set<String> CONFIRMED = Set.of("EUR", "KM");

    private final List<LenientProperties> files = new ArrayList<>();
    private volatile @Nullable VocabularyIndex lexicon;

    private Vocabulary() {}

    /** The one that comes with the program. Nothing is read before it is first asked. */
    public static Vocabulary bundled() {
        return new Vocabulary();
    }

    /** Reads the words now, so that the first key that is typed needs not wait for them. */
    public void load() {
        known();
    }

    /**
     * Adds what a file says: words behind the known ones, names in place of those shown before. Never throws because of
     * what stands there; reads no more than about a million characters.
     *
     * @return what could not be used: the keys, or the beginning of a line that can't be read
     * @throws IOException when the reader can't read on; nothing was added
     */
    public List<String> extend(Reader own) throws IOException {
        LenientProperties file = LenientProperties.read(own);
        synchronized (files) {
            known();
            files.add(file);
            return learn();
        }
    }

    /**
     * What might be meant, as it is called in that language: words one of whose names there begins with what was typed,
     * then those that begin so in another language, then those with a part inside that does, each in the order of the
     * file; the first ones when nothing was typed. At most 12; none for fields that have no words. Brands and models
     * are offered as they are sent.
     *
     * @param draft for models: its brand says whose
     */
    public List<String> suggestions(CarField field, CarDraft draft, String typed, Locale locale) {
        VocabularyIndex known = known();
        Set<String> words = known.words(field, draft.text(CarField.BRAND));
        String start = TextNormalizer.of(typed);
        Predicate<String> nameBegins = name -> TextNormalizer.of(name).startsWith(start);
        Predicate<String> here = word -> nameBegins.test(word)
                || known.names(field, word, locale).stream().anyMatch(nameBegins);
        Predicate<String> elsewhere = word -> known.names(field, word).anyMatch(nameBegins);
        Predicate<String> inside = word -> Stream.concat(Stream.of(word), known.names(field, word))
                .anyMatch(name -> TextNormalizer.hasPartBeginning(name, start));
        return Stream.of(here, elsewhere, inside).flatMap(tier -> words.stream().filter(tier)).distinct()
                .limit(MOST_SUGGESTIONS)
                .map(word -> field == CarField.BRAND ? word : label(field, word, locale)).toList();
    }

    /** What is left of a word when case, accents, spaces and dashes make no difference. */
    public static String spelling(String word) {
        return TextNormalizer.of(word);
    }

    /** Whether a word may be what somebody begins to type. */
    public static boolean isBeginning(String typed, String word) {
        return TextNormalizer.of(word).startsWith(TextNormalizer.of(typed));
    }

    /** What a word is called in that language, in English if that is not one of the four; else the word itself. */
    public String label(CarField field, String word, Locale locale) {
        VocabularyIndex known = known();
        return known.label(field, word, locale).or(() -> known.label(field, word, Locale.ENGLISH))
                .orElse(word);
    }

    /**
     * What is sent: the known word that was typed in another spelling ({@code "Semi-automatic"} is
     * {@code "semi_automatic"}) or by one of its names ({@code "Schwarz"} is {@code "black"}), otherwise what was typed,
     * trimmed, in upper case for a {@link FieldType#CODE} and in lower case for all else.
     */
    public String word(CarField field, String typed) {
        String trimmed = TextSanitizer.trimmed(typed);
        if (isConfirmed(field, trimmed)) {
            return trimmed;
        }
        return known().meaning(field, trimmed)
                .orElseGet(() -> field.kind() == FieldType.CODE ? trimmed.toUpperCase(Locale.ROOT)
                        : trimmed.toLowerCase(Locale.ROOT));
    }

    /** Whether the field has words and one of them was typed, by any of its names. Any ISO 4217 code is a currency. */
    public boolean knows(CarField field, String typed) {
        return isConfirmed(field, typed) || known().meaning(field, typed).isPresent()
                || (field == CarField.CURRENCY && isCurrency(word(field, typed)));
    }

    private static boolean isConfirmed(CarField field, String typed) {
        return field.kind() == FieldType.CODE && CONFIRMED.contains(typed);
    }

    static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream().anyMatch(any -> any.getCurrencyCode().equals(code));
    }

    /**
     * The words, three at most and the nearest first, that may have been meant: those of which a beginning was typed
     * ({@code elek} is {@code electric}), then those a slip of the finger away, else a part of what was typed
     * ({@code donkerblauw} is a {@code blue}). None when it is known, when nothing is near, or for models, of which
     * nobody knows them all.
     */
    public List<String> nearest(CarField field, String typed) {
        if (field == CarField.MODEL || knows(field, typed)) {
            return List.of();
        }
        String text = TextSanitizer.trimmed(typed);
        Set<String> words = known().words(field, "");
        Map<String, String> meanings = known().meanings(field);
        return Stream.of(TypoMatcher.begun(text, words, meanings), TypoMatcher.nearest(text, words, meanings))
                .flatMap(List::stream).distinct().limit(MOST_MEANT).toList();
    }

    /** The brands whose cars have a VIN that begins so, spelled as they are sent; none when nobody knows. */
    public Set<String> makers(String vin) {
        String bare = TextSanitizer.bare(vin);
        return bare.length() < WMI_LENGTH ? Set.of()
                : Collections.unmodifiableSet(known().makers(bare.substring(0, WMI_LENGTH)));
    }

    /**
     * A word that a longer text begins with.
     *
     * @param rest the text behind it
     */
    public record Beginning(String word, String rest) {}

    /**
     * The known word that a text begins with, the longest if there are several. Registers write a trim behind the model
     * (GOLF VARIANT) and a firm's full name for the brand (TESLA MOTORS); only whole words are compared.
     *
     * @param brand for models: whose
     */
    public Optional<Beginning> beginning(CarField field, String brand, String text) {
        VocabularyIndex known = known();
        Set<String> words = known.words(field, brand);
        String whole = TextSanitizer.trimmed(text);
        return GAP.matcher(whole).results().map(MatchResult::start).sorted(Comparator.reverseOrder())
                .flatMap(end -> known.meaning(field, whole.substring(0, end)).filter(words::contains)
                        .map(word -> new Beginning(word, GAP.matcher(whole.substring(end)).replaceFirst("")))
                        .stream())
                .findFirst();
    }

    /** All words of a field, for models those of every brand. */
    public List<String> all(CarField field) {
        return known().meanings(field).values().stream().distinct().toList();
    }

    private VocabularyIndex known() {
        VocabularyIndex known = lexicon;
        if (known == null) {
            synchronized (files) {
                if (files.isEmpty()) {
                    files.add(bundledFile());
                    learn();
                }
                known = Objects.requireNonNull(lexicon);
            }
        }
        return known;
    }

    /** Learns all files anew, so that nobody ever sees half a file learned; tells what of the last can't be used. */
    private List<String> learn() {
        var fresh = new VocabularyIndex();
        List<String> unusable = files.stream().map(fresh::learn).toList().getLast();
        lexicon = fresh;
        return unusable;
    }

    static LenientProperties bundledFile() {
        try (Reader reader = BundledResource.open(Vocabulary.class, "vocabulary.properties")) {
            return LenientProperties.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
