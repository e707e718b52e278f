package app.forecourt.ui.dialog;

import static javafx.scene.input.KeyCode.ENTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.window.MainWindowContentFixture;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** The dimming of the window behind a question. */
class DialogVeilTest extends MainWindowContentFixture {
    private boolean isDimmed() {
        return scene.getRoot().lookup(".dialog-veil") != null;
    }

    @Test
    void questionDimsTheWindowBelowTheBand() {
        Platform.runLater(() -> dialogs().ask("leave.title", "leave.text", "leave.yes", "leave.no"));
        until("the question", () -> isCovered() && isDimmed());
        Bounds veil = onFxThread(() -> inScene(Objects.requireNonNull(scene.lookup(".dialog-veil"))));
        Bounds band = onFxThread(() -> inScene(Objects.requireNonNull(scene.lookup(".band"))));
        assertEquals(band.getMaxY(), veil.getMinY(), 1);
        assertEquals(onFxThread(scene::getHeight), veil.getMaxY(), 1);
        Node veilNode = onFxThread(() -> Objects.requireNonNull(scene.lookup(".dialog-veil")));
        assertTrue(
                onFxThread(() -> scene.getRoot().getChildrenUnmodifiable().stream()
                        .allMatch(node -> node.getViewOrder() >= veilNode.getViewOrder())),
                "in front of all");
        press(ENTER);
        until("the window as before", () -> !isCovered() && !isDimmed());
    }
}
