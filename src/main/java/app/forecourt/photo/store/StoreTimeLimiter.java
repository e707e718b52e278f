package app.forecourt.photo.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Steps of a store with a time limit each, because a server that trickles meets the limit of each read. An exception of
 * a library that it does not declare is a fault of the connection.
 */
final class StoreTimeLimiter {
    private static final Logger LOG = Logger.getLogger(StoreTimeLimiter.class.getName());
    /** The limit of an upload, in limits of a sign-in. */
    private static final int PUT_LIMITS = 5;

    private StoreTimeLimiter() {}

    @FunctionalInterface
    interface Body {
        void run() throws StoreException;
    }

    /**
     * Runs a sign-in, and then an action that may take minutes on a slow line.
     *
     * @param limit the limit of the sign-in
     * @param cut closes the connection, from another thread
     */
    static void run(Duration limit, Runnable cut, Body signIn, Body action) throws StoreException {
        run(limit, cut, signIn);
        run(limit.multipliedBy(PUT_LIMITS), cut, action);
    }

    private static void run(Duration limit, Runnable cut, Body body) throws StoreException {
        var isLate = new AtomicBoolean();
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                () -> {
                    isLate.set(true);
                    cut.run();
                },
                CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
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
