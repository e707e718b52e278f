package app.forecourt.car;

import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.Problem.Code.NOT_A_CODE;
import static app.forecourt.car.Problem.Code.VIN_CHARACTER;
import static app.forecourt.car.Problem.Code.VIN_LENGTH;
import static app.forecourt.car.check.ProblemCases.errors;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the parsing of VINs, plates, currencies and units of distance. */
class ReferenceWordsTest {

    @ParameterizedTest
    @CsvSource({"WAVWGBFH3AN02656,16", "WAVWGBFH3AN0265691,18", "A,1", "---,0"})
    void vinOfWrongLengthIsRejected(String text, int length) {
        assertEquals(List.of(Problem.of(VIN, VIN_LENGTH, length)), errors(VIN, text));
    }

    @ParameterizedTest
    @CsvSource({
        "WAVWGBFH3AN02656Q,Q,17",
        "WAVWGBFH3ANO2656Q,O,12",
        "WAVWGBFH3AN02656\u00DF,\u00DF,17",
        "WAVWGBFH3AN02656\uFF19,\uFF19,17",
        "WAVWGBFH\uD83D\uDE97AN026569,\uD83D\uDE97,9",
        "WA_WGBFH3AN026569,_,3",
        "W\u0131VWGBFH3AN026569,\u0131,2"
    })
    void vinWithInvalidCharacterIsRejected(String text, String character, int place) {
        assertEquals(List.of(Problem.of(VIN, VIN_CHARACTER, character, place)), errors(VIN, text));
    }

    @Test
    void shortVinWithLetterOHasTwoProblems() {
        assertEquals(
                List.of(Problem.of(VIN, VIN_LENGTH, 3), Problem.of(VIN, VIN_CHARACTER, "O", 2)), errors(VIN, "WOV"));
    }

    @ParameterizedTest
    @CsvSource({
        "CURRENCY,EU",
        "CURRENCY,EURO",
        "CURRENCY,\u20AC",
        "CURRENCY,EU1",
        "CURRENCY,E R",
        "CURRENCY,\u0131eu",
        "MILEAGE_UNIT,K",
        "MILEAGE_UNIT,KILOMETRES1",
        "MILEAGE_UNIT,KILOMETRESS",
        "MILEAGE_UNIT,K2"
    })
    void invalidCodeIsRejected(CarField field, String text) {
        assertEquals(List.of(Problem.of(field, NOT_A_CODE, text)), errors(field, text));
    }
}
