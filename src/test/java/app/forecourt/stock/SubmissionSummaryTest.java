package app.forecourt.stock;

import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.REQUESTED;
import static app.forecourt.stock.SubmissionState.SENDING;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static app.forecourt.stock.SubmissionState.WAITING;
import static app.forecourt.stock.UserVerdict.IT_IS_THERE;
import static app.forecourt.stock.UserVerdict.NONE;
import static app.forecourt.stock.UserVerdict.SENT_AGAIN;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests whether AutoChat may have a car, for each state and each verdict of the user. */
class SubmissionSummaryTest {

    private static Set<SubmissionState> states(UserVerdict decision, Predicate<SubmissionSummary> what) {
        return Stream.of(SubmissionState.values())
                .filter(state -> what.test(SampleRows.summary(STAGING, state, decision, Instant.EPOCH, Map.of())))
                .collect(toSet());
    }

    @Test
    void requestedWaitingAndSendingAreUnderWay() {
        assertEquals(
                Set.of(REQUESTED, WAITING, SENDING),
                states(NONE, summary -> summary.state().isUnderWay()));
    }

    @Test
    void acceptedByAnswerOrVerdict() {
        assertEquals(Set.of(ACCEPTED), states(NONE, SubmissionSummary::isAccepted));
        assertEquals(Set.of(ACCEPTED), states(SENT_AGAIN, SubmissionSummary::isAccepted));
        assertEquals(Set.of(SubmissionState.values()), states(IT_IS_THERE, SubmissionSummary::isAccepted));
    }

    @Test
    void unknownNeedsAVerdict() {
        assertEquals(Set.of(UNKNOWN), states(NONE, SubmissionSummary::needsVerdict));
        assertEquals(Set.of(), states(SENT_AGAIN, SubmissionSummary::needsVerdict));
        assertEquals(Set.of(), states(IT_IS_THERE, SubmissionSummary::needsVerdict));
    }

    @Test
    void countsIfTheCarMayReachAutochat() {
        assertEquals(
                Set.of(REQUESTED, WAITING, SENDING, ACCEPTED, UNKNOWN),
                states(NONE, SubmissionSummary::mayReachAutochat));
        assertEquals(
                Set.of(REQUESTED, WAITING, SENDING, ACCEPTED), states(SENT_AGAIN, SubmissionSummary::mayReachAutochat));
    }
}
