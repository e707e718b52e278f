package app.forecourt.model.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.RequestLimitReason;
import app.forecourt.model.connection.ConnectionModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the pause before the option list is loaded again. */
class OptionRefreshPolicyTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    /** Returns the minutes after the start at which the list is loaded, if the due time is checked every 15 seconds. */
    private static List<Long> loadMinutes(Duration limit, Duration span) {
        var loadings = new ArrayList<Long>();
        Instant due = START;
        for (Instant look = START; !look.isAfter(START.plus(span)); look = look.plusSeconds(15)) {
            if (!ConnectionModel.isAhead(due, look)) {
                loadings.add(Duration.between(START, look).toMinutes());
                due = OptionRefreshPolicy.nextLoad(new OptionsOutcome.Limited(look.plus(limit)), loadings.size(), look)
                        .orElseThrow();
            }
        }
        return loadings;
    }

    @Test
    void shortLimitGrowsToHalfAnHour() {

        assertEquals(
                List.of(0L, 1L, 3L, 7L, 15L, 31L, 61L, 91L, 121L, 151L),
                loadMinutes(Duration.ofSeconds(1), Duration.ofHours(3)));
    }

    @Test
    void longLimitIsExact() {
        assertEquals(List.of(0L, 20L, 40L, 60L), loadMinutes(Duration.ofMinutes(20), Duration.ofHours(1)));
    }

    @Test
    void signInWaitIsNotExtended() {
        Instant until = START.plusSeconds(1);
        for (RequestLimitReason reason : List.of(RequestLimitReason.SIGN_IN_FAILED, RequestLimitReason.SIGN_IN_COUNT)) {
            assertEquals(
                    Optional.of(until),
                    OptionRefreshPolicy.nextLoad(new OptionsOutcome.Limited(until, reason), 7, START));
        }
    }
}
