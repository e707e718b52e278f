package app.forecourt.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.start.StartupTimeline.Stage;
import app.forecourt.testing.SettableClock;
import java.time.Duration;
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

    @Test
    void processStartMatchesJvmUptime() {
        StartupTimeline process = StartupTimeline.ofProcess();
        process.reach(Stage.MAIN);
        long millis = Long.parseLong(process.toString().replace("main ", ""));
        long uptime = java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime();
        // The process is a little older than its virtual machine. The system counts in hundredths of a second.
        assertEquals(uptime, millis, 500, "beside the virtual machine's own count");
    }
}
