package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The buttons at the title of the text card, with and without room. */
class DescriptionButtonsTest extends PaneTest {
    private final SimpleBooleanProperty locked = new SimpleBooleanProperty();
    private final List<WindowShortcut> actions = new ArrayList<>();

    private void showHead(double width) {
        show(width, 60, () -> new HBox(new Label("Text"), new DescriptionButtons(messages, locked, actions::add)));
    }

    @ParameterizedTest
    @CsvSource({"400, Preview, true", "220, , true", "180, , false"})
    void previewGivesWayToTitleAndBuilder(double width, String text, boolean isVisible) {
        showHead(width);
        Button preview = node("preview", Button.class);
        assertEquals(text, preview.getText());
        assertEquals("Preview", preview.getAccessibleText());
        assertEquals(isVisible, preview.isVisible());
        assertTrue(
                inScene(node("describe")).getMaxX() <= width,
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
