package app.forecourt.journey.program;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;

import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.ui.keys.WindowShortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
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

    private static final List<WindowShortcut> DIALOG_KEYS =
            List.of(WindowShortcut.SAVE_TEMPLATE, WindowShortcut.FROM_TEMPLATE);
    /** Many on a real display, where a window manager places some of them late. */
    private static final int DIALOGS = "Monocle".equals(System.getProperty("glass.platform")) ? DIALOG_KEYS.size() : 60;

    @Test
    void dialogsOpenOverWindowAndOnScreen() throws Exception {
        untilReady();
        type("licensePlate", "R-759-BK");
        var wrong = new ArrayList<String>();
        for (int dialog = 0; dialog < DIALOGS; dialog++) {
            WindowShortcut keys = DIALOG_KEYS.get(dialog % DIALOG_KEYS.size());
            Platform.runLater(
                    () -> scene().getAccelerators().get(keys.combination()).run());
            Await.untilTrue(
                    "a dialog by " + keys,
                    () -> frontScene() != scene() && frontScene().getWindow().isShowing());
            Await.frames(SETTLED);
            misplaced().ifPresent(place -> wrong.add(keys + " " + place));
            onFxThread(() -> frontScene().getWindow().hide());
        }
        assertEmpty(wrong, wrong.size() + " of " + DIALOGS);
    }

    /** Returns the dialog's bounds if it is not centred over the window or not wholly on the screen. */
    private Optional<String> misplaced() {
        return onFxThread(() -> {
            Rectangle2D dialog = bounds(frontScene().getWindow());
            Rectangle2D owner = bounds(scene().getWindow());
            return middle(dialog).distance(middle(owner)) <= NEAR
                            && Screen.getPrimary().getVisualBounds().contains(dialog)
                    ? Optional.<String>empty()
                    : Optional.of(dialog + " over " + owner);
        });
    }

    private static Rectangle2D bounds(Window window) {
        return new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight());
    }

    private static Point2D middle(Rectangle2D bounds) {
        return new Point2D(bounds.getMinX() + bounds.getWidth() / 2, bounds.getMinY() + bounds.getHeight() / 2);
    }
}
