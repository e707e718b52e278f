package app.forecourt.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Language of the window, of adverts and of the vocabulary. Files with words of several languages have the languages in
 * this order.
 */
public enum Language {
    ENGLISH(Locale.UK, "English"),
    DUTCH(Locale.of("nl", "NL"), "Nederlands"),
    GERMAN(Locale.GERMANY, "Deutsch"),
    FRENCH(Locale.FRANCE, "Français");

    private static final Map<String, Language> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Language::code, language -> language));

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /** Returns the locale for numbers and dates. */
    public Locale locale() {
        return locale;
    }

    /** Returns the language's name in the language itself. */
    public String ownName() {
        return ownName;
    }

    /** Returns the ISO 639 code, for example {@code nl}. */
    public String code() {
        return locale.getLanguage();
    }

    /** Returns the language with an ISO 639 code; empty if there is none. */
    public static Optional<Language> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Returns the language of a locale; English if the locale has none of these languages. */
    public static Language of(Locale locale) {
        return ofCode(locale.getLanguage()).orElse(ENGLISH);
    }
}
