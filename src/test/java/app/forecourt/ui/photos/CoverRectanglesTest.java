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
    private static final CoveredArea FACE = new CoveredArea(0, 0, 0.125, 0.25);
    private static final CoveredArea PLATE = new CoveredArea(0.25, 0.5, 0.5, 0.25);

    private final CoverRectangles rectangles = new CoverRectangles(List.of(FACE, PLATE));

    private CoveredArea last() {
        return rectangles.last().orElseThrow();
    }

    @Test
    void earlierAreasAreThereAndUnchanged() {
        assertEquals(List.of(FACE, PLATE), rectangles.areas());
        assertEquals(PLATE, last());
        assertFalse(rectangles.isChanged());
    }

    @ParameterizedTest
    @CsvSource({"0.125,0.125,0.375,0.625", "-9,0,0,0.5", "9,0,0.5,0.5", "0,-9,0.25,0", "0,9,0.25,0.75"})
    void moveStaysInThePhoto(double right, double down, double x, double y) {
        rectangles.move(right, down);
        assertEquals(List.of(FACE, new CoveredArea(x, y, 0.5, 0.25)), rectangles.areas());
        assertTrue(rectangles.isChanged());
    }

    @ParameterizedTest
    @CsvSource({"0.125,-0.125,0.625,0.125", "9,0,0.75,0.25", "0,9,0.5,0.5", "-9,0,0.01,0.25", "0,-9,0.5,0.01"})
    void sizeStaysInThePhoto(double wider, double higher, double width, double height) {
        rectangles.resize(wider, higher);
        assertEquals(List.of(FACE, new CoveredArea(0.25, 0.5, width, height)), rectangles.areas());
    }

    @ParameterizedTest
    @CsvSource({"0.25,0.5,0.75,0.75", "0.75,0.75,0.25,0.5", "0.75,0.5,0.25,0.75"})
    void rectangleIsDrawnFromEachCorner(double x, double y, double otherX, double otherY) {
        var drawn = new CoverRectangles(List.of(FACE));
        drawn.draw(1, x, y, (x + otherX) / 2, (y + otherY) / 2);
        drawn.draw(1, x, y, otherX, otherY);
        assertEquals(List.of(FACE, PLATE), drawn.areas());
    }

    @Test
    void clickDrawsNothing() {
        rectangles.draw(2, 0.5, 0.25, 0.505, 0.5);
        assertFalse(rectangles.isChanged());
    }

    /** The key for removing may be pressed while the mouse draws. */
    @Test
    void drawingGoesOnAfterAnEarlierOneIsRemoved() {
        rectangles.removeLast();
        rectangles.draw(2, 0.25, 0.5, 0.75, 0.75);
        assertEquals(List.of(FACE, PLATE), rectangles.areas());
    }

    @Test
    void heldKeyAddsOneInTheMiddle() {
        rectangles.addInMiddle();
        rectangles.addInMiddle();
        assertEquals(3, rectangles.areas().size());
        assertEquals(1.0 / 3, last().x());
        rectangles.move(0.25, 0);
        rectangles.addInMiddle();
        assertEquals(4, rectangles.areas().size());
    }

    @Test
    void removedRectanglesLeaveNothing() {
        rectangles.removeLast();
        assertEquals(List.of(FACE), rectangles.areas());
        rectangles.removeLast();
        rectangles.removeLast();
        rectangles.move(0.1, 0.1);
        rectangles.resize(0.1, 0.1);
        assertEmpty(rectangles.areas());
        assertTrue(rectangles.isChanged());
    }
}
