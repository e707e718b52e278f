package app.forecourt.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.LongWait;
import app.forecourt.testing.StartedProgram;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a process whose FX thread ends without closing, as on Windows after a request to close all windows. */
@Timeout(LongWait.TEST_SECONDS)
class CloseOnProcessEndTest {
    @Test
    void endOfFxThreadClosesAndEnds() throws Exception {
        assertEquals(
                List.of("closed"),
                StartedProgram.start(List.of(), EndingFxThread.class).end());
    }

    /** A program that would run for ever, because JavaFX's launcher waits for the FX thread to tell its end. */
    static final class EndingFxThread {
        private EndingFxThread() {}

        public static void main(String[] args) throws InterruptedException {
            Thread.ofPlatform()
                    .start(() ->
                            CloseOnProcessEnd.install(new FutureTask<>(() -> StartedProgram.print("closed"), null)));
            Thread.currentThread().join();
        }
    }
}
