package app.forecourt.car;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@link Vin} with real VINs; see also {@link VinPropertiesTest}. */
class VinTest {
    private static final String VIN = "WAVWGBFH3AN026569";

    @ParameterizedTest
    @CsvSource({"1M8GDM9A1KP042788,1,X", "5GZCZ43D03S812715,0,1", "WAVWGBFHXAN026569,X,3"})
    void wrongCheckDigitIsDetected(String vin, char ninth, char reckoned) {
        assertEquals(ninth, new Vin(vin).typedCheckDigit());
        assertEquals(reckoned, new Vin(vin).computedCheckDigit());
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,true", "3,true", "4,true", "5,true", "L,true", "6,false", "0,false", "W,false", "J,false"})
    void northAmericaAndChinaNeedACheckDigit(String first, boolean needed) {
        assertEquals(needed, new Vin(first + VIN.substring(1)).needsCheckDigit());
    }

    /** The codes repeat after thirty years; I, O, Q, U, Z and 0 are no year. */
    @ParameterizedTest
    @CsvSource({
        "A,2027,2010",
        "A,2039,2010",
        "A,2040,2040",
        "A,2009,1980",
        "A,1980,1980",
        "A,1979,",
        "B,1980,",
        "B,1981,1981",
        "T,2027,2026",
        "V,2027,2027",
        "V,2026,1997",
        "W,2027,1998",
        "Y,2000,2000",
        "Y,1999,",
        "1,2027,2001",
        "9,2027,2009",
        "9,2008,",
        "9,2009,2009",
        "9,2039,2039",
        "0,2027,",
        "U,2027,",
        "Z,2027,"
    })
    void modelYearIsTheLatestPossible(String tenth, int latest, Integer year) {
        assertEquals(
                year == null ? OptionalInt.empty() : OptionalInt.of(year),
                new Vin(VIN.substring(0, 9) + tenth + VIN.substring(10)).modelYear(latest));
    }

    @Test
    void threePartsAreGrouped() {
        assertEquals("WVW ZZZ1KZ AW123456", new Vin("wvwzzz1kz-aw123456").grouped());
    }

    @Test
    void invalidCharacterHasItsPosition() {
        var vin = new Vin("wa-vwgbf\uD83D\uDE97 3an\u00DF2656q");
        assertEquals(17, vin.length());
        assertEquals(OptionalInt.of(8), vin.invalidPosition());
        assertEquals("\uD83D\uDE97", vin.characterAt(8));
        assertEquals("\u00DF", vin.characterAt(12));
        assertEquals(OptionalInt.empty(), new Vin(VIN).invalidPosition());
    }

    @ParameterizedTest
    @CsvSource({
        "WAVWGBFH3ANO26569,WAVWGBFH3AN026569",
        "IAVWGBFH3ANO26569,1AVWGBFH3AN026569",
        "WAVWGBFH3AN026569,",
        "WAVWGBFH3ANO2656,",
        "WAVWGBFH3ANO2656Q,"
    })
    void onlyOAndIAreCorrected(String typed, String meant) {
        assertEquals(Optional.ofNullable(meant), new Vin(typed).corrected());
    }
}
