package app.forecourt.home;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The deletion of the temporary files from which JavaFX reads fonts. JavaFX deletes them at the end of a program, but
 * not after a kill. For Windows only: there a font in use can't be deleted, and nothing else empties the folder.
 */
public final class TemporaryFontCleaner {
    private static final Pattern FONT = Pattern.compile("\\+JXF\\d+\\.tmp");

    private TemporaryFontCleaner() {}

    /** Deletes the files that are not in use. Blocks on the disk. */
    public static void clean(Path folder, Instant before) {
        try {
            for (Path font : PrivateFile.list(folder, FONT)) {
                if (Files.getLastModifiedTime(font).toInstant().isBefore(before)) {
                    Files.delete(font);
                }
            }
        } catch (IOException inUse) {
            // The next start goes on.
        }
    }
}
