package app.forecourt.model;

import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.database.JournalException;
import app.forecourt.model.store.Autosave;
import app.forecourt.send.RecordedClaims;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Test of a journal that another program locks for a while: nothing is lost, and nothing is reported as saved. */
class LockedJournalTest extends AppModelFixture {
    private final RecordedClaims recorded = new RecordedClaims();
    private int told;

    LockedJournalTest() {
        claims = recorded;
    }

    @Override
    void notRecorded(JournalException.Reason reason) {
        told++;
    }

    @Test
    void lockedJournalSendsNothing() throws Exception {
        startWithCar();
        awaitSaved();
        UUID car = carId();
        try (AutoCloseable held = lockJournal()) {
            type(VERSION, "Sport");
            untilAutosave(Autosave.State.Failing.class);
            sendWorkflow.send();
            window.until("the message", () -> told == 1 && status() == DRAFT);
            assertNewPosts(0);
            assertEquals(List.of("claim", "progress NOT_SENT"), recorded.take(2), "the claim is returned");
            newCar();
            openCar(car);
            assertEquals("Sport", text(VERSION), "left and found again, though not on the disk");
        }
        untilAutosave(Autosave.State.Saved.class);
        assertEquals("Sport", storedText(car, VERSION));
        assertSentOnce();
    }
}
