package app.forecourt.sharing;

import app.forecourt.sharing.server.StockServerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The queue of the sync thread: the waiting tasks, the car that is open here, and the pauses. May be used from any
 * thread.
 */
final class SyncTaskQueue {
    /** The pause between two rounds while the user is at work. */
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(2);
    /** The pause between two rounds otherwise. It ends long before the life of a presence. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(30);
    /** The time after a key or a click for which the user counts as being at work. */
    private static final Duration WORK = Duration.ofMinutes(1);

    /** The tasks by a key, so that a car that changes often has one task. */
    private final Map<String, Task> waiting = new LinkedHashMap<>();

    private final Clock clock;
    private Optional<UUID> openCar = Optional.empty();
    private boolean isAwake;
    private boolean isClosed;
    private Instant lastUse;

    /** A task of the sync thread. */
    interface Task {
        void run(SyncEngine engine) throws StockServerException;
    }

    SyncTaskQueue(Clock clock) {
        this.clock = clock;
        this.lastUse = clock.instant();
    }

    /**
     * Adds a task.
     *
     * @param key tasks with the same key replace each other while they wait
     */
    synchronized void add(String key, Task task) {
        waiting.put(key, task);
        wake();
    }

    /** Returns the next task and forgets it. If it fails, it is not repeated, because everything is compared then. */
    synchronized Optional<Task> next() {
        return waiting.keySet().stream().findFirst().map(waiting::remove);
    }

    synchronized void setOpenCar(Optional<UUID> car) {
        openCar = car;
        wake();
    }

    synchronized Optional<UUID> openCar() {
        return openCar;
    }

    synchronized void wake() {
        isAwake = true;
        notifyAll();
    }

    /** Notes that the user is at work. After an idle time the next round begins at once. */
    synchronized void onUse() {
        if (!isUsed()) {
            wake();
        }
        lastUse = clock.instant();
    }

    private boolean isUsed() {
        return Duration.between(lastUse, clock.instant()).compareTo(WORK) < 0;
    }

    synchronized Duration pullInterval() {
        return isUsed() ? SHORT_PAUSE : LONG_PAUSE;
    }

    /** Waits until there is something to do, or for a pause. */
    synchronized void await(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        while (!isAwake && !isClosed && end - System.nanoTime() > 0) {
            try {
                wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                isClosed = true;
            }
        }
        isAwake = false;
    }

    synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return isClosed;
    }
}
