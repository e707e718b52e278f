package app.forecourt.ui.photos;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.photo.prepare.CoveredArea;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the rectangles that cover parts of a photo. */
class CoverRectanglesTest {
    private static final CoveredArea PLATE = new CoveredArea(0.25, 0.5, 0.5, 0.25);
    private static final CoveredArea FACE = new CoveredArea(0, 0, 0.125, 0.25);

    private final CoverRectangles rectangles = new CoverRectangles(List.of(PLATE, FACE));

    private CoveredArea current() {
        return rectangles.currentArea().orElseThrow();
    }

    @Test
    void earlierAreasAreThereAndUnchanged() {
        assertEquals(List.of(PLATE, FACE), rectangles.areas());
        assertEquals(PLATE, current());
        assertFalse(rectangles.isChanged());
        rectangles.selectNext();
        assertEquals(FACE, current());
        rectangles.selectNext();
        assertEquals(PLATE, current());
        assertFalse(rectangles.isChanged());
    }

    @ParameterizedTest
    @CsvSource({"0.125,0.125,0.375,0.625", "-9,0,0,0.5", "9,0,0.5,0.5", "0,-9,0.25,0", "0,9,0.25,0.75"})
    void moveStaysInThePhoto(double right, double down, double x, double y) {
        rectangles.move(right, down);
        assertEquals(new CoveredArea(x, y, 0.5, 0.25), current());
        assertEquals(FACE, rectangles.areas().getLast());
        assertTrue(rectangles.isChanged());
    }

    @ParameterizedTest
    @CsvSource({"0.125,-0.125,0.625,0.125", "9,0,0.75,0.25", "0,9,0.5,0.5", "-9,0,0.01,0.25", "0,-9,0.5,0.01"})
    void sizeStaysInThePhoto(double wider, double higher, double width, double height) {
        rectangles.resize(wider, higher);
        assertEquals(new CoveredArea(0.25, 0.5, width, height), current());
    }

    @ParameterizedTest
    @CsvSource({"0.25,0.5,0.75,0.75", "0.75,0.75,0.25,0.5", "0.75,0.5,0.25,0.75"})
    void rectangleIsDrawnFromEachCorner(double x, double y, double otherX, double otherY) {
        var drawn = new CoverRectangles(List.of());
        drawn.span(x, y, (x + otherX) / 2, (y + otherY) / 2);
        drawn.span(x, y, otherX, otherY);
        assertEquals(List.of(PLATE), drawn.areas());
        drawn.span(x, y, x, y);
        assertEquals(CoverRectangles.LEAST, drawn.areas().getFirst().width());
    }

    @Test
    void clickDrawsNothing() {
        rectangles.select(-1);
        rectangles.span(0.5, 0.25, 0.505, 0.5);
        assertEquals(List.of(PLATE, FACE), rectangles.areas());
        rectangles.span(0.5, 0.25, 5, -5);
        assertEquals(new CoveredArea(0.5, 0, 0.5, 0.25), rectangles.areas().getLast());
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.6,0", "0.1,0.1,1", "0.9,0.1,-1", "0.25,0.5,0"})
    void rectangleIsFoundAtPoint(double x, double y, int index) {
        assertEquals(index, rectangles.at(x, y));
    }

    @Test
    void currentRectangleIsOnTop() {
        rectangles.addInMiddle();
        assertEquals(2, rectangles.at(0.5, 0.6));
        rectangles.select(0);
        assertEquals(0, rectangles.at(0.5, 0.6));
        rectangles.select(1);
        assertEquals(2, rectangles.at(0.5, 0.6));
    }

    @Test
    void heldKeyAddsOneInTheMiddle() {
        rectangles.addInMiddle();
        rectangles.addInMiddle();
        assertEquals(3, rectangles.areas().size());
        assertEquals(1.0 / 3, current().x());
        rectangles.move(0.25, 0);
        rectangles.addInMiddle();
        assertEquals(4, rectangles.areas().size());
    }

    @Test
    void removedRectanglesLeaveNothing() {
        rectangles.remove();
        assertEquals(List.of(FACE), rectangles.areas());
        assertEquals(FACE, current());
        rectangles.remove();
        assertEquals(-1, rectangles.current());
        rectangles.remove();
        rectangles.move(0.1, 0.1);
        rectangles.resize(0.1, 0.1);
        rectangles.selectNext();
        assertEmpty(rectangles.areas());
        assertTrue(rectangles.isChanged());
    }
}
