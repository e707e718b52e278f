package app.forecourt.car;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.text.TextSanitizer;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests of {@link LicensePlate} with separators as people type them. Plates of each pattern are in
 * {@link LicensePlatePropertiesTest}.
 */
class LicensePlateTest {

    @ParameterizedTest
    @CsvSource({"XD 99 13,XD-99-13", "1.abc.234,1-ABC-234", "12 xdb-3,12-XDB-3", "ABC 123,ABC-123"})
    void otherSeparatorsAreAccepted(String typed, String formatted) {
        assertEquals(formatted, formatted(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "m ab 123,M-AB 123",
        "M-AB-123,M-AB 123",
        "M.AB.123,M-AB 123",
        "M-AB123,M-AB 123",
        "l\u00F6-x 1,L\u00D6-X 1",
        "M-AB 123 e,M-AB 123E",
        "FFB-AB 123E,",
        "M\u2013AB 123,M-AB 123",
        "M-AB\u00A0123,M-AB 123",
        "M-AB 0,",
        "M-\u00C4 12,",
        "M-AB,",
        "M-AB 12345,"
    })
    void germanPlateIsFoundByItsSeparators(String typed, String formatted) {
        assertEquals(Optional.ofNullable(formatted).map(_ -> Country.DE), country(typed));
        assertEquals(formatted == null ? TextSanitizer.toBareCode(typed) : formatted, formatted(typed));
    }

    /** The end of the district is ambiguous, unless there are two or five letters. */
    @ParameterizedTest
    @CsvSource({
        "AB1,A-B 1",
        "MAB1,MAB 1",
        "FFBA1,FFBA 1",
        "FFBAB123,FFB-AB 123",
        "M\u00DCAB12,M\u00DCAB 12",
        "AB1E,A-B 1E",
        "MAB1234H,MAB 1234H"
    })
    void bareGermanPlateIsFormattedIfUnambiguous(String bare, String formatted) {
        assertEquals(Optional.of(Country.DE), country(bare));
        assertEquals(formatted, formatted(bare));
    }

    /** The separators decide between two matching patterns. */
    @ParameterizedTest
    @CsvSource({
        "AB1234,NL,AB-12-34",
        "A-B 1234,DE,A-B 1234",
        "ABC123,BE,ABC-123",
        "AB-C 123,DE,AB-C 123",
        "ABC-123,BE,ABC-123",
        "AB-12-34,NL,AB-12-34",
        "ABC12E,NL,ABC-12-E",
        "AB-C 12E,DE,AB-C 12E",
        "ABC-12-H,NL,ABC-12-H",
        // Spaces in place of all dashes are Dutch; a dash and a space are German.
        "GH LJ 58,NL,GH-LJ-58",
        "gh.lj.58,NL,GH-LJ-58",
        "GH-LJ 58,DE,GH-LJ 58",
        "M AB 123,DE,M-AB 123"
    })
    void separatorsDecideBetweenTwoPatterns(String typed, Country country, String formatted) {
        assertEquals(Optional.of(country), country(typed));
        assertEquals(formatted, formatted(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "1",
                "ABCDEF",
                "123456",
                "XD9913A1",
                "1ABC2345",
                "ABC1234E1",
                "FFBAB1234",
                "FFBAB123E",
                "\u00C4\u00D6\u00DC",
                "ABCDE12345"
            })
    void unknownPatternIsAccepted(String bare) {
        assertEquals(Optional.of(new LicensePlate(bare, Optional.empty(), bare)), LicensePlate.of(bare));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-", ".", "ABCDE123456", "XD_9913", "\u00DF1", "\u00C91", "XD9913\u0000", "\uFF11ABC234"
            })
    void invalidPlateIsRejected(String typed) {
        assertEmpty(LicensePlate.of(typed));
    }

    private static Optional<Country> country(String typed) {
        return LicensePlate.of(typed).orElseThrow().country();
    }

    private static String formatted(String typed) {
        return LicensePlate.of(typed).orElseThrow().formatted();
    }
}
