package app.forecourt.car;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@link Vin} with real VINs; see also {@link VinPropertiesTest}. */
class VinTest {
    private static final String VIN = "WAVWGBFH3AN026569";

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
}
