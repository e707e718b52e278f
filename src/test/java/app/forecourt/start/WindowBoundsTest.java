package app.forecourt.start;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the stored position and size of the window. */
class WindowBoundsTest {
    /** A screen below a panel of 28 pixels. */
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 28, 1366, 740);

    private static final Rectangle2D TO_THE_LEFT = new Rectangle2D(-1920, -200, 1920, 1080);

    private static WindowBounds bounds(String text) {
        return WindowBounds.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"120 40 1366 900", "-1800 -150 1366 900 maximised", "0 0 0 0"})
    void writtenBoundsAreParsed(String text) {
        assertEquals(text, bounds(text).toString());
    }

    @Test
    void fractionsAreRounded() {
        assertEquals("0 -13 1367 900", new WindowBounds(new Rectangle2D(0.4, -12.6, 1366.5, 900), false).toString());
    }

    @Test
    void missingPositionIsWrittenAsZero() {
        assertEquals(
                "0 0 1366 900 maximised",
                new WindowBounds(new Rectangle2D(Double.NaN, Double.NaN, 1366, 900), true).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "maximised",
                "1 2 3",
                "1 2 3 4 5",
                "1 2 -3 4",
                "1,2,3,4",
                "NaN 0 1 1",
                "1e3 0 9 9",
                "9999999999 0 900 900",
                "1 2 3 4 minimised",
                "\0"
            })
    void invalidTextIsIgnored(String text) {
        assertEmpty(WindowBounds.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0 28 1366 740, true",
        "0 27 1366 740, false",
        "200 738 1366 740, true",
        "200 739 1366 740, false",
        "-1266 100 1366 740, true",
        "-1267 100 1366 740, false",
        "1266 100 1366 740, true",
        "1267 100 1366 740, false",
        "-1800 -150 1366 740, false",
        "100 100 99 99, false",
        "100 100 5000 5000, true",
        "99999 99999 1366 740, false"
    })
    void titleBarIsReachableOnLaptop(String text, boolean within) {
        assertEquals(within, bounds(text).fittedTo(List.of(LAPTOP)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "-1800 -150 1366 740, true",
        "-60 100 160 740, true",
        "-60 100 159 740, false",
        "100 -150 1366 740, false"
    })
    void titleBarIsReachableOnTwoScreens(String text, boolean within) {
        assertEquals(within, bounds(text).fittedTo(List.of(LAPTOP, TO_THE_LEFT)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "0 28 1366 900 maximised, 0 28 1366 740 maximised",
        "9 28 1000 700 maximised, 9 28 1000 700 maximised",
        "0 28 1900 900, 0 28 1900 900"
    })
    void maximisedWindowIsRestoredOnItsScreen(String saved, String restored) {
        assertEquals(
                restored, bounds(saved).fittedTo(List.of(LAPTOP)).orElseThrow().toString());
    }

    @Test
    void nothingIsReachableWithoutScreens() {
        assertEmpty(bounds("0 28 1366 740").fittedTo(List.of()));
    }
}
