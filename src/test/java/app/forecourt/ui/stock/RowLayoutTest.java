package app.forecourt.ui.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a row by the width of the list. */
class RowLayoutTest {
    private final RowLayout layout = new RowLayout();

    /** A window of 1093 pixels has a list of 208, one of 1366 a list of 266. */
    @ParameterizedTest
    @CsvSource({"168, 1, none", "208, 1, small", "266, 1, large", "208, 1.3, none", "266, 1.3, small"})
    void pictureFollowsTheWidth(double width, double scale, String picture) {
        layout.setWidth(width, scale);
        assertEquals(
                picture,
                !layout.pictures().get() ? "none" : layout.smallPictures().get() ? "small" : "large");
    }
}
