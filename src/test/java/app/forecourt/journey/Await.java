package app.forecourt.journey;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for conditions in a window. */
public final class Await {
    /** Timeout in seconds. Generous, because the computer may be busy. */
    private static final int PATIENCE = 60;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

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
        drawn.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** Waits for a number of frames. */
    public static void frames(int count) {
        for (int frame = 0; frame < count; frame++) {
            nextFrame();
        }
    }

    /** Waits for a condition without waiting for rest afterwards. */
    public static void untilTrue(String what, Callable<Boolean> condition) {
        try {
            Awaitility.await(what).atMost(PATIENCE, TimeUnit.SECONDS).pollDelay(Duration.ZERO)
                    .pollInterval(POLL_INTERVAL).pollInSameThread()
                    .until(() -> WaitForAsyncUtils.asyncFx(condition).get(PATIENCE, TimeUnit.SECONDS));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("waited in vain for " + what, late);
        }
    }

    /** Runs steps on the FX thread and waits until they are done. */
    public static void onFxThread(Runnable steps) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE), steps);
    }
}
