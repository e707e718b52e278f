package app.forecourt.journal.database;

import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.file.Folders.names;
import static app.forecourt.history.HistoryStep.Kind.SENT;
import static app.forecourt.journal.database.JournalException.Reason.DAMAGED;
import static app.forecourt.journal.database.JournalException.Reason.READ_ONLY;
import static app.forecourt.photo.PhotoUploadStage.PREPARED;
import static app.forecourt.photo.PhotoUploadStage.PUBLIC;
import static app.forecourt.photo.PhotoUploadStage.STOPPED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.SubmissionState.REFUSED;
import static app.forecourt.stock.SubmissionState.REQUESTED;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SignInRefusal;
import app.forecourt.car.CarDraft;
import app.forecourt.history.FieldChange;
import app.forecourt.history.HistoryStep;
import app.forecourt.history.HistoryStep.Kind;
import app.forecourt.journal.JournalBackups;
import app.forecourt.journal.JournalFixture;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;

/** Tests of files that are damaged, of an earlier schema, or read-only, and of their backups. */
class DatabasesTest extends JournalFixture {
    /** The states that a journal stores. */
    private static final Set<SubmissionState> STORED = EnumSet.complementOf(EnumSet.of(REQUESTED));

    /** Opens a new file with an earlier schema. */
    private static Database openEarlier(Path file, int schema) throws SQLException {
        Database database = Database.open(file);
        for (int version = 1; version <= schema; version++) {
            database.inTransaction(new SchemaStep(version)::run);
        }
        return database;
    }

    private Path soundFile() throws SQLException, IOException {
        Path file = home.resolve("sound.db");
        writeLarge(file, 40);
        return file;
    }

    /** Writes a file in which the cars can be counted, but not all submissions can be read. */
    private Path damagedFile(int schema) throws SQLException, IOException {
        Path file = soundFile();
        execute(file, "PRAGMA user_version = " + schema);
        overwriteRoot(file, "attempt");
        return file;
    }

    @Test
    void damagedFileOfEarlierSchemaIsNotChanged() throws Exception {
        try (Database database = Database.open(damagedFile(Database.SCHEMA - 1))) {
            var failed = assertThrows(SQLException.class, database::migrate);
            assertEquals(SQLiteErrorCode.SQLITE_CORRUPT.code, failed.getErrorCode());
            assertEquals(Database.SCHEMA - 1, database.schema());
        }
    }

    @Test
    void submissionsOfTheFirstSchemaGetTheirKeys() throws Exception {
        Path file = home.resolve("first.db");
        UUID car = UUID.randomUUID();
        try (Database database = openEarlier(file, 1)) {
            database.update("INSERT INTO car (id, draft, begun, changed) VALUES (?, '{}', 1, 1)", car);
            database.update("""
                            INSERT INTO attempt (id, car, profile, address, draft, payload, hash, state, begun, changed)
                            VALUES (?, ?, 'staging', 'https://a', '{}', '{"vin":"wba 3a5"}', '', 'accepted', 1, 1)
                            """, UUID.randomUUID(), car);
        }
        // A backup of an earlier version of the program.
        journal.restore(file);
        assertEquals(Set.of(car), cars(journal));
        try (Database database = Database.open(file)) {
            assertEquals(1, database.schema());
            database.migrate();
            assertEquals(Database.SCHEMA, database.schema());
            Submission same = submission("{\"vin\":\"WBA3A5\"}");
            assertEquals(
                    List.of(car),
                    DuplicateSubmissionFinder.find(database, same).stream()
                            .map(DuplicateSubmission::car)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void carsOfAnEarlierSchemaAreComplete(int schema) throws Exception {
        List<UUID> cars = new ArrayList<>();
        Path file = home.resolve("schema.db");
        try (Database database = openEarlier(file, schema)) {
            for (StockMark mark : StockMark.values()) {
                for (SubmissionState state : STORED) {
                    UUID car = UUID.randomUUID();
                    cars.add(car);
                    database.update(
                            "INSERT INTO car (id, draft, mark, reopened, begun, changed)"
                                    + " VALUES (?, '{\"salesPrice\":\"14950\",\"registerNote\":{}}', ?, ?, 1, 5)",
                            car,
                            mark,
                            mark == NONE ? null : 2);
                    database.update(
                            """
                                    INSERT INTO attempt (id, car, profile, address, draft, payload, hash, state, begun, changed,
                                    due, cause, number)
                                    VALUES (?, ?, 'staging', 'https://a', '{"salesPrice":"14950"}', '{}', '', ?, 1, 1, 9, ?, 'n7')
                                    """,
                            UUID.randomUUID(),
                            car,
                            state,
                            state == REFUSED ? SignInRefusal.Kind.values()[0] : null);
                }
            }
        }
        Instant now = now();
        try (Database database = Database.open(file)) {
            database.migrate();
            assertEquals(
                    List.of("14950"), database.query("SELECT DISTINCT salesPrice FROM car", row -> row.getString(1)));
            assertEquals(
                    3,
                    CarTable.all(database).stream()
                            .mapToLong(row -> row.staleAdverts().size())
                            .sum(),
                    "accepted and marked");
            for (UUID car : cars) {
                StockRow row = CarTable.row(database, car).orElseThrow();
                assertEmpty(row.markedAt());
                SubmissionSummary summary = row.submissions().getFirst();
                assertEquals(Optional.of("n7"), summary.number());
                assertEmpty(summary.takenOff());
                assertEquals(List.of(SENT), kinds(database, car));
                CarTable.save(database, car, new CarDraft(Map.of(SALES_PRICE, "14450"), List.of()), Set.of(), now);
                HistoryStep step = history(database, car).getFirst();
                assertEquals(now, step.at());
                assertEquals(
                        List.of(new FieldChange(SALES_PRICE, "14950", "14450", List.of(), List.of())), step.changes());
                assertEquals(
                        BigDecimal.valueOf(-500),
                        CarTable.row(database, car)
                                .flatMap(StockRow::priceChange)
                                .orElseThrow()
                                .difference());
            }
            assertTrue(database.isSound());
        }
    }

    @Test
    void photosOfTheNinthSchemaAreUncovered() throws Exception {
        Path file = home.resolve("ninth.db");
        UUID car = UUID.randomUUID();
        try (Database database = openEarlier(file, 9)) {
            for (PhotoUploadStage state : PhotoUploadStage.values()) {
                database.update(
                        """
                                INSERT INTO photo (id, source, car, released, state, prepared, address, failure, tries,
                                begun, changed) VALUES (?, '/tmp/1.jpg', ?, 1, ?, '{"hash":"a1","width":4,"height":3}',
                                ?, ?, 2, ?, 1)
                                """,
                        UUID.randomUUID(),
                        car,
                        state,
                        state == PUBLIC ? "https://photos.example/a1.jpg" : null,
                        state == PhotoUploadStage.FAILED ? "put:NO_SPACE" : null,
                        state.ordinal());
            }
        }
        try (Database database = Database.open(file)) {
            database.migrate();
            List<PhotoUpload> photos = PhotoTable.ofCar(database, car);
            assertEquals(
                    List.of(PREPARED, PREPARED, PREPARED, PUBLIC, PREPARED, STOPPED),
                    photos.stream().map(PhotoUpload::state).toList());
            for (PhotoUpload photo : photos) {
                assertEmpty(photo.covered());
                assertEquals("a1", photo.prepared().orElseThrow().hash());
            }
            PhotoUpload covered = photos.getLast()
                    .cover(
                            List.of(new CoveredArea(1.0 / 3, 0.25, 0.1, 1e-3), new CoveredArea(0, 0, 1, 1)),
                            Instant.ofEpochMilli(9))
                    .list(true);
            PhotoTable.save(database, covered, now());
            assertEquals(covered, PhotoTable.ofCar(database, car).getLast());
            assertTrue(database.isSound());
        }
    }

    /** The parser refuses what that of Windows refuses. */
    @Test
    void photoWithPathOfOtherSystemStays() {
        assertEquals(Path.of("/golf_ 1_/2__.jpg"), PhotoTable.source("/golf: 1 /2?*.jpg", path -> {
            if (path.matches(".*([?:*]| /).*")) {
                throw new InvalidPathException(path, "");
            }
            return Path.of(path);
        }));
        Path ofWindows = Path.of("E:\\DCIM\\a.jpg");
        assertEquals(
                "a.jpg", PhotoUpload.chosen(ofWindows, UUID.randomUUID(), now()).name());
    }

    private static List<HistoryStep> history(Database database, UUID car) throws SQLException {
        return steps(CarTable.history(database, car).orElseThrow());
    }

    private static List<Kind> kinds(Database database, UUID car) throws SQLException {
        return history(database, car).stream().map(HistoryStep::kind).toList();
    }

    @Test
    void fileOfCurrentSchemaIsNotChecked() throws Exception {
        try (Database database = Database.open(damagedFile(Database.SCHEMA))) {
            database.migrate();
            assertFalse(database.isSound());
        }
    }

    @Test
    void damagedJournalIsNotBackedUp() throws Exception {
        Path folder = home.resolve("copies");
        try (Database database = Database.open(damagedFile(Database.SCHEMA))) {
            var failed = assertThrows(SQLException.class, () -> new JournalBackups(folder).backUp(database, 1, clock));
            assertTrue(JournalException.hasReason(DAMAGED, failed));
        }
        assertEmpty(names(folder));
    }

    @Test
    void restoreIntoReadOnlyJournalNamesTheReason() throws Exception {
        Path copy = home.resolve("copy.db");
        try (Database database = Database.openReadOnly(soundFile())) {
            database.copyTo(copy);
            var refused =
                    assertThrows(JournalException.class, () -> new JournalBackups(home).restore(database, copy, now()));
            assertEquals(READ_ONLY, refused.reason());
        }
    }

    /** As by an earlier version, before a column was added. */
    @Test
    void rowWithoutAColumnGetsItsDefault() throws Exception {
        try (Database database = Database.open(home.resolve("new.db"))) {
            database.migrate();
            String row =
                    "{\"table\":\"car\",\"id\":\"%1$s\",\"row\":{\"id\":\"%1$s\",\"draft\":\"{}\",\"begun\":1,\"changed\":2}}"
                            .formatted(new UUID(1, 1));
            ChangedRowRecorder.writeAll(database, List.of(row), true);
            assertEquals(List.of("none"), database.query("SELECT mark FROM car", car -> car.getString(1)));
        }
    }
}
