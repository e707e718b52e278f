package app.forecourt.desks;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several desks of one stock, each a process of its own, with a real PostgreSQL and a stand-in of AutoChat. Desks and
 * server are killed, the network breaks, clocks are wrong. A checker compares everything at the end. Run with
 * {@code -Ddesks.minutes=60} for the proof.
 */
@Tag("stress")
@Tag("proof")
class DesksTest {
    private static final int FEW = 3;
    private static final int MANY = 10;

    /** Kept after a failure, because no second run repeats it. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path root;

    @Test
    void desksLoseNothingAndSendOnce() throws IOException, InterruptedException {
        double minutes = Double.parseDouble(System.getProperty("forecourt.desks.minutes", "0.5"));
        long seed = Long.getLong("forecourt.desks.seed", System.nanoTime());
        int count = Integer.getInteger("forecourt.desks.count", minutes > 5 ? MANY : FEW);
        System.out.println("desks: seed " + seed + ", " + count + " desks, " + minutes + " minutes");
        try (DesksRun run = new DesksRun(root, seed, count, minutes)) {
            run.run();
            run.check();
            run.table.publish("desks.txt");
        }
    }
}
