package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.CountingServer;
import app.forecourt.http.CountingServer.Deed;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that saves and sends is killed at random moments, over and over in the same home, beside a server that
 * counts: no acknowledged save is lost, and no car is posted twice or taken without a trace in the journal.
 */
class KillTest {
    private static final int HOMES = 2;

    @TempDir
    Path homes;

    @Test
    void killedAtAnyMomentNothingIsLostAndNothingIsSentTwice() throws IOException {
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
        Tally all = running.stream().map(CompletableFuture::join).reduce(new Tally(), Tally::plus);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        List<String> report = all.report(kills, seed, took);
        Files.write(Path.of("target", "kill-test.md"), report);
        System.out.println(all.line(kills, seed, took));
        assertEquals(List.of(), all.wrong());
        // Or nothing was shown.
        assertTrue(kills < 20 || all.hitOnTheWay > 0 && all.hitWhileStarting > 0 && all.taken > 0,
                report::toString);
    }

    private Tally inOneHome(int number, int kills, long seed) {
        try (var staging = new CountingServer(car -> deed(5));
                var production = new Flickering()) {
            var home = new KilledHome(Files.createDirectory(homes.resolve("home-" + number)), staging,
                    production.server, seed);
            for (int kill = 0; kill < kills; kill++) {
                home.kill();
                home.check();
            }
            production.steady = true;
            production.server.take();
            home.finish();
            home.check();
            return home.tally();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** What the server does with a car: mostly it takes it. */
    private static Deed deed(int badOfTen) {
        var random = ThreadLocalRandom.current();
        Duration late = Duration.ofMillis(random.nextInt(12));
        if (random.nextInt(10) >= badOfTen) {
            return new Deed(Reset.NEVER, 201, late);
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Deed(Reset.NEVER, 500, late);
            case 1 -> new Deed(Reset.AFTER_BODY, 500, late);
            case 2 -> new Deed(Reset.AFTER_BODY, 201, late);
            default -> new Deed(Reset.WITHIN_ANSWER, 201, late);
        };
    }

    /** A server whose port refuses for a while after every few cars. */
    private static final class Flickering implements AutoCloseable {
        final CountingServer server = new CountingServer(this::deed);
        volatile boolean steady;

        Flickering() throws IOException {}

        private Deed deed(String car) {
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
                server.take();
            } catch (IOException portIsTaken) {
                throw new AssertionError(portIsTaken);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    /** What was seen. */
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

        List<String> wrong() {
            var wrong = new ArrayList<String>();
            for (List<String> kind : List.of(lostSaves, postedTwice, withoutRow, wrongState, unsound)) {
                kind.stream().distinct().limit(10).forEach(wrong::add);
            }
            return wrong;
        }

        String line(int kills, long seed, Duration took) {
            return String.format(Locale.ROOT,
                    "%d kills (seed %d, %d s): %d saves, %d lost; %d clicks, %d POSTs, %d posted twice;"
                            + " %d taken, %d without a row",
                    kills, seed, took.toSeconds(), saves, lostSaves.size(), going, posts, postedTwice.size(),
                    taken, withoutRow.size());
        }

        List<String> report(int kills, long seed, Duration took) {
            return List.of(
                    "What was left after the program was killed, without its window; counted by KillTest.",
                    "",
                    "| what | count |", "|---|---|",
                    "| kills (SIGKILL), seed " + seed + ", " + took.toSeconds() + " s | " + kills + " |",
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
