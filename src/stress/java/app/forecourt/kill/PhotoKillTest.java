package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills of a program that prepares and uploads 50 photos, at random moments and repeatedly, until all photos are public.
 * Then the next 50 begin. The web space outlives the kills. No photo may be lost, put twice under two names, or have an
 * address that does not answer.
 */
@Tag("stress")
@Tag("report")
class PhotoKillTest {
    private static final int HOMES = 2;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int SHAPES = 40;

    @TempDir
    Path work;

    @Test
    void killLosesNoPhotoAndPutsNoneTwice() throws IOException {
        int kills = Integer.getInteger("forecourt.kills.photos", 6);
        long seed = Long.getLong("forecourt.kills.seed", 20261124);
        long begun = System.nanoTime();
        Path pictures = Files.createDirectory(work.resolve("pictures"));
        int count = PhotoVictimMain.PHOTOS_OF_CARS.stream().mapToInt(Integer::intValue).sum();
        for (int number = 0; number < count; number++) {
            draw(number, pictures.resolve(String.format(Locale.ROOT, "IMG_%02d.jpg", number)));
        }
        var running = new ArrayList<CompletableFuture<Tally>>();
        for (int home = 0; home < HOMES; home++) {
            int number = home;
            int share = kills / HOMES + (number < kills % HOMES ? 1 : 0);
            running.add(CompletableFuture.supplyAsync(() -> inOneHome(number, pictures, share, seed + number),
                    Thread::startVirtualThread));
        }
        Tally total = running.stream().map(CompletableFuture::join).reduce(new Tally(), Tally::plus);
        Duration duration = Duration.ofNanos(System.nanoTime() - begun);

        List<String> report = total.report(seed, duration);
        Files.write(Path.of("target", "kill-test-photos.md"), report);
        System.out.println(String.join("\n", report));
        assertEquals(List.of(), total.wrong);
        assertEquals(kills, total.kills);
        // The test proves nothing if no kill hit such a moment.
        assertTrue(kills < 20 || total.chosen > 0 && total.prepared > 0 && total.stored > 0
                && total.whileStarting > 0 && total.unlisted > 0, report::toString);
    }

    private Tally inOneHome(int number, Path pictures, int kills, long seed) {
        try (var home = new PhotoKilledHome(Files.createDirectory(work.resolve("home-" + number)), pictures,
                seed)) {
            while (home.tally().kills < kills) {
                home.killOrEnd();
            }
            home.end();
            return home.tally();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void draw(int seed, Path file) throws IOException {
        var random = new Random(seed);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int shape = 0; shape < SHAPES; shape++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(WIDTH),
                    random.nextInt(HEIGHT));
        }
        pen.dispose();
        ImageIO.write(image, "jpeg", file.toFile());
    }

    /** The counts of all runs and the errors found. */
    static final class Tally {
        int kills;
        int runs;
        int whileStarting;
        int chosen;
        int prepared;
        int stored;
        /** Files that the journal knew at a kill, and whose lines were not saved yet. */
        int unlisted;
        int added;
        int answers;
        final List<String> wrong = new ArrayList<>();

        Tally plus(Tally other) {
            kills += other.kills;
            runs += other.runs;
            whileStarting += other.whileStarting;
            chosen += other.chosen;
            prepared += other.prepared;
            stored += other.stored;
            unlisted += other.unlisted;
            added += other.added;
            answers += other.answers;
            other.wrong.stream().distinct().limit(10).forEach(wrong::add);
            return this;
        }

        /** Adds an error unless a condition holds. */
        void require(boolean condition, String otherwise) {
            if (!condition) {
                wrong.add(otherwise + " (run " + runs + ", kill " + kills + ")");
            }
        }

        private int count(String kind) {
            return (int) wrong.stream().filter(text -> text.contains(kind)).count();
        }

        List<String> report(long seed, Duration duration) {
            return List.of(
                    "What was left after the program was killed while 50 photos at a time were on their way;"
                            + " counted by PhotoKillTest.",
                    "",
                    "| what | count |", "|---|---|",
                    "| kills (SIGKILL), seed " + seed + ", " + duration.toSeconds() + " s | " + kills + " |",
                    "| of these before the journal was open | " + whileStarting + " |",
                    "| runs of 50 photos | " + runs + " |",
                    "| photos at a kill: chosen, prepared, on the web space and not public | " + chosen + ", "
                            + prepared + ", " + stored + " |",
                    "| photos at a kill whose lines were not saved yet | " + unlisted + " |",
                    "| files that were added | " + added + " |",
                    "| addresses that were fetched and compared | " + answers + " |",
                    "| files lost | " + count(PhotoReconciliation.LOST) + " |",
                    "| pictures put under two names | " + count(PhotoReconciliation.TWICE) + " |",
                    "| addresses in a car that did not answer | " + count(PhotoReconciliation.SILENT) + " |",
                    "| all that was wrong, unsound journals and left files too | " + wrong.size() + " |");
        }
    }
}
