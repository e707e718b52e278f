package app.forecourt.sharing.server;

import app.forecourt.sharing.connection.ConnectionOpener;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.connection.SqlFailureClassifier;
import app.forecourt.sharing.connection.StockServerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * The listener to the notifications about changes of the stock, with a connection and a thread of its own. Reconnects
 * by itself. No caller waits for the server.
 */
public final class NotificationListener implements AutoCloseable {
    /** Begins the text of notifications that only test the way. */
    private static final String TEST = "test ";

    private final ConnectionOpener opener;
    private final Waits waits;
    private final Events events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private @Nullable Connection connection;
    private boolean isRetryAsked;
    private boolean isClosed;

    /** The receiver of what the listener notices, called on the listener's thread. */
    public interface Events {
        /** Is called when a desk has changed the stock. Several changes may cause one call. */
        void onChange();

        /**
         * Is called after each connection. The receiver pulls then, because notifications are not repeated.
         *
         * @param isNotified false if notifications do not arrive, because of a pooler in transaction mode. The receiver
         *     then pulls every few seconds.
         */
        void onConnected(boolean isNotified);

        /** Is called after a connection was lost or could not be made. The listener tries again. */
        void onLost(ServerFailure failure);
    }

    /**
     * Waiting times.
     *
     * @param firstRetry the pause before the first new try, doubled until {@code lastRetry}
     * @param hopeless the pause after a failure that the user must mend
     * @param ping the silence after which the connection is tried, because a dead one is silent too
     * @param test the longest wait for a notification of our own
     */
    record Waits(Duration firstRetry, Duration lastRetry, Duration hopeless, Duration ping, Duration test) {
        static final Waits USUAL = new Waits(
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(3));
    }

    private NotificationListener(ConnectionOpener opener, Waits waits, Events events) {
        this.opener = opener;
        this.waits = waits;
        this.events = events;
    }

    static NotificationListener start(ConnectionOpener opener, Waits waits, Events events) {
        var listener = new NotificationListener(opener, waits, events);
        Thread.ofVirtual().name("shared stock").start(listener::run);
        return listener;
    }

    private void run() {
        Duration pause = waits.firstRetry();
        while (true) {
            ServerFailure failure;
            try (Connection opened = opener.open()) {
                if (!keepForClose(opened)) {
                    return;
                }
                boolean isNotified = subscribe(opened, opener, waits.test());
                pause = waits.firstRetry();
                events.onConnected(isNotified);
                listen(opened);
                return;
            } catch (StockServerException failed) {
                failure = failed.failure();
            } catch (SQLException broken) {
                failure = SqlFailureClassifier.ofStatement(broken).failure();
            }
            if (!pauseAfter(failure, failure.isTransient() ? pause : waits.hopeless())) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(waits.lastRetry()) < 0 ? pause.multipliedBy(2) : waits.lastRetry();
        }
    }

    /** Listens until the connection breaks or the listener is closed. */
    private void listen(Connection opened) throws SQLException {
        PGConnection driver = opened.unwrap(PGConnection.class);
        while (!isClosed()) {
            PGNotification[] received =
                    driver.getNotifications((int) waits.ping().toMillis());
            if (received == null || received.length == 0) {
                ping(opened);
            } else if (hasChange(received)) {
                events.onChange();
            }
        }
    }

    /** Returns true if a desk has changed the stock. Tests of this or other desks are no change. */
    static boolean hasChange(PGNotification... received) {
        for (PGNotification notification : received) {
            if (!notification.getParameter().startsWith(TEST)) {
                return true;
            }
        }
        return false;
    }

    private static void ping(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    /**
     * Begins to listen, and returns whether a notification from another connection arrives. A pooler in transaction
     * mode forgets who listens. Our own connection would not tell, because the server answers it directly.
     */
    private static boolean subscribe(Connection listening, ConnectionOpener opener, Duration wait)
            throws SQLException, StockServerException {
        try (Statement statement = listening.createStatement()) {
            statement.execute("LISTEN " + StockTable.CHANNEL);
        }
        String text = TEST + UUID.randomUUID();
        try (Connection other = opener.open();
                PreparedStatement statement = other.prepareStatement("SELECT pg_notify(?, ?)")) {
            statement.setString(1, StockTable.CHANNEL);
            statement.setString(2, text);
            statement.execute();
        }
        PGConnection driver = listening.unwrap(PGConnection.class);
        long end = System.nanoTime() + wait.toNanos();
        for (long left = wait.toMillis(); left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            PGNotification[] received = driver.getNotifications((int) left);
            for (PGNotification notification : received == null ? new PGNotification[0] : received) {
                if (notification.getParameter().equals(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Keeps the connection for {@link #close}. Returns false if the listener is closed already. */
    private boolean keepForClose(Connection opened) {
        lock.lock();
        try {
            connection = opened;
            return !isClosed;
        } finally {
            lock.unlock();
        }
    }

    /** Reports a failure and waits. Returns false if the listener is closed. */
    private boolean pauseAfter(ServerFailure failure, Duration pause) {
        if (isClosed()) {
            return false;
        }
        events.onLost(failure);
        lock.lock();
        try {
            long left = pause.toNanos();
            while (left > 0 && !isRetryAsked && !isClosed) {
                left = woken.awaitNanos(left);
            }
            isRetryAsked = false;
            return !isClosed;
        } catch (InterruptedException ended) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return isClosed;
        } finally {
            lock.unlock();
        }
    }

    /** Has the listener try again at once if it is waiting. */
    public void retryNow() {
        lock.lock();
        try {
            isRetryAsked = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the thread and the connection, without waiting for the server. */
    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            woken.signalAll();
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException brokenAnyway) {
            // The connection ends in any case.
        } finally {
            lock.unlock();
        }
    }
}
