package app.forecourt.model;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.stock.ListingStatus.DRAFT;
import static app.forecourt.stock.ListingStatus.SENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.database.JournalException;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.model.store.Autosave;
import app.forecourt.send.RecordedClaims;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.SubmissionState;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Test of a journal that another program locks for a while: nothing is lost, and nothing is reported as saved. */
class LockedJournalTest extends AppModelFixture {
    private final RecordedClaims recorded = new RecordedClaims();
    private int asked;

    LockedJournalTest() {
        claims = recorded;
    }

    @Override
    boolean answerUnrecordedSend(JournalException.Reason reason) {
        asked++;
        assertEquals(SendWorkflow.Step.ALREADY_SENT, sendWorkflow.send(), "as long as the question is open");
        return asked > 1;
    }

    @Tag("proof")
    @Test
    void lockedJournalAsksAndRecordsLater() throws Exception {
        startModel();
        typeCar();
        awaitSaved();
        UUID car = carId();
        try (AutoCloseable held = lockJournal()) {
            type(VERSION, "Sport");
            window.until("the failing", () -> cars().autosave().state().get() instanceof Autosave.State.Failing);
            sendWorkflow.send();
            window.until("the question", () -> asked == 1 && status() == DRAFT);
            assertEquals(0, newPosts(), "not without an answer");
            assertEquals(List.of("claim", "progress NOT_SENT"), recorded.take(2), "the claim is returned");
            newCar();
            openCar(car);
            assertEquals("Sport", text(VERSION), "left and found again, though not on the disk");
            send();
            assertEquals(2, asked);
            assertEquals(SENT, status());
            assertEquals(1, newPosts());
            assertEquals(List.of("claim", "begin"), recorded.take(2));
            assertEquals(List.of(), List.copyOf(recorded.calls), "only a saved outcome settles the claim");
        }
        // The draft may be saved before the outcome.
        window.until(
                "saved",
                () -> cars().autosave().state().get() instanceof Autosave.State.Saved
                        && !journal.car(car).orElseThrow().submissions().isEmpty());
        var noted = journal.car(car).orElseThrow();
        assertEquals("Sport", noted.draft().text(VERSION));
        assertEquals(SubmissionState.ACCEPTED, noted.submissions().getLast().state());
    }

    @Test
    void carQueuedWithoutRecordIsRecordedLater() throws Exception {
        startModel();
        autochat.gate = new CountDownLatch(1);
        typeCar();
        sendWorkflow.send();
        window.until(
                "the first on its way",
                () -> submissions().stream().anyMatch(submission -> submission.state() == SubmissionState.SENDING));
        awaitSaved();
        newCar();
        typeCar();
        type(INTERNAL_ID, "another");
        UUID car = carId();
        asked = 1;
        try (AutoCloseable held = lockJournal()) {
            sendWorkflow.send();
            window.until(
                    "the second in the queue", () -> asked == 2 && submissions().size() == 1);
            newCar();
        }
        awaitSaved();
        openCar(car);
        assertEquals(ListingStatus.WAITING, status());
        assertEquals(
                SubmissionState.WAITING,
                journal.car(car).orElseThrow().submissions().getLast().state());
        autochat.gate.countDown();
        window.until("the outcome", () -> status() == SENT);
        assertEquals(2, newPosts());
    }
}
