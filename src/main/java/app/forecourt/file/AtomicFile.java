package app.forecourt.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Atomic writing of files: after a failure the earlier file is unchanged, never half written. */
public final class AtomicFile {
    private static final OpenOption[] CREATE_AND_WRITE = {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};

    private static final int MAX_LINKS = 40;
    private static final int MAX_TRIES = 5;
    private static final long RETRY_DELAY_NANOS = 50_000_000L;

    /** A source of text. */
    public interface Content {
        /** Writes the whole text. */
        void writeTo(Writer out) throws IOException;
    }

    /** A source of bytes. */
    public interface Bytes {
        /** Writes all bytes. */
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a text file with the default permissions. The text is written to a temporary file in the same directory
     * and forced to the disk. The temporary file then replaces the file atomically.
     *
     * @throws IOException if a step fails; the earlier file is unchanged and the temporary file is deleted
     */
    public static void write(Path file, Content content) throws IOException {
        writeBytes(file, bytes -> {
            // This writer replaces an unpaired surrogate by a question mark; other writers throw an exception.
            var out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            content.writeTo(out);
            out.flush();
        });
    }

    /**
     * Writes a file of bytes with the default permissions, in the same way as {@link #write}.
     *
     * @throws IOException if a step fails; the earlier file is unchanged and the temporary file is deleted
     */
    public static void writeBytes(Path file, Bytes content) throws IOException {
        write(file, content, false);
    }

    /**
     * Writes a file that only its owner can read, in the same way as {@link #write}.
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
            move(temporary, target);
            DirectorySync.forceParentOf(target);
        } finally {
            Files.deleteIfExists(temporary);
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

    /** Moves a file. Retries if access is denied, because on Windows a virus scanner may lock the file for a moment. */
    private static void move(Path temporary, Path target) throws IOException {
        for (int retries = MAX_TRIES - 1; ; retries--) {
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (AccessDeniedException locked) {
                if (retries == 0) {
                    throw locked;
                }
                LockSupport.parkNanos(RETRY_DELAY_NANOS);
            }
        }
    }
}
