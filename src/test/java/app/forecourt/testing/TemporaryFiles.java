package app.forecourt.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The temporary folders of the program, which must not stay. */
public final class TemporaryFiles {
    private TemporaryFiles() {}

    /** Returns the folders that exist now. */
    public static Set<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("forecourt"))
                    .collect(Collectors.toSet());
        }
    }

    /** Asserts that there are no new folders. Waits for other processes to delete theirs. */
    public static void assertNoNewFolders(Set<Path> expected) {
        Awaitility.await("temporary folders to go").until(TemporaryFiles::folders, expected::containsAll);
    }
}
