package app.forecourt.journal;

import app.forecourt.journal.database.ColumnMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The location of the journal's file. A file that was copied, moved or put back in place of another has another one. */
final class FileLocation {
    private static final Logger LOG = Logger.getLogger(FileLocation.class.getName());
    /** Names the computer on Linux; other systems are told apart by the file's number and by the log of departures. */
    private static final Path MACHINE = Path.of("/etc/machine-id");

    private FileLocation() {}

    /**
     * Returns the location as a hash, because a path may have the user's name in it.
     *
     * @param file must be there
     * @param log the id of the log of departures
     */
    static String of(Path file, String log) throws IOException {
        return ColumnMapping
                .hash(String.join("\n", machine(), file.toRealPath().toString(), number(file), log));
    }

    private static String machine() {
        try {
            return Files.isReadable(MACHINE) ? Files.readString(MACHINE).strip() : "";
        } catch (IOException unreadable) {
            LOG.log(Level.FINE, "The computer has no id", unreadable);
            return "";
        }
    }

    /**
     * Returns the number of the file on its disk; where the system has none, the time when the file was made. The number of
     * the disk is left out, because some file systems have another one after each restart of the computer.
     */
    private static String number(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? String.valueOf(Files.getAttribute(file, "unix:ino"))
                : Files.readAttributes(file, BasicFileAttributes.class).creationTime().toString();
    }
}
