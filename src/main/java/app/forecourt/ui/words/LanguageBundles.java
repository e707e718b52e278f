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

/** The language of the window and its resource bundle. */
public final class LanguageBundles {
    private static final String SYSTEM = Setting.LANGUAGE.defaultValue();

    private LanguageBundles() {}

    /**
     * Returns the locale of the chosen language, with the country for the format of numbers and dates.
     *
     * @param system locale of the computer; its country is used if its language is the chosen one
     */
    public static Locale chosenLocale(Preferences preferences, Locale system) {
        return Language.ofCode(preferences.get(Setting.LANGUAGE))
                .filter(language -> !language.code().equals(system.getLanguage()))
                .map(Language::locale)
                .orElse(isBareEnglish(system) ? Language.ENGLISH.locale() : system);
    }

    /** Returns whether the locale is English without a country. Java would format its dates in the American way. */
    private static boolean isBareEnglish(Locale system) {
        return system.getLanguage().equals(Language.ENGLISH.code())
                && system.getCountry().isEmpty();
    }

    /** Returns the values of the setting: the system's language, then the code of each language. */
    public static List<String> settingValues() {
        return Stream.concat(Stream.of(SYSTEM), Arrays.stream(Language.values()).map(Language::code))
                .toList();
    }

    /**
     * Returns the bundle of a language without a parent, because each start would read the parent's English texts in
     * vain.
     */
    static ResourceBundle bundle(Language language) {
        try (InputStream file = LanguageBundles.class.getResourceAsStream(fileName(language));
                Reader words = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name of a language's bundle file in the package of this class. */
    static String fileName(Language language) {
        return language == Language.ENGLISH ? "words.properties" : "words_" + language.code() + ".properties";
    }
}
