package app.forecourt.send;

import static app.forecourt.autochat.FailureCause.STOCK_UNREACHABLE;
import static app.forecourt.autochat.FailureCause.TIMEOUT;
import static app.forecourt.autochat.FailureCause.UNREACHABLE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SignInRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the retries: the submissions that are tried again, and the times. */
class RetryPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SendOutcome REFUSED = new SendOutcome.NotSent(UNREACHABLE);
    private static final SendOutcome LIMITED = new SendOutcome.Limited(NOW.plusSeconds(4711));
    private static final Answer ANSWER = new Answer(400, "", "");

    /** Returns outcomes that are never retried, whatever their cause. */
    static List<SendOutcome> finalOutcomes() {
        return List.of(
                new SendOutcome.Accepted(ANSWER, Optional.empty()),
                SendOutcome.Rejected.of(ANSWER),
                new SendOutcome.SignInRefused(new SignInRefusal(SignInRefusal.Kind.NOT_ALLOWED, Optional.empty())),
                new SendOutcome.Unknown(TIMEOUT, Optional.of(ANSWER)));
    }

    @Test
    void pausesGrowUntilTheTenthTry() {
        List<Optional<Long>> pauses = IntStream.rangeClosed(1, 11)
                .mapToObj(tried -> nextTry(REFUSED, tried)
                        .map(due -> Duration.between(NOW, due).toSeconds()))
                .toList();

        assertEquals(
                List.of(1L, 2L, 4L, 8L, 30L, 30L, 30L, 30L, 30L),
                pauses.stream().limit(9).map(Optional::orElseThrow).toList());
        assertEquals(List.of(Optional.empty(), Optional.empty()), pauses.subList(9, 11));
    }

    @Test
    void waitsForTheSharedStockWithoutAnEnd() {
        SendOutcome away = new SendOutcome.NotSent(STOCK_UNREACHABLE);
        assertEquals(
                List.of(1L, 2L, 4L, 8L, 30L, 30L),
                IntStream.of(1, 2, 3, 4, 5, 1000)
                        .mapToObj(repeats -> RetryPolicy.USUAL
                                .nextTry(away, 10, repeats, NOW)
                                .orElseThrow())
                        .map(due -> Duration.between(NOW, due).toSeconds())
                        .toList());
    }

    @Test
    void waitsUntilAutochatsTime() {
        assertEquals(Optional.of(NOW.plusSeconds(4711)), nextTry(LIMITED, 1));
        assertEmpty(nextTry(LIMITED, 10));
    }

    @ParameterizedTest
    @EnumSource
    void neverRetriesUnknownOutcomes(FailureCause cause) {
        assertEmpty(nextTry(new SendOutcome.Unknown(cause, Optional.empty()), 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPED", "BAD_ADDRESS", "OTHERS_ADDRESS", "MOVED", "NOT_NOTED"})
    void neverRetriesLastingFailures(FailureCause cause) {
        assertEmpty(nextTry(new SendOutcome.NotSent(cause), 1));
    }

    @ParameterizedTest
    @MethodSource("finalOutcomes")
    void neverRetriesFinalOutcomes(SendOutcome outcome) {
        assertEmpty(nextTry(outcome, 1));
    }

    @Test
    void dueTimeOfAFastClockIsLimited() {
        Instant tomorrow = NOW.plus(Duration.ofDays(40));

        assertEquals(Duration.ofSeconds(30), RetryPolicy.USUAL.pause(tomorrow, Optional.of(REFUSED), NOW));
        assertEquals(
                Duration.ofHours(24),
                RetryPolicy.USUAL.pause(tomorrow, Optional.of(new SendOutcome.Limited(tomorrow)), NOW));
    }

    /** Returns the time of the next try of a submission without others before it. */
    private static Optional<Instant> nextTry(SendOutcome outcome, int tried) {
        return RetryPolicy.USUAL.nextTry(outcome, tried, tried, NOW);
    }
}
