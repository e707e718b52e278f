package app.forecourt.sharing;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.JournalFixture;
import app.forecourt.stock.Submission;
import app.forecourt.stock.UserVerdict;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.TypedCars;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of a desk whose home is a copy, or whose home or journal was restored from a copy. */
class RestoredHomeTest extends TwoDesksFixture {

    @Test
    void copiedHomeIsAnotherDesk() throws IOException {
        UUID id = bert.sync.desk().id();
        Path copy = bert.copyHome();
        assertEquals(id, bert.sync.desk().id());
        try (TestDesk copied = new TestDesk("copied", copy, stock)) {
            assertNotEquals(id, copied.sync.desk().id());
            UUID second = copied.sync.desk().id();
            copied.restart();
            assertEquals(second, copied.sync.desk().id());
        }
    }

    @Test
    void restoredOldHomeTakesWhatHappenedSince() throws IOException {
        Path copy = bert.copyHome();
        bert.type(car, SALES_PRICE, "15.950");
        UUID second = bert.addCar("Saab", "3.000");
        sync();
        anna.type(car, MODEL, "Corsa");
        sync();
        bert.restore(copy);
        assertEquals("16.450", bert.text(car, SALES_PRICE));
        sync();
        assertText(SALES_PRICE, "15.950");
        assertText(MODEL, "Corsa");
        assertEach("Saab", desk -> desk.text(second, BRAND));
        assertEach(List.of(), desk -> desk.replaced);
    }

    @Test
    void recoveredJournalIsAnotherDeskAndLosesNothing() throws Exception {
        bert.type(car, MODEL, "Corsa");
        sync();
        bert.journal.backUp();
        bert.type(car, SALES_PRICE, "15.950");
        UUID second = bert.addCar("Saab", "3.000");
        UUID id = bert.sync.desk().id();
        bert.damageJournal();
        assertNotEquals(id, bert.sync.desk().id());
        sync();
        assertText(MODEL, "Corsa");
        assertText(SALES_PRICE, "16.450");
        assertEach("Saab", desk -> desk.text(second, BRAND));
        assertEach(2, desk -> desk.journal.stock().size());
        // Without a common version the server's text stays, and the other one is in the history.
        assertTrue(bert.history(car, SALES_PRICE).contains("here: 15.950"));
        assertEquals(List.of(replacedPrice("Anna", true)), bert.replaced);
    }

    @ProofTest
    void carWithOneFieldIsNotDeletedByARestoredJournal() throws IOException {
        Path copy = bert.copyHome();
        for (CarField field : List.of(INTERNAL_ID, MILEAGE, BODY_COLOR)) {
            UUID second = UUID.randomUUID();
            TypedCars.save(bert.journal, second, CarDraft.EMPTY.with(field, "4711"), Set.of());
            sync();
            bert.restore(copy);
            sync();
            assertEach("4711", desk -> desk.text(second, field));
            assertEach(NONE, desk -> desk.car(second).mark());
        }
    }

    @ProofTest
    void submissionInARestoredJournalTakesItsLaterVerdict() throws IOException {
        bert.end(bert.enqueue(car), IN_DOUBT);
        sync();
        bert.setVerdict(car, UserVerdict.NONE, UserVerdict.IT_IS_THERE);
        sync();
        Path copy = bert.copyHome();
        bert.clock.advanceSeconds(1);
        bert.setVerdict(car, UserVerdict.IT_IS_THERE, UserVerdict.NONE);
        sync();
        bert.restore(copy);
        sync();
        assertEach(UserVerdict.NONE, desk -> desk.sent(car).verdict());
    }

    @ProofTest
    void tickIsNotTakenBackByARestoredJournal() throws IOException {
        Submission sent = bert.end(bert.enqueue(car), ARRIVED);
        sync();
        Path copy = bert.copyHome();
        bert.tick(sent, true);
        sync();
        Path ticked = bert.copyHome();
        bert.restore(copy);
        assertTakenOff(Optional.of(bert.clock.instant()));
        bert.tick(sent, false);
        assertTakenOff(Optional.empty());
        bert.restore(ticked);
        assertTakenOff(Optional.empty());
    }

    private void assertTakenOff(Optional<Instant> expected) {
        sync();
        assertEach(expected, desk -> desk.sent(car).takenOff());
    }

    @ProofTest
    void restoredJournalAfterAKillRevertsNothing() throws IOException {
        boolean isKilled = true;
        for (int steps = 0; isKilled; steps++) {
            Path copy = bert.copyHome();
            bert.clock.advanceSeconds(1);
            bert.type(car, SALES_PRICE, "" + steps);
            sync();
            anna.type(car, MODEL, "Corsa " + steps);
            anna.syncAll();
            bert.clock.advanceSeconds(1);
            isKilled = bert.syncKilledAfter(steps);
            bert.restore(copy);
            sync();
            assertText(SALES_PRICE, "" + steps);
            assertText(MODEL, "Corsa " + steps);
        }
    }

    @ProofTest
    void rowOfAnArrivingSubmissionRevertsNothingAfterALostFile() {
        anna.end(anna.enqueue(car), NOT_SENT);
        anna.clock.advanceSeconds(1);
        anna.type(car, SALES_PRICE, "15.950");
        anna.mark(car, DELETED);
        sync();
        boolean isKilled = true;
        for (int steps = 0; isKilled; steps++) {
            try (TestDesk cora = new TestDesk("Cora", folder.resolve("cora" + steps), stock)) {
                isKilled = cora.syncKilledAfter(steps);
                cora.forgetStock();
                cora.syncAll();
                sync();
                assertEquals("15.950", anna.text(car, SALES_PRICE));
                assertEmpty(anna.replaced);
                assertEquals(DELETED, anna.car(car).mark());
            }
        }
    }

    @Test
    void backupAfterTheClockWasSetBackComesBack() {
        Path backup = folder.resolve("backup.db");
        JournalFixture.copy(bert.journal, backup);
        bert.clock.advanceDays(730);
        bert.type(car, SALES_PRICE, "15.950");
        sync();
        bert.clock.advanceDays(-730);
        bert.journal.restore(backup);
        sync();
        assertText(SALES_PRICE, "16.450");
    }
}
