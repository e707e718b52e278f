package app.forecourt.sharing.server;

import app.forecourt.proof.SqlRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A stock on a PostgreSQL of its own, which a proof kills and starts again. */
public final class KillableStock implements AutoCloseable {
    public static final String PASSWORD = PostgresServer.PASSWORD;

    private final PostgresServer server = PostgresServer.own();
    private final PostgresServer.TestDatabase database = server.database();

    public int port() {
        return server.port;
    }

    public String name() {
        return database.name();
    }

    /** Returns the address of the database by another port. */
    public static ServerAddress address(int port, String name) {
        return new ServerAddress(PostgresServer.HOST, port, name, "owner", false, Optional.empty());
    }

    /** Kills all processes of the server with SIGKILL. */
    public void kill() {
        server.killProcesses();
    }

    public void start() {
        server.start();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Returns the rows of a query, each as a list of texts. */
    public List<List<String>> rows(String sql) {
        try (Connection connection = server.administrator(database.name())) {
            return SqlRows.of(connection, sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
