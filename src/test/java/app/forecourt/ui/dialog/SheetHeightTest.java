package app.forecourt.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.PaneTest;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** Height of a sheet that is as high as its content. */
class SheetHeightTest extends PaneTest {
    private final Region box = new Region();
    private final Button first = new Button("first");

    private double height() {
        return onFxThread(() -> ((Region) first.getScene().getRoot().lookup(".sheet-pane")).getHeight());
    }

    @Test
    void sheetFollowsItsContent() throws Exception {
        show(1_000, 700, VBox::new);
        first.setId("first");
        Platform.runLater(
                () -> new TextDialogs(dialogs(), messages).showFitting("takeoff.title", new VBox(first, box), first));
        untilFocused("first");
        assertEquals(240, height(), 1, "the least height");
        onFxThread(() -> box.setMinHeight(250));
        until("more height", () -> height() > 300);
        assertTrue(height() < 450, "height: " + height());
        onFxThread(() -> box.setMinHeight(2_000));
        until("all the room", () -> height() > 600);
        assertTrue(height() < 700, "height: " + height());
        press(KeyCode.ESCAPE);
        untilWindowAlone();
    }
}
