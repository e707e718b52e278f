package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.PaneTest;
import app.forecourt.ui.keys.WindowShortcut;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

/** The buttons at the title of the text card, with and without room. */
class DescriptionButtonsTest extends PaneTest {
    private final SimpleBooleanProperty locked = new SimpleBooleanProperty();
    private final List<WindowShortcut> actions = new ArrayList<>();

    private void showHead(double width) {
        show(width, 60, () -> new HBox(new Label("Text"), new DescriptionButtons(messages, locked, actions::add)));
    }

    @Test
    void previewGivesWayToTitleAndBuilder() {
        for (double width : List.of(400.0, 220.0)) {
            showHead(width);
            Button preview = node("preview", Button.class);
            assertEquals(width > 300 ? "Preview" : null, preview.getText());
            assertEquals("Preview", preview.getAccessibleText());
            assertTrue(preview.isVisible());
            assertTrue(
                    inScene(node("describe")).getMaxX() <= width,
                    inScene(node("describe")).toString());
        }
    }

    @Test
    void previewIsHiddenWithoutRoomForIcon() {
        showHead(180);
        assertFalse(node("preview").isVisible());
        assertTrue(
                inScene(node("describe")).getMaxX() <= 180,
                inScene(node("describe")).toString());
    }

    @Test
    void buttonsRunTheirActions() {
        showHead(400);
        onFxThread(() -> {
            locked.set(true);
            node("preview", Button.class).fire();
            node("describe", Button.class).fire();
            locked.set(false);
            node("describe", Button.class).fire();
        });
        assertEquals(
                List.of(WindowShortcut.PREVIEW, WindowShortcut.DESCRIBE),
                actions,
                "a sent car has a preview, but no builder");
    }
}
