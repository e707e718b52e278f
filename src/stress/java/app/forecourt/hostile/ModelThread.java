package app.forecourt.hostile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Stand-in for the FX thread without a window. Runs tasks and measures the longest one. */
final class ModelThread implements Executor, AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final BlockingQueue<Runnable> handed = new LinkedBlockingQueue<>();
    private final List<Watch> watches = new ArrayList<>();
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("window").start(this::run);
    private volatile boolean closed;
    private volatile long longest;
    private volatile long busiest;

    private record Watch(BooleanSupplier condition, CompletableFuture<Void> met) {
        boolean isOver() {
            if (condition.getAsBoolean()) {
                met.complete(null);
            }
            return met.isDone();
        }
    }

    private void run() {
        while (!closed) {
            try {
                Runnable next = handed.take();
                long begun = System.nanoTime();
                long needed = THREADS.getCurrentThreadCpuTime();
                next.run();
                longest = Math.max(longest, System.nanoTime() - begun);
                busiest = Math.max(busiest, THREADS.getCurrentThreadCpuTime() - needed);
                watches.removeIf(Watch::isOver);
            } catch (InterruptedException end) {
                return;
            } catch (RuntimeException | Error bug) {
                bugs.add(bug);
            }
        }
    }

    @Override
    public void execute(Runnable action) {
        handed.add(action);
    }

    /** Runs a task on the thread and waits for its result. */
    <T> T callAndWait(Callable<T> question) throws Exception {
        var answer = new CompletableFuture<T>();
        execute(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception | Error failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.get(1, TimeUnit.MINUTES);
    }

    void runAndWait(Runnable action) throws Exception {
        callAndWait(() -> {
            action.run();
            return true;
        });
    }

    /** Waits for a condition, which the thread checks after each task. */
    void until(String what, Duration patience, BooleanSupplier condition) throws Exception {
        var met = new CompletableFuture<Void>();
        execute(() -> watches.add(new Watch(condition, met)));
        try {
            met.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException never) {
            throw new AssertionError("waited in vain for " + what, never);
        }
    }

    /** Returns the longest time of one task, during which a window would not answer. */
    Duration longestTask() {
        return Duration.ofNanos(longest);
    }

    /** Returns the longest CPU time of one task, which excludes waiting for the processor. */
    Duration longestCpuTime() {
        return Duration.ofNanos(busiest);
    }

    /** Returns the uncaught exceptions. */
    List<Throwable> uncaught() {
        return bugs;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
