package app.forecourt.concurrent;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A runner of blocking tasks off the FX thread, with results delivered on the FX thread. */
public final class TaskRunner implements AutoCloseable {
    private final Executor executor;
    private final Executor fxThread;
    private final Scheduler scheduler;
    private volatile boolean closed;

    /** A scheduler of delayed actions. */
    @FunctionalInterface
    public interface Scheduler {
        /** The scheduler by the system's clock. */
        Scheduler REAL_TIME = (delay, action) -> CompletableFuture.delayedExecutor(
                        delay.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                .execute(action);

        /** Starts an action after a delay, on any thread. */
        void schedule(Duration delay, Runnable action);
    }

    /**
     * Creates a runner with the scheduler of the system's clock.
     *
     * @param executor executor of blocking tasks
     * @param fxThread executor on the FX thread
     */
    public TaskRunner(Executor executor, Executor fxThread) {
        this(executor, fxThread, Scheduler.REAL_TIME);
    }

    /**
     * Creates a runner.
     *
     * @param executor executor of blocking tasks
     * @param fxThread executor on the FX thread
     * @param scheduler scheduler of delayed actions
     */
    public TaskRunner(Executor executor, Executor fxThread, Scheduler scheduler) {
        this.executor = executor;
        this.scheduler = scheduler;
        this.fxThread = action -> fxThread.execute(() -> {
            if (!closed) {
                action.run();
            }
        });
    }

    /** Returns the executor of blocking tasks. */
    public Executor executor() {
        return executor;
    }

    /** Returns the executor on the FX thread, which runs nothing after {@link #close}. */
    public Executor fxThread() {
        return fxThread;
    }

    /**
     * Runs a blocking task, then delivers its result on the FX thread. Every exception is a bug. The failure callback
     * receives it, so that no caller waits for ever. The thread's uncaught exception handler receives it, too.
     */
    public <T> void run(Callable<T> task, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
        if (closed) {
            return;
        }
        executor.execute(() -> {
            T result;
            try {
                result = task.call();
            } catch (Exception | Error bug) {
                if (closed) {
                    // The task's resources may be closed already, which is no bug.
                    return;
                }
                fxThread.execute(() -> onFailure.accept(bug));
                throw new IllegalStateException(bug);
            }
            fxThread.execute(() -> onSuccess.accept(result));
        });
    }

    /** Runs a blocking task, then delivers its result on the FX thread. No callback is called if the task fails. */
    public <T> void run(Callable<T> task, Consumer<T> onSuccess) {
        run(task, onSuccess, _ -> {});
    }

    /** Runs a blocking task without a result. */
    public void run(Runnable task) {
        run(
                () -> {
                    task.run();
                    return true;
                },
                _ -> {});
    }

    /** Runs an action on the FX thread after a delay. */
    public void runLater(Duration delay, Runnable action) {
        scheduler.schedule(delay, () -> fxThread.execute(action));
    }

    /** Stops the runner at the end of the program: later tasks are not started and results are dropped. */
    @Override
    public void close() {
        closed = true;
    }
}
