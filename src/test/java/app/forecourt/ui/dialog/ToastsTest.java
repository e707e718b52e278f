package app.forecourt.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.fx.ScreenReaderProbe;
import app.forecourt.ui.window.MainWindowFixture;
import atlantafx.base.controls.Notification;
import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Notices over the main window: their place, their end, and what needs no other message. */
class ToastsTest extends MainWindowFixture {
    /** Longer than any test, so that only the test ends it. */
    private final PauseTransition pause = new PauseTransition(Duration.hours(1));
    private final Toasts toasts = new Toasts(this::stage, messages, pause);

    private @Nullable Notification shown() {
        return (Notification) scene.lookup("#toast");
    }

    private Bounds boundsOf(String selector) {
        return onFxThread(() -> inScene(Objects.requireNonNull(scene.lookup(selector), selector)));
    }

    private static void end(PauseTransition transition) {
        step(() -> {
            assertEquals(Animation.Status.RUNNING, transition.getStatus());
            transition.getOnFinished().handle(new ActionEvent());
        });
    }

    @Test
    void noticeIsHeardTakesNoFocusAndGoes() {
        focus("version");
        ScreenReaderProbe reader = onFxThread(() -> new ScreenReaderProbe(scene));
        step(() -> toasts.show("restore.taken"));
        step(() -> toasts.show("export.done", "/home/jan/Documents/" + "opel corsa ".repeat(12) + ".json"));
        step(reader::settle);
        step(reader::close);
        assertEquals("version", focusedId());
        assertTrue(reader.announcements().getLast().startsWith("liveLine: Saved to /home/jan"),
                reader.announcements()::toString);
        assertEquals(1, onFxThread(() -> scene.getRoot().lookupAll("#toast").size()), "one at a time");

        Bounds toast = boundsOf("#toast");
        Bounds text = boundsOf("#toast .message");
        assertTrue(toast.contains(text), () -> text + " in " + toast);
        assertTrue(toast.getMaxY() < boundsOf(".send-bar").getMinY());
        assertTrue(toast.getMinY() > scene.getHeight() / 2);
        assertEquals(scene.getWidth() - 14, toast.getMaxX(), 1);

        end(pause);
        onFxThread(() -> assertNull(shown()));
    }

    @Test
    void noticeLeavesButtonsOfSheetFree() {
        pressLater(KeyCode.F1);
        await("the keys", () -> isVisible("keySheet"));
        step(() -> toasts.show("preview.print.printed"));
        Bounds toast = boundsOf("#toast");
        assertTrue(toast.getMaxY() < boundsOf(".sheet-pane .button-bar").getMinY());
        onFxThread(() -> {
            List<Node> onTop = scene.getRoot().getChildrenUnmodifiable();
            assertEquals(shown(), onTop.getLast(), "over the sheet");
            Objects.requireNonNull(shown()).getOnClose().handle(new ActionEvent());
            assertNull(shown());
        });
        press(KeyCode.ESCAPE);
        await("the window alone", () -> scene.lookup(".sheet-pane") == null);
    }

    @Test
    void importedCarsNeedNoMessageBesideUndo() {
        copyToClipboard("[{\"model\": \"a\"}, {\"model\": \"b\"}]");
        step(() -> createExchange(appModel, background()).importer().importClipboard());
        await("the cars", () -> label("undoSaid").equals("2 cars imported"));
        assertFalse(isCovered());
    }
}
