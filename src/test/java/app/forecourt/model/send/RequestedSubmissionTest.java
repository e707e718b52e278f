package app.forecourt.model.send;

import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.SubmissionState.SENDING;
import static app.forecourt.stock.SubmissionState.WAITING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.json.CarImportParser;
import app.forecourt.autochat.json.CarImportResult;
import app.forecourt.model.AppModelFixture;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StockRow;
import app.forecourt.testing.ProofTest;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Test of a submission whose request the outbox has not answered yet, because the journal may be busy for a second. */
class RequestedSubmissionTest extends AppModelFixture {

    @BeforeEach
    void start() {
        startModel();
    }

    /** Requests the submission of the current car. The answer is not delivered before the test waits. */
    private UUID request() {
        assertPress(SendWorkflow.Step.SENDING);
        return carId();
    }

    private StockRow row(UUID car) {
        return listedCar(car);
    }

    @ParameterizedTest
    @EnumSource
    void requestedCarCannotBeDeleted(Profile profile) {
        selectProfile(profile);
        sendWorkflow.confirmProduction();
        UUID other = carId();
        type(BRAND, "fiat");
        newCar();
        typeAdvert();
        UUID car = request();
        assertFalse(stock().canDelete(row(car)));
        assertTrue(stock().canDelete(row(other)));
        untilSent();
        assertFalse(stock().canDelete(row(car)));
    }

    @Test
    void undoOfImportKeepsRequestedCar() {
        cars().actions()
                .importCars(
                        assertInstanceOf(CarImportResult.Cars.class, CarImportParser.parse("{\"model\": \"astra\"}"))
                                .cars());
        typeAdvert();
        UUID car = request();
        cars().undo();
        assertEquals(NONE, row(car).mark());
        untilSent();
        assertEquals("opel", text(BRAND));
    }

    @Test
    void stopBeforeAnswerSendsNothing() throws Exception {
        typeAdvert();
        awaitSaved();
        try (AutoCloseable busy = lockJournal()) {
            request();
            sendWorkflow.stop();
            assertStatus(SendingStatus.SENDING);
        }
        untilStatus(DRAFT);
        assertNotSent(STOPPED);
        assertNewPosts(0);
        assertSentOnce();
    }

    /** The fixture fails if the user is asked whether to send without a record. */
    @ProofTest
    void stopWithoutJournalAsksNothing() throws Exception {
        typeAdvert();
        awaitSaved();
        try (AutoCloseable busy = lockJournal()) {
            request();
            sendWorkflow.stop();
            untilStatus(DRAFT);
        }
        assertEmpty(submissions());
        assertSentOnce();
    }

    @Test
    void carDeletedBeforeAnswerIsStopped() {
        autochat.gate = new CountDownLatch(1);
        typeAdvert();
        UUID first = request();
        window.until(
                "the first on its way",
                () -> row(first).submissions().stream().anyMatch(sent -> sent.state() == SENDING));
        newCar();
        typeAdvert();
        type(INTERNAL_ID, "another");
        UUID car = request();
        mark(car, DELETED);
        window.until("the end", () -> row(car).submissions().stream().anyMatch(sent -> sent.state() == WAITING));
        autochat.gate.countDown();
        window.until("the stop", () -> row(car).submissions().getLast().stopped());
        assertNewPosts(1);
    }
}
