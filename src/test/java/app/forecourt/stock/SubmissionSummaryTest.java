package app.forecourt.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether AutoChat has a car by an attempt, as each state and each word of hers have it. */
class SubmissionSummaryTest {

    private static Set<SubmissionState> which(UserVerdict decision, Predicate<SubmissionSummary> what) {
        return Stream.of(SubmissionState.values())
                .filter(state -> what
                        .test(new SubmissionSummary(UUID.randomUUID(), Profile.STAGING, state, false,
                                decision, Instant.EPOCH, Map.of())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SubmissionState.class)));
    }

    @Test
    void underWayIsWhatSomethingStillComesOf() {
        assertEquals(EnumSet.of(SubmissionState.WAITING, SubmissionState.SENDING),
                which(UserVerdict.NONE, trace -> trace.state().underWay()));
    }

    @Test
    void acceptedByAutoChatsWordOrByHers() {
        assertEquals(EnumSet.of(SubmissionState.ACCEPTED),
                which(UserVerdict.NONE, SubmissionSummary::accepted));
        assertEquals(EnumSet.of(SubmissionState.ACCEPTED),
                which(UserVerdict.SENT_AGAIN, SubmissionSummary::accepted));
        assertEquals(EnumSet.allOf(SubmissionState.class),
                which(UserVerdict.IT_IS_THERE, SubmissionSummary::accepted));
    }

    @Test
    void openWhileNobodyHasSaid() {
        assertEquals(EnumSet.of(SubmissionState.UNKNOWN), which(UserVerdict.NONE, SubmissionSummary::open));
        assertEquals(EnumSet.noneOf(SubmissionState.class),
                which(UserVerdict.SENT_AGAIN, SubmissionSummary::open));
        assertEquals(EnumSet.noneOf(SubmissionState.class),
                which(UserVerdict.IT_IS_THERE, SubmissionSummary::open));
    }

    @Test
    void itCountsWhenTheCarIsThereMayBeThereOrWillBeSent() {
        assertEquals(
                EnumSet.of(SubmissionState.WAITING, SubmissionState.SENDING, SubmissionState.ACCEPTED,
                        SubmissionState.UNKNOWN),
                which(UserVerdict.NONE, SubmissionSummary::counts));
        assertEquals(EnumSet.of(SubmissionState.WAITING, SubmissionState.SENDING, SubmissionState.ACCEPTED),
                which(UserVerdict.SENT_AGAIN, SubmissionSummary::counts));
    }
}
