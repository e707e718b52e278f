package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.StartupTimeline.Stage;
import app.forecourt.testing.SetClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartupTimelineTest {
    private final SetClock clock = new SetClock();
    private final StartupTimeline startUp = new StartupTimeline(clock, clock.instant());

    private void reach(Stage stage, long millisLater) {
        clock.go(Duration.ofMillis(millisLater));
        startUp.reach(stage);
    }

    @Test
    void tellsMillisecondsSinceTheProcessBegan() {
        reach(Stage.MAIN, 86);
        reach(Stage.FRAME, 394);
        assertEquals("main 86, frame 480", startUp.toString());
    }

    @Test
    void onlyTheFirstTimeCounts() {
        reach(Stage.MAIN, 86);
        reach(Stage.MAIN, 900);
        assertEquals("main 86", startUp.toString());
    }

    @Test
    void processBeganBeforeNowAndNotLongAgo() {
        StartupTimeline own = StartupTimeline.ofProcess();
        own.reach(Stage.MAIN);
        long millis = Long.parseLong(own.toString().replace("main ", ""));
        long uptime = java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime();
        // The process is a little older than its virtual machine; the system counts in hundredths of a second.
        assertEquals(uptime, millis, 500, "beside the virtual machine's own count");
    }
}
