package app.forecourt.day;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/** Probe that polls the FX thread and records the longest time without an answer, per activity. */
public final class FxThreadProbe implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Executor window;
    private final Map<String, Duration> longest = new TreeMap<>();
    private volatile String now = "the start";
    private volatile boolean closed;

    /** @param window executor of the FX thread */
    public FxThreadProbe(Executor window) {
        this.window = window;
        Thread.ofPlatform().daemon().name("heartbeat").start(this::run);
    }

    private void run() {
        while (!closed) {
            String what = now;
            long asked = System.nanoTime();
            var answered = new CompletableFuture<Void>();
            window.execute(() -> answered.complete(null));
            answered.join();
            keep(what, Duration.ofNanos(System.nanoTime() - asked));
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private synchronized void keep(String what, Duration gap) {
        longest.merge(what, gap, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** Sets the current activity. */
    public void setActivity(String what) {
        now = what;
    }

    /** Returns the longest time without an answer, by activity at the time of the poll. */
    public synchronized Map<String, Duration> longest() {
        return new TreeMap<>(longest);
    }

    @Override
    public void close() {
        closed = true;
    }
}
