package app.forecourt.day;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/** Asks a window's thread over and over to answer, and keeps the longest that it did not, by what went on. */
public final class Heartbeat implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Executor window;
    private final Map<String, Duration> longest = new TreeMap<>();
    private volatile String now = "the start";
    private volatile boolean closed;

    /** @param window runs what is handed to it on that thread */
    public Heartbeat(Executor window) {
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

    /** From now on that goes on. */
    public void during(String what) {
        now = what;
    }

    /** By what went on when it was asked. */
    public synchronized Map<String, Duration> longest() {
        return new TreeMap<>(longest);
    }

    @Override
    public void close() {
        closed = true;
    }
}
