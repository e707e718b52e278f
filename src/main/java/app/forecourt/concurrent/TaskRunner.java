package app.forecourt.concurrent;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs what blocks away from the window's thread and brings its result back there. */
public final class TaskRunner implements AutoCloseable {
    private final Executor work;
    private final Executor window;
    private final Scheduler scheduler;
    private volatile boolean closed;

    /** Starts an action after a pause, on any thread. */
    @FunctionalInterface
    public interface Scheduler {
        /** The computer's own time. */
        Scheduler REAL_TIME = (pause, action) -> CompletableFuture
                .delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, Runnable::run).execute(action);

        /** Starts an action after a pause. */
        void schedule(Duration pause, Runnable action);
    }

    /**
     * @param work runs what blocks
     * @param window runs what changes the window
     */
    public TaskRunner(Executor work, Executor window) {
        this(work, window, Scheduler.REAL_TIME);
    }

    /**
     * @param work runs what blocks
     * @param window runs what changes the window
     * @param scheduler starts what is done later
     */
    public TaskRunner(Executor work, Executor window, Scheduler scheduler) {
        this.work = work;
        this.scheduler = scheduler;
        this.window = action -> window.execute(() -> {
            if (!closed) {
                action.run();
            }
        });
    }

    /** Runs what blocks. */
    public Executor work() {
        return work;
    }

    /** Runs what changes the window, while there is one. */
    public Executor window() {
        return window;
    }

    /**
     * Does the work, then hands its result over on the window's thread. An exception is a bug: it is handed over too, so
     * that nothing waits for ever, and goes on to the thread's uncaught exception handler.
     */
    public <T> void run(Callable<T> blocking, Consumer<T> done, Consumer<Throwable> failed) {
        if (closed) {
            return;
        }
        work.execute(() -> {
            T result;
            try {
                result = blocking.call();
            } catch (Exception | Error bug) {
                if (closed) {
                    // What it worked on is closed by now, and that is no bug.
                    return;
                }
                window.execute(() -> failed.accept(bug));
                throw new IllegalStateException(bug);
            }
            window.execute(() -> done.accept(result));
        });
    }

    /** The same where nothing waits for the result. */
    public <T> void run(Callable<T> blocking, Consumer<T> done) {
        run(blocking, done, bug -> {});
    }

    /** The same where there is no result. */
    public void run(Runnable blocking) {
        run(() -> {
            blocking.run();
            return true;
        }, done -> {});
    }

    /** Does something on the window's thread, some time later. */
    public void later(Duration pause, Runnable action) {
        scheduler.schedule(pause, () -> window.execute(action));
    }

    /** The program ends: nothing more is begun, and results come to nobody. */
    @Override
    public void close() {
        closed = true;
    }
}
