package app.forecourt.ui;

import app.forecourt.profile.Preferences;
import app.forecourt.profile.Setting;
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
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The languages of the window. One more is a constant here and a file of words beside the others. */
public enum Language {
    ENGLISH(Locale.UK, ""), DUTCH(Locale.of("nl", "NL"), "_nl"), GERMAN(Locale.GERMANY,
            "_de"), FRENCH(Locale.FRANCE, "_fr");

    private static final String SYSTEM = Setting.LANGUAGE.standard();

    private final Locale locale;
    private final String ending;

    Language(Locale locale, String ending) {
        this.locale = locale;
        this.ending = ending;
    }

    /** The language of a locale, English where its own is none of them. */
    static Language of(Locale locale) {
        return find(locale.getLanguage()).orElse(ENGLISH);
    }

    /**
     * The language that is set, with the country that numbers and days go by.
     *
     * @param system what the computer is set to: its country counts too as long as it speaks the language
     */
    public static Locale chosen(Preferences preferences, Locale system) {
        return find(preferences.get(Setting.LANGUAGE))
                .filter(language -> !language.code().equals(system.getLanguage()))
                .map(language -> language.locale).orElse(system);
    }

    /** The values of the setting: as the system has it, then each by its ISO code. */
    static List<String> choices() {
        return Stream.concat(Stream.of(SYSTEM), Arrays.stream(values()).map(Language::code)).toList();
    }

    /** What a language calls itself. */
    static Optional<String> ownName(String code) {
        return find(code).map(language -> language.locale).map(own -> {
            String name = own.getDisplayLanguage(own);
            return name.substring(0, 1).toUpperCase(own) + name.substring(1);
        });
    }

    private static Optional<Language> find(String code) {
        return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
    }

    private String code() {
        return locale.getLanguage();
    }

    /** Its words, by themselves: with a parent the English ones would be read at each start, for nothing. */
    ResourceBundle words() {
        try (InputStream file = Language.class.getResourceAsStream(file());
                Reader words = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(words);
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    /** The file of its words, beside this class. */
    String file() {
        return "words" + ending + ".properties";
    }
}
