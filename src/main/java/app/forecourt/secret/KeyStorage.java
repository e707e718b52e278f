package app.forecourt.secret;

import java.io.IOException;
import java.util.Optional;

/** A place that outlives the program and gives one short text, a key, back to its owner only. Every call may block. */
public interface KeyStorage {

    /**
     * The text that was kept; empty when there is none, or when it is not given out.
     *
     * @throws IOException when the place does not work
     */
    Optional<String> read() throws IOException;

    /**
     * Keeps a text instead of the one before.
     *
     * @throws IOException when the place does not work, or does not want to
     */
    void write(String key) throws IOException;

    /**
     * Forgets the text, if there is one.
     *
     * @throws IOException when it may still be there
     */
    void delete() throws IOException;
}
