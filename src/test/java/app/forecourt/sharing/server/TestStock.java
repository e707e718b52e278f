package app.forecourt.sharing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A stock on a real PostgreSQL for the tests of the sync, reached directly or through a proxy that cuts. */
public final class TestStock implements AutoCloseable {
    private final PostgresServer.TestDatabase database = PostgresServer.shared().database();
    private final ConnectionCutter cutter;

    public TestStock() throws IOException {
        cutter = new ConnectionCutter(database.server().port);
    }

    /** Returns the server as a desk uses it. */
    public StockClient server(StockClient.Desk desk, Optional<UUID> stock) {
        return new StockClient(address(), PostgresServer.PASSWORD, desk, stock);
    }

    /** Returns the address of the owner. */
    public ServerAddress address() {
        return new ServerAddress(PostgresServer.HOST, cutter.port, database.name(), "owner", false, Optional.empty());
    }

    /** Returns the password of each user, which has characters that addresses escape. */
    public static String password() {
        return PostgresServer.PASSWORD;
    }

    /** Cuts all connections after a number of messages of one direction. */
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

    /** Makes a backup of the items. */
    public void backUp() {
        database.execute(
                "CREATE TABLE backup_item AS TABLE forecourt.item",
                "CREATE TABLE backup_stock AS TABLE forecourt.stock");
    }

    /** Brings the backup back, as a restored database. */
    public void restoreOldBackup() {
        database.execute(
                "DELETE FROM forecourt.item",
                "INSERT INTO forecourt.item TABLE backup_item",
                "UPDATE forecourt.stock SET version = (SELECT version FROM backup_stock)");
        restoreBackup();
    }

    /** Replaces the schema by another one with the same rows, as a restored backup does, while desks are connected. */
    public void restoreBackup() {
        database.execute("ALTER SCHEMA forecourt RENAME TO old", "CREATE SCHEMA forecourt AUTHORIZATION owner");
        for (String table : List.of("stock", "item", "claim", "desk", "schema_version")) {
            database.execute("ALTER TABLE old." + table + " SET SCHEMA forecourt");
        }
        database.execute("DROP SCHEMA old CASCADE");
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
    public void close() {
        try (database) {
            cutter.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
