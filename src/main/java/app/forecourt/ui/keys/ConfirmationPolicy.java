package app.forecourt.ui.keys;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
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

    /** Longest time until a held key repeats that GNOME, Windows and macOS can be set to is 2 s. */
    private static final Duration FIRST_REPEAT = Duration.ofMillis(2_100);
    /** Longest time between the repeats after the first one, which is 0.5 s. */
    private static final Duration NEXT_REPEAT = Duration.ofSeconds(1);

    /** What a press of a confirmation key is. Only a fresh one confirms. */
    enum Press {
        /** The key was up before. */
        FRESH,
        /** The key is still down. */
        REPEAT,
        /** The key was up before, but something was asked just now. */
        EARLY
    }

    private final LongSupplier nanoTime;
    /** The key that was pressed last and not released since, in whichever window. No other key repeats. */
    private Optional<KeyCode> held = Optional.empty();
    private boolean repeated;
    private OptionalLong pressed = OptionalLong.empty();
    private OptionalLong asked = OptionalLong.empty();
    private OptionalLong focusLost = OptionalLong.empty();
    private OptionalLong focusBack = OptionalLong.empty();

    /** @param nanoTime a monotonic clock, as {@link WindowThreadClock} */
    public ConfirmationPolicy(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Begins the pause, because something new is asked of the user. */
    public void pause() {
        asked = OptionalLong.of(nanoTime.getAsLong());
    }

    /** Notes that a press kept the window busy until now, so that repeats of the key come late. */
    void busy() {
        pressed = pressed.isPresent() ? OptionalLong.of(nanoTime.getAsLong()) : pressed;
    }

    /** Whether confirmations are ignored now. */
    boolean isQuiet() {
        return isWithin(asked, QUIET);
    }

    /** Whether a key confirms something in some control. */
    static boolean isConfirming(KeyCode key) {
        return KEYS.contains(key);
    }

    /**
     * Notes that a confirmation key is pressed. A release that went to no window of the program is made up for: a held
     * key would have repeated meanwhile.
     *
     * @return what the press is
     */
    Press press(KeyCode key) {
        boolean repeat = held.filter(key::equals).isPresent()
                && isWithin(pressed, repeated ? NEXT_REPEAT : FIRST_REPEAT);
        held = Optional.of(key);
        repeated = repeat;
        pressed = OptionalLong.of(nanoTime.getAsLong());
        return repeat ? Press.REPEAT : isQuiet() || isWithin(focusBack, QUIET) ? Press.EARLY : Press.FRESH;
    }

    /** Notes that another key than those for confirming is pressed, which ends the repeats of the one before. */
    void pressOther() {
        held = Optional.empty();
    }

    /** Notes that a key is released, in any window. */
    void release(KeyCode key) {
        held = held.filter(any -> any != key);
    }

    /**
     * Notes whether any window of the program has the focus. While none has it for longer than the pause, a release may
     * go to another program, so that no key counts as held afterwards. A key that is still held repeats at once when the
     * focus is back, so that keys stay without effect for one more pause.
     */
    void focus(boolean here) {
        long now = nanoTime.getAsLong();
        if (!here) {
            focusLost = focusLost.isPresent() ? focusLost : OptionalLong.of(now);
        } else if (focusLost.isPresent()) {
            if (!isWithin(focusLost, QUIET)) {
                held = Optional.empty();
                focusBack = OptionalLong.of(now);
            }
            focusLost = OptionalLong.empty();
        }
    }

    private boolean isWithin(OptionalLong since, Duration time) {
        return since.isPresent() && nanoTime.getAsLong() - since.getAsLong() < time.toNanos();
    }
}
