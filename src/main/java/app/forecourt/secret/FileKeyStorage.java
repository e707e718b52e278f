package app.forecourt.secret;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The storage of the key in a file, for computers without a keychain: mode 0600 in a directory of mode 0700. */
record FileKeyStorage(Path path) implements VaultKeyStorage {
    /** The limit of the bytes read: many times the size of a key, even with white space that an editor added. */
    private static final int MAX_BYTES = 4 * 1024;

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }

    @Override
    public Optional<String> read() throws IOException {
        try {
            PrivateFile.makePrivate(path);
            return new PrivateFile(path, MAX_BYTES).read().map(String::strip);
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
