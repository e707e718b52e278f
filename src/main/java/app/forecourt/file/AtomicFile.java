package app.forecourt.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/** A file that is there whole or not at all. */
public final class AtomicFile {
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);

    /** What writes the text. */
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** What writes the bytes. */
    public interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    private interface Opening {
        FileChannel open(Path fresh) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a text that is for others to open, beside the file, forces it to disk, then takes the file's place in one step.
     *
     * @throws IOException when any of that fails: what stood there stays, and nothing is left beside it
     */
    public static void write(Path file, Content content) throws IOException {
        write(file, fresh -> FileChannel.open(fresh, NEW), channel -> {
            // This writer turns half a character into a question mark; others refuse the whole file for one.
            var out = new OutputStreamWriter(channel, StandardCharsets.UTF_8);
            content.writeTo(out);
            out.flush();
        });
    }

    /**
     * The same for its owner only.
     *
     * @throws IOException when it can't be written: what stood there stays, and nothing is left beside it
     */
    public static void writePrivate(Path file, Bytes content) throws IOException {
        write(file, fresh -> PrivateFile.open(fresh, NEW.toArray(OpenOption[]::new)), content);
    }

    private static void write(Path file, Opening opening, Bytes content) throws IOException {
        // Where a link leads: it would be lost if the new file took its place.
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path fresh = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            fill(fresh, opening, content);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DirectorySync.forceParentOf(target);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void fill(Path fresh, Opening opening, Bytes content) throws IOException {
        try (FileChannel channel = opening.open(fresh);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }
}
