package app.forecourt.ui.window;

import static app.forecourt.settings.Setting.STOCK_WIDTH;
import static app.forecourt.ui.InputEvents.mouse;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.ProofTest;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The splitter between the list and the form. */
class StockSidePaneTest extends MainWindowContentFixture {
    private double width() {
        layOut();
        return onFxThread(() -> ((Region) node("listSplitter").getParent()).getWidth());
    }

    private void drag(double toX) {
        step(() -> {
            for (var type : List.of(MouseEvent.MOUSE_DRAGGED, MouseEvent.MOUSE_RELEASED)) {
                node("listSplitter").fireEvent(mouse(type, toX, 300));
            }
        });
    }

    @ProofTest
    void draggedWidthIsKeptWithinLimits() {
        drag(300);
        assertEquals(300, width(), 2);
        assertEquals("300", preferences.get(STOCK_WIDTH));
        drag(20);
        assertEquals(StockSidePane.LEAST, width(), 2);
        drag(5_000);
        double most = width();
        assertTrue(most <= scene.getWidth() * 0.3 + 1, "the form keeps room: " + most);
        step(() -> mainWindow.switchLanguage(Locale.GERMANY));
        assertEquals(most, width(), 1, "the width outlives the language");
    }

    @ProofTest
    void narrowWindowShowsLessOfTheWidth() {
        drag(390);
        step(() -> stage().setWidth(1_093));
        double narrow = width();
        assertTrue(narrow <= scene.getWidth() * 0.3 + 1, "the form keeps room: " + narrow);
        step(() -> node("listSplitter").requestFocus());
        press(RIGHT);
        assertEquals(narrow, width(), 1);
        assertEquals("390", preferences.get(STOCK_WIDTH), "the width is kept for a wide window");
        press(LEFT);
        assertEquals(narrow - 14, width(), 2);
    }

    /** The mouse holds the splitter at either side of the edge. */
    @ProofTest
    void splitterIsOnBothSidesOfTheEdge() {
        var splitter = onFxThread(() -> inScene(node("listSplitter")));
        double edge = width();
        assertTrue(splitter.getWidth() >= 8, splitter.toString());
        assertEquals(edge, splitter.getCenterX(), 1);
        step(() -> node("listSplitter").fireEvent(mouse(MouseEvent.MOUSE_PRESSED, edge + 4, 300)));
        drag(edge + 34);
        assertEquals(edge + 30, width(), 1);
    }

    @Test
    void arrowsMoveSplitterAndEnterLeavesIt() {
        double usual = width();
        press(SHORTCUT, SHIFT, K);
        untilFocused("commandSearch");
        setText("commandSearch", "width");
        press(ENTER);
        untilFocused("listSplitter");
        press(RIGHT);
        press(RIGHT);
        press(LEFT);
        assertEquals(usual + 14, width(), 2);
        press(HOME);
        assertEquals(usual, width(), 1);
        assertEquals("", preferences.get(STOCK_WIDTH));
        press(ENTER);
        untilFocused("licensePlate");
    }

    @Tag("proof")
    @ParameterizedTest
    @CsvSource({"300, 300", "20, 190", "9999, 520", "'',", "wide,", "-300,"})
    void storedWidthIsReadWithinLimits(String stored, Double width) {
        assertEquals(width == null ? OptionalDouble.empty() : OptionalDouble.of(width), StockSidePane.parse(stored));
    }
}
