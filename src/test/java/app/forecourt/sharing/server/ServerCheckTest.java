package app.forecourt.sharing.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.LoopbackPorts;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Test of the test of a shared stock in the settings. */
@Timeout(LongWait.TEST_SECONDS)
@ResourceLock(PostgresServer.CERTIFICATE)
class ServerCheckTest {
    @AutoClose
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = PostgresServer.shared().database();
    }

    private boolean isPrepared(String user) throws StockServerException {
        return ServerCheck.isPrepared(database.address(user), PostgresServer.PASSWORD);
    }

    private static ServerFailure failure(ServerAddress address, String password) {
        return assertThrows(StockServerException.class, () -> ServerCheck.isPrepared(address, password))
                .failure();
    }

    private ServerFailure failure(String user) {
        return failure(database.address(user), PostgresServer.PASSWORD);
    }

    private static ServerAddress address(String host, int port, String database) {
        return new ServerAddress(host, port, database, "owner", false, Optional.empty());
    }

    private void createSchema() throws StockServerException {
        try (var desk = database.desk("Anna")) {
            desk.state();
        }
    }

    @Test
    void preparedTablesAreUsable() throws Exception {
        createSchema();
        assertEquals(true, isPrepared("owner"));
    }

    @Test
    void emptyDatabaseIsLeftEmpty() throws Exception {
        assertEquals(false, isPrepared("owner"));
        assertEquals("", database.text("SELECT to_regnamespace('forecourt')").replace("null", ""));
    }

    @Test
    void eachFailureIsNamed() throws Exception {
        assertEquals(ServerFailure.UNREACHABLE, failure(address("no-such-host.invalid", 5432, "x"), "x"));
        assertEquals(
                ServerFailure.UNREACHABLE, failure(address(PostgresServer.HOST, LoopbackPorts.reserve(), "x"), "x"));
        assertEquals(ServerFailure.WRONG_PASSWORD, failure(database.address("owner"), "wrong"));
        assertEquals(
                ServerFailure.NO_DATABASE,
                failure(address(PostgresServer.HOST, database.server().port, "none"), PostgresServer.PASSWORD));
        assertEquals(ServerFailure.OLDER_SCHEMA, failure("desk"));
        createSchema();
        assertEquals(ServerFailure.NO_RIGHT, failure("desk"));
    }

    @Test
    void databaseThatCanOnlyBeReadIsNamed() {
        database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");
        assertEquals(ServerFailure.UNSUITABLE, failure("owner"));
    }
}
