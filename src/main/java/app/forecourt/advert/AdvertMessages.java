package app.forecourt.advert;

import app.forecourt.text.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of an advert in one language, from {@code phrases_xx.properties} beside this class. */
final class AdvertMessages {
    private final ResourceBundle bundle;
    private final Locale locale;

    AdvertMessages(Language language) {
        locale = language.locale();
        bundle = ResourceBundle.getBundle("app.forecourt.advert.phrases", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A phrase, its places filled. */
    String get(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }

    /** A text as it stands: what a dealer may write is no pattern of Java's. */
    String plain(String key) {
        return bundle.getString(key);
    }

    /** How a constant is named in the keys. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
