package app.forecourt.stock;

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
                .filter(state -> what
                        .test(new SubmissionSummary(UUID.randomUUID(), Profile.STAGING, state, false,
                                decision, Instant.EPOCH, Optional.empty(), Optional.empty(), Map.of())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SubmissionState.class)));
    }

    @Test
    void requestedWaitingAndSendingAreUnderWay() {
        assertEquals(EnumSet.of(SubmissionState.REQUESTED, SubmissionState.WAITING, SubmissionState.SENDING),
                states(UserVerdict.NONE, summary -> summary.state().isUnderWay()));
    }

    @Test
    void acceptedByAnswerOrVerdict() {
        assertEquals(EnumSet.of(SubmissionState.ACCEPTED),
                states(UserVerdict.NONE, SubmissionSummary::isAccepted));
        assertEquals(EnumSet.of(SubmissionState.ACCEPTED),
                states(UserVerdict.SENT_AGAIN, SubmissionSummary::isAccepted));
        assertEquals(EnumSet.allOf(SubmissionState.class),
                states(UserVerdict.IT_IS_THERE, SubmissionSummary::isAccepted));
    }

    @Test
    void unknownNeedsAVerdict() {
        assertEquals(EnumSet.of(SubmissionState.UNKNOWN),
                states(UserVerdict.NONE, SubmissionSummary::needsVerdict));
        assertEquals(EnumSet.noneOf(SubmissionState.class),
                states(UserVerdict.SENT_AGAIN, SubmissionSummary::needsVerdict));
        assertEquals(EnumSet.noneOf(SubmissionState.class),
                states(UserVerdict.IT_IS_THERE, SubmissionSummary::needsVerdict));
    }

    @Test
    void countsIfTheCarMayReachAutochat() {
        assertEquals(
                EnumSet.of(SubmissionState.REQUESTED, SubmissionState.WAITING, SubmissionState.SENDING,
                        SubmissionState.ACCEPTED, SubmissionState.UNKNOWN),
                states(UserVerdict.NONE, SubmissionSummary::mayReachAutochat));
        assertEquals(
                EnumSet.of(SubmissionState.REQUESTED, SubmissionState.WAITING, SubmissionState.SENDING,
                        SubmissionState.ACCEPTED),
                states(UserVerdict.SENT_AGAIN, SubmissionSummary::mayReachAutochat));
    }
}
