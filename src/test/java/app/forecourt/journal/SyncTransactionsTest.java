package app.forecourt.journal;

import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.history.HistoryStep;
import app.forecourt.journal.database.CarTableSyncAccess;
import app.forecourt.journal.database.MergedCar;
import app.forecourt.journal.database.SubmissionTableSyncAccess;
import app.forecourt.stock.Submission;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of the journal's side of a sync with other journals. */
class SyncTransactionsTest extends JournalFixture {
    private final UUID car = UUID.randomUUID();

    private MergedCar merged(MergedCar.Step... steps) {
        return new MergedCar(
                car,
                List.of(steps),
                Set.of(TAX_AMOUNT),
                SOLD,
                Optional.of(now()),
                "Bert",
                Optional.empty(),
                now().plus(Duration.ofDays(365)),
                Optional.empty());
    }

    private MergedCar.Step step(CarDraft draft, String author) {
        return new MergedCar.Step(draft, author, now());
    }

    private static CarTableSyncAccess.Version version(Journal journal, UUID car) {
        return journal.syncAccess()
                .read(database -> CarTableSyncAccess.find(database, car))
                .orElseThrow();
    }

    private String save(MergedCar.Step... steps) {
        return journal.syncAccess()
                .inTransaction(transaction -> CarTableSyncAccess.save(transaction, merged(steps), now()));
    }

    private Journal openWithCar() {
        save(car, draft("bmw", "XD-99-13"));
        return journal;
    }

    private static SubmissionTableSyncAccess.Version row(Journal journal, Submission submission) {
        return journal.syncAccess()
                .read(database -> SubmissionTableSyncAccess.find(database, submission.id()))
                .orElseThrow();
    }

    private static List<Optional<String>> authors(Journal journal, UUID car) {
        return history(journal, car).stream().map(HistoryStep::author).toList();
    }

    @Test
    void newCarOfAnotherDeskIsSaved() {
        String stamp = save(step(draft("bmw", "1"), "Anna"), step(draft("bmw", "2"), "Bert"));
        CarTableSyncAccess.Version version = version(journal, car);
        assertEquals(version.stamp(), stamp);
        assertEquals(draft("bmw", "2"), version.car().draft());
        assertEquals(SOLD, version.car().mark());
        assertEquals(Set.of(TAX_AMOUNT), version.car().acceptedSuggestions());
        // A clock that is ahead must not move later cars into the future.
        assertEquals(now(), version.car().createdAt());
        assertEquals(List.of(Optional.of("Bert"), Optional.of("Bert"), Optional.of("Anna")), authors(journal, car));
        assertEquals(List.of(car), journal.syncAccess().read(CarTableSyncAccess::changed));
    }

    @Test
    void submissionComesBackFromItsColumns() {
        Journal journal = openWithCar();
        Submission sent = complete(journal, submission(car), ACCEPTED);
        SubmissionTableSyncAccess.Version row = row(journal, sent);
        assertTrue(SubmissionTableSyncAccess.isSound(row.columns()));
        Journal other = openOther();
        Optional<String> stamp = save(other, row.columns());
        assertEquals(Optional.of(row.stamp()), stamp);
        assertEquals(List.of(sent), stored(other, car).submissions());
        assertTrue(version(other, car).mayReachAutochat());
        assertEquals(List.of(sent.id()), journal.syncAccess().read(SubmissionTableSyncAccess::changed));
    }

    @Test
    void submissionUnderWayElsewhereIsNeverSaved() {
        Journal journal = openWithCar();
        Submission waiting = enqueue(journal, submission(car));
        ObjectNode row = row(journal, waiting).columns();
        Journal other = openOther();
        assertEmpty(save(other, row));
        journal.update(waiting.asSending(now()));
        row = row(journal, waiting).columns();
        assertEmpty(save(other, row));
        assertEmpty(other.waitingSubmissions());
    }

    @Test
    void submissionThatIsBeingSentHereStays() {
        Journal journal = openWithCar();
        Submission sending = enqueue(journal, submission(car)).asSending(now());
        journal.update(sending);
        SubmissionTableSyncAccess.Version row = row(journal, sending);
        ObjectNode ended = row.columns().deepCopy().put("state", "not_sent").put("cause", "stopped");
        assertEmpty(save(journal, ended));
        assertEquals(List.of(sending), stored(journal, car).submissions());
    }

    @Test
    void endOfAWaitingSubmissionKeepsItFromLeaving() {
        Journal journal = openWithCar();
        Submission waiting = enqueue(journal, submission(car));
        SubmissionTableSyncAccess.Version row = row(journal, waiting);
        ObjectNode ended = row.columns()
                .deepCopy()
                .put("state", "accepted")
                .put("tries", 1)
                .put("status", 201)
                .put("answer", "{}");
        assertTrue(save(journal, ended).isPresent());
        assertFalse(journal.markSending(waiting.asSending(now())));
    }

    @Test
    void unsoundColumnsAreRefused() {
        Journal journal = openWithCar();
        ObjectNode row =
                row(journal, complete(journal, submission(car), ACCEPTED)).columns();
        for (String column : List.of("id", "car", "profile", "payload", "state", "begun", "changed")) {
            ObjectNode damaged = row.deepCopy();
            damaged.remove(column);
            assertFalse(SubmissionTableSyncAccess.isSound(damaged), column);
        }
        assertFalse(SubmissionTableSyncAccess.isSound(row.deepCopy().put("tries", "many")));
        assertFalse(SubmissionTableSyncAccess.isSound(row.deepCopy().put("id", "1-1-1-1-1")));
        assertFalse(SubmissionTableSyncAccess.isSound(row.deepCopy().put("answer", 7)));
    }

    private static Optional<String> save(Journal journal, JsonNode columns) {
        return journal.syncAccess().inTransaction(transaction -> {
            SubmissionTableSyncAccess.saveMissingCar(transaction, columns, Instant.EPOCH);
            return SubmissionTableSyncAccess.save(transaction, columns);
        });
    }
}
