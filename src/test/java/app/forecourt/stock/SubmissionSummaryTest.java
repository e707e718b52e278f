package app.forecourt.stock;

import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.REQUESTED;
import static app.forecourt.stock.SubmissionState.SENDING;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static app.forecourt.stock.SubmissionState.WAITING;
import static app.forecourt.stock.UserVerdict.IT_IS_THERE;
import static app.forecourt.stock.UserVerdict.NONE;
import static app.forecourt.stock.UserVerdict.SENT_AGAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests whether AutoChat may have a car, for each state and each verdict of the user. */
class SubmissionSummaryTest {

    private static Set<SubmissionState> states(UserVerdict decision, Predicate<SubmissionSummary> what) {
        return Stream.of(SubmissionState.values())
                .filter(state -> what.test(new SubmissionSummary(
                        UUID.randomUUID(),
                        Profile.STAGING,
                        state,
                        false,
                        decision,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SubmissionState.class)));
    }

    @Test
    void requestedWaitingAndSendingAreUnderWay() {
        assertEquals(
                EnumSet.of(REQUESTED, WAITING, SENDING),
                states(NONE, summary -> summary.state().isUnderWay()));
    }

    @Test
    void acceptedByAnswerOrVerdict() {
        assertEquals(EnumSet.of(ACCEPTED), states(NONE, SubmissionSummary::isAccepted));
        assertEquals(EnumSet.of(ACCEPTED), states(SENT_AGAIN, SubmissionSummary::isAccepted));
        assertEquals(EnumSet.allOf(SubmissionState.class), states(IT_IS_THERE, SubmissionSummary::isAccepted));
    }

    @Test
    void unknownNeedsAVerdict() {
        assertEquals(EnumSet.of(UNKNOWN), states(NONE, SubmissionSummary::needsVerdict));
        assertEquals(EnumSet.noneOf(SubmissionState.class), states(SENT_AGAIN, SubmissionSummary::needsVerdict));
        assertEquals(EnumSet.noneOf(SubmissionState.class), states(IT_IS_THERE, SubmissionSummary::needsVerdict));
    }

    @Test
    void countsIfTheCarMayReachAutochat() {
        assertEquals(
                EnumSet.of(REQUESTED, WAITING, SENDING, ACCEPTED, UNKNOWN),
                states(NONE, SubmissionSummary::mayReachAutochat));
        assertEquals(
                EnumSet.of(REQUESTED, WAITING, SENDING, ACCEPTED),
                states(SENT_AGAIN, SubmissionSummary::mayReachAutochat));
    }
}
