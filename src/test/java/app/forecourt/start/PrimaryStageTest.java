package app.forecourt.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minimum size of the main window. */
class PrimaryStageTest {

    @ParameterizedTest
    @CsvSource({"1920, 1080, 1366, 900", "1366, 740, 1366, 740", "1280, 1000, 1280, 900"})
    void firstWindowIsNoLargerThanItsScreen(double screenWidth, double screenHeight, double width, double height) {
        assertEquals(
                new Dimension2D(width, height),
                PrimaryStage.firstSize(new Rectangle2D(0, 0, screenWidth, screenHeight)));
    }

    /** A small laptop's screen has no room for the title bar besides 768 pixels. */
    @ParameterizedTest
    @CsvSource({
        "0.9, 1920, 1080, 960, 600",
        "1, 1366, 768, 960, 600",
        "1.15, 1366, 768, 1104, 690",
        "1.5, 1920, 1080, 1366, 768",
        "1.5, 1366, 768, 1350, 728",
        "1.5, 1366, 728, 1350, 688"
    })
    void minimumFitsScreenWithFrame(
            double scale, double screenWidth, double screenHeight, double width, double height) {
        Dimension2D minimum = PrimaryStage.minimumSize(scale, new Rectangle2D(0, 0, screenWidth, screenHeight));
        assertEquals(width, minimum.getWidth(), 0.01);
        assertEquals(height, minimum.getHeight(), 0.01);
    }
}
