package app.forecourt.journal;

import app.forecourt.journal.database.ColumnConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * The fingerprint of the journal's file, or of a file beside it. It changes if the file is copied, moved or restored in
 * place of another file.
 */
public class JournalFileFingerprinter {
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
    /** File with the computer's id on Linux. */
    private static final Path MACHINE = Path.of("/etc/machine-id");
    /** File with a random id of each start of the computer, on Linux. */
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /**
     * Returns the fingerprint as a hash, because a path may contain the user's name.
     *
     * @param file the file, which must exist
     * @param log the id of the send log; empty without one
     */
    public final String of(Path file, String log) throws IOException {
        Path real = file.toRealPath();
        return ColumnConverter.hash(String.join("\n", computer(), real.toString(), number(real), log));
    }

    /** Returns the computer's id; empty if the system has none, as macOS. */
    String computer() {
        return WINDOWS ? WindowsIdentity.computer() : content(MACHINE);
    }

    /**
     * Returns a text that differs after each restart of the computer; empty if the system does not tell. It also
     * differs after a disk or a virtual machine was put back.
     */
    String computerStart() {
        String boot = WINDOWS ? WindowsIdentity.start() : content(BOOT);
        return boot.isEmpty()
                ? ProcessHandle.of(1)
                        .flatMap(first -> first.info().startInstant())
                        .map(Instant::toString)
                        .orElse("")
                : boot;
    }

    private static String content(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    /**
     * Returns the file's number on its disk (inode or file index), or its creation time if the file system has no such
     * number. On Linux the disk's own number is left out, because some file systems change it at each restart of the
     * computer.
     */
    String number(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return String.valueOf(Files.getAttribute(file, "unix:ino"));
        }
        String index = WINDOWS ? WindowsIdentity.fileIndex(file) : "";
        return index.isEmpty()
                ? Files.readAttributes(file, BasicFileAttributes.class)
                        .creationTime()
                        .toString()
                : index;
    }
}
