package app.forecourt.sharing;

import app.forecourt.sharing.merge.FieldValue;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads for the window which texts other desks offer and who typed or sent what, from {@code shared.db}. Has a
 * connection of its own that stays open. May be used from any thread.
 */
final class SyncStateReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SyncStateReader.class.getName());

    private final Path file;
    private @Nullable SyncStateStore copies;
    private boolean isClosed;

    SyncStateReader(Path file) {
        this.file = file;
    }

    /** Reads from the file. */
    private interface Query<T> {
        T run(SyncStateStore store) throws SQLException;
    }

    /** Returns the rivals by field; none if the file can't be read. Blocks on the disk. */
    Map<String, List<FieldValue>> rivals(UUID car) {
        return read("rivals", store -> DeskSync.rivals(store, car), Map.of());
    }

    /** Returns the cars with rivals; none if the file can't be read. Blocks on the disk. */
    List<UUID> cars() {
        return read("cars with rivals", SyncStateStore::carsWithRivals, List.of());
    }

    /** Returns the values of a car's fields with their authors; none if the file can't be read. Blocks on the disk. */
    Map<String, FieldValue> values(UUID car) {
        return read("authors", store -> DeskSync.values(store, car), Map.of());
    }

    /** Returns the desks of submissions; none if the file can't be read. Blocks on the disk. */
    Map<UUID, String> senders(List<UUID> submissions) {
        return read(
                "senders",
                store -> {
                    Map<UUID, String> senders = new HashMap<>();
                    for (UUID submission : submissions) {
                        senders.put(submission, DeskSync.sender(store, submission));
                    }
                    return senders;
                },
                Map.of());
    }

    private synchronized <T> T read(String what, Query<T> query, T nothing) {
        try {
            // Nothing of a stock that the desk has left.
            return isClosed || ServerSync.stock(open()).isEmpty() ? nothing : query.run(open());
        } catch (SQLException | IOException unreadable) {
            LOG.log(Level.WARNING, unreadable, () -> "The " + what + " can't be read");
            closeFile();
            return nothing;
        }
    }

    private SyncStateStore open() throws SQLException, IOException {
        SyncStateStore open = copies;
        if (open == null) {
            open = SyncStateStore.open(file);
            copies = open;
        }
        return open;
    }

    private void closeFile() {
        try {
            if (copies != null) {
                copies.close();
            }
        } catch (SQLException unreadable) {
            LOG.log(Level.FINE, "The file of the copies can't be closed", unreadable);
        }
        copies = null;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        closeFile();
    }
}
