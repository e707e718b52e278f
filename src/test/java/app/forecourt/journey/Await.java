package app.forecourt.journey;

import app.forecourt.testing.LongWait;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for conditions in a window. */
public final class Await {
    private Await() {}

    /** Waits for a condition, checked on the FX thread, and then until the window is at rest. */
    public static void until(String what, Callable<Boolean> condition) {
        untilTrue(what, condition);
        untilIdle();
    }

    /**
     * Waits until the window has processed all events, has laid out the result, and has run the tasks that followed.
     * TestFX would wait for 50 ms after each key instead.
     */
    public static void untilIdle() {
        // A change of size found in one frame is laid out in the next.
        nextFrame();
        nextFrame();
    }

    /** Waits for the next frame of the window and for the tasks that it schedules. */
    public static void nextFrame() {
        var drawn = new CompletableFuture<@Nullable Void>();
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                // The layout follows this handler and may schedule tasks itself.
                Platform.runLater(() -> Platform.runLater(() -> drawn.complete(null)));
            }
        }.start());
        LongWait.result(drawn);
    }

    /** Waits for a number of frames. */
    public static void frames(int count) {
        for (int frame = 0; frame < count; frame++) {
            nextFrame();
        }
    }

    /** Waits for a condition without waiting for rest afterwards. */
    public static void untilTrue(String what, Callable<Boolean> condition) {
        LongWait.until(what, () -> LongWait.result(WaitForAsyncUtils.asyncFx(condition)));
    }

    /** Runs steps on the FX thread and waits until they are done. */
    public static void onFxThread(Runnable steps) {
        WaitForAsyncUtils.waitForAsyncFx(LongWait.LIMIT.toMillis(), steps);
    }

    /** Runs steps on the FX thread and waits for their result. */
    public static <T> T onFxThread(Callable<T> steps) {
        return WaitForAsyncUtils.waitForAsyncFx(LongWait.LIMIT.toMillis(), steps);
    }
}
