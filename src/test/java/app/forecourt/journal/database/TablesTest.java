package app.forecourt.journal.database;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.journal.JournalFixture;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the tables in a database in memory. */
class TablesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final long END_OF_CLOCKS =
            Instant.parse("+10000-01-01T00:00:00Z").toEpochMilli();

    private Database database;

    @BeforeEach
    void begin() throws SQLException {
        database = Database.openInMemory();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private static void save(Database database, UUID car) throws SQLException {
        CarTable.save(database, car, JournalFixture.draft("bmw", "1"), Set.of(), NOW);
    }

    private Instant time(long millis) throws SQLException {
        return database.queryFirst("SELECT ? AS time", row -> ColumnConverter.time(row, "time"), millis)
                .orElseThrow();
    }

    @Test
    void firstAndLastValidTimeAreRead() throws SQLException {
        assertEquals(Instant.EPOCH, time(0));
        assertEquals(Instant.parse("9999-12-31T23:59:59.999Z"), time(END_OF_CLOCKS - 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 253_402_300_800_000L, Long.MAX_VALUE})
    void invalidTimeIsRefused(long millis) {
        assertThrows(IllegalArgumentException.class, () -> time(millis));
    }

    @Test
    void payloadHashIsSha256() {
        // The first test vector of FIPS 180-4.
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ColumnConverter.hash("abc"));
    }

    @Test
    void failedTransactionIsRolledBack() throws SQLException {
        UUID car = UUID.randomUUID();
        assertThrows(
                IllegalStateException.class,
                () -> database.inTransaction(transaction -> {
                    save(transaction, car);
                    throw new IllegalStateException("half way");
                }));
        assertEmpty(CarTable.find(database, car));
        // The failed transaction does not block the next one.
        save(database, car);
    }
}
