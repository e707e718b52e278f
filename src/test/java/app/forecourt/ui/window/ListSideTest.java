package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Setting;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The splitter between the list and the form. */
class ListSideTest extends MainWindowFixture {
    private double width() {
        layOut();
        return onFxThread(() -> ((Region) node("listSplitter").getParent()).getWidth());
    }

    private void drag(double toX) {
        step(() -> {
            for (var type : List.of(MouseEvent.MOUSE_DRAGGED, MouseEvent.MOUSE_RELEASED)) {
                node("listSplitter")
                        .fireEvent(new MouseEvent(type, toX, 300, toX, 300, MouseButton.PRIMARY, 1,
                                false, false, false, false, true, false, false, false, false, true, null));
            }
        });
    }

    @Test
    void draggedWidthIsKeptWithinLimits() {
        drag(300);
        assertEquals(300, width(), 2);
        assertEquals("300", preferences.get(Setting.STOCK_WIDTH));
        drag(20);
        assertEquals(ListSide.LEAST, width(), 2);
        drag(5_000);
        double most = width();
        assertTrue(most <= scene.getWidth() * 0.36 + 1, "the form keeps room: " + most);
        step(() -> mainWindow.switchLanguage(Locale.GERMANY));
        assertEquals(most, width(), 1, "the width outlives the language");
    }

    @Test
    void arrowsMoveSplitterAndEnterLeavesIt() {
        double usual = width();
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        untilFocused("commandSearch");
        setText("commandSearch", "width");
        press(KeyCode.ENTER);
        untilFocused("listSplitter");
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        press(KeyCode.LEFT);
        assertEquals(usual + 14, width(), 2);
        press(KeyCode.HOME);
        assertEquals(usual, width(), 1);
        assertEquals("", preferences.get(Setting.STOCK_WIDTH));
        press(KeyCode.ENTER);
        untilFocused("licensePlate");
    }

    @ParameterizedTest
    @CsvSource({"300, 300", "20, 190", "9999, 520", "'',", "wide,", "-300,"})
    void storedWidthIsReadWithinLimits(String stored, Double width) {
        assertEquals(width == null ? OptionalDouble.empty() : OptionalDouble.of(width),
                ListSide.parse(stored));
    }
}
