package app.forecourt.send;

import static app.forecourt.autochat.FailureCause.NOT_NOTED;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.NOT_SENT;
import static app.forecourt.stock.SubmissionState.WAITING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.journal.EnqueueResult;
import app.forecourt.journal.SmallDisk;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a journal that is can't be written while cars are sent: nothing leaves without a record. */
class LostJournalTest {
    private static final int PAGE = 4096;

    @TempDir
    Path root;

    private static void overwrite(Path file) throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            // Checkpointed, so that nothing is read from the log.
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, PAGE, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);
    }

    @Test
    void damagedJournalOnAFullDiskSendsNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(root.resolve("disk"), "4m");
                OutboxFixture fixture = new OutboxFixture(
                        Files.createDirectory(root.resolve("disk").resolve("home")))) {
            fixture.network = OutboxFixture.REFUSING;
            fixture.withPause(Duration.ofHours(1)).open();
            Submission submission = fixture.send(STAGING, "A");
            fixture.await(submission, WAITING);
            disk.fill();
            overwrite(fixture.file());
            fixture.network = OutboxFixture.HERE;

            fixture.outbox.retryNow(STAGING);

            Submission ended = fixture.await(submission, NOT_SENT);
            assertEquals(Optional.of(new SendOutcome.NotSent(NOT_NOTED)), ended.outcome());
            assertFalse(fixture.journal.open().isDurable());
            assertEquals(0, fixture.postCount("A"));
            Submission again = fixture.submission(submission.car(), STAGING, "A");
            // The log of changes knows of the car that waited.
            assertInstanceOf(EnqueueResult.AlreadyThere.class, fixture.request(again));
            assertEquals(
                    new EnqueueResult.NotSaved(JournalException.Reason.FULL),
                    fixture.outbox.send(again, again.draft(), Set.of(), Set.of(submission.id())));
            assertEquals(0, fixture.postCount("A"));
            disk.freeSpace();
            OutboxFixture.queued(fixture.outbox.send(again, again.draft(), Set.of(), Set.of(submission.id())));
            fixture.await(again, ACCEPTED);
            assertEquals(1, fixture.postCount("A"));
            assertEquals(ACCEPTED, fixture.storedSubmission(again).state());
            assertInstanceOf(
                    EnqueueResult.AlreadyThere.class,
                    fixture.request(fixture.submission(submission.car(), STAGING, "A")));
        }
    }
}
