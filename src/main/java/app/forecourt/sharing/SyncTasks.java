package app.forecourt.sharing;

import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.server.NotificationListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

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
    private final Map<String, Entry> waiting = new LinkedHashMap<>();

    private Optional<UUID> openCar = Optional.empty();
    private boolean isAwake;
    private boolean isNotified;
    private boolean isClosed;

    /** A task of the sync thread. */
    interface Task {
        void run(DeskSync deskSync) throws StockServerException, SQLException;
    }

    /** @param isLocal true if the task needs no server */
    private record Entry(boolean isLocal, Task task) {}

    /**
     * Adds a task that needs the server.
     *
     * @param key tasks with the same key replace each other while they wait
     */
    synchronized void add(String key, Task task) {
        waiting.put(key, new Entry(false, task));
        wake();
    }

    /** Adds a task that needs no server, so that it is done while the desk is alone. */
    synchronized void addLocal(String key, Task task) {
        waiting.put(key, new Entry(true, task));
        wake();
    }

    /** Returns the next task and forgets it. If it fails, it is not repeated, because everything is compared then. */
    synchronized Optional<Task> next() {
        return next(_ -> true);
    }

    /** Returns the next task that needs no server, as {@link #next} does. */
    synchronized Optional<Task> nextLocal() {
        return next(Entry::isLocal);
    }

    private Optional<Task> next(Predicate<Entry> condition) {
        Optional<Map.Entry<String, Entry>> found = waiting.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .findFirst();
        found.ifPresent(entry -> waiting.remove(entry.getKey()));
        return found.map(entry -> entry.getValue().task());
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
