package app.forecourt.advert;

import app.forecourt.text.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of an advert in one language, from {@code phrases_xx.properties} beside this class. */
final class AdvertPhrases {
    private final ResourceBundle bundle;
    private final Locale locale;

    AdvertPhrases(Language language) {
        locale = language.locale();
        bundle = ResourceBundle.getBundle(
                "app.forecourt.advert.phrases",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Returns a text with its arguments inserted. */
    String get(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }

    /** Returns a text unchanged, because a text written by a dealer is no MessageFormat pattern. */
    String plain(String key) {
        return bundle.getString(key);
    }

    /** Returns a constant's name as used in the keys. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
