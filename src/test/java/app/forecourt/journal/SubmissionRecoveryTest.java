package app.forecourt.journal;

import static app.forecourt.autochat.FailureCause.COPIED;
import static app.forecourt.autochat.FailureCause.NOT_KEPT;
import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.autochat.FailureCause.UNREACHABLE;
import static app.forecourt.autochat.FailureCause.WAITED;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.NotSent;
import app.forecourt.autochat.SendOutcome.Unknown;
import app.forecourt.journal.database.DatabaseFiles;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.JournalException.Reason;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which waiting submissions are still sent automatically after a journal is opened. */
class SubmissionRecoveryTest extends JournalFixture {
    private static final String PAYLOAD = "{\"brand\":\"bmw\",\"vin\":\"WBA3A5C50CF256651\"}";

    /** The computer, its start and the number of the file beside the real one. */
    private List<String> identity = List.of("computer", "start", "number");

    private Path logFile() {
        return home.resolve("state/one.sent");
    }

    private Journal openWithLog() {
        return openWithLog(logFile());
    }

    private Journal openWithLog(Path... logs) {
        return new Journal(file(), backups(), List.of(logs), clock, new JournalFileFingerprinter() {
            @Override
            String computer() {
                return identity.getFirst();
            }

            @Override
            String computerStart() {
                return identity.get(1);
            }

            @Override
            String number(Path file) throws IOException {
                return identity.getLast() + super.number(file);
            }
        });
    }

    @Test
    void failureWhileOtherProgramClosesFileIsRetried() {
        saveCar();
        var failures = new ArrayList<>(List.of(new JournalException(Reason.READ_ONLY, new SQLException())));
        try (Journal journal = new Journal(file(), backups(), List.of(), clock, new JournalFileFingerprinter() {
            @Override
            String computer() {
                if (!failures.isEmpty()) {
                    throw failures.removeLast();
                }
                return super.computer();
            }
        })) {
            assertEquals(sound(), journal.open());
        }
    }

    private static Optional<SendOutcome> unknownOutcome(FailureCause cause) {
        return Optional.of(new Unknown(cause, Optional.empty()));
    }

    private void assertAsks(Submission waiting, FailureCause cause) {
        try (Journal journal = openWithLog()) {
            assertEmpty(journal.waitingSubmissions());
            assertEquals(
                    unknownOutcome(cause),
                    onlySubmission(journal, waiting.car()).outcome());
        }
    }

    private void assertWaits(Submission waiting) {
        try (Journal journal = openWithLog()) {
            assertEquals(List.of(waiting), journal.waitingSubmissions());
        }
    }

    private Submission saveWaitingSubmission() {
        try (Journal journal = openWithLog()) {
            return enqueue(journal, submission());
        }
    }

    /** Only the start of the computer differs after a disk image was put back. */
    @ParameterizedTest
    @CsvSource({
        "computer, next start, number, RESTARTED",
        "computer, start, number of a copy, COPIED",
        "another computer, start, number, COPIED",
        "another computer, its start, number of a copy, COPIED"
    })
    void changedIdentityAsksOnce(String computer, String start, String number, FailureCause cause) {
        Submission waiting = saveWaitingSubmission();
        identity = List.of(computer, start, number);
        assertAsks(waiting, cause);
        assertWaits(saveWaitingSubmission());
    }

    @Test
    void fileOfAnEarlierVersionAsksOnce() throws Exception {
        Submission waiting = saveWaitingSubmission();
        writeEarlierVersion();
        assertAsks(waiting, COPIED);
        Submission next = saveWaitingSubmission();
        assertWaits(next);
        Files.move(file(), file().resolveSibling("moved.db"));
        Files.copy(file().resolveSibling("moved.db"), file());
        assertAsks(next, COPIED);
    }

    private void writeEarlierVersion() throws Exception {
        execute(file(), """
                    DROP TABLE location;
                    DROP TABLE history;
                    DROP TABLE shared_item;
                    DROP TABLE shared_stock;
                    DROP TABLE photo;
                    DROP INDEX car_in_stock;
                    DROP INDEX attempt_in_stock;
                    ALTER TABLE car DROP COLUMN marked;
                    ALTER TABLE car DROP COLUMN typed;
                    ALTER TABLE car DROP COLUMN basePrice;
                    ALTER TABLE car DROP COLUMN earlierPrice;
                    ALTER TABLE car DROP COLUMN repriced;
                    ALTER TABLE car DROP COLUMN version;
                    ALTER TABLE car DROP COLUMN bodyType;
                    ALTER TABLE car DROP COLUMN salesPrice;
                    ALTER TABLE car DROP COLUMN currency;
                    ALTER TABLE car DROP COLUMN mileage;
                    ALTER TABLE car DROP COLUMN mileageUnit;
                    ALTER TABLE attempt DROP COLUMN takenOff;
                    CREATE INDEX car_in_stock ON car (begun);
                    CREATE INDEX attempt_in_stock ON attempt (car);
                    PRAGMA user_version = 4
                    """);
    }

    /** By a clock that was two days ahead as well. */
    @ParameterizedTest
    @ValueSource(longs = {25, -48})
    void longWaitAsks(long hours) {
        clock.advanceDays(2);
        Submission waiting = saveWaitingSubmission();
        clock.advanceHours(hours);
        assertAsks(waiting, WAITED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void submissionSentOrStoppedAfterTheBackupAsks(boolean isSent) throws Exception {
        Submission waiting = saveWaitingSubmission();
        try (Journal journal = openWithLog()) {
            journal.backUp();
            if (isSent) {
                Submission leaving = waiting.asSending(now());
                assertTrue(journal.markSending(leaving));
                journal.update(leaving.withOutcome(now(), ACCEPTED));
            } else {
                journal.update(waiting.withOutcome(now(), new NotSent(STOPPED)));
            }
        }
        overwriteWith(backups().resolve("journal-2026-03-01.db"));
        assertAsks(waiting, COPIED);
    }

    /** Overwrites the journal with a copy, as {@code cp} does. */
    private void overwriteWith(Path copy) throws Exception {
        Object key = new DatabaseFiles(file()).key("");
        Files.write(file(), Files.readAllBytes(copy));
        assertEquals(key, new DatabaseFiles(file()).key(""));
    }

    @Test
    void retriedSubmissionKeepsWaiting() {
        Submission waiting = saveWaitingSubmission();
        Submission tried = waiting.asSending(now());
        Submission again = tried.asWaiting(now(), new NotSent(UNREACHABLE), now());
        try (Journal journal = openWithLog()) {
            assertTrue(journal.markSending(tried));
            journal.update(again);
        }
        assertWaits(again);
    }

    /** A file written in place over a newer one keeps its number, and the program had ended in order. */
    @Test
    void olderFilePutBackAsksAboutWhatHasLeft() throws Exception {
        UUID car = UUID.randomUUID();
        Submission stranger = submission(PAYLOAD);
        saveWaitingSubmission();
        byte[] older = Files.readAllBytes(file());
        try (Journal journal = openWithLog()) {
            Submission left =
                    enqueue(journal, submission(car, STAGING, PAYLOAD)).asSending(now());
            assertTrue(journal.markSending(left));
            journal.update(left.withOutcome(now(), ACCEPTED));
        }
        Files.write(file(), older);
        for (int start = 0; start < 2; start++) {
            try (Journal journal = openWithLog()) {
                assertTrue(journal.open().isDurable());
                assertTrue(listed(journal, car).needsAttention());
                assertEquals(
                        unknownOutcome(NOT_KEPT), onlySubmission(journal, car).outcome());
                DuplicateSubmission duplicate =
                        journal.findDuplicates(stranger, Set.of()).getFirst();
                assertEquals(Optional.of(VIN), duplicate.sharedField());
                assertEquals(Map.of(BRAND, "bmw"), duplicate.sent());
            }
        }
    }

    /** Starts repeatedly with one more waiting car each time. Returns the number of cars that still wait. */
    private int countStillWaiting(int starts, Path... logs) {
        int waited = 0;
        for (int start = 0; start < starts; start++) {
            try (Journal journal = openWithLog(logs)) {
                assertTrue(journal.open().isDurable());
                waited += Math.min(1, journal.waitingSubmissions().size());
                enqueue(journal, submission());
            }
        }
        return waited;
    }

    @Test
    void unwritableLogDoesNotAskAtEachStart() throws Exception {
        Files.createDirectories(logFile());
        assertEquals(4, countStillWaiting(5, logFile()));
        Files.delete(file());
        assertEquals(4, countStillWaiting(5, logFile(), logFile().resolveSibling("two.sent")));
    }

    @Test
    void badEntryAsksOnce() throws Exception {
        saveWaitingSubmission();
        Files.writeString(logFile(), Files.readString(logFile()).replace("[]", "[7]"));
        try (Journal journal = openWithLog()) {
            assertEmpty(journal.waitingSubmissions());
        }
        assertWaits(saveWaitingSubmission());
    }

    @Test
    void lostEntryAsksAboutARestoredCar() throws Exception {
        Submission waiting = saveWaitingSubmission();
        Path backup = Files.copy(file(), home.resolve("backup.db"));
        try (Journal journal = openWithLog()) {
            assertTrue(journal.markSending(waiting.asSending(now())));
        }
        overwriteWith(backup);
        Files.writeString(
                logFile(), Files.readString(logFile()).replace(waiting.id().toString(), "bad"));
        assertAsks(waiting, COPIED);
    }
}
