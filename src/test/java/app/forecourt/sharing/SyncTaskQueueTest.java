package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.LongWait;
import app.forecourt.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Test of the pauses between the rounds of a sync. */
class SyncTaskQueueTest {
    private final SettableClock clock = new SettableClock();
    private final SyncTaskQueue tasks = new SyncTaskQueue(clock);

    @Test
    void pauseIsShortWhileUserIsAtWork() {
        assertEquals(Duration.ofSeconds(2), tasks.pullInterval(), "after the start");
        clock.advanceMinutes(1);
        assertEquals(Duration.ofSeconds(30), tasks.pullInterval());
        tasks.onUse();
        clock.advanceSeconds(59);
        assertEquals(Duration.ofSeconds(2), tasks.pullInterval());
    }

    @Timeout(LongWait.TEST_SECONDS)
    @Test
    void longPauseEndsWhenUserComesBack() {
        clock.advanceMinutes(1);
        tasks.onUse();
        tasks.await(Duration.ofDays(1));
    }
}
