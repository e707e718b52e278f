package app.forecourt.journal;

import app.forecourt.file.ScratchFolder;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.JournalMerger;
import app.forecourt.journal.database.SqliteHeader;
import app.forecourt.journal.salvage.JournalSalvage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A journal in memory for a run in which the file can't be written. It starts with everything that can be read of the file,
 * and ends with the run.
 */
final class InMemoryFallback {
    private static final Logger LOG = Logger.getLogger(InMemoryFallback.class.getName());

    private InMemoryFallback() {}

    /**
     * Returns a journal with the whole file, or with the salvaged rows. The journal is empty if there is no file or the
     * file can't be understood.
     */
    static Database of(Path file, ScratchFolder scratch, Instant now) throws SQLException {
        Database database = Database.openInMemory();
        try {
            if (Files.exists(file)) {
                read(file, scratch, database, now);
            }
        } catch (SQLException | RuntimeException unreadable) {
            LOG.log(Level.WARNING, "The journal can't be read either", unreadable);
        }
        return database;
    }

    private static void read(Path file, ScratchFolder scratch, Database database, Instant now)
            throws SQLException {
        try (TemporaryCopy copy = TemporaryCopy.of(file, scratch)) {
            copy.check();
            JournalMerger.merge(database, copy.file(), false, now);
        } catch (IOException noRoomForACopy) {
            LOG.log(Level.INFO, "The journal is read without a copy", noRoomForACopy);
            if (!salvage(file, database, now)) {
                JournalMerger.merge(database, file, false, now);
            }
        } catch (JournalException damaged) {
            if (!salvage(file, database, now)) {
                throw damaged;
            }
        }
    }

    /** Salvages the rows one by one. Rows of a later schema are skipped, because their meaning may differ. */
    private static boolean salvage(Path file, Database database, Instant now) throws SQLException {
        try {
            return SqliteHeader.readSchema(file) <= Database.SCHEMA
                    && !JournalSalvage.salvage(file, database, now).isEmpty();
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "Nothing can be salvaged", unreadable);
            return false;
        }
    }
}
