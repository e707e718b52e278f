package app.forecourt.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.start.StartupTimeline.Stage;
import app.forecourt.testing.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests of the times of the start's stages. */
class StartupTimelineTest {
    private final SettableClock clock = new SettableClock();
    private final StartupTimeline timeline = new StartupTimeline(clock, clock.instant());

    private void reach(Stage stage, long millisLater) {
        clock.advance(Duration.ofMillis(millisLater));
        timeline.reach(stage);
    }

    @Test
    void millisecondsCountFromProcessStart() {
        reach(Stage.MAIN, 86);
        reach(Stage.FRAME, 394);
        assertEquals("main 86, frame 480", timeline.toString());
    }

    @Test
    void secondReachIsIgnored() {
        reach(Stage.MAIN, 86);
        reach(Stage.MAIN, 900);
        assertEquals("main 86", timeline.toString());
    }

    private static long millisToMain(StartupTimeline timeline) {
        timeline.reach(Stage.MAIN);
        return Long.parseLong(timeline.toString().replace("main ", ""));
    }

    @Test
    void processStartMatchesJavasOwn() {
        Instant began = ProcessHandle.current().info().startInstant().orElseThrow();
        long before = millisToMain(new StartupTimeline(Clock.systemUTC(), began));
        long process = millisToMain(StartupTimeline.ofProcess());
        long after = millisToMain(new StartupTimeline(Clock.systemUTC(), began));
        // Java's own is up to a second wrong on Linux.
        assertTrue(before - 1000 <= process && process <= after + 1000, process + ", not " + before);
    }
}
