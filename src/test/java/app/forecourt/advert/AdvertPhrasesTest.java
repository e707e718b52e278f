package app.forecourt.advert;

import static app.forecourt.text.Language.DUTCH;
import static app.forecourt.text.Language.ENGLISH;
import static app.forecourt.text.Language.FRENCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.option.OptionGroup;
import app.forecourt.text.Language;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the phrases of adverts are complete in each language. */
class AdvertPhrasesTest {
    private static Set<String> keys(Language language) {
        return new TreeSet<>(ResourceBundle.getBundle(
                        "app.forecourt.advert.phrases",
                        language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasAllKeys(Language language) {
        assertEquals(keys(ENGLISH), keys(language));
        AdvertPhrases book = new AdvertPhrases(language);
        keys(language).forEach(key -> assertFalse(book.plain(key).isBlank(), key));
        for (OptionGroup group : OptionGroup.values()) {
            assertFalse(book.get("group." + AdvertPhrases.key(group)).isBlank());
        }
    }

    @Test
    void systemLanguageOrEnglish() {
        assertEquals(DUTCH, Language.of(Locale.of("nl", "BE")));
        assertEquals(FRENCH, Language.of(Locale.CANADA_FRENCH));
        assertEquals(ENGLISH, Language.of(Locale.ITALY));
    }
}
