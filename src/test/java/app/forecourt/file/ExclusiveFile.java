package app.forecourt.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** A file that no other program can open or replace, as while a virus scanner reads it. */
public record ExclusiveFile(FileChannel channel) implements AutoCloseable {
    public static ExclusiveFile open(Path file) throws Exception {
        return open(file, "NOSHARE");
    }

    /** Opens a file that this program writes, so that it can't be moved. */
    public static ExclusiveFile openUnmovable(Path file) throws Exception {
        return open(file, "NOSHARE_DELETE");
    }

    private static ExclusiveFile open(Path file, String refused) throws Exception {
        Set<OpenOption> options = new HashSet<>(Set.of(StandardOpenOption.READ));
        // By its name, because the compiler warns of the class.
        for (Object option :
                Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants()) {
            if (option.toString().startsWith(refused)) {
                options.add((OpenOption) option);
            }
        }
        return new ExclusiveFile(FileChannel.open(file, options));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
