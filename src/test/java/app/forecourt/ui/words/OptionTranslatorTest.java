package app.forecourt.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.option.CarOption;
import app.forecourt.text.Language;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of options in a language, and the small text beside them. */
class OptionTranslatorTest {
    private static final CarOption SEATS = new CarOption("seat_heating", "Seat heating");
    private static final CarOption WINGS = new CarOption("wings", "Wings");

    @ParameterizedTest
    @CsvSource({
        "en-GB, '', Seat heating, ''",
        "en-GB, heated seats, Seat heating, heated seats",
        "it-IT, '', Seat heating, ''",
        "nl-NL, '', Stoelverwarming, ''",
        "nl-BE, stoelverwarming, Stoelverwarming, ''",
        "nl-NL, verwarmde stoelen, Stoelverwarming, verwarmde stoelen",
        "de-DE, Seat heating, Sitzheizung, Seat heating",
        "fr-FR, '', Sièges chauffants, ''"
    })
    void optionHasTranslatedAndOriginalName(String language, String called, String name, String beside) {
        OptionTranslator translator =
                OptionTranslator.of(Language.of(Locale.forLanguageTag(language)), List.of(SEATS, WINGS));
        assertEquals(name, translator.name(SEATS));
        assertEquals(beside, translator.secondaryText(SEATS, called));
        assertEquals("Wings", translator.name(WINGS), "nobody knows a word");
        assertEquals("", translator.secondaryText(WINGS, ""));
        assertEquals(name.equals("Seat heating") ? name : name + " (Seat heating)", translator.fullName(SEATS));
        assertEquals("Wings", translator.fullName(WINGS));
        assertEquals(name, translator.distinctName(SEATS));
        CarOption stranger = new CarOption("hooks", "Hooks");
        assertEquals("Hooks", translator.name(stranger), "nor for this one");
    }

    /** Options with the same meaning have the same translated name. */
    @Test
    void sharedNameIsFollowedByOriginal() {
        CarOption same = new CarOption("heated_seats", "Heated seats");
        OptionTranslator translator = OptionTranslator.of(Language.GERMAN, List.of(SEATS, same, WINGS));
        assertEquals("Sitzheizung (Heated seats)", translator.distinctName(same));
        assertEquals("Seat heating", translator.secondaryText(SEATS, "Seat heating"));
        assertEquals("Wings", translator.distinctName(WINGS));
    }
}
