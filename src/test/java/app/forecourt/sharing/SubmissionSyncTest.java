package app.forecourt.sharing;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.UserVerdict.IT_IS_THERE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.journal.JournalFixture;
import app.forecourt.stock.Submission;
import app.forecourt.stock.UserVerdict;
import app.forecourt.testing.ProofTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of the sync of submissions between desks through a real PostgreSQL. */
class SubmissionSyncTest extends TwoDesksFixture {
    private static final String PAYLOAD = "{\"brand\":\"Opel\",\"vin\":\"W0L0AHL4868000001\",\"dealershipId\":\"7\"}";

    private Submission enqueue() {
        return JournalFixture.enqueue(anna.journal, anna.submission(car, PAYLOAD));
    }

    /** Returns the submission with its outcome, one second later. */
    private Submission end(Submission submission, SendOutcome outcome) {
        anna.clock.advanceSeconds(1);
        anna.end(submission, outcome);
        return anna.car(car).submissions().getLast();
    }

    @ProofTest
    void submissionsOfAComparedJournalKeepTheirOrder() {
        List<UUID> sent = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            Submission submission =
                    anna.submission(anna.addCar("Opel", "1"), "{\"vin\":\"W0L0AHL486800000" + number + "\"}");
            sent.add(submission.id());
            anna.end(JournalFixture.enqueue(anna.journal, submission), ARRIVED);
        }
        anna.sync.compareJournal();
        anna.syncAll();
        assertEquals(
                sent.stream().map(UUID::toString).collect(joining(" ")),
                stock.text("SELECT string_agg(id::text, ' ' ORDER BY added) FROM forecourt.item"
                        + " WHERE kind = 'submission'"));
    }

    @Test
    void waitingSubmissionStaysAtItsDesk() {
        Submission waiting = enqueue();
        sync();
        assertEmpty(bert.journal.waitingSubmissions());
        assertEmpty(bert.car(car).submissions());
        assertEquals("waiting", stock.text("SELECT state FROM forecourt.item WHERE kind = 'submission'"));
        anna.journal.update(waiting.asSending(anna.clock.instant()));
        sync();
        assertEmpty(bert.car(car).submissions());
        Submission ended = end(waiting, IN_DOUBT);
        sync();
        assertEquals(List.of(ended), bert.car(car).submissions());
    }

    @Test
    void verdictAndTickOfAnyDeskAreShared() {
        Submission unknown = end(enqueue(), IN_DOUBT);
        sync();
        bert.setVerdict(car, UserVerdict.NONE, IT_IS_THERE);
        sync();
        assertEquals(IT_IS_THERE, anna.sent(car).verdict());
        bert.tick(unknown, true);
        sync();
        assertEquals(Optional.of(bert.clock.instant()), anna.sent(car).takenOff());
        assertEquals(
                "Anna",
                stock.text("SELECT document->'fields'->'progress'->>'by' FROM forecourt.item"
                        + " WHERE kind = 'submission'"),
                "the desk that has sent it");
        anna.tick(unknown, false);
        sync();
        assertEmpty(bert.sent(car).takenOff());
    }

    @Test
    void deskThatLacksADeletedCarRevertsNothing() {
        end(enqueue(), NOT_SENT);
        anna.type(car, SALES_PRICE, "15.950");
        anna.mark(car, DELETED);
        anna.syncAll();
        try (TestDesk cora = new TestDesk("Cora", folder.resolve("cora"), stock)) {
            // The submission needs a row of its car, and has an old draft of it.
            cora.syncAll();
            cora.restart();
            cora.syncAll();
            sync();
            for (TestDesk desk : List.of(anna, bert, cora)) {
                assertEquals(
                        List.of("15.950", DELETED),
                        List.of(desk.text(car, SALES_PRICE), desk.car(car).mark()));
            }
        }
    }

    @Test
    void arrivingSubmissionBringsItsCarBackAtOnce() throws Exception {
        end(enqueue(), ARRIVED);
        anna.syncAll();
        bert.mark(car, DELETED);
        bert.pull();
        assertEquals(NONE, bert.car(car).mark());
    }

    @ProofTest
    void submissionInAnEarlierPageFindsItsCar() throws Exception {
        end(enqueue(), ARRIVED);
        anna.syncAll();
        // The car comes more than one page after its submission.
        for (int number = 0; number < 500; number++) {
            anna.addCar("Saab", "" + number);
        }
        anna.syncAll();
        anna.type(car, MODEL, "Corsa");
        anna.syncAll();
        try (TestDesk cora = new TestDesk("Cora", folder.resolve("cora"), stock)) {
            cora.pull();
            assertEquals("Corsa", cora.text(car, MODEL));
            assertEquals(1, cora.car(car).submissions().size());
            assertEmpty(cora.replaced);
            assertTrue(cora.remoteChanges.contains(car));
        }
    }

    @Test
    void restoredHomeSendsNothingAgain() throws IOException {
        Submission waiting = enqueue();
        sync();
        Path copy = anna.copyHome();
        Submission sent = end(waiting, ARRIVED);
        sync();
        anna.restore(copy);
        assertEquals(List.of(waiting), anna.journal.waitingSubmissions());
        sync();
        assertEquals(ACCEPTED, anna.sent(car).state());
        assertEquals(sent.number(), anna.sent(car).number());
        assertEmpty(anna.journal.waitingSubmissions());
        assertEquals(ACCEPTED, bert.sent(car).state());
    }

    @ProofTest
    void damagedDocumentOfTheServerHarmsNoOtherItem() {
        end(enqueue(), ARRIVED);
        anna.syncAll();
        stock.execute(
                "UPDATE forecourt.item SET document = '{\"row\": {\"id\": 7}}' WHERE kind = 'submission'",
                "UPDATE forecourt.item SET document = '{\"fields\": {\"brand\": {\"v\": 7}}}' WHERE kind = 'car'");
        UUID second = anna.addCar("Saab", "1");
        sync();
        assertEquals("Saab", bert.text(second, BRAND));
        assertTrue(bert.car(car).submissions().isEmpty());
    }

    @ProofTest
    void tickTakenBackAfterAKillDoesNotComeBack() {
        Submission sent = end(enqueue(), ARRIVED);
        sync();
        boolean isKilled = true;
        for (int steps = 0; isKilled; steps++) {
            anna.tick(sent, true);
            anna.syncAll();
            isKilled = bert.syncKilledAfter(steps);
            anna.tick(sent, false);
            sync();
            assertEach(Optional.empty(), desk -> desk.sent(car).takenOff());
        }
    }
}
