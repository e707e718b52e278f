package app.forecourt.journal;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.ProofTest;
import app.forecourt.testing.StartedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that a kill during the replacement of a damaged file loses nothing. */
class JournalFileRestorerTest extends JournalFixture {
    private static final String NUMBER = "0b5c1e3e-0b5c-4e3e-9b5c-0b5c1e3e0b5c";
    private static final int CARS = 400;

    /** A program that opens a damaged journal, which recovers it. */
    static final class RecoversMain {
        private RecoversMain() {}

        public static void main(String... args) {
            Path file = Path.of(args[0]);
            System.out.println("begins");
            try (Journal journal = new Journal(file, file.resolveSibling("copies"), List.of(), Clock.systemUTC())) {
                journal.open();
                System.out.println("recovered");
                journal.check();
            }
        }
    }

    private byte[] damagedFile() throws Exception {
        writeLarge(file(), CARS);
        writeBackup(file());
        overwrite(file(), 0, 100);
        return Files.readAllBytes(file());
    }

    @Test
    void killAfterTheFirstStepLosesNothing() throws Exception {
        byte[] damaged = damagedFile();
        Files.move(file(), file().resolveSibling("journal.db.bad"));
        try (Journal journal = open()) {
            assertEquals(JournalOpenState.Kind.DAMAGED, journal.open().kind());
            assertCount(CARS, journal);
            assertEquals(
                    CARS,
                    journal.stock().stream()
                            .mapToInt(row -> row.submissions().size())
                            .sum());
        }
        assertEquals(Set.of("journal.db", "journal.db.bad"), fileNames(file().getParent()));
        assertArrayEquals(damaged, Files.readAllBytes(file().resolveSibling("journal.db.bad")));
    }

    @ProofTest
    void killAtAnyMomentLosesNothing() throws Exception {
        long seed = 20_261_127;
        Random random = new Random(seed);
        byte[] damaged = damagedFile();
        int before = 0;
        for (int round = 0; round < 8; round++) {
            for (String name : fileNames(file().getParent())) {
                Files.delete(file().resolveSibling(name));
            }
            Files.write(file(), damaged);
            var program = StartedProgram.start(List.of(), RecoversMain.class, file());
            // The kill comes earlier each time, because some computers are fast.
            program.killAfter("begins", 1, random.nextInt(Math.max(20, 2_500 >> round)));
            before += program.hasPrinted("recovered") ? 0 : 1;
            try (Journal journal = open()) {
                assertCount(CARS, journal);
                assertEmpty(journal.waitingSubmissions());
            }
            assertArrayEquals(damaged, Files.readAllBytes(file().resolveSibling("journal.db.bad")));
        }
        System.out.printf("recovery: seed %d, 8 kills, %d before its end, 0 cars lost%n", seed, before);
        assertTrue(before > 0, "no kill hit the recovery");
    }

    @Test
    void halfWrittenFilesAreDeleted() throws Exception {
        writeLarge(file(), 0);
        Path left = file().resolveSibling("journal.db" + NUMBER + ".new");
        Files.writeString(left, "half");
        Files.writeString(file().resolveSibling("journal.db" + NUMBER + ".new-wal"), "half");
        Path other = Files.writeString(file().resolveSibling("preferences.json." + NUMBER + ".new"), "being written");
        open().open();
        closeAll();
        assertFalse(Files.exists(left));
        assertEquals(Set.of("journal.db", other.getFileName().toString()), fileNames(file().getParent()));
    }
}
