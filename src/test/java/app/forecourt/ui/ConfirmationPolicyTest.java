package app.forecourt.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Which presses confirm. */
class ConfirmationPolicyTest {
    private final AtomicLong now = new AtomicLong();
    private final ConfirmationPolicy policy = new ConfirmationPolicy(now::get);

    private void wait(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private boolean isFresh(KeyCode key) {
        return policy.press(key) == ConfirmationPolicy.Press.FRESH;
    }

    private boolean press() {
        return isFresh(KeyCode.ENTER);
    }

    @Test
    void repeatDoesNotConfirmHoweverLongItIsHeld() {
        assertTrue(press());
        for (int repeat = 0; repeat < 1_000; repeat++) {
            wait(Duration.ofMillis(33));
            assertFalse(press());
        }
        policy.release(KeyCode.ENTER);
        assertTrue(press());
    }

    @Test
    void eachKeyIsFreshByItself() {
        assertTrue(press());
        assertTrue(isFresh(KeyCode.SPACE));
        policy.release(KeyCode.ENTER);
        assertFalse(isFresh(KeyCode.SPACE));
    }

    /** A release is lost that goes to the window below a dialog that is just coming up. */
    @Test
    void keyWhoseReleaseIsLostIsFreshAfterAnotherKey() {
        assertTrue(press());
        assertFalse(press());
        policy.pressOther();
        assertTrue(press());
    }

    @Test
    void keyWhoseReleaseIsLostIsFreshOnceItWouldHaveRepeated() {
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
    void repeatThatABusyWindowTakesUpLateIsNoFreshPress() {
        assertTrue(press());
        wait(Duration.ofSeconds(4));
        policy.busy();
        assertFalse(press());
    }

    @Test
    void questionAfterALostReleaseKeepsNoPressBackForLonger() {
        assertTrue(press());
        wait(Duration.ofSeconds(4));
        policy.pause();
        wait(ConfirmationPolicy.QUIET);
        assertTrue(press());
    }

    @Test
    void pressWithinThePauseDoesNotConfirm() {
        policy.pause();
        wait(ConfirmationPolicy.QUIET.minusMillis(1));
        assertFalse(press());
        policy.release(KeyCode.ENTER);
        wait(Duration.ofMillis(1));
        assertTrue(press());
    }

    @Test
    void keyThatIsHeldFromThePauseOnDoesNotConfirm() {
        policy.pause();
        assertFalse(press());
        wait(ConfirmationPolicy.QUIET.multipliedBy(2));
        assertFalse(press());
    }

    @Test
    void nothingIsQuietAtFirst() {
        now.set(Long.MAX_VALUE - 1);
        assertFalse(policy.isQuiet());
        policy.pause();
        wait(Duration.ofMillis(699));
        assertTrue(policy.isQuiet(), "the clock has run over");
    }

    /** A dialog that closes leaves the program without a focus for a moment. */
    @Test
    void keyStaysDownWhileTheFocusGoesToAnotherWindow() {
        policy.focus(true);
        assertTrue(press());
        policy.focus(false);
        wait(Duration.ofMillis(100));
        policy.focus(true);
        wait(Duration.ofSeconds(1));
        assertFalse(press());
    }

    @Test
    void releaseInAnotherProgramDoesNotStick() {
        policy.focus(true);
        assertTrue(press());
        policy.focus(false);
        wait(Duration.ofSeconds(5));
        policy.focus(true);
        wait(ConfirmationPolicy.QUIET);
        assertTrue(press());
    }

    @Test
    void keyHeldWhileAnotherProgramHadTheFocusIsARepeat() {
        policy.focus(true);
        assertTrue(press());
        policy.focus(false);
        wait(Duration.ofSeconds(5));
        policy.focus(true);
        for (int repeat = 0; repeat < 100; repeat++) {
            wait(Duration.ofMillis(30));
            assertFalse(press());
        }
    }
}
