package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests of a process that is killed while it has a temporary copy of a journal: no copy is left after the next start.
 */
@Tag("stress")
@Tag("proof")
class KilledWhileCopyingTest extends JournalFixture {

    /** A program that restores the same backup repeatedly. */
    static final class TakesMain {
        private TakesMain() {}

        public static void main(String... args) {
            Path file = Path.of(args[0]);
            try (Journal journal = new Journal(file, file.resolveSibling("copies"), Clock.systemUTC())) {
                while (true) {
                    journal.merge(Path.of(args[1]), true);
                }
            }
        }
    }

    private static List<Path> filesBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().equals("journal.db")).toList();
        }
    }

    @Test
    void noTemporaryCopyIsLeft() throws Exception {
        Path temporary = Files.createDirectory(home.resolve("tmp"));
        Path copy = home.resolve("copy.db");
        LargeJournal.write(copy, 500, 0, clock.instant());
        LargeJournal.write(file(), 1, 0, clock.instant());
        Process process = new ProcessBuilder(JavaProcess.command(
                List.of("-Djava.io.tmpdir=" + temporary), TakesMain.class, file().toString(),
                copy.toString()))
                .redirectErrorStream(true).redirectOutput(home.resolve("said").toFile()).start();
        List<Path> seen = new ArrayList<>();
        try {
            while (seen.isEmpty()) {
                assertTrue(process.isAlive(), "it ended by itself");
                process.waitFor(1, TimeUnit.MILLISECONDS);
                filesBelow(temporary).forEach(seen::add);
                filesBelow(file().resolveSibling("")).stream().filter(path -> !path.equals(file()))
                        .forEach(seen::add);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertEquals(List.of(), filesBelow(temporary), "nothing among the system's temporary files");
        try (Journal journal = open()) {
            journal.open();
        }
        assertEquals(List.of(file()), filesBelow(file().resolveSibling("")));
        assertFalse(Files.exists(file().resolveSibling("temporary")));
    }
}
