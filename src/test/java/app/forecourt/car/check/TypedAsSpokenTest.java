package app.forecourt.car.check;

import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.NUMBER_OF_DOORS;
import static app.forecourt.car.CarField.TRANSMISSION;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values typed as people say and write them. */
class TypedAsSpokenTest {

    @ParameterizedTest
    @CsvSource({
        "13-2-21,2021-02-13",
        "17.3.15,2015-03-17",
        "17/03/98,1998-03-17",
        "24-11-26,2026-11-24",
        "25-11-26,1926-11-25"
    })
    void twoDigitYearIsTheLatestPossible(String text, LocalDate day) {
        assertEquals(Optional.of(day), ProblemCases.parsedValue(DATE_OF_FIRST_REGISTRATION, text));
    }

    @ParameterizedTest
    @CsvSource({"19,2019", "85,1985", "27,2027", "28,1928"})
    void twoDigitsAreTheLatestPossibleYear(String text, int year) {
        assertEquals(Optional.of(year), ProblemCases.parsedValue(YEAR_OF_CONSTRUCTION, text));
    }

    @ParameterizedTest
    @CsvSource({
        "03.2015,NO_DAY,01.03.2015",
        "3/2015,NO_DAY,01/3/2015",
        "12-2026,NOT_A_DATE,",
        "13.2015,NOT_A_DATE,",
        "31-02-21,NO_SUCH_DAY,"
    })
    void monthWithoutDayOffersItsFirst(String text, String code, String offer) {
        assertOffers(
                DATE_OF_FIRST_REGISTRATION,
                text,
                code,
                Optional.ofNullable(offer).stream().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dsg", "DSG", "s tronic", "S-tronic", "tiptronic", "cvt"})
    void nameOfGearboxIsAutomatic(String text) {
        assertEquals(Optional.of("automatic"), ProblemCases.parsedValue(TRANSMISSION, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5-deurs", "5 deurs", "5-door", "5 doors", "5-türig", "5 portes", "5drs"})
    void doorsHaveTheirWord(String text) {
        assertEquals(Optional.of(5), ProblemCases.parsedValue(NUMBER_OF_DOORS, text));
    }

    @ParameterizedTest
    @CsvSource({"1.5,1500", "'1,5',1500", "2.0,2000", "1.5 l,1500", "0.9L,900", "1.6 liter,1600"})
    void litresOfferCubicCentimetres(String text, String offer) {
        assertOffers(ENGINE_DISPLACEMENT, text, "NOT_A_NUMBER", List.of(offer));
    }

    private static void assertOffers(CarField field, String text, String code, List<String> offers) {
        assertEquals(
                List.of(code + offers),
                ProblemCases.errors(field, text).stream()
                        .map(problem -> problem.code() + problem.corrections().toString())
                        .toList());
    }
}
