package app.forecourt.car;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words AutoChat takes, as far as they are known or likely: it documents none, so a list is a proposal and any
 * other word may be sent too. They stand in {@code vocabulary.properties} beside this class, which a person can edit.
 *
 * <p>
 * Upper and lower case, accents, spaces, dashes and underscores make no difference when words are compared. May be used
 * from any thread.
 */
public final class Vocabulary {
    /** As many as fit under a field without scrolling. */
    private static final int MOST_SUGGESTIONS = 12;
    private static final String MODELS_OF = CarField.MODEL.apiName() + ".";

    private @Nullable Words words;

    private Vocabulary() {}

    /** The one that comes with the program. Nothing is read before it is first asked. */
    public static Vocabulary bundled() {
        return new Vocabulary();
    }

    /**
     * What might be meant: words that begin with what was typed, then those with a part inside that does, each in the
     * order of the file; the first ones when nothing was typed. At most 12; none for fields that have no words.
     *
     * @param draft for models: its brand says whose
     */
    public List<String> suggestions(CarField field, CarDraft draft, String typed) {
        List<String> list = words().of(field, draft);
        String start = Spelling.of(typed);
        Predicate<String> begins = word -> Spelling.of(word).startsWith(start);
        return Stream
                .concat(list.stream().filter(begins),
                        list.stream().filter(begins.negate())
                                .filter(word -> Spelling.hasPartBeginning(word, start)))
                .limit(MOST_SUGGESTIONS).toList();
    }

    /**
     * What is sent: the known word that was typed in another spelling ({@code "Semi-automatic"} is
     * {@code "semi_automatic"}), otherwise what was typed, trimmed, in upper case for a {@link Kind#CODE} and in lower
     * case for all else.
     */
    public String word(CarField field, String typed) {
        String trimmed = Texts.trimmed(typed);
        String asTyped = field.kind() == Kind.CODE ? trimmed.toUpperCase(Locale.ROOT)
                : trimmed.toLowerCase(Locale.ROOT);
        return words().bySpelling(field).getOrDefault(Spelling.of(trimmed), asTyped);
    }

    boolean knows(CarField field, String typed) {
        return words().bySpelling(field).containsKey(Spelling.of(typed));
    }

    List<String> nearest(CarField field, String typed) {
        return List.of();
    }

    java.util.Set<String> makers(String vin) {
        return java.util.Set.of();
    }

    /** All words of a field, for models those of every brand. */
    List<String> all(CarField field) {
        return List.copyOf(words().bySpelling(field).values());
    }

    private synchronized Words words() {
        if (words == null) {
            words = Words.read();
        }
        return words;
    }

    /**
     * The file as read.
     *
     * @param models by the spelling of their brand
     * @param spellings the word of each spelling, by field
     */
    private record Words(Map<CarField, List<String>> lists, Map<String, List<String>> models,
            Map<CarField, Map<String, String>> spellings) {

        List<String> of(CarField field, CarDraft draft) {
            return field == CarField.MODEL
                    ? models.getOrDefault(Spelling.of(draft.text(CarField.BRAND)), List.of())
                    : lists.getOrDefault(field, List.of());
        }

        Map<String, String> bySpelling(CarField field) {
            return spellings.getOrDefault(field, Map.of());
        }

        static Words read() {
            Properties file = file();
            var words = new Words(new EnumMap<>(CarField.class), new HashMap<>(),
                    new EnumMap<>(CarField.class));
            for (String key : file.stringPropertyNames()) {
                List<String> list = Arrays.stream(file.getProperty(key).split(",")).map(String::strip)
                        .filter(word -> !word.isEmpty()).toList();
                if (key.startsWith(MODELS_OF)) {
                    words.models.put(Spelling.of(key.substring(MODELS_OF.length())), list);
                    words.learn(CarField.MODEL, list);
                } else {
                    CarField field = CarField.ofApiName(key).orElseThrow();
                    words.lists.put(field, list);
                    words.learn(field, list);
                }
            }
            return words;
        }

        private void learn(CarField field, List<String> list) {
            Map<String, String> known = spellings.computeIfAbsent(field, f -> new HashMap<>());
            list.forEach(word -> known.put(Spelling.of(word), word));
        }

        private static Properties file() {
            var file = new Properties();
            try (Reader reader = new InputStreamReader(
                    Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.properties")),
                    StandardCharsets.UTF_8)) {
                file.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return file;
        }
    }
}
