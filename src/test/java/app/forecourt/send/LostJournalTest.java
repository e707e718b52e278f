package app.forecourt.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.journal.SmallDisk;
import app.forecourt.journal.database.JournalException;
import app.forecourt.send.Outbox.Asked;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a journal that is damaged while the disk is full: from then on it is in memory only. */
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
    void waitingCarIsNotSentUnsavedUnasked() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(root.resolve("disk"), "4m");
                OutboxFixture desk = new OutboxFixture(
                        Files.createDirectory(root.resolve("disk").resolve("home")))) {
            desk.network = OutboxFixture.REFUSING;
            desk.pausing(Duration.ofHours(1)).open();
            Submission attempt = desk.send(Profile.STAGING, "A");
            desk.await(attempt, SubmissionState.WAITING);
            disk.fill();
            overwrite(desk.file());
            desk.network = OutboxFixture.HERE;

            desk.outbox.retryNow(Profile.STAGING);

            Submission ended = desk.await(attempt, SubmissionState.NOT_SENT);
            assertEquals(Optional.of(new SendOutcome.NotSent(Cause.NOT_NOTED)), ended.outcome());
            assertFalse(desk.journal.open().isKept());
            assertEquals(0, desk.posts("A"));
            Submission again = desk.attempt(attempt.car(), Profile.STAGING, "A");
            assertEquals(new Asked.NotNoted(JournalException.Reason.FULL),
                    assertInstanceOf(Asked.NotNoted.class, desk.ask(again)));
            OutboxFixture.going(desk.outbox.sendNotNoted(again));
            desk.await(again, SubmissionState.ACCEPTED);
            assertEquals(1, desk.posts("A"));
        }
    }
}
