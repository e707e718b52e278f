package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.photos.FtpWebSpace;
import app.forecourt.photo.PhotoHost;
import app.forecourt.proof.ProofTable;
import app.forecourt.testing.Cases;
import app.forecourt.testing.StartedProgram;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills of a program that prepares and uploads photos, at random moments and repeatedly, until all photos are public.
 * Then the next 50 begin. The web space outlives the kills. No photo may be lost, put twice under two names, or have an
 * address that does not answer.
 */
@Tag("stress")
class PhotoKillTest {
    private static final String KILLS = "kills (SIGKILL), seed " + KillTest.SEED;
    private static final int PHOTOS = Cases.times(12, 50);
    /** Far apart, so that no two pictures are the same after their compression. */
    private static final int COLOR_STEP = 0x9e3779;

    @TempDir
    Path work;

    private final ProofTable table = new ProofTable();

    @Test
    void killLosesNoPhotoAndPutsNoneTwice() throws IOException {
        int kills = Integer.getInteger("forecourt.kills.photos", 6);
        KilledHome.inTwoHomes(kills, this::killInOneHome);
        table.publish("kill-test-photos.txt");
        assertEquals(kills, table.count(KILLS));
        // The test proves nothing if no kill hit such a moment.
        assertTrue(
                kills < 20
                        || PhotoReconciliation.MOMENTS.stream().allMatch(row -> table.count(row) > 0)
                                && table.count(KilledHome.EARLY) > 0,
                table::toString);
    }

    /** Draws the files of a run. They differ from those of other runs, whose addresses they would get. */
    private Path pictures(int number, int run) throws IOException {
        Path folder = Files.createDirectory(work.resolve("pictures-" + number + "-" + run));
        for (int picture = 0; picture < PHOTOS; picture++) {
            Files.write(
                    folder.resolve(String.format(Locale.ROOT, "IMG_%02d.jpg", picture)),
                    PhotoHost.picture("jpeg", 640, 480, new Color((run * PHOTOS + picture) * COLOR_STEP)));
        }
        return folder;
    }

    private void killInOneHome(int number, int kills) throws IOException {
        var random = new Random(KillTest.SEED + number);
        Path home = Files.createDirectory(work.resolve("home-" + number));
        try (var webSpace = new FtpWebSpace()) {
            Files.writeString(
                    home.resolve("preferences.json"),
                    "{\"profile\": \"staging\", \"keepSecrets\": \"file\", " + webSpace.preferences(webSpace.site())
                            + "}");
            Path pictures = pictures(number, 0);
            var reconciliation = new PhotoReconciliation(home, pictures, webSpace, table);
            // The files of the present run whose lines were saved.
            Set<String> added = new HashSet<>();
            int runs = 0;
            boolean isUnderWay = true;
            for (int killed = 0; killed < kills || isUnderWay; ) {
                boolean hasJournal = Files.exists(home.resolve("journal.db"));
                StartedProgram program = StartedProgram.start(
                        List.of("-Djava.awt.headless=true", "-Dforecourt.staging.url=http://127.0.0.1:1"),
                        PhotoVictimMain.class,
                        home,
                        random.nextLong(),
                        pictures,
                        "run" + runs);
                boolean isKilled = killed < kills && kill(program, random);
                program.join();
                boolean hasEnded = program.hasPrinted("ended");
                assertTrue(isKilled || hasEnded, program::errors);
                if (!hasEnded) {
                    killed++;
                    table.add(KILLS, 1);
                    table.add(KilledHome.EARLY, program.hasPrinted("found") ? 0 : 1);
                }
                program.lines().forEach(line -> read(line, hasJournal, added));
                reconciliation.check("run" + runs, added, hasEnded);
                isUnderWay = !hasEnded;
                if (hasEnded) {
                    runs++;
                    added.clear();
                    pictures = pictures(number, runs);
                    reconciliation = new PhotoReconciliation(home, pictures, webSpace, table);
                }
            }
        }
    }

    /** Kills the program, unless all photos are public before. */
    private static boolean kill(StartedProgram program, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> program.killAfter("begun", 1, random.nextInt(900));
            case 1 -> program.killAfter("found", 1, random.nextInt(300));
            case 2 -> program.killAfter("added", 1 + random.nextInt(4), random.nextInt(400));
            case 3 -> program.killAfter("photo STORED", 1 + random.nextInt(20), random.nextInt(20));
            case 4 -> program.killAfter("photo PUBLIC", 1 + random.nextInt(15), random.nextInt(20));
            default -> program.killAfter("photo", 1 + random.nextInt(80), random.nextInt(60));
        };
    }

    private void read(String line, boolean hasJournal, Set<String> added) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "begun", "ended" -> {}
            case "found" -> KilledHome.requireFound(words[1], hasJournal, table);
            case "photo" -> table.require(words.length == 3, line);
            case "added" -> added.addAll(List.of(words).subList(1, words.length));
            case "lost" -> table.require(false, words[1] + " is lost after a restart");
            default -> throw new AssertionError(line);
        }
    }
}
