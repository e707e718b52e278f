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

/** Reads rivals and authors for the window, with a connection of its own that stays open. May be used from any thread. */
final class SyncStateReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SyncStateReader.class.getName());

    private final Path file;
    private @Nullable SyncStateStore copies;
    private boolean isClosed;

    SyncStateReader(Path file) {
        this.file = file;
    }

    /** Returns the rivals by field; none if the file can't be read. Blocks on the disk. */
    synchronized Map<String, List<FieldValue>> rivals(UUID car) {
        try {
            return isClosed ? Map.of() : DeskSync.rivals(open(), car);
        } catch (SQLException | IOException unreadable) {
            LOG.log(Level.WARNING, "The rivals can't be read", unreadable);
            closeFile();
            return Map.of();
        }
    }

    /** Returns the cars with rivals; none if the file can't be read. Blocks on the disk. */
    synchronized List<UUID> cars() {
        try {
            return isClosed ? List.of() : open().carsWithRivals();
        } catch (SQLException | IOException unreadable) {
            LOG.log(Level.WARNING, "The cars with rivals can't be read", unreadable);
            closeFile();
            return List.of();
        }
    }

    /** Returns the values of a car's fields with their authors; none if the file can't be read. Blocks on the disk. */
    synchronized Map<String, FieldValue> values(UUID car) {
        try {
            return isClosed ? Map.of() : DeskSync.values(open(), car);
        } catch (SQLException | IOException unreadable) {
            LOG.log(Level.WARNING, "The authors can't be read", unreadable);
            closeFile();
            return Map.of();
        }
    }

    /** Returns the desks of submissions; fewer if the file can't be read. Blocks on the disk. */
    synchronized Map<UUID, String> senders(List<UUID> submissions) {
        Map<UUID, String> senders = new HashMap<>();
        try {
            for (UUID submission : isClosed ? List.<UUID>of() : submissions) {
                senders.put(submission, DeskSync.sender(open(), submission));
            }
        } catch (SQLException | IOException unreadable) {
            LOG.log(Level.WARNING, "The senders can't be read", unreadable);
            closeFile();
        }
        return senders;
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
