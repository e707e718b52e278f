package app.forecourt.journey.program;

import static app.forecourt.settings.Setting.SEND_UNDO;
import static app.forecourt.ui.InputEvents.mouse;
import static javafx.scene.input.KeyCode.B;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.V;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.http.HttpClients;
import app.forecourt.journey.Await;
import app.forecourt.model.send.SendDelay;
import app.forecourt.start.AppServices;
import app.forecourt.testing.ProofTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;

/** Number of cars sent when the send keys are held down or pressed twice, in each place that handles them. */
class HeldKeyJourneyTest extends AutochatJourneyTest {
    /** Number of repeats of a held key. At 30 per second this is as long as a person holds a key by mistake. */
    private static final int REPEATS = 30;
    /** Repeats until a question is there, if the first press leads to one. They take three frames each. */
    private static final int SLOW_REPEATS = 10;

    private final List<Runnable> ticks = new CopyOnWriteArrayList<>();
    private AppServices services;
    private int cars;

    /** Returns services with a countdown that advances only when the test says so. */
    @Override
    public AppServices openServices() {
        services = openServices(HttpClients.Timeouts.USUAL, (pause, action) -> {
            if (pause.equals(SendDelay.TICK)) {
                ticks.add(action);
            } else {
                TaskRunner.Scheduler.REAL_TIME.schedule(pause, action);
            }
        });
        return services;
    }

    private void setText(String field, String text) {
        onFxThread(() -> this.<TextInputControl>node(field).setText(text));
    }

    /** Creates a car without problems, and with all that an advert on production should not lack. */
    private void newCar() {
        cars++;
        press(SHORTCUT, N);
        setText("internalId", "SEB-" + cars);
        setText("brand", "opel");
        setText("model", "corsa");
        setText("salesPrice", "12500");
        setText("mileage", "64300");
        setText("dateOfFirstRegistration", "25-07-2022");
        setText("description", "A tidy car.");
        setText("images", "https://photos.invalid/1.jpg");
        passPause();
    }

    /** Advances the clock past the pause after a question or a dialog. */
    private void passPause() {
        nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
    }

    private void newCarWithWarning() {
        newCar();
        setText("tradePrice", "13000");
    }

    /** Presses a key repeatedly before releasing it, as the toolkit does for a held key. */
    private void hold(boolean shift, KeyCode key) {
        for (int press = 0; press <= REPEATS; press++) {
            fire(KeyEvent.KEY_PRESSED, shift, key);
            if (press < SLOW_REPEATS) {
                Await.untilIdle();
            }
        }
        fire(KeyEvent.KEY_RELEASED, shift, key);
        Await.untilIdle();
    }

    /** Presses a key with Ctrl and without a look before, as a doubled key comes. */
    private void pressAtOnce(KeyCode key) {
        fire(KeyEvent.KEY_PRESSED, false, key);
        fire(KeyEvent.KEY_RELEASED, false, key);
    }

    /** Fires a key event at the top window. Does not wait for the end of the handler, because it may open a dialog. */
    private void fire(EventType<KeyEvent> type, boolean shift, KeyCode key) {
        Platform.runLater(() -> {
            Scene scene = frontScene();
            Node owner = scene.getFocusOwner();
            EventTarget target = owner == null ? scene : owner;
            Event.fireEvent(target, new KeyEvent(type, "", "", key, shift, true, false, false));
        });
        Await.nextFrame();
    }

    private void click(String id) {
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            Platform.runLater(() -> find("#" + id).ifPresent(node -> Event.fireEvent(node, mouse(type, 5, 5))));
        }
        Await.untilIdle();
    }

    /** Asserts the number of cars sent since the last call, after waiting for the pending submission. */
    private void assertSent(int expected, String place) throws Exception {
        Await.untilIdle();
        untilHidden("stop");
        assertEquals(expected, autochat.newPosts(), place);
    }

    /** Holds the send keys in all places that handle them. */
    private void holdKeysEverywhere(String profile) throws Exception {
        newCar();
        hold(false, ENTER);
        untilAccepted(profile);
        assertSent(1, "nothing to ask");

        newCar();
        press(SHORTCUT, B);
        untilVisible("builderTake");
        passPause();
        hold(false, ENTER);
        untilHidden("builderTake");
        assertSent(0, "builder");

        newCar();
        openSettings("clientId");
        passPause();
        hold(false, ENTER);
        untilHidden("clientId");
        assertSent(0, "settings");

        newCar();
        copyToClipboard("ABS");
        press(SHORTCUT, SHIFT, V);
        untilVisible("takePasted");
        passPause();
        pressAtOnce(ENTER);
        hold(false, ENTER);
        press(ESCAPE);
        untilHidden("takePasted");
        assertSent(0, "pasted list");

        newCarWithWarning();
        hold(false, ENTER);
        assertSent(0, "amber");
        newCarWithWarning();
        pressAtOnce(ENTER);
        pressAtOnce(ENTER);
        assertSent(0, "amber, doubled");
        newCarWithWarning();
        click("send");
        click("send");
        assertSent(0, "amber, clicked twice");

        newCar();
        setText("internalId", "SEB-1");
        hold(false, ENTER);
        assertSent(0, "sent before");

        newCar();
        press(SHORTCUT, ENTER);
        untilAccepted(profile);
        autochat.newPosts();
        push("correct");
        untilOutcome("Correction of ");
        setText("salesPrice", "11900");
        passPause();
        hold(false, ENTER);
        assertSent(1, "correction");
    }

    @ProofTest
    void heldKeySendsOneCarToStaging() throws Exception {
        untilReady();
        holdKeysEverywhere("STAGING");
    }

    private void passSecond() {
        onFxThread(() -> {
            List<Runnable> due = List.copyOf(ticks);
            ticks.clear();
            due.forEach(Runnable::run);
        });
        Await.untilIdle();
    }

    private void passCountdown() {
        for (int left = SendDelay.SECONDS; left > 0; left--) {
            passSecond();
        }
    }

    @ProofTest
    void countdownToProductionCanBeUndone() throws Exception {
        services.preferences().put(SEND_UNDO, "on");
        push("profile-production");
        untilReady();
        newCar();
        press(SHORTCUT, ENTER);
        confirm();
        // The button can already stop the sending while the car is being saved, before the countdown.
        until("the countdown", () -> isVisible("stop") && label("send").equals("Sending to PRODUCTION in 5 s"));
        assertLabel("stop", "Undo   Esc");
        passSecond();
        assertLabel("send", "Sending to PRODUCTION in 4 s");
        hold(false, ENTER);
        hold(true, ENTER);
        click("send");
        press(ESCAPE);
        untilHidden("stop");
        passCountdown();
        assertEquals(0, autochat.newPosts(), "taken back");

        press(SHORTCUT, ENTER);
        untilVisible("stop");
        click("stop");
        assertVisible("stop", "the second click of a double one takes nothing back");
        passPause();
        click("stop");
        untilHidden("stop");
        passPause();

        hold(false, ENTER);
        untilVisible("stop");
        for (int left = SendDelay.SECONDS; left > 0; left--) {
            assertEquals(0, autochat.newPosts(), "seconds left: " + left);
            passSecond();
        }
        untilAccepted("PRODUCTION");
        assertEquals(1, autochat.newPosts());

        push("profile-staging");
        untilReady();
        newCar();
        press(SHORTCUT, ENTER);
        untilAccepted("STAGING");
        assertEquals(1, autochat.newPosts());
        passPause();
        hold(true, ENTER);
        untilVisible("stop");
        passSecond();
        onFxThread(() -> {
            Window window = scene().getWindow();
            Platform.runLater(() -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        });
        untilVisible("confirm");
        passCountdown();
        hold(false, ENTER);
        click("confirm");
        assertVisible("confirm", "a click on what nobody has read");
        press(ESCAPE);
        untilHidden("confirm");
        assertEquals(0, autochat.newPosts());
        passCountdown();
        untilAccepted("PRODUCTION");
        assertEquals(1, autochat.newPosts());
    }

    @Test
    void heldKeySendsOneCarToProduction() throws Exception {
        push("profile-production");
        untilReady();
        newCar();
        hold(false, ENTER);
        untilVisible("confirm");
        assertEquals(0, autochat.newPosts());
        onFxThread(() -> node("confirm").requestFocus());
        press(SPACE);
        untilAccepted("PRODUCTION");
        assertEquals(1, autochat.newPosts());
        holdKeysEverywhere("PRODUCTION");

        push("profile-staging");
        untilReady();
        newCar();
        press(SHORTCUT, ENTER);
        untilAccepted("STAGING");
        autochat.newPosts();
        passPause();
        hold(true, ENTER);
        untilAccepted("PRODUCTION");
        assertEquals(1, autochat.newPosts(), "published");
    }
}
