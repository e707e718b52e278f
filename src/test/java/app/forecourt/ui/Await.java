package app.forecourt.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what becomes so in a window. */
public final class Await {
    /** Seconds; a computer may have much else to do. */
    private static final int PATIENCE = 60;

    private Await() {}

    /** Waits for a condition that is looked at on the window's thread, and then until the window is at rest. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        soon(what, condition);
        WaitForAsyncUtils.waitForFxEvents();
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
    static void onTheWindowsThread(Runnable steps) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE), steps);
    }
}
