package app.forecourt.ui.keys;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SPACE;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policy for presses that confirm, with a simulated clock. */
class ConfirmationPolicyTest {
    private final AtomicLong now = new AtomicLong();
    private final Deque<Tick> ticks = new ArrayDeque<>();
    private final ConfirmationPolicy policy = new ConfirmationPolicy(new ResponsiveTimeClock(
            now::get, (pause, tick) -> ticks.add(new Tick(now.get() + pause.toNanos(), tick)), Runnable::run));

    private record Tick(long due, Runnable action) {}

    /** Advances the time while the FX thread responds. */
    private void wait(Duration time) {
        long end = now.get() + time.toNanos();
        while (!ticks.isEmpty() && ticks.element().due() - end <= 0) {
            Tick tick = ticks.remove();
            // The clock may overflow, and a tick may come late.
            stall(Duration.ofNanos(Math.max(0, tick.due() - now.get())));
            tick.action().run();
        }
        now.set(end);
    }

    /** Advances the time while the FX thread is blocked. */
    private void stall(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private boolean isFresh(KeyCode key) {
        return policy.keyPressed(key) == ConfirmationPolicy.Press.FRESH;
    }

    private boolean press() {
        return isFresh(ENTER);
    }

    @Test
    void repeatsOfHeldKeyDoNotConfirm() {
        assertTrue(press());
        for (int repeat = 0; repeat < 1_000; repeat++) {
            wait(Duration.ofMillis(33));
            assertFalse(press());
        }
        policy.keyReleased(ENTER);
        assertTrue(press());
    }

    @Test
    void anotherKeyIsFresh() {
        assertTrue(press());
        assertTrue(isFresh(SPACE));
        policy.keyReleased(ENTER);
        assertFalse(isFresh(SPACE));
    }

    /** A release is lost if it goes to the window below a dialog that is just opening. */
    @Test
    void lostReleaseIsFreshAfterAnotherKey() {
        assertTrue(press());
        assertFalse(press());
        policy.otherKeyPressed();
        assertTrue(press());
    }

    @Test
    void lostReleaseIsFreshAfterRepeatDelay() {
        assertTrue(press());
        wait(Duration.ofMillis(2_099));
        assertFalse(press());
        wait(Duration.ofMillis(999));
        assertFalse(press());
        wait(Duration.ofSeconds(1));
        assertTrue(press());
        wait(Duration.ofMillis(2_100));
        assertTrue(press());
    }

    @Test
    void lateRepeatOfBusyWindowIsNotFresh() {
        assertTrue(press());
        wait(Duration.ofSeconds(4));
        policy.extendLastPress();
        assertFalse(press());
    }

    @Test
    void questionDoesNotProlongLostRelease() {
        assertTrue(press());
        wait(Duration.ofSeconds(4));
        policy.pause();
        wait(ConfirmationPolicy.QUIET);
        assertTrue(press());
    }

    @Test
    void pressDuringPauseDoesNotConfirm() {
        policy.pause();
        wait(ConfirmationPolicy.QUIET.minusMillis(1));
        assertFalse(press());
        policy.keyReleased(ENTER);
        wait(Duration.ofMillis(1));
        assertTrue(press());
    }

    @Test
    void pressCountsAtOnceAfterQuestionIsClosed() {
        policy.pause();
        wait(Duration.ofMillis(300));
        policy.otherKeyPressed();
        policy.endPause();
        policy.viewChanged();
        assertFalse(policy.isPaused());
        assertTrue(press());
    }

    @Test
    void doubledKeyDoesNotConfirmInWhatItOpensOrCloses() {
        assertTrue(press());
        policy.keyReleased(ENTER);
        policy.viewChanged();
        wait(Duration.ofMillis(200));
        assertFalse(press());
        policy.keyReleased(ENTER);
        wait(Duration.ofMillis(250));
        assertTrue(press());
    }

    /** The press of Ctrl Enter that opened the dialog is handled until the dialog closes. */
    @Test
    void dialogClosedByAnotherKeyProlongsNoPress() {
        assertTrue(press());
        policy.keyReleased(ENTER);
        policy.pause();
        wait(Duration.ofSeconds(2));
        policy.otherKeyPressed();
        policy.endPause();
        policy.viewChanged();
        policy.extendLastPress();
        assertTrue(press());
    }

    @Test
    void keyHeldSincePauseDoesNotConfirm() {
        policy.pause();
        assertFalse(press());
        wait(ConfirmationPolicy.QUIET.multipliedBy(2));
        assertFalse(press());
    }

    @Test
    void noPauseAtFirst() {
        now.set(Long.MAX_VALUE - 1);
        assertFalse(policy.isPaused());
        policy.pause();
        wait(Duration.ofMillis(699));
        assertTrue(policy.isPaused(), "the clock has run over");
    }

    /** Presses a key, and goes to another program for a while. */
    private void leaveForAnotherProgram(Duration time) {
        policy.focusChanged(true);
        assertTrue(press());
        policy.focusChanged(false);
        wait(time);
        policy.focusChanged(true);
    }

    /** The program has no focus for a moment when a dialog closes. */
    @Test
    void keyStaysHeldWhenFocusChangesWindow() {
        leaveForAnotherProgram(Duration.ofMillis(100));
        wait(Duration.ofSeconds(1));
        assertFalse(press());
    }

    @Test
    void releaseInAnotherProgramCounts() {
        leaveForAnotherProgram(Duration.ofSeconds(5));
        wait(ConfirmationPolicy.QUIET);
        assertTrue(press());
    }

    @Test
    void keyHeldInAnotherProgramIsRepeat() {
        leaveForAnotherProgram(Duration.ofSeconds(5));
        for (int repeat = 0; repeat < 100; repeat++) {
            wait(Duration.ofMillis(30));
            assertFalse(press());
        }
    }

    /** Holds a key until it has repeated several times. */
    private void hold() {
        assertTrue(press());
        wait(Duration.ofMillis(500));
        for (int repeat = 0; repeat < 24; repeat++) {
            assertFalse(press());
            wait(Duration.ofMillis(33));
        }
    }

    @Test
    void keyHeldThroughStallBeforeFirstRepeat() {
        assertTrue(press());
        policy.pause();
        wait(Duration.ofMillis(100));
        stall(Duration.ofSeconds(5));
        for (int repeat = 0; repeat < 50; repeat++) {
            assertFalse(press());
        }
        policy.keyReleased(ENTER);
        wait(ConfirmationPolicy.QUIET);
        assertTrue(press());
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 1_100, 1_300, 2_500, 60_000})
    void keyHeldThroughStallAfterFirstRepeat(int millis) {
        policy.pause();
        wait(ConfirmationPolicy.QUIET);
        hold();
        for (int stall = 0; stall < 5; stall++) {
            stall(Duration.ofMillis(millis));
            for (int repeat = 0; repeat < 40; repeat++) {
                assertFalse(press());
            }
            wait(Duration.ofMillis(33));
        }
        policy.keyReleased(ENTER);
        assertTrue(press());
    }

    /** The Windows operating system delivers the tick before keys that were pressed earlier. */
    @Test
    void keyHeldThroughStallEndedByTick() {
        hold();
        stall(Duration.ofSeconds(5));
        wait(Duration.ofMillis(1));
        assertFalse(press());
    }

    @Test
    void secondClickIsIgnoredDespiteStall() {
        policy.pause();
        wait(Duration.ofMillis(250));
        stall(Duration.ofMillis(800));
        assertTrue(policy.isPaused());
        wait(ConfirmationPolicy.QUIET);
        assertFalse(policy.isPaused());
    }

    @Test
    void secondPressIsEarlyDespiteStall() {
        assertTrue(press());
        policy.pause();
        policy.keyReleased(ENTER);
        stall(Duration.ofMillis(1_500));
        assertFalse(press());
        policy.keyReleased(ENTER);
        wait(ConfirmationPolicy.QUIET);
        assertTrue(press());
    }

    @Test
    void pressAfterStallIsFresh() {
        assertTrue(press());
        policy.keyReleased(ENTER);
        wait(Duration.ofSeconds(10));
        stall(Duration.ofSeconds(10));
        assertTrue(press());
    }

    @Test
    void clockStopsWithoutPresses() {
        policy.pause();
        wait(Duration.ofHours(1));
        assertTrue(ticks.isEmpty());
        assertTrue(press());
        wait(Duration.ofHours(1));
        assertTrue(press(), "its release was lost");
    }
}
