package app.forecourt.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests of {@link ValueFormatter} by language. The form can parse each value; all amounts are in
 * {@link ValueFormatterPropertiesTest}.
 */
class ValueFormatterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl-NL|15944.63|15.944,63",
                "de-DE|15944.63|15.944,63",
                "en-GB|15944.63|15,944.63",
                "fr-FR|15944.63|15\u202F944,63",
                "nl|15944|15.944,00",
                "nl|0.1|0,10",
                "nl|12.346|12,35",
                "en|99999999.99|99,999,999.99"
            })
    void amountHasTwoDecimals(String language, BigDecimal amount, String written) {
        assertEquals(written, ValueFormatter.formatAmount(amount, Locale.forLanguageTag(language)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl-NL|2137|2.137",
                "de-DE|2137|2.137",
                "en-GB|2137|2,137",
                "fr-FR|2137|2\u202F137",
                "nl|0|0",
                "nl|999|999",
                "en|9999999|9,999,999"
            })
    void wholeNumberHasGroupedThousands(String language, int number, String written) {
        assertEquals(written, ValueFormatter.formatInteger(number, Locale.forLanguageTag(language)));
        assertEquals(Optional.of(BigDecimal.valueOf(number)), NumberParser.parseWholeNumber(written, Set.of()));
    }

    /** The day comes first in American English too. */
    @ParameterizedTest
    @CsvSource({
        "nl-NL,05-09-2022",
        "nl-BE,05-09-2022",
        "de-DE,05.09.2022",
        "de,05.09.2022",
        "fr-FR,05/09/2022",
        "en-GB,05/09/2022",
        "en-US,05/09/2022",
        "pl,05-09-2022",
        "th-TH-u-ca-buddhist,05-09-2022",
        "ar-EG,05-09-2022"
    })
    void dateIsInDigits(String language, String written) {
        var day = LocalDate.of(2022, 9, 5);
        assertEquals(written, ValueFormatter.formatDate(day, Locale.forLanguageTag(language)));
        assertEquals(Optional.of(day), DateParser.parse(written, day));
    }

    /** Names are written approximately as their manufacturers do. */
    @ParameterizedTest
    @CsvSource({
        "bmw,BMW",
        "ds,DS",
        "kia,KIA",
        "mini,Mini",
        "mercedes-benz,Mercedes-Benz",
        "i3,i3",
        "i30,i30",
        "i30n,I30N",
        "alfa romeo,Alfa Romeo",
        "3-reihe,3-Reihe",
        "škoda,Škoda",
        "x6,X6",
        "id.3,ID.3",
        "c-hr,C-HR",
        "t-roc,T-Roc",
        "zs ev,ZS EV",
        "c4 cactus,C4 Cactus",
        "cee'd,Cee'd",
        "$1 car,$1 Car"
    })
    void namesAreCapitalized(String word, String written) {
        assertEquals(written, ValueFormatter.formatName(word));
    }
}
