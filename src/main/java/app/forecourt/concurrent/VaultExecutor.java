package app.forecourt.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** The one thread that works with a vault's key, one thing after the other; a keychain may hold it for as long as it likes. */
public final class VaultExecutor implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(VaultExecutor.class.getName());
    /** Seconds for the last work when the program ends. */
    private static final int LAST_WORK = 2;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("vault").daemon().factory());

    /**
     * Does it in its turn.
     *
     * @param never what comes of it when the program ends and nothing more is begun
     */
    public <T> CompletableFuture<T> later(Supplier<T> task, T never) {
        try {
            return CompletableFuture.supplyAsync(task, thread);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(never);
        }
    }

    /** Does what was begun, unless the keychain holds that up. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_WORK, TimeUnit.SECONDS)) {
                LOG.warning("The keychain does not answer");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
