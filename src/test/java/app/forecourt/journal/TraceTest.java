package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.profile.Profile;
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
class TraceTest {

    private static Set<State> which(Decision decision, Predicate<Trace> what) {
        return Stream.of(State.values())
                .filter(state -> what.test(new Trace(UUID.randomUUID(), Profile.STAGING, state, false,
                        decision, Instant.EPOCH, Map.of())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class)));
    }

    @Test
    void underWayIsWhatSomethingStillComesOf() {
        assertEquals(EnumSet.of(State.WAITING, State.SENDING),
                which(Decision.NONE, trace -> trace.state().underWay()));
    }

    @Test
    void acceptedByAutoChatsWordOrByHers() {
        assertEquals(EnumSet.of(State.ACCEPTED), which(Decision.NONE, Trace::accepted));
        assertEquals(EnumSet.of(State.ACCEPTED), which(Decision.SENT_AGAIN, Trace::accepted));
        assertEquals(EnumSet.allOf(State.class), which(Decision.IT_IS_THERE, Trace::accepted));
    }

    @Test
    void openWhileNobodyHasSaid() {
        assertEquals(EnumSet.of(State.UNKNOWN), which(Decision.NONE, Trace::open));
        assertEquals(EnumSet.noneOf(State.class), which(Decision.SENT_AGAIN, Trace::open));
        assertEquals(EnumSet.noneOf(State.class), which(Decision.IT_IS_THERE, Trace::open));
    }

    @Test
    void itCountsWhenTheCarIsThereMayBeThereOrWillBeSent() {
        assertEquals(EnumSet.of(State.WAITING, State.SENDING, State.ACCEPTED, State.UNKNOWN),
                which(Decision.NONE, Trace::counts));
        assertEquals(EnumSet.of(State.WAITING, State.SENDING, State.ACCEPTED),
                which(Decision.SENT_AGAIN, Trace::counts));
    }
}
