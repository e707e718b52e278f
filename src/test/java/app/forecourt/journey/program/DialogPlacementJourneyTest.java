package app.forecourt.journey.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/**
 * Placement of dialogs that open in quick succession. A window manager takes part only on a real display
 * ({@code -Pdisplay}).
 */
class DialogPlacementJourneyTest extends WindowTest {
    /** Tolerance in pixels between the centres, because a window manager adds a title bar. */
    private static final double NEAR = 60;
    /** Number of frames within which a window manager answers. */
    private static final int SETTLED = 20;

    /** Accelerators that each open a dialog. */
    private static final List<KeyCombination> DIALOG_KEYS =
            List.of(control(KeyCode.T, KeyCombination.SHIFT_DOWN), control(KeyCode.T));
    /** Many on a real display, where a window manager places some of them late. */
    private static final int DIALOGS = "Monocle".equals(System.getProperty("glass.platform")) ? DIALOG_KEYS.size() : 60;

    private static KeyCombination control(KeyCode key, KeyCombination.Modifier... modifiers) {
        var combined = new ArrayList<>(List.of(modifiers));
        combined.add(KeyCombination.SHORTCUT_DOWN);
        return new KeyCodeCombination(key, combined.toArray(KeyCombination.Modifier[]::new));
    }

    @Test
    void dialogsOpenOverWindowAndOnScreen() throws Exception {
        untilReady();
        type("licensePlate", "R-759-BK");
        var wrong = new ArrayList<String>();
        for (int dialog = 0; dialog < DIALOGS; dialog++) {
            KeyCombination keys = DIALOG_KEYS.get(dialog % DIALOG_KEYS.size());
            Platform.runLater(() -> scene().getAccelerators().get(keys).run());
            Await.untilTrue(
                    "a dialog by " + keys,
                    () -> frontScene() != scene() && frontScene().getWindow().isShowing());
            for (int frame = 0; frame < SETTLED; frame++) {
                Await.nextFrame();
            }
            misplaced().ifPresent(place -> wrong.add(keys + " " + place));
            onFxThread(() -> frontScene().getWindow().hide());
        }
        assertEquals(List.of(), wrong, wrong.size() + " of " + DIALOGS);
    }

    /** Returns the dialog's bounds if it is not centred over the window or not wholly on the screen. */
    private Optional<String> misplaced() {
        return onFxThread(() -> {
            Rectangle2D dialog = bounds(frontScene().getWindow());
            Rectangle2D owner = bounds(scene().getWindow());
            boolean near = Math.abs(middle(dialog.getMinX(), dialog.getMaxX())
                                    - middle(owner.getMinX(), owner.getMaxX()))
                            <= NEAR
                    && Math.abs(middle(dialog.getMinY(), dialog.getMaxY()) - middle(owner.getMinY(), owner.getMaxY()))
                            <= NEAR;
            return near && Screen.getPrimary().getVisualBounds().contains(dialog)
                    ? Optional.<String>empty()
                    : Optional.of(dialog + " over " + owner);
        });
    }

    private static Rectangle2D bounds(Window window) {
        return new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight());
    }

    private static double middle(double least, double most) {
        return (least + most) / 2;
    }
}
