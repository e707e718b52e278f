package app.forecourt.ui.words;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Which language the window speaks, and its words. */
public final class WindowLanguage {
    private static final String SYSTEM = Setting.LANGUAGE.standard();

    private WindowLanguage() {}

    /**
     * The language that is set, with the country that numbers and days go by.
     *
     * @param system what the computer is set to: its country counts too as long as it speaks the language
     */
    public static Locale chosen(Preferences preferences, Locale system) {
        return Language.ofCode(preferences.get(Setting.LANGUAGE))
                .filter(language -> !language.code().equals(system.getLanguage()))
                .map(Language::locale).orElse(isBareEnglish(system) ? Language.ENGLISH.locale() : system);
    }

    /** Of no country: Java would write days as an American does, on a desk in Europe. */
    private static boolean isBareEnglish(Locale system) {
        return system.getLanguage().equals(Language.ENGLISH.code()) && system.getCountry().isEmpty();
    }

    /** The values of the setting: as the system has it, then each language by its code. */
    public static List<String> choices() {
        return Stream.concat(Stream.of(SYSTEM), Arrays.stream(Language.values()).map(Language::code))
                .toList();
    }

    /** The words of a language, by themselves: with a parent the English ones would be read at each start, for nothing. */
    static ResourceBundle words(Language language) {
        try (InputStream file = WindowLanguage.class.getResourceAsStream(file(language));
                Reader words = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(words);
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    /** The file of its words, beside this class. */
    static String file(Language language) {
        return language == Language.ENGLISH
                ? "words.properties"
                : "words_" + language.code() + ".properties";
    }
}
