package app.forecourt.car;

import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.Problem.Code.NOT_A_CODE;
import static app.forecourt.car.Problem.Code.NOT_A_PLATE;
import static app.forecourt.car.Problem.Code.VIN_CHARACTER;
import static app.forecourt.car.Problem.Code.VIN_LENGTH;
import static app.forecourt.car.Problem.Code.VIN_O_OR_I;
import static app.forecourt.car.check.ProblemCases.errors;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.check.ProblemCases;
import app.forecourt.text.TextSanitizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the parsing of VINs, plates, currencies and units of distance. */
class ReferenceWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WAVWGBFH3AN026569",
                "wavwgbfh3an026569",
                " WAV WGBFH3-AN.026569 ",
                "WAV\u00A0WGBFH3\u2013AN026569"
            })
    void vinIsParsed(String text) {
        assertEquals(Optional.of("WAVWGBFH3AN026569"), ProblemCases.parsedValue(VIN, text));
    }

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

    @ParameterizedTest
    @CsvSource({
        "WAVWGBFH3ANO26569,WAVWGBFH3AN026569",
        "IAVWGBFH3AN026569,1AVWGBFH3AN026569",
        "wav wgbfh3-ano26569,WAVWGBFH3AN026569",
        "OIOIOIOIOIOIOIOIO,01010101010101010"
    })
    void vinWithOOrIIsSuggestedWithZeroAndOne(String text, String meant) {
        assertEquals(List.of(Problem.of(VIN, VIN_O_OR_I, meant).withCorrections(List.of(meant))), errors(VIN, text));
    }

    @Test
    void shortVinWithLetterOHasTwoProblems() {
        assertEquals(
                List.of(Problem.of(VIN, VIN_LENGTH, 3), Problem.of(VIN, VIN_CHARACTER, "O", 2)), errors(VIN, "WOV"));
    }

    @ParameterizedTest
    @CsvSource({
        "XD9913,XD9913",
        "xd-99-13,XD9913",
        " XD 99 13 ,XD9913",
        "1-ABC-123,1ABC123",
        "M\u00DC-AB 123E,M\u00DCAB123E",
        "m\u00FC.ab.1,M\u00DCAB1",
        "A,A",
        "ABCDE12345,ABCDE12345"
    })
    void plateIsParsed(String text, String plate) {
        assertEquals(Optional.of(plate), ProblemCases.parsedValue(LICENSE_PLATE, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"XD_9913", "XD*9913", "--", "XD9913\u0000", "\uD83D\uDE97", "XD\uFF19913", "\u00DF1", "XD/9913"})
    void invalidPlateIsRejected(String text) {
        assertEquals(
                List.of(Problem.of(LICENSE_PLATE, NOT_A_PLATE, TextSanitizer.excerpt(text))),
                errors(LICENSE_PLATE, text));
    }

    @ParameterizedTest
    @CsvSource({
        "CURRENCY,EUR,EUR",
        "CURRENCY,eur,EUR",
        "CURRENCY, chf ,CHF",
        "CURRENCY,XXX,XXX",
        "MILEAGE_UNIT,KM,KM",
        "MILEAGE_UNIT,kilom\u00E8tres,KM",
        "MILEAGE_UNIT,km,KM",
        "MILEAGE_UNIT,mi,MI",
        "MILEAGE_UNIT,kilometers,KM",
        "MILEAGE_UNIT,parasangs,PARASANGS"
    })
    void codeIsParsed(CarField field, String text, String code) {
        assertEquals(Optional.of(code), ProblemCases.parsedValue(field, text));
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
