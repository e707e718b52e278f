package app.forecourt.ui;

import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import javafx.scene.input.KeyCode;

/**
 * Rules for confirmations, which are Enter, Space and clicks on buttons that confirm. A press counts only when its key
 * was up before. Nothing counts within {@link #QUIET} of a new question, because the user can't have read it.
 */
public final class ConfirmationPolicy {
    /** Pause after a question appears or a window opens or closes. A double click or a doubled key takes less. */
    public static final Duration QUIET = Duration.ofMillis(700);
    /** Keys that confirm, with or without modifiers. */
    private static final Set<KeyCode> KEYS = EnumSet.of(KeyCode.ENTER, KeyCode.SPACE);

    private final LongSupplier nanoTime;
    /** Confirmation keys that are down, in whichever window they were pressed. */
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
    private OptionalLong asked = OptionalLong.empty();
    private OptionalLong focusLost = OptionalLong.empty();
    private OptionalLong focusBack = OptionalLong.empty();

    /** @param nanoTime a monotonic clock, as {@link System#nanoTime()} */
    public ConfirmationPolicy(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Begins the pause, because something new is asked of the user. */
    public void pause() {
        asked = OptionalLong.of(nanoTime.getAsLong());
    }

    /** Whether confirmations are ignored now. */
    boolean isQuiet() {
        return isWithin(asked);
    }

    /** Whether a key confirms something in some control. */
    static boolean isConfirming(KeyCode key) {
        return KEYS.contains(key);
    }

    /**
     * Notes that a confirmation key is pressed.
     *
     * @return whether the press is a fresh one, so that it may confirm
     */
    boolean press(KeyCode key) {
        boolean fresh = down.add(key);
        return fresh && !isQuiet() && !isWithin(focusBack);
    }

    /** Notes that a key is released, in any window. */
    void release(KeyCode key) {
        down.remove(key);
    }

    /**
     * Notes whether any window of the program has the focus. While none has it for longer than the pause, a release may
     * go to another program, so that no key counts as down afterwards. A key that is still held repeats at once when the
     * focus is back, so that keys stay without effect for one more pause.
     */
    void focus(boolean here) {
        long now = nanoTime.getAsLong();
        if (!here) {
            focusLost = focusLost.isPresent() ? focusLost : OptionalLong.of(now);
        } else if (focusLost.isPresent()) {
            if (!isWithin(focusLost)) {
                down.clear();
                focusBack = OptionalLong.of(now);
            }
            focusLost = OptionalLong.empty();
        }
    }

    private boolean isWithin(OptionalLong since) {
        return since.isPresent() && nanoTime.getAsLong() - since.getAsLong() < QUIET.toNanos();
    }
}
