package app.forecourt.secret;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A key in a file of mode 0600, in a directory of its own of mode 0700: for desks without a keychain. */
final class FileKeyStorage implements KeyStorage {
    /** Bytes: many times as much as a key takes, and as an editor may put around it. */
    private static final int LARGEST = 4 * 1024;

    private final Path path;

    FileKeyStorage(Path path) {
        this.path = path;
    }

    @Override
    public Optional<String> read() throws IOException {
        try {
            PrivateFile.close(path);
            return new PrivateFile(path, LARGEST).read().map(String::strip);
        } catch (IllegalArgumentException noText) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String key) throws IOException {
        new PrivateFile(path).write(key);
    }

    @Override
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
