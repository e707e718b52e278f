package app.forecourt.journey;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what becomes so in a window. */
public final class Await {
    /** Seconds; a computer may have much else to do. */
    private static final int PATIENCE = 60;

    private Await() {}

    /** Waits for a condition that is looked at on the window's thread, and then until the window is at rest. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        soon(what, condition);
        rest();
    }

    /**
     * Waits until the window has done what was asked of it, has laid that out, and has done what came of that. TestFX's
     * own way waits for 50 ms instead, after each key.
     */
    public static void rest() {
        // What a frame finds to be of another size it lays out in the next.
        frame();
        frame();
    }

    /** Waits for the window's next frame, and what that asks to be done. */
    public static void frame() {
        var drawn = new CompletableFuture<@Nullable Void>();
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                // The frame is laid out after this, and may ask for something to be done later itself.
                Platform.runLater(() -> Platform.runLater(() -> drawn.complete(null)));
            }
        }.start());
        drawn.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** The same without the rest. */
    public static void soon(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get(PATIENCE, TimeUnit.SECONDS));
        } catch (TimeoutException late) {
            throw new AssertionError("waited in vain for " + what, late);
        }
    }

    /** Does something on the window's thread, and waits until it is done. */
    public static void onTheWindowsThread(Runnable steps) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE), steps);
    }
}
