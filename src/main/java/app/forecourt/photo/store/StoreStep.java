package app.forecourt.photo.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A step of a store with a time limit of its own, because a server that trickles meets the limit of each read. An
 * exception of a library that it does not declare is a fault of the connection.
 */
final class StoreStep {
    private static final Logger LOG = Logger.getLogger(StoreStep.class.getName());

    private StoreStep() {}

    @FunctionalInterface
    interface Body {
        void run() throws StoreException;
    }

    /**
     * Runs a step.
     *
     * @param cut closes the connection, from another thread
     */
    static void run(Duration limit, Runnable cut, Body body) throws StoreException {
        var isLate = new AtomicBoolean();
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(() -> {
            isLate.set(true);
            cut.run();
        }, CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try {
            body.run();
        } catch (StoreException failure) {
            throw isLate.get() ? new StoreException(StoreFault.TIMEOUT, "") : failure;
        } catch (RuntimeException failure) {
            // Without its text, which may repeat what the server sent.
            LOG.log(Level.WARNING, "The library of a web space failed: {0}", failure.getClass());
            cut.run();
            throw new StoreException(isLate.get() ? StoreFault.TIMEOUT : StoreFault.BROKEN, "");
        } finally {
            alarm.cancel(false);
        }
    }
}
