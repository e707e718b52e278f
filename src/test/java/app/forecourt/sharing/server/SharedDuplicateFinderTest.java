package app.forecourt.sharing.server;

import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.REQUESTED;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DuplicateSubmissionFinder;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.sharing.server.ClaimResult.Duplicates;
import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Test that the duplicate guard of the server decides as the one of the journal, on the same random submissions. */
@Timeout(LongWait.TEST_SECONDS)
class SharedDuplicateFinderTest {
    private static final int SUBMISSIONS = Cases.times(100, 400);
    private static final Instant TIME = Instant.parse("2026-11-28T12:00:00Z");

    private final Random random = new Random(27);
    private final List<UUID> cars = new ArrayList<>();

    private Submission submission(int number) {
        while (cars.size() < 60) {
            cars.add(UUID.randomUUID());
        }
        String payload = "{\"vin\": \"%s\", \"licensePlate\": \"%s\", \"internalId\": \"%s\"%s}"
                .formatted(
                        text("W0L 00", 30),
                        text("XD-99-", 30),
                        text("n", 30),
                        random.nextInt(3) == 0 ? "" : ", \"dealershipId\": \"" + random.nextInt(2) + "\"");
        SubmissionState state = any(EnumSet.complementOf(EnumSet.of(REQUESTED)));
        UserVerdict verdict = state == UNKNOWN ? any(EnumSet.allOf(UserVerdict.class)) : UserVerdict.NONE;
        Instant time = TIME.plusSeconds(number);
        return new Submission(
                UUID.randomUUID(),
                cars.get(random.nextInt(cars.size())),
                any(EnumSet.of(STAGING, PRODUCTION)),
                "https://a.example",
                Optional.empty(),
                CarDraft.EMPTY,
                payload,
                state,
                time,
                time,
                1,
                Optional.empty(),
                Optional.of(new SendOutcome.NotSent(STOPPED)),
                verdict,
                Optional.empty());
    }

    private <E extends Enum<E>> E any(EnumSet<E> constants) {
        return List.copyOf(constants).get(random.nextInt(constants.size()));
    }

    /** Returns an empty text, or one of some that are the same for the guard. */
    private String text(String start, int count) {
        int number = random.nextInt(count);
        return number == 0 ? "" : random.nextBoolean() ? start + number : start.toLowerCase(Locale.ROOT) + number;
    }

    @Test
    void decidesAsTheJournal() throws Exception {
        int found = 0;
        try (Database journal = Database.openInMemory();
                TestDatabase database = PostgresServer.shared().database();
                var desk = database.desk("Anna")) {
            for (int number = 0; number < SUBMISSIONS; number++) {
                Submission submission = submission(number);
                List<DuplicateSubmission> ours = DuplicateSubmissionFinder.find(journal, submission);
                DuplicateGuardColumns facts = DuplicateGuardColumns.of(submission);
                ClaimResult result = Items.claim(desk, submission.id(), facts);
                List<ClaimResult.Duplicate> theirs =
                        result instanceof Duplicates(var duplicates) ? duplicates : List.of();
                assertEquals(
                        ours.stream()
                                .map(one -> List.of(one.submissionId(), one.car(), one.sharedField()))
                                .toList(),
                        theirs.stream()
                                .map(one -> List.of(one.submission().id(), one.car(), one.sharedField()))
                                .toList());
                found += theirs.size();
                CarTable.save(journal, submission.car(), CarDraft.EMPTY, Set.of(), TIME);
                SubmissionTable.add(journal, submission);
                OutgoingItem push = Items.submission(submission.id(), facts, 0);
                if (result instanceof ClaimResult.Granted(UUID claim)) {
                    desk.settle(claim, push);
                } else {
                    Items.push(desk, push);
                }
            }
        }
        int all = found;
        assertTrue(all > SUBMISSIONS, () -> all + " duplicates only");
    }
}
