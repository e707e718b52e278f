package app.forecourt.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.Problem.Code.DisplayTime;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the numbers and keys of problems, and of when they are shown. */
class ProblemCodeTest {

    /** Information is below 200, a warning is below 300, an error is 300 or more. */
    @ParameterizedTest
    @EnumSource(Problem.Code.class)
    void hundredsDigitIsTheSeverity(Problem.Code code) {
        assertEquals(code.number() / 100 == 1, code.isInformation());
        assertEquals(code.number() / 100 == 3, code.isError());
        assertTrue(code.number() >= 100 && code.number() < 400, "" + code.number());
    }

    /** Cross-field problems and missing fields wait for further input; an invalid text is reported earlier. */
    @ParameterizedTest
    @CsvSource({
        "VIN_MAKER,IMMEDIATELY",
        "SAME_OPTION,IMMEDIATELY",
        "UNKNOWN_OPTION,IMMEDIATELY",
        "HIDDEN_CHARACTER,IMMEDIATELY",
        "NOT_A_NUMBER,ON_FOCUS_LOSS",
        "VIN_LENGTH,ON_FOCUS_LOSS",
        "UNUSUAL,ON_FOCUS_LOSS",
        "UNKNOWN_WORD,ON_FOCUS_LOSS",
        "VIN_CHECK_DIGIT,ON_FOCUS_LOSS",
        "REQUIRED,ON_SEND",
        "NO_IDENTITY,ON_SEND",
        "SUM_DIFFERS,ON_SEND",
        "VIN_OTHER_MAKER,ON_SEND",
        "REFUSED_BY_AUTOCHAT,ON_SEND"
    })
    void isShownWhenFurtherInputCannotFixIt(Problem.Code code, DisplayTime displayTime) {
        assertEquals(displayTime, code.displayTime());
    }

    /** Information need not wait for further input. */
    @ParameterizedTest
    @EnumSource(DisplayTime.class)
    void informationIsShownImmediately(DisplayTime displayTime) {
        assertEquals(
                displayTime == DisplayTime.IMMEDIATELY,
                Arrays.stream(Problem.Code.values())
                        .anyMatch(code -> code.isInformation() && code.displayTime() == displayTime));
    }
}
