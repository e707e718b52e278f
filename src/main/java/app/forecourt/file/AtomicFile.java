package app.forecourt.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Atomic writing of files: after a failure the earlier file is unchanged, never half written. */
public final class AtomicFile {
    private static final OpenOption[] CREATE_AND_WRITE = {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};

    private static final int MAX_LINKS = 40;

    /** A source of bytes. */
    public interface Bytes {
        /** Writes all bytes. */
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file with the default permissions. The bytes are written to a temporary file in the same directory and
     * forced to the disk. The temporary file then replaces the file atomically.
     *
     * @throws FileInUseException if another program has the file open
     * @throws IOException if a step fails; the earlier file is unchanged and the temporary file is deleted
     */
    public static void writeBytes(Path file, Bytes content) throws IOException {
        write(file, content, false);
    }

    /**
     * Writes a file that only its owner can read, in the same way as {@link #writeBytes}.
     *
     * @throws IOException if a step fails; the earlier file is unchanged and the temporary file is deleted
     */
    public static void writePrivate(Path file, Bytes content) throws IOException {
        write(file, content, true);
    }

    private static void write(Path file, Bytes content, boolean isPrivate) throws IOException {
        Path target = target(file);
        Path temporary = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            try (FileChannel channel = isPrivate
                            ? PrivateFile.open(temporary, CREATE_AND_WRITE)
                            : FileChannel.open(temporary, CREATE_AND_WRITE);
                    var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            FileInUseRetry.run(
                    () -> Files.move(
                            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING),
                    target,
                    temporary);
            DirectorySync.forceParentOf(target);
        } finally {
            PrivateFile.delete(temporary);
        }
    }

    /**
     * Returns a path with links resolved, so that a write replaces the target and not the link. Returns the path itself
     * if the links form a cycle or lead to something else than a file.
     */
    static Path target(Path path) throws IOException {
        Path target = path;
        for (int links = 0; links < MAX_LINKS; links++) {
            if (!Files.isSymbolicLink(target)) {
                return Files.isRegularFile(target) || !Files.exists(target) ? target : path;
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return path;
    }
}
