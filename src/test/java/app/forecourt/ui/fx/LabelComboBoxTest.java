package app.forecourt.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a list that opens below its field. */
class LabelComboBoxTest {
    @ParameterizedTest
    @CsvSource({"409, 28, 10", "307, 28, 9", "409, 36.4, 10", "200, 36.4, 4", "10, 28, 1"})
    void rowsHaveRoomBelow(double room, double row, int rows) {
        assertEquals(rows, LabelComboBox.rowsIn(room, row, 10));
    }
}
