package app.forecourt.ui.photos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the cells of the photo grid: ten photos in four columns, so that the last row has two. */
class PhotoGridGeometryTest {
    private final PhotoGridGeometry cells = new PhotoGridGeometry(10, 4);

    @ParameterizedTest
    @CsvSource({
        "0,LEFT,0",
        "4,LEFT,3",
        "3,RIGHT,4",
        "9,RIGHT,9",
        "2,UP,2",
        "6,UP,2",
        "1,DOWN,5",
        "5,DOWN,9",
        "7,DOWN,9",
        "8,DOWN,8",
        "9,DOWN,9",
        "5,HOME,0",
        "5,END,9"
    })
    void keyLeadsToCell(int cell, KeyCode key, int next) {
        assertEquals(next, cells.next(cell, key));
    }

    @ParameterizedTest
    @CsvSource({"0.2,0.5,0", "0.8,0.5,1", "3.9,0.5,4", "0.1,1.5,4", "1.9,2.9,10", "3.5,2.5,10", "-1,-1,0", "9,9,10"})
    void dropFallsIntoNearestGap(double x, double y, int gap) {
        assertEquals(gap, cells.gapAt(x, y));
    }

    @ParameterizedTest
    @CsvSource({"0,1,3,2", "3,1,0,0", "2,1,2,2", "2,1,3,2", "9,1,10,9", "2,3,4,2", "2,3,7,4", "4,2,1,1"})
    void movedPhotosLeaveTheirPlaces(int from, int count, int gap, int to) {
        assertEquals(to, PhotoGridGeometry.afterMove(from, count, gap));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "4,1", "5,2"})
    void rowsHoldAllCells(int count, int rows) {
        assertEquals(rows, new PhotoGridGeometry(count, 4).rows());
    }
}
