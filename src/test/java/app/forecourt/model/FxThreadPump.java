package app.forecourt.model;

import app.forecourt.testing.LongWait;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/** Stand-in for the FX thread that runs queued tasks on the test's thread while the test waits. */
public final class FxThreadPump implements Executor {
    private final BlockingQueue<Runnable> handed = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable action) {
        handed.add(action);
    }

    /** Returns whether no task is queued. */
    public boolean isIdle() {
        return handed.isEmpty();
    }

    /** Returns the number of queued tasks. */
    public int queuedCount() {
        return handed.size();
    }

    /** Runs the queued tasks, without waiting for further ones. */
    public void runQueued() {
        for (Runnable next = handed.poll(); next != null; next = handed.poll()) {
            next.run();
        }
    }

    /** Runs queued tasks until a condition holds. */
    public void until(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LongWait.next(what, handed).run();
        }
    }
}
