package app.forecourt.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.store.Autosave;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.SubmissionState;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Test of a journal that another program locks for a while: nothing is lost, and nothing is reported as saved. */
class LockedJournalTest extends AppModelFixture {
    private final List<JournalException.Reason> reported = new ArrayList<>();

    @Override
    void notRecorded(JournalException.Reason reason) {
        reported.add(reason);
    }

    /** Locks the journal for writing until the result is closed. */
    private AutoCloseable lockJournal() throws SQLException {
        var other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        try (var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return other;
    }

    @Test
    void lockedJournalSendsAndSavesLater() throws Exception {
        startModel();
        typeCar();
        awaitSaved();
        UUID car = appModel.cars().current().car().get().id();
        try (AutoCloseable held = lockJournal()) {
            type(CarField.VERSION, "Sport");
            window.until("the failing",
                    () -> appModel.cars().autosave().state().get() instanceof Autosave.State.Failing);
            sendWorkflow.send();
            window.until("the report", () -> !reported.isEmpty() && status() == ListingStatus.DRAFT);
            assertEquals(List.of(JournalException.Reason.HELD), reported);
            assertEquals(0, newPosts(), "nothing leaves that can't be recorded");
            appModel.cars().newCar();
            openCar(car);
            assertEquals("Sport", text(CarField.VERSION), "left and found again, though not on the disk");
        }
        send();
        assertEquals(ListingStatus.SENT, status());
        assertEquals(1, newPosts());
        window.until("saved", () -> appModel.cars().autosave().state().get() instanceof Autosave.State.Saved);
        var noted = journal.car(car).orElseThrow();
        assertEquals("Sport", noted.draft().text(CarField.VERSION));
        assertEquals(SubmissionState.ACCEPTED, noted.submissions().getLast().state());
    }
}
