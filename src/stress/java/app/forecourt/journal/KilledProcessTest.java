package app.forecourt.journal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.testing.Cases;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.StartedProgram;
import app.forecourt.testing.TypedCars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of processes that are killed while they create journals, and while they have a temporary copy of one. */
@Tag("stress")
class KilledProcessTest extends JournalFixture {
    private static final Random RANDOM = new Random();

    /** A program that creates journals in the folders 0, 1, 2… and prints when a car is saved in one. */
    static final class BeginsMain {
        private BeginsMain() {}

        public static void main(String... args) {
            for (int number = 0; ; number++) {
                try (Journal journal =
                        journal(Path.of(args[0]).resolve("" + number).resolve("journal.db"))) {
                    journal.open();
                    TypedCars.save(journal, new UUID(0, number), CarDraft.EMPTY, Set.of());
                    System.out.println(number);
                }
            }
        }
    }

    /** A program that restores the same backup repeatedly. */
    static final class TakesMain {
        private TakesMain() {}

        public static void main(String... args) {
            try (Journal journal = journal(Path.of(args[0]))) {
                while (true) {
                    journal.restore(Path.of(args[1]));
                }
            }
        }
    }

    private static Journal journal(Path file) {
        return new Journal(file, file.resolveSibling("copies"), List.of(), Clock.systemUTC());
    }

    @Test
    void killDuringCreationLosesNoSavedCar() throws Exception {
        for (int round = 0; round < Cases.times(2, 5); round++) {
            Path root = home.resolve("round " + round);
            StartedProgram program = StartedProgram.start(List.of(), BeginsMain.class, root);
            assertTrue(program.killAfter("0", 1, RANDOM.nextInt(300)), program::errors);
            // The last line may be incomplete.
            int acknowledged = program.lines().size() - 1;
            List<Path> folders;
            try (Stream<Path> found = Files.list(root)) {
                folders = found.toList();
            }
            assertTrue(folders.size() > acknowledged);
            for (Path folder : folders) {
                int number = Integer.parseInt(folder.getFileName().toString());
                try (Journal journal = open(folder.resolve("journal.db"))) {
                    assertNotEquals(
                            JournalOpenState.Kind.DAMAGED, journal.open().kind());
                    assertTrue(journal.open().isDurable());
                    assertTrue(number > acknowledged
                            || row(journal, new UUID(0, number)).isPresent());
                }
            }
        }
    }

    private static List<Path> unfinishedBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().contains(".new"))
                    .toList();
        }
    }

    @ProofTest
    void noTemporaryCopyIsLeft() throws Exception {
        Path temporary = Files.createDirectory(home.resolve("tmp"));
        Path copy = home.resolve("copy.db");
        writeLarge(copy, 500);
        writeLarge(file(), 1);
        try (var program =
                StartedProgram.start(List.of("-Djava.io.tmpdir=" + temporary), TakesMain.class, file(), copy)) {
            // Files come and go meanwhile.
            await().atMost(Duration.ofMinutes(1))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .ignoreExceptions()
                    .until(() -> !unfinishedBelow(file().getParent()).isEmpty());
            assertTrue(program.isRunning(), program::errors);
        }
        try (Stream<Path> files = Files.list(temporary)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".db")).toList());
        }
        try (Journal journal = open()) {
            journal.open();
        }
        assertEquals(List.of(), unfinishedBelow(file().getParent()));
        assertFalse(Files.exists(file().resolveSibling("temporary")));
    }
}
