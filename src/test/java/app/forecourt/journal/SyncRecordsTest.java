package app.forecourt.journal;

import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.history.CarHistory;
import app.forecourt.history.HistoryStep;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.MergedCar;
import app.forecourt.journal.database.MergedCarTable;
import app.forecourt.journal.database.SubmissionRows;
import app.forecourt.stock.Submission;
import app.forecourt.testing.TypedCars;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of the journal's side of an exchange with other journals. */
class SyncRecordsTest extends JournalFixture {
    private final UUID car = UUID.randomUUID();

    private MergedCar merged(Optional<Instant> replaced, MergedCar.Step... steps) {
        return new MergedCar(
                car,
                replaced,
                "token",
                List.of(steps),
                Set.of(CarField.TAX_AMOUNT),
                SOLD,
                Optional.of(clock.instant()),
                "Bert",
                Optional.empty(),
                clock.instant().plus(Duration.ofDays(365)),
                Optional.empty());
    }

    private MergedCar.Step step(CarDraft draft, String author) {
        return new MergedCar.Step(draft, author, clock.instant());
    }

    private static MergedCarTable.Version version(Journal journal, UUID car) {
        return journal.syncRecords().cars(List.of(car)).getFirst();
    }

    private static List<Optional<String>> authors(Journal journal, UUID car) {
        return CarHistory.of(journal.history(car).orElseThrow(), CarDraft::equals, draft -> draft)
                .newestFirst()
                .stream()
                .map(HistoryStep::author)
                .toList();
    }

    @Test
    void newCarOfAnotherDeskIsSaved() {
        Journal journal = open();
        List<Optional<Instant>> saved = journal.syncRecords()
                .saveCars(List.of(
                        merged(Optional.empty(), step(draft("bmw", "1"), "Anna"), step(draft("bmw", "2"), "Bert"))));
        MergedCarTable.Version version = version(journal, car);
        assertEquals(Optional.of(version.changedAt()), saved.getFirst());
        assertEquals(Optional.of("token"), version.token());
        assertEquals(draft("bmw", "2"), version.car().draft());
        assertEquals(SOLD, version.car().mark());
        assertEquals(Set.of(CarField.TAX_AMOUNT), version.car().acceptedSuggestions());
        // A clock that is ahead must not move later cars into the future.
        assertEquals(clock.instant(), version.car().createdAt());
        assertEquals(List.of(Optional.of("Bert"), Optional.of("Bert"), Optional.of("Anna")), authors(journal, car));
        assertEquals(Map.of(car, version.changedAt()), journal.syncRecords().carChanges());
    }

    @Test
    void carThatWasChangedMeanwhileIsNotOverwritten() {
        Journal journal = open();
        TypedCars.save(journal, car, draft("bmw", "1"), Set.of());
        Instant before = version(journal, car).changedAt();
        tick();
        TypedCars.save(journal, car, draft("bmw", "typed"), Set.of());
        assertEquals(
                List.of(Optional.empty()),
                journal.syncRecords().saveCars(List.of(merged(Optional.of(before), step(draft("vw", "2"), "Bert")))));
        assertEquals(List.of(Optional.empty()), journal.syncRecords().saveCars(List.of(merged(Optional.empty()))));
        assertEquals(draft("bmw", "typed"), version(journal, car).car().draft());
        assertEmpty(version(journal, car).token());
    }

    @Test
    void ownTypingGetsIntoTheHistoryBeforeTheMerge() {
        Journal journal = open();
        TypedCars.save(journal, car, draft("bmw", "mine"), Set.of());
        journal.syncRecords()
                .saveCars(List.of(
                        merged(Optional.of(version(journal, car).changedAt()), step(draft("bmw", "Bert's"), "Bert"))));
        TypedCars.save(journal, car, draft("bmw", "mine again"), Set.of());
        assertEquals(
                List.of(Optional.empty(), Optional.of("Bert"), Optional.of("Bert"), Optional.empty()),
                authors(journal, car));
    }

    @Test
    void authorsComeAlongFromAnotherJournal() {
        Journal journal = open();
        journal.syncRecords().saveCars(List.of(merged(Optional.empty(), step(draft("bmw", "1"), "Anna"))));
        Path copy = home.resolve("copy.db");
        journal.copyTo(copy);
        Journal other = open(home.resolve("other").resolve("journal.db"));
        other.restore(copy);
        assertEquals(List.of(Optional.of("Bert"), Optional.of("Anna")), authors(other, car));
    }

    @Test
    void earlierSchemaGetsAuthors() throws SQLException {
        Journal journal = open();
        TypedCars.save(journal, car, draft("bmw", "1"), Set.of());
        journal.setMark(car, SOLD, Optional.empty());
        journal.close();
        try (Database database = Database.open(file())) {
            database.update("ALTER TABLE history DROP COLUMN author");
            database.update("DROP TABLE merged");
            database.update("PRAGMA user_version = 10");
        }
        Journal again = open();
        assertEquals(List.of(Optional.empty(), Optional.empty()), authors(again, car));
        assertEmpty(version(again, car).token());
    }

    @Test
    void submissionComesBackFromItsColumns() {
        Journal journal = open();
        saveCarRow(journal);
        Submission sent = complete(journal, submission(car), ACCEPTED);
        SubmissionRows.Version row = journal.syncRecords().submission(sent.id()).orElseThrow();
        assertTrue(SubmissionRows.isSound(row.columns()));
        Journal other = open(home.resolve("other").resolve("journal.db"));
        Optional<String> stamp = save(other, row.columns(), Optional.empty());
        assertEquals(Optional.of(row.stamp()), stamp);
        assertEquals(List.of(sent), other.car(car).orElseThrow().submissions());
        assertTrue(other.syncRecords().cars(List.of(car)).getFirst().mayReachAutochat());
        assertFalse(journal.syncRecords().submissionStamps().isEmpty());
    }

    private void saveCarRow(Journal journal) {
        TypedCars.save(journal, car, draft("bmw", "XD-99-13"), Set.of());
    }

    @Test
    void submissionUnderWayElsewhereIsNeverSaved() {
        Journal journal = open();
        saveCarRow(journal);
        Submission waiting = enqueue(journal, submission(car));
        ObjectNode row =
                journal.syncRecords().submission(waiting.id()).orElseThrow().columns();
        Journal other = open(home.resolve("other").resolve("journal.db"));
        assertEmpty(save(other, row, Optional.empty()));
        journal.update(waiting.asSending(clock.instant()));
        row = journal.syncRecords().submission(waiting.id()).orElseThrow().columns();
        assertEmpty(save(other, row, Optional.empty()));
        assertEmpty(other.waitingSubmissions());
    }

    @Test
    void submissionThatIsBeingSentHereStays() {
        Journal journal = open();
        saveCarRow(journal);
        Submission sending = enqueue(journal, submission(car)).asSending(clock.instant());
        journal.update(sending);
        SubmissionRows.Version row =
                journal.syncRecords().submission(sending.id()).orElseThrow();
        ObjectNode ended = row.columns().deepCopy().put("state", "not_sent").put("cause", "stopped");
        assertEmpty(save(journal, ended, Optional.of(row.stamp())));
        assertEquals(List.of(sending), journal.car(car).orElseThrow().submissions());
    }

    @Test
    void endOfAWaitingSubmissionKeepsItFromLeaving() {
        Journal journal = open();
        saveCarRow(journal);
        Submission waiting = enqueue(journal, submission(car));
        SubmissionRows.Version row =
                journal.syncRecords().submission(waiting.id()).orElseThrow();
        ObjectNode ended = row.columns()
                .deepCopy()
                .put("state", "accepted")
                .put("tries", 1)
                .put("status", 201)
                .put("answer", "{}");
        assertTrue(save(journal, ended, Optional.of(row.stamp())).isPresent());
        assertFalse(journal.markSending(waiting.asSending(clock.instant())));
        assertEquals(Optional.empty(), save(journal, ended, Optional.of(row.stamp())), "the row was changed since");
    }

    @Test
    void unsoundColumnsAreRefused() {
        Journal journal = open();
        saveCarRow(journal);
        ObjectNode row = journal.syncRecords()
                .submission(complete(journal, submission(car), ACCEPTED).id())
                .orElseThrow()
                .columns();
        for (String column : List.of("id", "car", "profile", "payload", "state", "begun", "changed")) {
            ObjectNode damaged = row.deepCopy();
            damaged.remove(column);
            assertFalse(SubmissionRows.isSound(damaged), column);
        }
        assertFalse(SubmissionRows.isSound(row.deepCopy().put("tries", "many")));
        assertFalse(SubmissionRows.isSound(row.deepCopy().put("id", "1-1-1-1-1")));
        assertFalse(SubmissionRows.isSound(row.deepCopy().put("answer", 7)));
    }

    private static Optional<String> save(Journal journal, JsonNode columns, Optional<String> replaced) {
        return journal.syncRecords()
                .saveSubmissions(List.of(new SyncRecords.MergedSubmission(columns, replaced)))
                .getFirst();
    }
}
