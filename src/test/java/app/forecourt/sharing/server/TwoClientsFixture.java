package app.forecourt.sharing.server;

import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

/** Two desks at an empty database of a real PostgreSQL. */
abstract class TwoClientsFixture {
    final UUID id = UUID.randomUUID();

    @AutoClose
    TestDatabase database;

    @AutoClose
    StockClient anna;

    @AutoClose
    StockClient ben;

    @BeforeEach
    void open() {
        database = PostgresServer.shared().database();
        anna = database.desk("Anna");
        ben = database.desk("Ben");
    }
}
