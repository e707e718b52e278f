package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.CountingServer;
import app.forecourt.proof.ProofTable;
import app.forecourt.testing.StartedProgram;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills of the whole program with its window at random moments while a robot types and sends cars. The home stays the
 * same over all kills, and a server counts the posts.
 *
 * <p>The rule for typing concerns each text that was in its field more than a second before the kill. This text, or a
 * longer one, must be in the journal. The robot notes the time after it sees the text, and the test notes the time
 * before it kills. Each text that counts as lost is therefore at least a second old. On a slow machine the second is
 * longer, by the time that a key takes there.
 */
@Tag("stress")
@Tag("proof")
class KillTheWindowTest {
    private static final int SAFE_AFTER = 1000;
    private static final int FEW = 5;
    /**
     * The maximum number of keys, or clicks, before a kill. Kills follow events, so that a slow computer gets as far as
     * a fast one.
     */
    private static final int KEYS = 45;

    private static final int CLICKS = 2;
    /** The maximum delay of a kill after the key or click, in milliseconds. */
    private static final int MAX_DELAY = 300;
    /** The maximum delay after the start in milliseconds, for one kill of five, which may come before the window. */
    private static final int MAX_EARLY_DELAY = 2500;

    @TempDir
    Path root;

    @Test
    void killLosesAtMostOneSecondOfTyping() throws Exception {
        int kills = Integer.getInteger("forecourt.kills.window", 5);
        var random = new Random(KillTest.SEED);
        var table = new ProofTable();
        table.put("kills (SIGKILL), seed " + KillTest.SEED, kills);
        try (var staging = new CountingServer(_ -> KillTest.reaction(3, 400))) {
            Path directory = KilledHome.signIn(root.resolve("home"), staging, staging, Clock.systemUTC());
            var home = new KilledHome(directory, SAFE_AFTER, table, staging);
            for (int kill = 1; kill <= kills; kill++) {
                StartedProgram program = StartedProgram.startWithWindow(
                        root.resolve("errors.txt"),
                        List.of("-Dforecourt.home=" + directory),
                        TypingRobotMain.class,
                        "K" + kill,
                        random.nextLong(),
                        home.hasCars());
                boolean isKilled = switch (kill % 5) {
                    case 2 -> program.killAfter("begun", 1, random.nextInt(MAX_EARLY_DELAY));
                    case 1, 4 -> program.killAfter("click", 1 + random.nextInt(CLICKS), random.nextInt(MAX_DELAY));
                    default -> program.killAfter("typed", 1 + random.nextInt(KEYS), random.nextInt(MAX_DELAY));
                };
                assertTrue(isKilled, program::errors);
                home.check(program);
            }
            home.countPosts();
            table.publish("kill-test-window.txt");
            // The test proves nothing without old texts and accepted cars. A single kill may come before any answer.
            assertTrue(
                    table.count(KilledHome.PROMISED) > 0
                            && (kills < FEW || !staging.accepted().isEmpty()),
                    table::toString);
        }
    }
}
