package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.CountingServer;
import app.forecourt.http.CountingServer.Reaction;
import app.forecourt.http.CountingServer.Reset;
import app.forecourt.proof.ProofTable;
import app.forecourt.testing.StartedProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills of a saving and sending program at random moments, repeatedly in the same home, with a server that counts. No
 * acknowledged save may be lost. No car may be posted twice or accepted without a row in the journal.
 */
@Tag("stress")
class KillTest {
    static final long SEED = Long.getLong("forecourt.kills.seed", 20261124);
    /** The maximum delay of a kill after the awaited line, in milliseconds. */
    private static final int MAX_DELAY = 900;
    /** The awaited lines: kills during the start, the opening and the work, independent of the computer's speed. */
    private static final List<String> AWAITED_LINES = List.of("begun", "found", "going", "going");

    @TempDir
    Path homes;

    private final ProofTable table = new ProofTable();

    @Test
    void killLosesNoSaveAndSendsNoCarTwice() throws IOException {
        int kills = Integer.getInteger("forecourt.kills", 50);
        table.put("kills (SIGKILL), seed " + SEED, kills);
        KilledHome.inTwoHomes(kills, this::kill);
        table.publish("kill-test.txt");
        // The test proves nothing if no kill hit such a moment.
        assertTrue(
                kills < 20
                        || table.count(KilledHome.ON_THE_WAY) > 0
                                && table.count(KilledHome.EARLY) > 0
                                && table.count("cars the servers took") > 0,
                table::toString);
    }

    private void kill(int number, int kills) throws Exception {
        var random = new Random(SEED + number);
        Path directory = homes.resolve("home-" + number);
        try (var staging = new CountingServer(_ -> reaction(5, 12));
                var production = new UnreliableServer()) {
            KilledHome.signIn(directory, staging, production.server, Clock.systemUTC());
            var home = new KilledHome(directory, 0, table, staging, production.server);
            for (int kill = 0; kill < kills; kill++) {
                StartedProgram program = SenderMain.start(directory, homes, SenderMain.BUSY, random.nextLong());
                String line = AWAITED_LINES.get(random.nextInt(AWAITED_LINES.size()));
                assertTrue(program.killAfter(line, 1, random.nextInt(MAX_DELAY)), program::errors);
                table.add(KilledHome.EARLY, program.hasPrinted("found") ? 0 : 1);
                home.check(program);
            }
            production.steady = true;
            production.server.accept();
            StartedProgram last = SenderMain.start(directory, homes);
            last.end();
            home.check(last);
            home.countPosts();
        }
    }

    /** Returns the reaction of a server to a car. Most reactions accept the car. */
    static Reaction reaction(int failuresOfTen, int mostMillis) {
        var random = ThreadLocalRandom.current();
        Duration delay = Duration.ofMillis(random.nextInt(mostMillis));
        if (random.nextInt(10) >= failuresOfTen) {
            return new Reaction(Reset.NEVER, 201, delay);
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Reaction(Reset.NEVER, 500, delay);
            case 1 -> new Reaction(Reset.AFTER_BODY, 500, delay);
            case 2 -> new Reaction(Reset.AFTER_BODY, 201, delay);
            default -> new Reaction(Reset.WITHIN_ANSWER, 201, delay);
        };
    }

    /** A server whose port refuses connections for a while after every few cars. */
    private static final class UnreliableServer implements AutoCloseable {
        final CountingServer server = new CountingServer(this::react);
        volatile boolean steady;

        UnreliableServer() throws IOException {}

        private Reaction react(String car) {
            try {
                if (!steady && !car.isEmpty() && ThreadLocalRandom.current().nextInt(3) == 0) {
                    server.refuse();
                    CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS)
                            .execute(this::accept);
                }
                return reaction(2, 12);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private void accept() {
            try {
                server.accept();
            } catch (IOException portIsTaken) {
                throw new UncheckedIOException(portIsTaken);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
