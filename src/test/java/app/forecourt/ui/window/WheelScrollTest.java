package app.forecourt.ui.window;

import static app.forecourt.ui.InputEvents.scroll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.PaneTest;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** The mouse wheel in a pane that is longer than the window, and in a text area there. */
class WheelScrollTest extends PaneTest {
    private final TextField field = new TextField();
    private final TextArea area = new TextArea("line\n".repeat(100));
    private ScrollPane pane = new ScrollPane();

    private void showPane() {
        Region long1 = new Region();
        long1.setMinHeight(2_000);
        pane = show(400, 300, () -> new ScrollPane(new VBox(field, area, long1)));
        onFxThread(() -> {
            WheelScroll.install(pane.getScene());
            field.requestFocus();
        });
        layOut();
    }

    private void turn(Node target, double pixels) {
        onFxThread(() -> target.fireEvent(scroll(pixels)));
        layOut();
    }

    private double scrolled() {
        return onFxThread(() -> pane.getVvalue()
                * (pane.getContent().getLayoutBounds().getHeight()
                        - pane.getViewportBounds().getHeight()));
    }

    @Test
    void notchIs100PixelsAndTouchpadIsUnchanged() {
        showPane();
        turn(field, -40);
        assertEquals(100, scrolled(), 1);
        turn(field, -80);
        assertEquals(300, scrolled(), 1);
        turn(field, -7);
        assertEquals(307, scrolled(), 1);
    }

    @Test
    void textAreaScrollsOnlyWithTheFocus() {
        showPane();
        turn(area.lookup(".content"), -40);
        assertEquals(100, scrolled(), 1);
        assertEquals(0, area.getScrollTop());
        onFxThread(area::requestFocus);
        turn(area.lookup(".content"), -40);
        assertTrue(area.getScrollTop() > 0, () -> "" + area.getScrollTop());
        assertEquals(100, scrolled(), 1);
    }
}
