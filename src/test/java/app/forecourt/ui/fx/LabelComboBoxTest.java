package app.forecourt.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/** Rows of a list that opens below its field. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
class LabelComboBoxTest {

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource({"409, 28, 10", "307, 28, 9", "409, 36.4, 10", "200, 36.4, 4", "10, 28, 1"})
    void rowsHaveRoomBelow(double room, double row, int rows) {
        assertEquals(rows, LabelComboBox.rowsIn(room, row, 10));
    }
}
