package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.CountingServer;
import app.forecourt.http.CountingServer.Reaction;
import app.forecourt.http.CountingServer.Reset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills of a saving and sending program at random moments, repeatedly in the same home, with a server that counts. No
 * acknowledged save may be lost. No car may be posted twice or accepted without a row in the journal.
 */
@Tag("stress")
@Tag("report")
class KillTest {
    private static final int HOMES = 2;

    @TempDir
    Path homes;

    @Test
    void killLosesNoSaveAndSendsNoCarTwice() throws IOException {
        int kills = Integer.getInteger("forecourt.kills", 50);
        long seed = Long.getLong("forecourt.kills.seed", 20261124);
        long begun = System.nanoTime();
        List<CompletableFuture<Tally>> running = new ArrayList<>();
        for (int home = 0; home < HOMES; home++) {
            int number = home;
            running.add(CompletableFuture.supplyAsync(
                    () -> inOneHome(number, kills / HOMES + (number < kills % HOMES ? 1 : 0), seed + number),
                    Thread::startVirtualThread));
        }
        Tally total = running.stream().map(CompletableFuture::join).reduce(new Tally(), Tally::plus);
        Duration duration = Duration.ofNanos(System.nanoTime() - begun);

        List<String> report = total.report(kills, seed, duration);
        Files.write(Path.of("target", "kill-test.md"), report);
        System.out.println(total.line(kills, seed, duration));
        assertEquals(List.of(), total.errors());
        // The test proves nothing if no kill hit such a moment.
        assertTrue(kills < 20 || total.hitOnTheWay > 0 && total.hitWhileStarting > 0 && total.taken > 0,
                report::toString);
    }

    private Tally inOneHome(int number, int kills, long seed) {
        try (var staging = new CountingServer(car -> deed(5));
                var production = new UnreliableServer()) {
            var home = new KilledHome(Files.createDirectory(homes.resolve("home-" + number)), staging,
                    production.server, seed);
            for (int kill = 0; kill < kills; kill++) {
                home.kill();
                home.check();
            }
            production.steady = true;
            production.server.accept();
            home.finish();
            home.check();
            return home.tally();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Returns the reaction of the server to a car. Most reactions accept the car. */
    private static Reaction deed(int failuresOfTen) {
        var random = ThreadLocalRandom.current();
        Duration delay = Duration.ofMillis(random.nextInt(12));
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
        final CountingServer server = new CountingServer(this::deed);
        volatile boolean steady;

        UnreliableServer() throws IOException {}

        private Reaction deed(String car) {
            if (!steady && !car.isEmpty() && ThreadLocalRandom.current().nextInt(3) == 0) {
                try {
                    server.refuse();
                } catch (IOException failed) {
                    throw new AssertionError(failed);
                }
                CompletableFuture.delayedExecutor(150, java.util.concurrent.TimeUnit.MILLISECONDS)
                        .execute(this::takeAgain);
            }
            return KillTest.deed(2);
        }

        private void takeAgain() {
            try {
                server.accept();
            } catch (IOException portIsTaken) {
                throw new AssertionError(portIsTaken);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    /** The counts of a run and the errors found. */
    static final class Tally {
        int hitWhileStarting;
        int hitOnTheWay;
        int saves;
        int going;
        int twiceClicked;
        int posts;
        int taken;
        int stillWaiting;
        final List<String> lostSaves = new ArrayList<>();
        final List<String> postedTwice = new ArrayList<>();
        final List<String> withoutRow = new ArrayList<>();
        final List<String> wrongState = new ArrayList<>();
        final List<String> unsound = new ArrayList<>();

        Tally plus(Tally other) {
            hitWhileStarting += other.hitWhileStarting;
            hitOnTheWay += other.hitOnTheWay;
            saves += other.saves;
            going += other.going;
            twiceClicked += other.twiceClicked;
            posts += other.posts;
            taken += other.taken;
            stillWaiting += other.stillWaiting;
            lostSaves.addAll(other.lostSaves);
            postedTwice.addAll(other.postedTwice);
            withoutRow.addAll(other.withoutRow);
            wrongState.addAll(other.wrongState);
            unsound.addAll(other.unsound);
            return this;
        }

        List<String> errors() {
            var wrong = new ArrayList<String>();
            for (List<String> kind : List.of(lostSaves, postedTwice, withoutRow, wrongState, unsound)) {
                kind.stream().distinct().limit(10).forEach(wrong::add);
            }
            return wrong;
        }

        String line(int kills, long seed, Duration duration) {
            return String.format(Locale.ROOT,
                    "%d kills (seed %d, %d s): %d saves, %d lost; %d clicks, %d POSTs, %d posted twice;"
                            + " %d taken, %d without a row",
                    kills, seed, duration.toSeconds(), saves, lostSaves.size(), going, posts,
                    postedTwice.size(),
                    taken, withoutRow.size());
        }

        List<String> report(int kills, long seed, Duration duration) {
            return List.of(
                    "What was left after the program was killed, without its window; counted by KillTest.",
                    "",
                    "| what | count |", "|---|---|",
                    "| kills (SIGKILL), seed " + seed + ", " + duration.toSeconds() + " s | " + kills + " |",
                    "| of these before the journal was open | " + hitWhileStarting + " |",
                    "| cars that were on their way at a kill | " + hitOnTheWay + " |",
                    "| acknowledged saves | " + saves + " |",
                    "| acknowledged saves lost | " + lostSaves.size() + " |",
                    "| clicks that were told it goes | " + going + " |",
                    "| second clicks on the same car that were held back | " + twiceClicked + " |",
                    "| POSTs the servers received | " + posts + " |",
                    "| cars posted more than once | " + postedTwice.size() + " |",
                    "| cars the servers took | " + taken + " |",
                    "| taken or asked for without a row in the journal | " + withoutRow.size() + " |",
                    "| cars in a wrong state (posted and waiting, taken and not sent …) | "
                            + wrongState.size()
                            + " |",
                    "| waiting at a kill, sent after a later start | " + stillWaiting + " |",
                    "| journals not sound at the next start | " + unsound.size() + " |");
        }
    }
}
