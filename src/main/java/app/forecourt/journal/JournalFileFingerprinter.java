package app.forecourt.journal;

import app.forecourt.journal.database.ColumnConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The fingerprint of the journal's file, or of a file beside it. It changes if the file is copied, moved or restored in
 * place of another file.
 */
public final class JournalFileFingerprinter {
    private static final Logger LOG = Logger.getLogger(JournalFileFingerprinter.class.getName());
    /** File with the computer's id on Linux. Other systems rely on the file's number and on the send log. */
    private static final Path MACHINE = Path.of("/etc/machine-id");
    /** File with a random id of each start of the computer, on Linux. */
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    /** File that Windows writes at each start of the computer. */
    private static final Path PAGES = Path.of("C:\\pagefile.sys");

    private JournalFileFingerprinter() {}

    /**
     * Returns the fingerprint as a hash, because a path may contain the user's name.
     *
     * @param file the file, which must exist
     * @param log the id of the send log; empty without one
     */
    public static String of(Path file, String log) throws IOException {
        return ColumnConverter.hash(
                String.join("\n", content(MACHINE), file.toRealPath().toString(), number(file), log));
    }

    /**
     * Returns a text that differs after each restart of the computer; empty if the system does not tell. It also
     * differs after a disk or a virtual machine was put back.
     */
    static String computerStart() {
        String boot = content(BOOT);
        if (!boot.isEmpty()) {
            return boot;
        }
        try {
            return Files.exists(PAGES)
                    ? Files.getLastModifiedTime(PAGES).toString()
                    : ProcessHandle.of(1)
                            .flatMap(first -> first.info().startInstant())
                            .map(Instant::toString)
                            .orElse("");
        } catch (IOException unreadable) {
            LOG.log(Level.INFO, "The start of the computer is unknown", unreadable);
            return "";
        }
    }

    private static String content(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException unreadable) {
            LOG.log(Level.FINE, "The computer has no such id", unreadable);
            return "";
        }
    }

    /**
     * Returns the file's number on its disk (inode), or its creation time if the system has no such number. The disk's
     * own number is left out, because some file systems change it at each restart of the computer.
     */
    private static String number(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? String.valueOf(Files.getAttribute(file, "unix:ino"))
                : Files.readAttributes(file, BasicFileAttributes.class)
                        .creationTime()
                        .toString();
    }
}
