package app.forecourt.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** The single thread of all tasks with the vault's key. A keychain may block it without a limit. */
public final class VaultExecutor implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(VaultExecutor.class.getName());
    /** The timeout in seconds for pending tasks at the end of the program. */
    private static final int CLOSE_TIMEOUT_SECONDS = 2;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("vault").daemon().factory());

    /**
     * Runs a task after all earlier tasks.
     *
     * @param fallback result if the executor is closed already and the task does not run
     */
    public <T> CompletableFuture<T> submit(Supplier<T> task, T fallback) {
        try {
            return CompletableFuture.supplyAsync(task, thread);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(fallback);
        }
    }

    /** Completes the pending tasks, unless the keychain blocks them longer than the timeout. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("The keychain does not answer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
