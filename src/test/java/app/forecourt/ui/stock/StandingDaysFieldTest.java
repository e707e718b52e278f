package app.forecourt.ui.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number of days that the field of the standing cars takes. */
class StandingDaysFieldTest {
    @ParameterizedTest
    @CsvSource({"45, 45", "' 7 ', 7", "9999, 9999", "0,", "10000,", "'',", "-3,", "4.5,", "many,"})
    void onlyWholeDaysInRangeAreTaken(String typed, Integer days) {
        assertEquals(days == null ? OptionalInt.empty() : OptionalInt.of(days), StandingDaysField.parse(typed));
    }
}
