package app.forecourt.model;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The window's thread, played by the test's own: what others hand over to it is done while the test waits. */
public final class FxThreadPump implements Executor {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final BlockingQueue<Runnable> handed = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable action) {
        handed.add(action);
    }

    /** Whether all that was handed over is done. */
    public boolean isIdle() {
        return handed.isEmpty();
    }

    /** Does what is handed over until something is so. */
    public void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            try {
                Runnable next = handed.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AssertionError("waited in vain for " + what);
                }
                next.run();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}
