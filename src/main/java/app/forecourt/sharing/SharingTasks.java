package app.forecourt.sharing;

import app.forecourt.sharing.server.ChangeListener;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.sharing.server.SharedServerException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the engine's thread has to do next. May be used from any thread. */
final class SharingTasks implements ChangeListener.Events {
    /** The pause between two pulls, if notifications arrive. */
    private static final Duration PULL = Duration.ofSeconds(30);
    /** The pause between two pulls, if a pooler drops the notifications. */
    private static final Duration PULL_WITHOUT_NOTIFICATIONS = Duration.ofSeconds(5);
    /** The pause between two signs of life, which must be shorter than {@code DeskPresence.LIFE}. */
    private static final Duration PRESENCE = Duration.ofSeconds(10);

    private final List<Task> waiting = new ArrayList<>();
    private Optional<UUID> openCar = Optional.empty();
    private boolean isAwake;
    private boolean isNotified;
    private boolean isClosed;

    /** A task of the exchange. */
    interface Task {
        void run(DeskExchange exchange) throws SharedServerException, SQLException;
    }

    synchronized void add(Task task) {
        waiting.add(task);
        wake();
    }

    /** Returns the tasks and forgets them. After a failure everything is compared, so that none needs to be kept. */
    synchronized List<Task> take() {
        List<Task> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    synchronized void open(Optional<UUID> car) {
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
        Duration pull = isNotified ? PULL : PULL_WITHOUT_NOTIFICATIONS;
        return pull.compareTo(PRESENCE) < 0 ? pull : PRESENCE;
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
