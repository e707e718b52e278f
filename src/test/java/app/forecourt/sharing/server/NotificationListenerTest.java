package app.forecourt.sharing.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.sharing.connection.ConnectionOpener;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.server.NotificationListener.Waits;
import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import app.forecourt.sharing.server.StockClient.Desk;
import app.forecourt.testing.LongWait;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.core.Notification;

/** Test of the connection that waits for notifications. */
@Timeout(LongWait.TEST_SECONDS)
class NotificationListenerTest {
    private static final Waits FAST = new Waits(
            Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMinutes(5), Duration.ofMillis(50), LongWait.LIMIT);

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AutoClose
    private TestDatabase database;

    private ConnectionCutter cutter;
    private StockClient anna;
    private @Nullable NotificationListener listener;

    @BeforeEach
    void open() throws Exception {
        database = PostgresServer.shared().database();
        cutter = new ConnectionCutter(database.server().port);
        anna = new StockClient(database.opener("owner"), new Desk(UUID.randomUUID(), "Anna"), Optional.empty());
    }

    @AfterEach
    void close() throws Exception {
        if (listener != null) {
            listener.close();
        }
        if (database != null) {
            anna.close();
            cutter.close();
        }
    }

    private void listen(ServerAddress address, String password, Waits waits) {
        listener = NotificationListener.start(
                new ConnectionOpener(address, password, ConnectionOpener.Limits.USUAL),
                waits,
                new NotificationListener.Events() {
                    @Override
                    public void onChange() {
                        heard.add("change");
                    }

                    @Override
                    public void onConnected(boolean isNotified) {
                        heard.add("connected " + isNotified);
                    }

                    @Override
                    public void onLost(ServerFailure failure) {
                        heard.add("lost " + failure);
                    }
                });
    }

    private void listen() {
        listen(database.through(cutter, "owner"), PostgresServer.PASSWORD, FAST);
    }

    private String next() {
        return LongWait.next("an event", heard);
    }

    /** Returns the next event that is not another failed try. */
    private String nextAfterLosses() {
        String event = next();
        while (event.startsWith("lost")) {
            event = next();
        }
        return event;
    }

    @Test
    void storedItemIsHeard() throws Exception {
        listen();
        assertEquals("connected true", next());
        UUID id = UUID.randomUUID();
        anna.push(Items.car(id, "one", 0));
        assertEquals("change", next());
        anna.push(Items.car(id, "one", 0));
        anna.push(Items.car(id, "stale", 0));
        anna.push(Items.car(id, "two", 1));
        assertEquals("change", next());
        // The repeated and the outdated item have changed nothing.
        assertNull(heard.poll());
    }

    @Test
    void testsOfOtherDesksAreNoChange() {
        var change = new Notification(StockTable.CHANNEL, 1, "7");
        var test = new Notification(StockTable.CHANNEL, 1, "test of another desk");
        assertTrue(NotificationListener.hasChange(test, change));
        assertFalse(NotificationListener.hasChange(test, test));
    }

    @Test
    void cutConnectionIsMadeAgain() throws Exception {
        listen();
        assertEquals("connected true", next());
        cutter.cut();
        assertEquals("lost BROKEN_MEANWHILE", next());
        assertEquals("connected true", nextAfterLosses());
        anna.push(Items.car(UUID.randomUUID(), "one", 0));
        assertEquals("change", next());
    }

    @Test
    void startWithoutServerConnectsLater() throws Exception {
        cutter.cutAfter(0, true);
        listen();
        assertEquals("lost UNREACHABLE", next());
        cutter.passAll();
        assertEquals("connected true", nextAfterLosses());
    }

    @Test
    void silentConnectionIsTried() throws Exception {
        listen();
        assertEquals("connected true", next());
        // The greeting, the password and the statements are through. The next try is cut, though the server lives.
        cutter.cutAfter(0, true);
        assertEquals("lost BROKEN_MEANWHILE", next());
    }

    @Test
    void poolerWithoutNotificationsIsNoticed() throws Exception {
        cutter.dropNotifications();
        listen(
                database.through(cutter, "owner"),
                PostgresServer.PASSWORD,
                new Waits(FAST.firstRetry(), FAST.lastRetry(), FAST.hopeless(), FAST.ping(), Duration.ofMillis(500)));
        assertEquals("connected false", next());
    }

    @Test
    void wrongPasswordIsTriedAgainOnDemand() throws Exception {
        listen(database.address("owner"), "wrong", FAST);
        assertEquals("lost WRONG_PASSWORD", next());
        assertNotNull(listener);
        listener.retryNow();
        assertEquals("lost WRONG_PASSWORD", next());
    }

    @Test
    void closedListenerIsSilent() throws Exception {
        listen();
        assertEquals("connected true", next());
        assertNotNull(listener);
        listener.close();
        anna.push(Items.car(UUID.randomUUID(), "one", 0));
        LongWait.until(
                "the end of its connection",
                () -> database.text("SELECT count(*) FROM pg_stat_activity WHERE datname = '" + database.name()
                                + "' AND pid <> pg_backend_pid() AND query NOT LIKE 'COMMIT%'")
                        .equals("0"));
        assertNull(heard.poll());
    }
}
