package app.forecourt.ui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number of rows of the list below a field. */
class SuggestionRowsTest {
    /** A list with room for fewer than four rows opens above the field, with all of its rows. */
    @ParameterizedTest
    @CsvSource({"1000, 8", "224, 8", "223, 7", "112, 4", "111, 8", "0, 8"})
    void listIsShorterRatherThanAbove(double room, int rows) {
        assertEquals(rows, SuggestionPopup.rowsIn(room, 28));
    }
}
