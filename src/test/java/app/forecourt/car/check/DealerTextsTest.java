package app.forecourt.car.check;

import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests with texts as dealers type them: each is parsed or has a suggested correction. */
class DealerTextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "29.950 euro|29950",
                "29.950 Euro|29950",
                "euro 29.950|29950",
                "29950 euros|29950",
                "29.950,- euro|29950",
                "\u20AC 29.950,-|29950",
                "29950 EUR|29950",
                "EUR 29.950|29950",
                "29950\u20AC|29950",
                "29.950,=|29950",
                "29.950.-|29950",
                "\u20AC 29.950,00|29950.0",
                "29'950.-|29950",
                "29 950 \u20AC|29950"
            })
    void priceIsParsed(String text, double amount) {
        assertEmpty(ProblemCases.errors(SALES_PRICE, text));
        assertEquals(
                Optional.of(amount),
                ProblemCases.parsedValue(SALES_PRICE, text).map(value -> ((Number) value).doubleValue()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MILEAGE|88.000 km|88000",
                "MILEAGE|88.000km|88000",
                "MILEAGE|88.000 kilometer|88000",
                "MILEAGE|88 000 kilom\u00E8tres|88000",
                "MILEAGE|88000 kms|88000",
                "ENGINE_DISPLACEMENT|1.498 cc|1498",
                "ENGINE_DISPLACEMENT|1498 ccm|1498",
                "ENGINE_DISPLACEMENT|1.498 cm\u00B3|1498",
                "ENGINE_DISPLACEMENT|1498cm3|1498",
                "ENGINE_DISPLACEMENT|1.498 cm^3|1498",
                "ENGINE_EMISSION|121 g/km|121",
                "ENGINE_EMISSION|121 gr/km|121",
                "ENGINE_EMISSION|121 g CO2/km|121",
                "ENGINE_KW|74 kW|74"
            })
    void numberWithItsUnitIsParsed(CarField field, String text, int number) {
        assertEmpty(ProblemCases.errors(field, text));
        assertEquals(Optional.of(number), ProblemCases.parsedValue(field, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "13.2.'21|13.02.2021",
                "13. 2. 2021|13.02.2021",
                "13 2 21|13-02-2021",
                "130221|13-02-2021",
                "2-13-21|13-02-2021",
                "02/13/2021|13/02/2021",
                "2021/02/13|13/02/2021",
                "2021-2-13|13-02-2021",
                "20210213|13-02-2021",
                "13-02/2021|13-02-2021"
            })
    void dateInAnotherFormIsSuggested(String text, String offered) {
        assertEquals(
                List.of(Problem.of(DATE_OF_FIRST_REGISTRATION, Problem.Code.NOT_A_DATE, text)
                        .withCorrections(List.of(offered))),
                ProblemCases.errors(DATE_OF_FIRST_REGISTRATION, text));
        assertEmpty(ProblemCases.errors(DATE_OF_FIRST_REGISTRATION, offered));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31-2-21",
                "31-02-2021",
                "0-2-21",
                "13-2",
                "2-21",
                "13-2-",
                "1-1-1",
                "1-1-121",
                "2021",
                "tomorrow",
                "13-2-0021",
                "30-13-2021",
                "\uFF11\uFF13-2-21",
                "25-11-2026 x"
            })
    void noSuggestionForAnImpossibleDate(String text) {
        assertEmpty(
                ProblemCases.errors(DATE_OF_FIRST_REGISTRATION, text).getFirst().corrections());
    }

    @ParameterizedTest
    @CsvSource({
        "BODY_COLOR,Grau metallic,grey",
        "BODY_COLOR,grijs metallic,grey",
        "BODY_COLOR,Schwarz Perleffekt,black",
        "BODY_COLOR,zwart metallic,black",
        "BODY_COLOR,bleu nacr\u00E9,blue",
        "BODY_COLOR,or m\u00E9tallis\u00E9,gold",
        "BODY_COLOR,wit parelmoer,white",
        "BODY_COLOR,wei\u00DF-metallic,white",
        "FUEL_TYPE,elek,electric",
        "FUEL_TYPE,Elek,electric",
        "FUEL_TYPE,elec,electric",
        "FUEL_TYPE,benz,petrol",
        "FUEL_TYPE,ben,petrol",
        "FUEL_TYPE,hybr,hybrid",
        "FUEL_TYPE,dies,diesel",
        "FUEL_TYPE,EV 58 kWh,electric",
        "TRANSMISSION,handg,manual",
        "TRANSMISSION,schalt,manual",
        "BODY_TYPE,stat,estate",
        "BRAND,merced,mercedes-benz",
        "BRAND,VW Nutzfahrzeuge,volkswagen"
    })
    void knownWordIsSuggested(CarField field, String typed, String offered) {
        assertEquals(offered, Vocabulary.bundled().nearest(field, typed).getFirst());
    }
}
