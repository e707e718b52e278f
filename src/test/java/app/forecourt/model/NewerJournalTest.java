package app.forecourt.model;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.journal.JournalOpenState;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.store.Autosave;
import app.forecourt.stock.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Test of a journal of a later version: nothing is sent or written, and the typed car stays in the window. */
class NewerJournalTest extends AppModelFixture {
    private final List<JournalException.Reason> reported = new ArrayList<>();

    private Submission waiting;

    /** Writes a journal with a waiting car, which a later version has changed since. */
    @BeforeEach
    void createNewerJournal() throws SQLException {
        CarDraft draft = new CarDraft(Map.of(BRAND, "fiat"), List.of());
        waiting = Submission.of(
                UUID.randomUUID(), STAGING, clients.address(STAGING), draft, "{\"vin\":\"X\"}", clock.instant());
        try (Journal earlier = new Journal(home.resolve("journal.db"), home.resolve("copies"), List.of(), clock)) {
            earlier.note(waiting, draft, Set.of(), Set.of());
        }
        setSchema(99);
    }

    private void setSchema(int version) throws SQLException {
        JournalFixture.execute(home.resolve("journal.db"), "PRAGMA user_version = " + version);
    }

    @Override
    void notRecorded(JournalException.Reason reason) {
        reported.add(reason);
    }

    @Test
    void laterVersionSendsAndWritesNothing() throws IOException {
        byte[] before = Files.readAllBytes(home.resolve("journal.db"));
        startModel();
        assertEquals(JournalOpenState.Kind.NEWER, journalState.kind());
        typeCar();
        CarDraft typed = draft();
        for (int time = 1; time <= 2; time++) {
            int count = time;
            sendWorkflow.send();
            window.until("the report", () -> reported.size() == count && status() == DRAFT);
        }
        assertEquals(Set.of(JournalException.Reason.NEWER), Set.copyOf(reported));
        assertNewPosts(0);
        assertEquals(typed, draft());
        assertFalse(flush(), "the user is warned before the program is closed");
        openModel(Map.of());
        assertArrayEquals(before, Files.readAllBytes(home.resolve("journal.db")));
    }

    @Test
    void writableJournalIsLoadedAndSends() throws SQLException {
        startWithCar();
        UUID car = carId();
        assertFalse(flush());
        setSchema(Database.SCHEMA);
        assertTrue(flush());
        window.until(
                "the list",
                () -> stock().all().stream().anyMatch(row -> row.id().equals(waiting.car()) && row.status() == SENT));
        untilAutosave(Autosave.State.Saved.class);
        assertNewPosts(1);
        assertEquals(draft(), storedCar(car).draft());
        assertSentOnce();
    }
}
