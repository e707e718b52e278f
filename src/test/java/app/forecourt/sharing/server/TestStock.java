package app.forecourt.sharing.server;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** A stock on a real PostgreSQL for the tests of the engine, reached directly or through a proxy that cuts. */
public final class TestStock implements AutoCloseable {
    private final PostgresServer.TestDatabase database = PostgresServer.shared().database();
    private final ConnectionCutter cutter;

    public TestStock() throws IOException {
        cutter = new ConnectionCutter(database.server().port);
    }

    /** Returns the server as a desk uses it. */
    public SharedServer server(SharedServer.Desk desk, Optional<UUID> stock) {
        return new SharedServer(database.through(cutter, "owner"), PostgresServer.PASSWORD, desk, stock);
    }

    /** Cuts all connections after a number of messages of one direction. */
    /** Returns the address of the owner. */
    public ServerAddress address() {
        return database.through(cutter, "owner");
    }

    /** Returns the password of each user, which has characters that addresses escape. */
    public static String password() {
        return PostgresServer.PASSWORD;
    }

    public void cutAfter(int messages, boolean fromClient) {
        cutter.cutAfter(messages, fromClient);
    }

    /** Cuts all connections now, and lets no new one through. */
    public void cutOff() {
        cutter.cutAfter(0, true);
        cutter.cut();
    }

    public void reconnect() {
        cutter.passAll();
    }

    /** Executes statements as the administrator. */
    public void execute(String... statements) {
        database.execute(statements);
    }

    /** Returns the first value of a query. */
    public String text(String sql) {
        return database.text(sql);
    }

    @Override
    public void close() throws IOException {
        cutter.close();
    }
}
