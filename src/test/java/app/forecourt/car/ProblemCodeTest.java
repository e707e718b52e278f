package app.forecourt.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.ProblemCode.Moment;
import app.forecourt.car.price.PriceFormula;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {

    /** Information below 200, warnings below 300, errors from there on. */
    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void hundredsOfTheCodeSayHowGraveItIs(ProblemCode rule) {
        assertEquals(rule.code() / 100 == 1, rule.informs());
        assertEquals(rule.code() / 100 == 3, rule.blocks());
        assertTrue(rule.code() >= 100 && rule.code() < 400, "" + rule.code());
    }

    @ParameterizedTest
    @CsvSource({"SAME_OPTION,problem.same_option", "VIN_O_OR_I,problem.vin_o_or_i",
        "REQUIRED,problem.required"})
    void keyIsTheNameInSmallLetters(ProblemCode rule, String key) {
        assertEquals(key, rule.key());
    }

    @ParameterizedTest
    @CsvSource({"EX_VAT_BPM,formula.ex_vat_bpm", "VAT,formula.vat"})
    void keyOfAFormulaIsTheNameInSmallLetters(PriceFormula formula, String key) {
        assertEquals(key, formula.key());
    }

    /** Agreement and what is missing wait for the rest of the car; a wrong text is wrong whatever comes. */
    @ParameterizedTest
    @CsvSource({"VIN_MAKER,AT_ONCE", "SAME_OPTION,AT_ONCE", "UNKNOWN_OPTION,AT_ONCE",
        "HIDDEN_CHARACTER,AT_ONCE",
        "NOT_A_NUMBER,LEAVING", "VIN_LENGTH,LEAVING", "UNUSUAL,LEAVING", "UNKNOWN_WORD,LEAVING",
        "VIN_CHECK_DIGIT,LEAVING", "REQUIRED,SENDING", "NO_IDENTITY,SENDING", "SUM_DIFFERS,SENDING",
        "VIN_OTHER_MAKER,SENDING", "REFUSED_BY_AUTOCHAT,SENDING"})
    void isToldWhenNothingThatIsStillTypedCanMendIt(ProblemCode rule, Moment moment) {
        assertEquals(moment, rule.moment());
    }

    /** What only informs has nothing to wait for. */
    @ParameterizedTest
    @EnumSource(Moment.class)
    void informationIsToldAtOnce(Moment moment) {
        assertEquals(moment == Moment.AT_ONCE,
                Arrays.stream(ProblemCode.values())
                        .anyMatch(rule -> rule.informs() && rule.moment() == moment));
    }
}
