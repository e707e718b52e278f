package app.forecourt.sharing;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.JournalFileFingerprinter;
import app.forecourt.journal.database.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of a home of the version before, which kept what a desk knows of the stock in {@code shared.db}. */
class MovedSharedFileTest extends TwoDesksFixture {
    private Path file;

    @BeforeEach
    void syncOnce() {
        sync();
        file = bert.home().resolve("shared.db");
    }

    /** Moves what the journal has of the stock into the file of the version before. */
    private void writeFile() throws Exception {
        bert.stop();
        try (Database shared = Database.open(file)) {
            shared.update("CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT");
            shared.update("""
                    CREATE TABLE item (kind TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL,
                    version INTEGER NOT NULL, base TEXT NOT NULL, local TEXT, arrivalToken TEXT,
                    arrivalVersion INTEGER, arrivalRemote TEXT, arrivalMerged TEXT, departureToken TEXT,
                    departureDocument TEXT, PRIMARY KEY (kind, id)) STRICT
                    """);
            shared.update("ATTACH ? AS journal", bert.home().resolve("journal.db"));
            shared.update("""
                    INSERT INTO item (kind, id, stamp, version, base)
                    SELECT kind, id, stamp, version, base FROM journal.shared_item
                    """);
            shared.update("INSERT INTO item (kind, id, stamp, version, base) VALUES ('template', 'x', '', 1, '{}')");
            shared.update("INSERT INTO setting SELECT name, value FROM journal.shared_stock");
            shared.update(
                    "UPDATE setting SET value = ? WHERE name = 'home'", new JournalFileFingerprinter().of(file, ""));
            shared.update("DELETE FROM journal.shared_item");
            shared.update("DELETE FROM journal.shared_stock");
        }
    }

    private void change(String sql, Object... values) throws Exception {
        try (Database shared = Database.open(file)) {
            shared.update(sql, values);
        }
    }

    private void assertText(String model, String price) {
        assertText(MODEL, model);
        assertText(SALES_PRICE, price);
    }

    @Test
    void deskGoesOnAsTheSame() throws Exception {
        UUID id = bert.sync.desk().id();
        anna.type(car, MODEL, "Corsa");
        bert.type(car, SALES_PRICE, "15.950");
        anna.syncAll();
        writeFile();
        bert.start();
        assertFalse(Files.exists(file));
        assertEquals(id, bert.sync.desk().id());
        sync();
        assertText("Corsa", "15.950");
        assertEach(List.of(), desk -> desk.replaced);
    }

    @Test
    void editThatWasOnlyNotedIsPushed() throws Exception {
        bert.type(car, SALES_PRICE, "15.950");
        String stamp = bert.stamp(car);
        writeFile();
        // The version before had compared the row, and had not reached the server.
        change("UPDATE item SET local = base, stamp = ? WHERE kind = 'car'", stamp);
        bert.start();
        sync();
        assertText("", "15.950");
    }

    @Test
    void documentUnderWayComesAgain() throws Exception {
        anna.type(car, MODEL, "Corsa");
        anna.syncAll();
        writeFile();
        change("UPDATE item SET arrivalToken = 'x' WHERE kind = 'car'");
        change("UPDATE setting SET value = ? WHERE name = 'pulled'", stock.text("SELECT version FROM forecourt.stock"));
        bert.start();
        sync();
        assertText("Corsa", "16.450");
    }

    @Test
    void rivalsGetIntoTheHistoryOnce() throws Exception {
        String rivals = """
                {"bodyColor": [{"v": "red", "by": "Cora", "at": "2026-03-01T12:00:00Z"}]}""";
        stock.execute("UPDATE forecourt.item SET document = jsonb_set(document, '{rivals}', '%s') WHERE id = '%s'"
                .formatted(rivals, car));
        writeFile();
        change("UPDATE item SET base = json_set(base, '$.rivals', json(?)) WHERE kind = 'car'", rivals);
        bert.start();
        sync();
        assertTrue(bert.history(car, BODY_COLOR).contains("Cora: red"), bert.history(car, BODY_COLOR)::toString);
        int steps = bert.journal.history(car).orElseThrow().steps().size();
        anna.type(car, MODEL, "Corsa");
        sync();
        assertText("Corsa", "16.450");
        assertEquals(steps + 1, bert.journal.history(car).orElseThrow().steps().size());
    }

    @Test
    void copiedFileIsThatOfAnotherDesk() throws Exception {
        UUID id = bert.sync.desk().id();
        writeFile();
        change("UPDATE setting SET value = 'another file' WHERE name = 'home'");
        bert.start();
        assertNotEquals(id, bert.sync.desk().id());
        sync();
        assertText("", "16.450");
    }

    @Test
    void damagedFileIsAFirstContactAndLeavesTheJournal() throws Exception {
        writeFile();
        Files.write(file, new byte[5_000]);
        Files.deleteIfExists(bert.home().resolve("shared.db-wal"));
        bert.start();
        assertTrue(Files.exists(file));
        sync();
        assertText("", "16.450");
        assertEquals(1, bert.journal.stock().size());
    }
}
