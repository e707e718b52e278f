package app.forecourt.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A journal in memory for a run whose file can't be written: it has all that can be read of it, and ends with the run. */
final class StandIn {
    private static final Logger LOG = Logger.getLogger(StandIn.class.getName());

    private StandIn() {}

    /** All of the file, or nothing when there is none or it can't be understood. */
    static Database of(Path file, Instant now) throws SQLException {
        Database database = Database.inMemory();
        try {
            if (Files.exists(file)) {
                read(file, database, now);
            }
        } catch (SQLException | RuntimeException unreadable) {
            LOG.log(Level.WARNING, "The journal can't be read either", unreadable);
        }
        return database;
    }

    private static void read(Path file, Database database, Instant now) throws SQLException {
        try (Borrowed copy = Borrowed.of(file)) {
            copy.check();
            Merge.take(database, copy.file(), false, now);
        } catch (IOException noRoomForACopy) {
            LOG.log(Level.INFO, "read without what a kill left unmerged", noRoomForACopy);
            Merge.take(database, file, false, now);
        }
    }
}
