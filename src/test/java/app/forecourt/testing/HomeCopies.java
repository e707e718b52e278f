package app.forecourt.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies of homes, and homes restored from them. */
public final class HomeCopies {
    private HomeCopies() {}

    /** Copies a home as {@code cp -r} does. The content of an existing file is overwritten in place. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                copyFile(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void copyFile(Path path, Path target) throws IOException {
        if (Files.isDirectory(path)) {
            Files.createDirectories(target);
        } else if (Files.exists(target)) {
            Files.write(target, Files.readAllBytes(path));
        } else {
            Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Replaces the journal of a home by that of a copy, in place: another file would be a copy to the journal. */
    public static void restoreJournal(Path copy, Path home) throws IOException {
        for (String file : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
            if (Files.exists(copy.resolve(file))) {
                copyFile(copy.resolve(file), home.resolve(file));
            } else {
                Files.deleteIfExists(home.resolve(file));
            }
        }
    }
}
