package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.testing.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of a process that creates one journal after the other and is killed at any moment. */
@Tag("stress")
class KilledProcessTest extends JournalFixture {
    private static final Random RANDOM = new Random();

    /** A program that creates journals in the folders 0, 1, 2… and prints when a car is saved in one. */
    static final class BeginsMain {
        private BeginsMain() {}

        public static void main(String... args) {
            for (int number = 0;; number++) {
                Path folder = Path.of(args[0]).resolve("" + number);
                try (Journal journal = new Journal(folder.resolve("journal.db"), folder.resolve("copies"),
                        Clock.systemUTC())) {
                    journal.open();
                    journal.save(new UUID(0, number), CarDraft.EMPTY, Set.of());
                    System.out.println(number);
                }
            }
        }
    }

    @Test
    void killDuringCreationLosesNoSavedCar() throws Exception {
        for (int round = 0; round < 5; round++) {
            Path root = home.resolve("round " + round);
            int acknowledged = runAndKill(root);
            List<Path> folders;
            try (Stream<Path> found = Files.list(root)) {
                folders = found.toList();
            }
            assertTrue(acknowledged > 0 && folders.size() >= acknowledged);
            for (Path folder : folders) {
                int number = Integer.parseInt(folder.getFileName().toString());
                try (Journal journal = open(folder.resolve("journal.db"))) {
                    assertNotEquals(JournalState.Kind.DAMAGED, journal.open().kind());
                    assertTrue(journal.open().isDurable());
                    assertTrue(number >= acknowledged || row(journal, new UUID(0, number)).isPresent());
                }
            }
        }
    }

    /** Runs the program, kills it, and returns the number of cars that it reported as saved. */
    private static int runAndKill(Path root) throws Exception {
        Path said = root.resolveSibling(root.getFileName() + ".txt");
        Process process = new ProcessBuilder(
                JavaProcess.command(List.of(), BeginsMain.class, root.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile()).start();
        try {
            while (Files.size(said) == 0) {
                assertFalse(process.waitFor(1, TimeUnit.MILLISECONDS), "it ended by itself");
            }
            // No wait for an event, because the kill must come at any moment.
            process.waitFor(RANDOM.nextInt(300), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
        // The last line may be incomplete.
        String lines = Files.readString(said);
        assertTrue(lines.startsWith("0"), lines);
        return (int) lines.chars().filter(sign -> sign == '\n').count();
    }
}
