package app.forecourt.sharing;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.journal.JournalFixture;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.send.SubmissionClaims.Result;
import app.forecourt.send.SubmissionClaims.Start;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import app.forecourt.testing.ProofTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of cars that two desks have sent, or have sent again, after an unknown outcome. */
class UnknownOutcomeAcrossDesksTest extends TwoDesksFixture {
    private static final String VIN = "W0L0AHL4868000001";

    private static String payload(String vin) {
        return "{\"brand\":\"Opel\",\"vin\":\"%s\"}".formatted(vin);
    }

    /** Sends the car with an outcome. The user has confirmed all questions. */
    private UUID send(TestDesk desk, String vin, SendOutcome outcome) {
        Submission submission = desk.submission(car, payload(vin));
        UUID[] seen = ids(desk.journal.findDuplicates(submission, Set.of())).toArray(UUID[]::new);
        Submission queued = JournalFixture.enqueue(desk.journal, submission, seen);
        desk.end(queued, outcome);
        return submission.id();
    }

    /** Returns the submissions that the user is asked about. */
    private Set<UUID> asked(TestDesk desk) {
        return desk.car(car).submissions().stream()
                .filter(Submission::needsVerdict)
                .map(Submission::id)
                .collect(toSet());
    }

    @ProofTest
    void clocksApartAskAboutEachUnknownSubmission() {
        bert.clock.advanceDays(365);
        UUID annas = send(anna, VIN, IN_DOUBT);
        send(bert, VIN, ARRIVED);
        UUID berts = send(bert, VIN, IN_DOUBT);
        sync();
        assertEquals(Set.of(annas, berts), asked(anna));

        UUID again = send(anna, VIN, IN_DOUBT);
        assertEquals(Set.of(again), asked(anna));
        send(anna, VIN, NOT_SENT);

        sync();
        assertEach(Set.of(annas, berts, again), this::asked);
    }

    @ProofTest
    void acceptedSubmissionLeavesNoQuestion() {
        send(anna, VIN, IN_DOUBT);
        send(anna, VIN, ARRIVED);
        send(anna, VIN, NOT_SENT);
        sync();
        assertEmpty(asked(anna));
        assertEmpty(asked(bert));
    }

    @Test
    void vinBeforeTheCarWasSentAgainCounts() {
        String corrected = "W0L0AHL4868000002";
        UUID unknown = send(anna, VIN, IN_DOUBT);
        UUID again = send(anna, corrected, ARRIVED);
        sync();
        UUID other = bert.addCar("Opel", "1");
        for (Submission submission :
                List.of(bert.submission(other, payload(VIN)), bert.submission(other, payload(corrected)))) {
            List<UUID> expected = List.of(submission.payload().contains(VIN) ? unknown : again);
            assertEquals(expected, ids(bert.journal.findDuplicates(submission, Set.of())));
            assertEquals(expected, askedByServer(submission));
        }
    }

    private static List<UUID> ids(List<DuplicateSubmission> found) {
        return found.stream().map(DuplicateSubmission::submissionId).toList();
    }

    /** Returns the submissions that the server asks the user of Bert about. */
    private List<UUID> askedByServer(Submission submission) {
        return ids(assertInstanceOf(Result.Duplicates.class, work(bert).ask(submission))
                .submissions());
    }

    private Submission enqueue(TestDesk desk, UUID... seen) {
        return JournalFixture.enqueue(desk.journal, desk.submission(car, payload(VIN)), seen);
    }

    @Test
    void deskThatJoinsWithAnOldHomeTakesNoQuestionAway() throws IOException {
        UUID unknown = send(bert, VIN, IN_DOUBT);
        sync();
        Submission again = enqueue(bert, unknown);
        Path copy = bert.copyHome();
        bert.end(again, NOT_SENT);
        sync();
        assertEquals(Set.of(unknown), asked(anna));
        bert.restore(copy);
        bert.forgetStock();
        sync();
        assertEach(Set.of(unknown), this::asked);
    }

    @Test
    void carTakenOverWithoutTheServerIsStillAQuestion() {
        UUID unknown = send(anna, VIN, IN_DOUBT);
        Submission annas = enqueue(anna, unknown);
        work(anna).post(annas, unknown);
        sync();
        Submission berts = bert.submission(car, payload(VIN));
        ImmediateWork work = work(bert);
        UUID claim = work.held(berts).claim();
        stock.cutOff();
        assertEquals(new Result.Unreachable(), work.ask(berts, claim, SubmissionClaims.WITHOUT_SERVER));
        stock.reconnect();
        JournalFixture.enqueue(bert.journal, berts);
        bert.syncAll();
        // The user was not asked about the first submission.
        work.assertBegin(Start.TAKEN_OVER, berts);
    }

    @ProofTest
    void carThatWaitsElsewhereIsNotTheOnlyQuestion() {
        UUID unknown = send(anna, VIN, IN_DOUBT);
        // Without the server, so that there is no claim.
        Submission waiting = enqueue(anna, unknown);
        sync();
        assertEquals(List.of(waiting.id(), unknown), askedByServer(bert.submission(car, payload(VIN))));
    }
}
