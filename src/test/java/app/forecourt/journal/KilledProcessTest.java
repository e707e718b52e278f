package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.proof.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A process that begins one journal after the other and is killed at any moment of it. */
class KilledProcessTest extends JournalFixture {
    private static final Random RANDOM = new Random();

    /** Begins journals in the folders 0, 1, 2… and says when a car is saved in one. */
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
    void whileItBeginsNoHalfOneIsTakenAndNothingSavedIsLost() throws Exception {
        for (int round = 0; round < 5; round++) {
            Path root = home.resolve("round " + round);
            int acknowledged = killed(root);
            List<Path> folders;
            try (Stream<Path> found = Files.list(root)) {
                folders = found.toList();
            }
            assertTrue(acknowledged > 0 && folders.size() >= acknowledged);
            for (Path folder : folders) {
                int number = Integer.parseInt(folder.getFileName().toString());
                try (Journal journal = open(folder.resolve("journal.db"))) {
                    assertNotEquals(JournalState.Kind.DAMAGED, journal.open().kind());
                    assertTrue(journal.open().isKept());
                    assertTrue(number >= acknowledged || row(journal, new UUID(0, number)).isPresent());
                }
            }
        }
    }

    /** How many cars it had said are saved when it was killed. */
    private static int killed(Path root) throws Exception {
        Path said = root.resolveSibling(root.getFileName() + ".txt");
        Process process = new ProcessBuilder(
                JavaProcess.command(List.of(), BeginsMain.class, root.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile()).start();
        try {
            while (Files.size(said) == 0) {
                assertFalse(process.waitFor(1, TimeUnit.MILLISECONDS), "it ended by itself");
            }
            // Not waited for anything: the moment of the kill is the point.
            process.waitFor(RANDOM.nextInt(300), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
        // A last line without its end may be half a number.
        String lines = Files.readString(said);
        assertTrue(lines.startsWith("0"), lines);
        return (int) lines.chars().filter(sign -> sign == '\n').count();
    }
}
