package app.forecourt.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what becomes so in a window. */
public final class Await {
    /** Seconds; a computer may have much else to do. */
    private static final int PATIENCE = 60;
    private static final int FRAMES = 6;

    private Await() {}

    /** Waits for a condition that is looked at on the window's thread, and then until the window is at rest. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        soon(what, condition);
        rest();
    }

    /**
     * Waits until the window has done what was asked of it, for 50 ms at least: words that are offered come from another
     * thread, and with waits of two or three frames instead one journey in some hundreds missed them.
     */
    public static void rest() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits for so many frames that texts which wrap have their lines, and what stands around them its place. */
    public static void laidOut() {
        IntStream.range(0, FRAMES).forEach(any -> frame());
    }

    private static void frame() {
        var atRest = new CompletableFuture<@Nullable Void>();
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long frame) {
                stop();
                // The frame is laid out after this, and may ask for something to be done later itself.
                Platform.runLater(() -> Platform.runLater(() -> atRest.complete(null)));
            }
        }.start());
        atRest.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** Does something on the window's thread, and waits until it is done. */
    static void onTheWindowsThread(Runnable steps) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE), steps);
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
}
