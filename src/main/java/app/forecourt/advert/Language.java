package app.forecourt.advert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that adverts are written in, whatever the window speaks. */
public enum Language {
    EN(Locale.UK, "English"), NL(Locale.of("nl", "NL"), "Nederlands"), DE(Locale.GERMANY, "Deutsch"), FR(
            Locale.FRANCE, "Français");

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

    /** How it is named in files: {@code nl}. */
    public String key() {
        return locale.getLanguage();
    }

    /** The one of that key. */
    public static Optional<Language> ofKey(String key) {
        return Arrays.stream(values()).filter(language -> language.key().equals(key)).findFirst();
    }

    /** The one of a locale, English if it is none of the four. */
    public static Language of(Locale locale) {
        return ofKey(locale.getLanguage()).orElse(EN);
    }
}
