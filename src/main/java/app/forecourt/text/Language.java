package app.forecourt.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A language that Forecourt knows words in: of the window, of adverts, and of what people call things. The files of
 * words of several languages have them in this order.
 */
public enum Language {
    ENGLISH(Locale.UK, "English"), DUTCH(Locale.of("nl", "NL"), "Nederlands"), GERMAN(Locale.GERMANY,
            "Deutsch"), FRENCH(Locale.FRANCE, "Français");

    private static final Map<String, Language> BY_CODE = Arrays.stream(values())
            .collect(Collectors.toMap(Language::code, language -> language));

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /** How numbers and days are written in it. */
    public Locale locale() {
        return locale;
    }

    /** What it calls itself. */
    public String ownName() {
        return ownName;
    }

    /** Its ISO 639 code: {@code nl}. */
    public String code() {
        return locale.getLanguage();
    }

    /** The one of that code. */
    public static Optional<Language> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The one of a locale, English if it is none of them. */
    public static Language of(Locale locale) {
        return ofCode(locale.getLanguage()).orElse(ENGLISH);
    }
}
