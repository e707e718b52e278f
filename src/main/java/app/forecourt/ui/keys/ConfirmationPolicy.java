package app.forecourt.ui.keys;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import javafx.scene.input.KeyCode;

/**
 * Policy for confirmations: Enter, Space and clicks on confirming buttons. A press counts only if its key was up
 * before. Nothing counts within {@link #QUIET} of a new question, because the user can't have read it.
 */
public final class ConfirmationPolicy {
    /** Pause after a window with a question opens. A double click or a doubled key takes less. */
    public static final Duration QUIET = Duration.ofMillis(700);
    /** Longest time between the presses of a doubled key. */
    private static final Duration DOUBLED = Duration.ofMillis(250);
    /** Keys that confirm, with or without modifiers. */
    private static final Set<KeyCode> KEYS = EnumSet.of(KeyCode.ENTER, KeyCode.SPACE);

    /** Longest delay before a held key repeats. GNOME, Windows and macOS allow at most 2 s. */
    private static final Duration FIRST_REPEAT = Duration.ofMillis(2_100);
    /** Longest time between later repeats. The systems allow at most 0.5 s. */
    private static final Duration NEXT_REPEAT = Duration.ofSeconds(1);

    /** Kind of a press of a confirmation key. Only a fresh one confirms. */
    enum Press {
        /** The key was up before. */
        FRESH,
        /** The key is still down. */
        REPEAT,
        /** The key was up before, but a question appeared just now. */
        EARLY,
        /** The key may be held since before the window had the focus, or is pressed twice while a question appears. */
        DOUBTFUL
    }

    private final LongSupplier nanoTime;
    /** Key that was pressed last and not released since, in any window. No other key repeats. */
    private Optional<KeyCode> held = Optional.empty();

    private boolean repeated;
    private OptionalLong lastPress = OptionalLong.empty();
    private OptionalLong questionShown = OptionalLong.empty();
    private OptionalLong viewChanged = OptionalLong.empty();
    private OptionalLong focusLost = OptionalLong.empty();
    private OptionalLong focusBack = OptionalLong.empty();

    /** @param nanoTime a monotonic clock in nanoseconds, such as {@link ResponsiveTimeClock} */
    public ConfirmationPolicy(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns the clock in nanoseconds. */
    LongSupplier clock() {
        return nanoTime;
    }

    /** Begins the pause, because a new question is shown. */
    public void pause() {
        questionShown = OptionalLong.of(nanoTime.getAsLong());
    }

    /** Ends the pause, because the question is closed. */
    void endPause() {
        questionShown = OptionalLong.empty();
    }

    /**
     * Records that a window closed, that a sheet opened or closed, or that the user opened a car with a banner. The
     * second press of a doubled key does not confirm then, because it was not meant for the controls that the keys
     * reach now.
     */
    public void viewChanged() {
        viewChanged = OptionalLong.of(nanoTime.getAsLong());
    }

    /** Records that handling a press blocked the FX thread until now, so that repeats of a held key come late. */
    void extendLastPress() {
        lastPress = held.isPresent() ? OptionalLong.of(nanoTime.getAsLong()) : lastPress;
    }

    /** Returns whether confirmations are ignored now. */
    boolean isPaused() {
        return isWithin(questionShown, QUIET);
    }

    /** Returns whether a key can confirm. */
    static boolean isConfirming(KeyCode key) {
        return KEYS.contains(key);
    }

    /**
     * Records the press of a confirmation key. A key without recent repeats counts as released, because a release may
     * have gone to another program.
     *
     * @return the kind of the press
     */
    Press keyPressed(KeyCode key) {
        boolean repeat =
                held.filter(key::equals).isPresent() && isWithin(lastPress, repeated ? NEXT_REPEAT : FIRST_REPEAT);
        boolean isDoubled = (isPaused() || isWithin(viewChanged, QUIET)) && isWithin(lastPress, DOUBLED);
        held = Optional.of(key);
        repeated = repeat;
        lastPress = OptionalLong.of(nanoTime.getAsLong());
        return repeat
                ? Press.REPEAT
                : isDoubled || isWithin(focusBack, QUIET) ? Press.DOUBTFUL : isPaused() ? Press.EARLY : Press.FRESH;
    }

    /** Records the press of any other key, because it ends the repeats of the held key. */
    void otherKeyPressed() {
        held = Optional.empty();
    }

    /** Records the release of a key in any window. */
    void keyReleased(KeyCode key) {
        held = held.filter(heldKey -> heldKey != key);
    }

    /**
     * Records whether a window of the program has the focus. If none had it for longer than the pause, a release may
     * have gone to another program. No key counts as held then. A key that is still held repeats at once when the focus
     * is back. For that reason keys have no effect for one more pause.
     */
    void focusChanged(boolean hasFocus) {
        long now = nanoTime.getAsLong();
        if (!hasFocus) {
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
