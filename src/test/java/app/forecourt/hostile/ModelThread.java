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

/** A window's thread without a window: it does what is handed to it, and tells how long it was deaf meanwhile. */
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

    /** Does something there, and waits for it. */
    <T> T ask(Callable<T> question) throws Exception {
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

    void tell(Runnable action) throws Exception {
        ask(() -> {
            action.run();
            return true;
        });
    }

    /** Waits until something is so, by that thread's own look after each thing it did. */
    void until(String what, Duration patience, BooleanSupplier condition) throws Exception {
        var met = new CompletableFuture<Void>();
        execute(() -> watches.add(new Watch(condition, met)));
        try {
            met.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException never) {
            throw new AssertionError("waited in vain for " + what, never);
        }
    }

    /** The longest that one thing took; until it was done the window would not have answered. */
    Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** The most of a processor's time that one thing needed: what is left of it where nothing else runs. */
    Duration busiest() {
        return Duration.ofNanos(busiest);
    }

    /** What nobody caught. */
    List<Throwable> bugs() {
        return bugs;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
