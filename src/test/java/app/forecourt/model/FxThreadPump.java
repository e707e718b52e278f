package app.forecourt.model;

import app.forecourt.testing.LongWait;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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

    /**
     * Runs queued tasks until a condition holds. The limit is for the whole wait, because a repeated task would prolong
     * it for ever.
     */
    public void until(String what, BooleanSupplier condition) {
        CompletableFuture<Boolean> limit =
                new CompletableFuture<Boolean>().orTimeout(LongWait.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        while (!condition.getAsBoolean()) {
            if (limit.isDone()) {
                throw new AssertionError("waited in vain for " + what);
            }
            LongWait.next(what, handed).run();
        }
        limit.complete(true);
    }
}
