package app.forecourt.sharing;

import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.server.NotificationListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The queue of the sync thread: the waiting tasks, the car that is open here, and the pauses. May be used from any
 * thread.
 */
final class SyncTasks implements NotificationListener.Events {
    /**
     * The pause between two rounds without news. The presence is renewed in each, before {@code DeskPresence.LIFE}
     * ends.
     */
    private static final Duration ROUND = Duration.ofSeconds(10);
    /** The pause between two rounds, if a pooler drops the notifications. */
    private static final Duration ROUND_WITHOUT_NOTIFICATIONS = Duration.ofSeconds(5);

    /** The tasks by a key, so that a car that changes often has one task. */
    private final Map<String, Task> waiting = new LinkedHashMap<>();

    private Optional<UUID> openCar = Optional.empty();
    private boolean isAwake;
    private boolean isNotified;
    private boolean isClosed;

    /** A task of the sync thread. */
    interface Task {
        void run(DeskSync deskSync) throws StockServerException;
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

    synchronized Duration pullInterval() {
        return isNotified ? ROUND : ROUND_WITHOUT_NOTIFICATIONS;
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

    @Override
    public void onChange() {
        wake();
    }

    @Override
    public synchronized void onConnected(boolean notified) {
        isNotified = notified;
        wake();
    }

    @Override
    public synchronized void onLost(ServerFailure failure) {
        isNotified = false;
    }
}
