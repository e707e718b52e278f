package app.forecourt.ui.words;

import app.forecourt.text.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The message bundle of one language and its faults compared with the English one. Each fault names its key. Missing
 * keys come in the order of the English file, so that they can be added from top to bottom.
 */
record MessageBundle(Map<String, String> words, List<String> duplicates) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");
    private static final Pattern ANY_PLACE = Pattern.compile("\\{\\d+[^{}]*}");
    private static final int MOST_PLACES = 10;

    static MessageBundle of(Language language) {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(Messages.class.getResourceAsStream(LanguageBundles.fileName(language))),
                StandardCharsets.UTF_8)) {
            return read(file);
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    static MessageBundle of(String lines) {
        try {
            return read(new StringReader(lines));
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    private static MessageBundle read(Reader file) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                if (words.put((String) key, (String) value) != null) {
                    twice.add((String) key);
                }
                return value;
            }
        }.load(file);
        return new MessageBundle(Collections.unmodifiableMap(words), twice);
    }

    /** Returns the missing keys as lines for the file. */
    List<String> missing(MessageBundle english) {
        return english.words.entrySet().stream()
                .filter(line -> !words.containsKey(line.getKey()))
                .map(line -> line.getKey() + "=" + line.getValue().replace("\n", "\\n"))
                .toList();
    }

    /** Returns the keys that the English bundle lacks or that occur twice. */
    List<String> unknownOrDuplicate(MessageBundle english) {
        return Stream.concat(
                        words.keySet().stream().filter(key -> !english.words.containsKey(key)), duplicates.stream())
                .toList();
    }

    /** Returns the keys with the English text that should differ, and those listed as equal that differ. */
    List<String> untranslated(MessageBundle english, Set<String> same) {
        return words.entrySet().stream()
                .filter(line -> english.words.containsKey(line.getKey()))
                .filter(line -> (line.getValue().equals(english.words.get(line.getKey())) && isProse(line.getValue()))
                        != same.contains(line.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isProse(String words) {
        return ANY_PLACE.matcher(words).replaceAll("").codePoints().anyMatch(Character::isLetter);
    }

    /** Returns the keys with other placeholders than in the English bundle. */
    List<String> withOtherPlaceholders(MessageBundle english) {
        return words.entrySet().stream()
                .filter(line -> english.words.containsKey(line.getKey()))
                .filter(line -> !places(line.getValue()).equals(places(english.words.get(line.getKey()))))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> places(String words) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(words).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    /** Returns the keys that can't be formatted or keep an unfilled placeholder, with a number in all placeholders. */
    List<String> broken(Locale locale, int number) {
        Object[] numbers = Collections.nCopies(MOST_PLACES, number).toArray();
        return words.entrySet().stream()
                .filter(line -> isBroken(line.getValue(), locale, numbers))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isBroken(String words, Locale locale, Object... numbers) {
        try {
            String text = new MessageFormat(words, locale).format(numbers);
            return text.isBlank()
                    || text.contains("{")
                    || text.contains("}")
                    || LONE_APOSTROPHE.matcher(words).find();
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }
}
