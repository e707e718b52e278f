package app.forecourt.file;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Reader of folders. */
public final class Folders {
    private Folders() {}

    /** Returns the names of the files and folders in a folder. */
    public static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(toSet());
        }
    }
}
