package app.forecourt.listing;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A text file that is there whole or not at all. Unlike the settings it is for others to open. */
final class WholeFile {

    /** What writes the text. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes beside the file, forces it to disk, then takes the file's place in one step.
     *
     * @throws IOException when any of that fails: what stood there stays, and nothing is left beside it
     */
    static void write(Path file, Content content) throws IOException {
        // Where a link leads: it would be lost if the new file took its place.
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path fresh = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            fill(fresh, content);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void fill(Path fresh, Content content) throws IOException {
        // This writer turns half a character into a question mark; others refuse the whole file for one.
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
                var out = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }
}
