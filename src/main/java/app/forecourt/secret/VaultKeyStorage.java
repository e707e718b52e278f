package app.forecourt.secret;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A persistent storage of one key as a short text, readable for its owner only. Every call may block. */
interface VaultKeyStorage {

    /** Returns the file of the key; empty if the storage is no file. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /**
     * Reads the key; empty if there is none, or if access to the key was refused.
     *
     * @throws IOException if the storage does not work
     */
    Optional<String> read() throws IOException;

    /**
     * Stores a key in place of the earlier one.
     *
     * @throws IOException if the storage does not work or refuses the key
     */
    void write(String key) throws IOException;

    /**
     * Deletes the key, if there is one.
     *
     * @throws IOException if the key may still be there
     */
    void delete() throws IOException;
}
