package app.forecourt.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnorableCodePointsTest {
    /** The first and the last code point of a range, and those beside them. */
    @ParameterizedTest
    @CsvSource({
        "0000,true",
        "0008,true",
        "0009,false",
        "000A,false",
        "000C,true",
        "000D,false",
        "001F,true",
        "0020,false",
        "0041,false",
        "007E,false",
        "007F,true",
        "0080,true",
        "00A0,false",
        "00AC,false",
        "00AD,true",
        "00AE,false",
        "034E,false",
        "034F,true",
        "0350,false",
        "061C,true",
        "115E,false",
        "115F,true",
        "1160,true",
        "1161,false",
        "200A,false",
        "200B,true",
        "200F,true",
        "2010,false",
        "3164,true",
        "FE00,true",
        "FE0F,true",
        "FE10,false",
        "FEFF,true",
        "E0000,true",
        "E0FFF,true",
        "E1000,false",
        "1F697,false",
        "10FFFF,false"
    })
    void invisibleAreControlsAndWhatNoReaderSees(String hex, boolean isInvisible) {
        assertEquals(isInvisible, IgnorableCodePoints.contains(Integer.parseInt(hex, 16)));
    }
}
