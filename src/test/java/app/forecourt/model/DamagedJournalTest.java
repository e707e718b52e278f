package app.forecourt.model;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.UNKNOWN;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.journal.JournalFixture;
import app.forecourt.journal.JournalOpenState;
import app.forecourt.journal.RecoveredCounts;
import app.forecourt.model.store.Autosave;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.TypedCars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Test of a journal that is found damaged while the user works. */
class DamagedJournalTest extends AppModelFixture {
    private final List<JournalOpenState> lost = new ArrayList<>();
    private final List<Integer> leftOut = new ArrayList<>();

    /** Creates an open sent car, many others, and one that waits to be sent. */
    private UUID createYesterdaysCars() {
        startWithCar();
        assertSentOnce();
        awaitSaved();
        for (int other = 0; other < 40; other++) {
            TypedCars.save(journal, UUID.randomUUID(), draft(), Set.of());
        }
        Submission other = Submission.of(
                UUID.randomUUID(), STAGING, clients.address(STAGING), draft(), "{\"vin\":\"X\"}", clock.instant());
        journal.note(other, other.draft(), Set.of(), Set.of());
        return carId();
    }

    /** Restarts the model without opening the journal. */
    private void restart() {
        openModel(variables);
        appModel.setListener(new JournalProblemListener() {
            @Override
            public void onJournalReopened(JournalOpenState state) {
                lost.add(state);
            }

            @Override
            public void onRowsLeftOut(int count) {
                leftOut.add(count);
            }
        });
    }

    @Test
    void damagedFileKeepsCarsAndSendsNothing() throws Exception {
        UUID car = createYesterdaysCars();
        restart();
        // The check at the start does not read this index.
        JournalFixture.overwriteRoot(home.resolve("journal.db"), "car_deleted");
        startModel();
        window.until("the damage", () -> !lost.isEmpty());
        assertEquals(JournalOpenState.Kind.DAMAGED, lost.getFirst().kind());
        awaitSaved();
        window.until(
                "the new list", () -> stock().filled().get() && stock().all().size() >= 42);
        assertEquals(new RecoveredCounts(42, 2, 1), lost.getFirst().recovery().orElseThrow());
        assertEquals(42, stock().all().size(), "one sent, one that waited, forty others");
        assertEquals(
                Optional.of(UNKNOWN),
                stock().all().stream()
                        .map(StockRow::status)
                        .filter(UNKNOWN::equals)
                        .findFirst(),
                "the one that waited");
        StoredCar kept = storedCar(car);
        assertEquals(draft(), kept.draft());
        assertInstanceOf(
                SendOutcome.Accepted.class,
                kept.submissions().getFirst().outcome().orElseThrow());
        assertNewPosts(0);
        assertEquals(1, lost.size(), "said once");
    }

    @Test
    void damageFoundWhileLoadingIsReportedOnce() throws Exception {
        createYesterdaysCars();
        restart();
        JournalFixture.overwriteRoot(home.resolve("journal.db"), "car_in_stock");
        startModel();
        assertEquals(JournalOpenState.Kind.DAMAGED, journalState.kind());
        window.until("the list", () -> stock().all().size() == 42);
        assertEmpty(lost, "the start reports it");
    }

    @ProofTest
    void damagedWordLosesOneCarAndIsReported() throws Exception {
        UUID car = createYesterdaysCars();
        restart();
        JournalFixture.execute(home.resolve("journal.db"), "UPDATE car SET mark = 'nonf' WHERE id = '" + car + "'");
        startModel();
        window.until("what is left out", () -> !leftOut.isEmpty());
        assertEquals(List.of(1), leftOut);
        assertTrue(stock().all().size() >= 40);
        type(BRAND, "opel");
        untilAutosave(Autosave.State.Saved.class);
        assertEmpty(lost);
    }
}
