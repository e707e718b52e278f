package app.forecourt.text;

import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.check.ProblemCases.GOOD;
import static app.forecourt.car.check.ProblemCases.errors;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.Problem;
import app.forecourt.car.check.ProblemCases;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of converting between kilowatts and horsepower. */
class PowerConverterTest {

    /** Values of registration papers and price lists. */
    @ParameterizedTest
    @CsvSource({
        "1,1",
        "55,75",
        "74,101",
        "77,105",
        "81,110",
        "85,116",
        "96,131",
        "100,136",
        "110,150",
        "150,204",
        "9999,13595"
    })
    void kilowattsAreConvertedToHorsepower(int kilowatt, int horsePower) {
        assertEquals(horsePower, PowerConverter.toHorsepower(kilowatt));
        assertEquals(BigDecimal.valueOf(kilowatt), PowerConverter.toKilowatts(BigDecimal.valueOf(horsePower)));
    }

    /** Rounded products with 0.73549875: 1.47 is 1, 36.77 is 37, 72.81 is 73. */
    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2,1", "50,37", "99,73", "100,74", "102,75", "1000,735"})
    void horsepowerIsConvertedToKilowatts(int horsePower, int kilowatt) {
        assertEquals(BigDecimal.valueOf(kilowatt), PowerConverter.toKilowatts(BigDecimal.valueOf(horsePower)));
    }

    /** One horsepower is less than one kilowatt, so the round trip loses no kilowatt. */
    @Test
    void everyKilowattValueSurvivesARoundTrip() {
        for (int kilowatt = 1; kilowatt <= ENGINE_KW.limits().range().max().intValueExact(); kilowatt++) {
            assertEquals(
                    BigDecimal.valueOf(kilowatt),
                    PowerConverter.toKilowatts(BigDecimal.valueOf(PowerConverter.toHorsepower(kilowatt))));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "101 pk|74",
                "101 hp|74",
                "101 PS|74",
                "101 ch|74",
                "101pk|74",
                "PS 101|74",
                " 101\u00A0Hp |74",
                "101,0 pk|74",
                "74|74",
                "74 kW|74",
                "74kw|74",
                "1 pk|1",
                "13.595 pk|9999",
                "13595 PS|9999"
            })
    void typedHorsepowerIsParsedAsKilowatts(String text, int kilowatt) {
        assertEquals(Optional.of(kilowatt), ProblemCases.parsedValue(ENGINE_KW, text));
        assertEmpty(errors(ENGINE_KW, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"101 bhp", "101 pk pk", "101 kW pk", "pk", "101,5 pk", "101 p", "101 cv", "1.01 pk"})
    void invalidPowerIsRejected(String text) {
        assertEquals(List.of(Problem.of(ENGINE_KW, Problem.Code.NOT_A_NUMBER, text)), errors(ENGINE_KW, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 pk", "-1 pk", "13.596 pk", "13596 hp", "99999999999999999999 ch", "0 kW", "10000 kW"})
    void powerBeyondTheLimitIsRejected(String text) {
        assertEquals(
                List.of(Problem.of(ENGINE_KW, Problem.Code.OUT_OF_RANGE, BigDecimal.ONE, BigDecimal.valueOf(9_999))),
                errors(GOOD.with(ENGINE_KW, text)));
    }
}
