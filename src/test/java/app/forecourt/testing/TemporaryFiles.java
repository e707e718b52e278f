package app.forecourt.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folders for a moment that the program makes for itself, which must not stay. */
public final class TemporaryFiles {
    private TemporaryFiles() {}

    /** Those there are now. */
    public static Set<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("forecourt"))
                    .collect(Collectors.toSet());
        }
    }

    /** Waits for those of other programs to go; ours have gone already. */
    public static void assertNoMoreThan(Set<Path> before) throws IOException {
        long end = System.nanoTime() + 10_000_000_000L;
        for (Set<Path> now = folders(); !before.containsAll(now); now = folders()) {
            assertTrue(System.nanoTime() < end, now + " stay");
            Thread.onSpinWait();
        }
    }
}
