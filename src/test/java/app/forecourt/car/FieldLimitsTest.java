package app.forecourt.car;

import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.car.Problem.Code.NOT_A_PLATE;
import static app.forecourt.car.Problem.Code.NOT_A_YEAR;
import static app.forecourt.car.Problem.Code.NOT_HTTPS;
import static app.forecourt.car.Problem.Code.OUT_OF_RANGE;
import static app.forecourt.car.Problem.Code.TOO_LONG;
import static app.forecourt.car.Problem.Code.TOO_MANY;
import static app.forecourt.car.check.ProblemCases.errors;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.text.TextSanitizer;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of every limit of the fields, just inside and just outside. */
class FieldLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "NUMBER_OF_DOORS,1,9",
        "ENGINE_DISPLACEMENT,1,99999",
        "ENGINE_KW,1,9999",
        "ENGINE_EMISSION,0,9999",
        "GEARS,1,99",
        "MILEAGE,0,9999999"
    })
    void numberOutsideItsLimitsIsRejected(CarField field, long least, long most) {
        assertEmpty(errors(field, "" + least));
        assertEmpty(errors(field, "" + most));
        var outside = List.of(Problem.of(field, OUT_OF_RANGE, BigDecimal.valueOf(least), BigDecimal.valueOf(most)));
        assertEquals(outside, errors(field, "" + (least == 0 ? -1 : least - 1)));
        assertEquals(outside, errors(field, "" + (most + 1)));
        assertEquals(outside, errors(field, "4294967297"));
        assertEquals(outside, errors(field, "99999999999999999999999"));
    }

    @ParameterizedTest
    @CsvSource({
        "SALES_PRICE,0.01,'0,01','0'",
        "SALES_PRICE,0.01,'1,00','-15.944,63'",
        "SALES_PRICE,0.01,'99.999.999,99','100.000.000'",
        "REST_BPM,0,'0','-0,01'",
        "REST_BPM,0,'99999999.99','100000000'",
        "SALES_PRICE_EX_VAT,0,'0','-0,01'",
        "TAX_AMOUNT,0,'0,00','-1'",
        "TRADE_PRICE,0,'0','-1'",
        "TRADE_PRICE,0,'99999999,99','99.999.999.999.999.999.999'"
    })
    void amountOutsideItsLimitsIsRejected(CarField field, BigDecimal least, String inside, String outside) {
        assertEmpty(errors(field, inside));
        assertEquals(
                List.of(Problem.of(field, OUT_OF_RANGE, least, new BigDecimal("99999999.99"))), errors(field, outside));
    }

    @ParameterizedTest
    @EnumSource(
            value = CarField.class,
            names = {
                "INTERNAL_ID",
                "DEALERSHIP_ID",
                "BRAND",
                "MODEL",
                "VERSION",
                "BODY_TYPE",
                "BODY_COLOR",
                "FUEL_TYPE",
                "TRANSMISSION",
                "DESCRIPTION"
            })
    void tooLongTextIsRejected(CarField field) {
        int most = field.limits().range().max().intValueExact();
        assertEmpty(errors(field, "x".repeat(most)));
        assertEmpty(errors(field, "  " + "\uD83D\uDE97".repeat(most) + "\n"));
        assertEquals(List.of(Problem.of(field, TOO_LONG, most, most + 1)), errors(field, "x".repeat(most + 1)));
    }

    /** Separators do not count, and other problems are reported at the same time. */
    @Test
    void plateHasAtMostTenCharacters() {
        assertEmpty(errors(LICENSE_PLATE, "ABC-DE 123.45"));
        assertEquals(List.of(Problem.of(LICENSE_PLATE, TOO_LONG, 10, 11)), errors(LICENSE_PLATE, "ABC-DE 123.456"));
        assertEquals(List.of(Problem.of(LICENSE_PLATE, TOO_LONG, 10, 48)), errors(LICENSE_PLATE, "x".repeat(48)));
        assertEquals(
                List.of(
                        Problem.of(LICENSE_PLATE, NOT_A_PLATE, "X*345678901"),
                        Problem.of(LICENSE_PLATE, TOO_LONG, 10, 11)),
                errors(LICENSE_PLATE, "X*345678901"));
    }

    @ParameterizedTest
    @CsvSource({"9", "99999", "2.019", "-2019", "20l9", "'2 019'", "2019.0", "\uFF12\uFF10\uFF11\uFF19"})
    void yearHasTwoOrFourDigits(String text) {
        assertEquals(List.of(Problem.of(YEAR_OF_CONSTRUCTION, NOT_A_YEAR, text)), errors(YEAR_OF_CONSTRUCTION, text));
    }

    @Test
    void atMostHundredTagsAreAccepted() {
        assertEmpty(errors(TAGS, "new, ,".repeat(100)));
        assertEquals(
                List.of(Problem.of(TAGS, TOO_MANY, BigDecimal.valueOf(100), 101)), errors(TAGS, "new,".repeat(101)));
    }

    @Test
    void tooLongListEntryIsRejected() {
        String link = "https://a.nl/" + "x".repeat(1_987);
        assertEmpty(errors(IMAGES, link));
        assertEmpty(errors(TAGS, link));
        assertEquals(List.of(Problem.of(IMAGES, TOO_LONG, 2_000, 2_001)), errors(IMAGES, link + "x"));
        String plain = link.replace("https:", "httpz:");
        assertEquals(List.of(Problem.of(IMAGES, NOT_HTTPS, TextSanitizer.excerpt(plain), 1)), errors(IMAGES, plain));
        assertEquals(List.of(Problem.of(TAGS, TOO_LONG, 2_000, 2_001)), errors(TAGS, "new," + link + "x"));
    }
}
