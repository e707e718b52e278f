package app.forecourt.ui.dialog;

import static javafx.scene.input.KeyCode.ESCAPE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.fx.ScreenReaderProbe;
import app.forecourt.ui.window.MainWindowContentFixture;
import atlantafx.base.controls.Notification;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Notices over the main window: their place, their end, and what needs no other message. */
class ToastsTest extends MainWindowContentFixture {
    /** Timers by their time. They run longer than any test, so that only the test ends them. */
    private final Map<Duration, PauseTransition> timers = new HashMap<>();

    private final Toasts toasts = new Toasts(
            this::stage, messages, time -> timers.computeIfAbsent(time, _ -> new PauseTransition(Duration.hours(1))));

    private @Nullable Notification shown() {
        return (Notification) scene.lookup("#toast");
    }

    private Bounds boundsOf(String selector) {
        return onFxThread(() -> inScene(Objects.requireNonNull(scene.lookup(selector), selector)));
    }

    private void end(Duration time) {
        step(() -> {
            PauseTransition timer = Objects.requireNonNull(timers.get(time));
            assertEquals(Animation.Status.RUNNING, timer.getStatus());
            timer.getOnFinished().handle(new ActionEvent());
        });
    }

    @Test
    void noticeIsHeardTakesNoFocusAndGoes() {
        focus("version");
        ScreenReaderProbe reader = onFxThread(() -> new ScreenReaderProbe(scene));
        step(() -> toasts.show("restore.done"));
        step(() -> toasts.show("export.done", "/home/jan/Documents/" + "opel corsa ".repeat(12) + ".json"));
        step(reader::settle);
        step(reader::close);
        assertFocused("version");
        assertTrue(
                reader.announcements().getLast().startsWith("liveLine: Saved to /home/jan"),
                reader.announcements()::toString);
        assertEquals(1, onFxThread(() -> scene.getRoot().lookupAll("#toast").size()), "one at a time");

        Bounds toast = boundsOf("#toast");
        Bounds text = boundsOf("#toast .message");
        assertTrue(toast.contains(text), () -> text + " in " + toast);
        assertTrue(toast.getMaxY() < boundsOf(".send-bar").getMinY());
        assertTrue(toast.getMinY() > scene.getHeight() / 2);
        assertEquals(scene.getWidth() - 14, toast.getMaxX(), 1);

        end(Duration.seconds(5));
        onFxThread(() -> assertNull(shown()));

        step(() -> toasts.show("Bert replaced your text", "replaced.show", () -> {}));
        onFxThread(() -> assertEquals(
                Animation.Status.STOPPED, timers.get(Duration.seconds(5)).getStatus()));
        end(Duration.seconds(30));
        onFxThread(() -> assertNull(shown()));
    }

    @ProofTest
    void noticeLeavesButtonsOfSheetFree() {
        pressLater(KeyCode.F1);
        awaitVisible("keySheet");
        step(() -> toasts.show("preview.print.printed"));
        Bounds toast = boundsOf("#toast");
        assertTrue(toast.getMaxY() < boundsOf(".sheet-pane .button-bar").getMinY());
        assertTrue(toast.getMaxX() < boundsOf(".sheet-pane").getMaxX());
        onFxThread(() -> {
            double sheet = Objects.requireNonNull(scene.lookup(".modal-pane")).getViewOrder();
            assertTrue(Objects.requireNonNull(shown()).getViewOrder() < sheet, "over the sheet");
            Objects.requireNonNull(shown()).getOnClose().handle(new ActionEvent());
            assertNull(shown());
        });
        press(ESCAPE);
        await("the window alone", () -> scene.lookup(".sheet-pane") == null);
    }

    @ProofTest
    void longWorkIsShownUntilItEnds() {
        Runnable endWork = onFxThread(() -> toasts.showWait("restore.wait"));
        onFxThread(() -> assertNull(shown(), "short work is not shown"));
        end(Duration.millis(300));
        onFxThread(() -> assertInstanceOf(
                ProgressIndicator.class, Objects.requireNonNull(shown()).getGraphic()));
        assertTrue(boundsOf("#toast").contains(boundsOf("#toast .small-wait")));
        step(endWork);
        onFxThread(() -> assertNull(shown(), "the work has ended"));

        Runnable endOther = onFxThread(() -> toasts.showWait("export.wait"));
        end(Duration.millis(300));
        step(() -> toasts.show("restore.done"));
        step(endOther);
        onFxThread(() -> assertNotNull(shown(), "the notice is of something else"));

        step(() -> toasts.showWait("export.wait").run());
        onFxThread(() -> assertEquals(
                Animation.Status.STOPPED, timers.get(Duration.millis(300)).getStatus()));
    }

    @ProofTest
    void slowImportWaitsAndNeedsNoMessage() {
        copyToClipboard("[{\"model\": \"a\"}, {\"model\": \"b\"}]");
        Deque<Runnable> slowDisk = new ArrayDeque<>();
        step(() -> createExchange(appModel, new TaskRunner(slowDisk::add, Platform::runLater))
                .importer()
                .importClipboard());
        await("the notice of the wait", () -> shown() != null);
        step(slowDisk.remove());
        onFxThread(() -> assertNull(shown()));
        await("the cars", () -> label("undoSaid").equals("2 cars imported"));
        assertFalse(isCovered());
    }
}
