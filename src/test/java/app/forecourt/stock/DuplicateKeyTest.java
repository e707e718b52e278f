package app.forecourt.stock;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the keys by which two cars are identified as the same. */
class DuplicateKeyTest {

    @ParameterizedTest
    @CsvSource({
        "NL 12-ABC-3, 12ABC3",
        "NL XD-99-13, XD9913",
        "NL-XX-XX-99, XXXX99",
        "B 1-ABC-234, 1ABC234",
        "BE 1-ABC-234, 1ABC234"
    })
    void countryBeforeAPlateIsRemoved(String typed, String key) {
        assertEquals(Optional.of(key), DuplicateKey.of(LICENSE_PLATE, typed));
    }

    @ParameterizedTest
    @CsvSource({
        "DAB-123, DAB123",
        "NL 1234567, NL1234567",
        "BE XD-99-13, BEXD9913",
        "NL-A 123, NLA123",
        "NL-99-13, NL9913"
    })
    void lettersThatOnlyLookLikeACountryStay(String typed, String key) {
        assertEquals(Optional.of(key), DuplicateKey.of(LICENSE_PLATE, typed));
    }

    @Test
    void confusableLettersMatchInPlateAndVinOnly() {
        assertEquals(DuplicateKey.of(VIN, "W0L1"), DuplicateKey.of(VIN, "wOli"));
        assertEquals(DuplicateKey.of(LICENSE_PLATE, "1-OOO-1"), DuplicateKey.of(LICENSE_PLATE, "I-000-1"));
        assertEquals(Optional.of("IO1"), DuplicateKey.of(INTERNAL_ID, "io.1"));
    }

    @Test
    void emptyTextHasNoKey() {
        assertEmpty(DuplicateKey.of(VIN, " - \u200b"));
    }
}
