package app.forecourt.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.option.CarOption;
import app.forecourt.text.Language;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of options in a language, and the small text beside them. */
class OptionTranslatorTest {
    private static final CarOption SEATS = new CarOption("seat_heating", "Seat heating");
    private static final CarOption WINGS = new CarOption("wings", "Wings");

    @ParameterizedTest
    @CsvSource({"en-GB, '', Seat heating, ''", "en-GB, heated seats, Seat heating, heated seats",
        "it-IT, '', Seat heating, ''", "nl-NL, '', Stoelverwarming, Seat heating",
        "nl-BE, stoelverwarming, Stoelverwarming, Seat heating",
        "nl-NL, verwarmde stoelen, Stoelverwarming, Seat heating · verwarmde stoelen",
        "de-DE, '', Sitzheizung, Seat heating", "fr-FR, '', Sièges chauffants, Seat heating"})
    void optionHasTranslatedAndOriginalName(String language, String called, String name,
            String beside) {
        OptionTranslator translator = OptionTranslator.of(Language.of(Locale.forLanguageTag(language)));
        assertEquals(name, translator.name(SEATS));
        assertEquals(beside, translator.secondaryText(SEATS, called));
        assertEquals("Wings", translator.name(WINGS), "nobody knows a word");
        assertEquals("", translator.secondaryText(WINGS, ""));
        assertEquals(name.equals("Seat heating") ? name : name + " (Seat heating)",
                translator.fullName(SEATS));
        assertEquals("Wings", translator.fullName(WINGS));
        CarOption stranger = new CarOption("hooks", "Hooks");
        assertEquals("Hooks", translator.name(stranger), "nor for this one");
    }
}
