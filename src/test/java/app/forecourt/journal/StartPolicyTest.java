package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.car.CarField;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DatabaseFiles;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateMatch;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests which waiting submissions are still sent automatically after a journal is opened. */
class StartPolicyTest extends JournalFixture {
    private static final String PAYLOAD = "{\"brand\":\"bmw\",\"vin\":\"WBA3A5C50CF256651\"}";

    private Path logFile() {
        return home.resolve("state").resolve("one.sent");
    }

    private Journal openWithLog() {
        return openWithLog(file(), logFile());
    }

    private Journal openWithLog(Path file, Path... notes) {
        return new Journal(file, copies(), List.of(notes), clock);
    }

    private static Optional<SendOutcome> unknownOutcome(Cause cause) {
        return Optional.of(new SendOutcome.Unknown(cause, Optional.empty()));
    }

    private Submission saveWaitingSubmission() {
        try (Journal journal = openWithLog()) {
            return noted(journal, attempt(UUID.randomUUID()));
        }
    }

    @Test
    void sameFileKeepsWaiting() {
        Submission waiting = saveWaitingSubmission();
        try (Journal journal = openWithLog()) {
            assertEquals(List.of(waiting), journal.waiting());
        }
    }

    @Test
    void fileOfAnEarlierVersionAsksOnce() throws Exception {
        Submission waiting = saveWaitingSubmission();
        writeEarlierVersion();
        Submission next;
        try (Journal journal = openWithLog()) {
            assertEquals(List.of(), journal.waiting());
            assertEquals(unknownOutcome(Cause.COPIED), only(journal, waiting.car()).outcome());
            next = noted(journal, attempt(UUID.randomUUID()));
        }
        try (Journal journal = openWithLog()) {
            assertEquals(List.of(next), journal.waiting());
        }
        Files.move(file(), file().resolveSibling("moved.db"));
        Files.copy(file().resolveSibling("moved.db"), file());
        try (Journal journal = openWithLog()) {
            assertEquals(List.of(), journal.waiting());
            assertEquals(unknownOutcome(Cause.COPIED), only(journal, next.car()).outcome());
        }
    }

    @Test
    void copiedFileOfAnEarlierVersionAsksTwice() throws Exception {
        saveWaitingSubmission();
        writeEarlierVersion();
        Path copy = home.resolve("copy").resolve("journal.db");
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file(), copy);
        int sent = 0;
        try (Journal there = openWithLog(copy, logFile().resolveSibling("two.sent"));
                Journal here = openWithLog()) {
            sent = there.waiting().size() + here.waiting().size();
        }
        assertEquals(0, sent);
    }

    @Test
    void fileOfAnEarlierVersionAsksAfterADay() throws Exception {
        Submission waiting = saveWaitingSubmission();
        writeEarlierVersion();
        clock.go(Duration.ofHours(25));
        try (Journal journal = openWithLog()) {
            assertEquals(List.of(), journal.waiting());
            assertEquals(unknownOutcome(Cause.WAITED), only(journal, waiting.car()).outcome());
        }
    }

    private void writeEarlierVersion() throws Exception {
        try (Database database = Database.open(file())) {
            database.update("DROP TABLE location");
            database.update("PRAGMA user_version = 4");
        }
    }

    @Test
    void fastClockAsks() {
        clock.go(Duration.ofDays(2));
        Submission waiting = saveWaitingSubmission();
        clock.go(Duration.ofDays(-2));
        try (Journal journal = openWithLog()) {
            assertEquals(unknownOutcome(Cause.WAITED), only(journal, waiting.car()).outcome());
        }
    }

    @Test
    void submissionSentAfterTheBackupAsks() throws Exception {
        Submission waiting = saveWaitingSubmission();
        try (Journal journal = openWithLog()) {
            journal.copyOfTheDay();
            Submission leaving = waiting.leaving(clock.instant());
            assertTrue(journal.leave(leaving));
            journal.note(leaving.ended(clock.instant(), ACCEPTED));
        }
        overwriteWith(copies().resolve("journal-2026-03-01.db"));
        try (Journal journal = openWithLog()) {
            assertEquals(List.of(), journal.waiting());
            assertEquals(unknownOutcome(Cause.COPIED), only(journal, waiting.car()).outcome());
        }
    }

    @Test
    void submissionStoppedAfterTheBackupAsks() throws Exception {
        Submission waiting = saveWaitingSubmission();
        try (Journal journal = openWithLog()) {
            journal.copyOfTheDay();
            journal.note(waiting.ended(clock.instant(), new SendOutcome.NotSent(Cause.STOPPED)));
        }
        overwriteWith(copies().resolve("journal-2026-03-01.db"));
        try (Journal journal = openWithLog()) {
            assertEquals(SubmissionState.UNKNOWN, only(journal, waiting.car()).state());
        }
    }

    /** Overwrites the journal with a copy, as {@code cp} does. */
    private void overwriteWith(Path copy) throws Exception {
        Object key = new DatabaseFiles(file()).key();
        Files.write(file(), Files.readAllBytes(copy));
        assertEquals(key, new DatabaseFiles(file()).key());
    }

    @Test
    void retriedSubmissionKeepsWaiting() {
        Submission waiting = saveWaitingSubmission();
        Submission tried = waiting.leaving(clock.instant());
        Submission again = tried.waiting(clock.instant(), new SendOutcome.NotSent(Cause.UNREACHABLE),
                clock.instant());
        try (Journal journal = openWithLog()) {
            assertTrue(journal.leave(tried));
            journal.note(again);
        }
        try (Journal journal = openWithLog()) {
            assertEquals(List.of(again), journal.waiting());
        }
    }

    @Test
    void unsavedCarAsksAndCountsAsDuplicate() throws Exception {
        Submission sent = attempt(UUID.randomUUID(), Profile.STAGING, PAYLOAD).leaving(clock.instant());
        Submission stranger = attempt(UUID.randomUUID(), Profile.STAGING, PAYLOAD);
        Files.createDirectories(file().resolveSibling(""));
        try (Database later = Database.open(file())) {
            later.update("PRAGMA application_id = " + 0x466f7265);
            later.update("PRAGMA user_version = 99");
        }
        for (int start = 0; start < 2; start++) {
            try (Journal journal = openWithLog()) {
                assertEquals(JournalState.Kind.NEWER, journal.open().kind());
                if (start == 0) {
                    assertTrue(journal.leave(sent));
                }
                assertEquals(sent.id(), journal.earlier(stranger, Set.of()).getFirst().attempt());
            }
        }
        Files.delete(file());
        for (int start = 0; start < 2; start++) {
            try (Journal journal = openWithLog()) {
                assertTrue(journal.open().isKept());
                assertTrue(row(journal, sent.car()).orElseThrow().needsLook());
                assertEquals(unknownOutcome(Cause.NOT_KEPT), only(journal, sent.car()).outcome());
                DuplicateMatch earlier = journal.earlier(stranger, Set.of()).getFirst();
                assertEquals(Optional.of(CarField.VIN), earlier.by());
                assertEquals("bmw", earlier.name());
            }
        }
    }

    /** Starts repeatedly with one more waiting car each time. Returns the number of cars that still wait. */
    private int countStillWaiting(int starts, Path... notes) {
        int waited = 0;
        for (int start = 0; start < starts; start++) {
            try (Journal journal = openWithLog(file(), notes)) {
                assertTrue(journal.open().isKept());
                waited += Math.min(1, journal.waiting().size());
                noted(journal, attempt(UUID.randomUUID()));
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
    void fullDiskOfTheLogDoesNotAskAtEachStart() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(home.resolve("disk"), "64k")) {
            disk.fill();
            assertEquals(4, countStillWaiting(5, home.resolve("disk").resolve("one.sent")));
        }
    }

    @Test
    void badEntryDoesNotCloseTheJournal() throws Exception {
        Files.createDirectories(logFile().resolveSibling(""));
        String bad = "{\"attempt\":\"%s\",\"tries\":1,\"at\":1,\"car\":\"%s\",\"profile\":\"STAGING\",\"begun\":1}"
                .formatted(UUID.randomUUID(), UUID.randomUUID());
        Files.writeString(logFile(), "{\"id\":\"x\",\"departures\":[" + bad + "]}");
        assertEquals(5, countStillWaiting(6, logFile()));
    }

    @Test
    void badEntryAsksOnce() throws Exception {
        saveWaitingSubmission();
        Files.writeString(logFile(), Files.readString(logFile()).replace("[]", "[7]"));
        try (Journal journal = openWithLog()) {
            assertEquals(List.of(), journal.waiting());
        }
        Submission next = saveWaitingSubmission();
        try (Journal journal = openWithLog()) {
            assertEquals(List.of(next), journal.waiting());
        }
    }

    @Test
    void lostEntryAsksAboutARestoredCar() throws Exception {
        Submission waiting = saveWaitingSubmission();
        Path backup = Files.copy(file(), home.resolve("backup.db"));
        try (Journal journal = openWithLog()) {
            assertTrue(journal.leave(waiting.leaving(clock.instant())));
        }
        overwriteWith(backup);
        Files.writeString(logFile(), Files.readString(logFile()).replace(waiting.id().toString(), "bad"));
        try (Journal journal = openWithLog()) {
            assertEquals(List.of(), journal.waiting());
            assertEquals(unknownOutcome(Cause.COPIED), only(journal, waiting.car()).outcome());
        }
    }
}
