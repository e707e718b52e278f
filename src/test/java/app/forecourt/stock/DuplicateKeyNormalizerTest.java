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
class DuplicateKeyNormalizerTest {

    @ParameterizedTest
    @CsvSource({
        "NL 12-ABC-3, 12ABC3",
        "NL XD-99-13, XD9913",
        "NL-XX-XX-99, XXXX99",
        "B 1-ABC-234, 1ABC234",
        "BE 1-ABC-234, 1ABC234"
    })
    void countryBeforeAPlateIsRemoved(String typed, String key) {
        assertEquals(Optional.of(key), DuplicateKeyNormalizer.of(LICENSE_PLATE, typed));
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
        assertEquals(Optional.of(key), DuplicateKeyNormalizer.of(LICENSE_PLATE, typed));
    }

    @Test
    void confusableLettersMatchInPlateAndVinOnly() {
        assertEquals(DuplicateKeyNormalizer.of(VIN, "W0L1"), DuplicateKeyNormalizer.of(VIN, "wOli"));
        assertEquals(
                DuplicateKeyNormalizer.of(LICENSE_PLATE, "1-OOO-1"),
                DuplicateKeyNormalizer.of(LICENSE_PLATE, "I-000-1"));
        assertEquals(Optional.of("IO1"), DuplicateKeyNormalizer.of(INTERNAL_ID, "io.1"));
    }

    @Test
    void emptyTextHasNoKey() {
        assertEmpty(DuplicateKeyNormalizer.of(VIN, " - \u200b"));
    }
}
