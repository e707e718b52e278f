package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.journal.database.Database;
import app.forecourt.testing.LongWait;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Tests of a file that another program, such as a backup, holds for a moment at the start. */
class LockedAtStartTest extends JournalFixture {
    /** Milliseconds; longer than SQLite's own wait of one second. */
    private static final int LONGER_THAN_SQLITE = 1_500;

    @Test
    void journalWaitsForTheLockAndKeepsDrafts() throws Exception {
        UUID before;
        try (Journal yesterday = open()) {
            before = saveCar(yesterday);
        }
        Journal journal = open();
        CompletableFuture<JournalState> found;
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + Database.uri(file()));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            found = CompletableFuture.supplyAsync(journal::open);
            assertThrows(TimeoutException.class, () -> found.get(LONGER_THAN_SQLITE, TimeUnit.MILLISECONDS));
            statement.execute("ROLLBACK");
        }
        assertEquals(sound(), LongWait.result(found));
        assertEquals(List.of(before), ids(journal));
    }
}
