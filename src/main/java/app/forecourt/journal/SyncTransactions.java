package app.forecourt.journal;

import app.forecourt.history.StoredStep;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.HistoryTable;
import app.forecourt.journal.database.SyncBaseTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The journal as the sync with a shared stock uses it. The sync reads, merges and writes an item in one transaction, so
 * that nothing that the user types meanwhile is lost. The methods block as those of {@link Journal} do.
 */
public final class SyncTransactions {
    private static final Logger LOG = Logger.getLogger(SyncTransactions.class.getName());

    private final Path file;
    private final JournalThread writer;
    private final JournalFileFingerprinter fingerprinter;

    SyncTransactions(Path file, JournalThread writer, JournalFileFingerprinter fingerprinter) {
        this.file = file;
        this.writer = writer;
        this.fingerprinter = fingerprinter;
    }

    /** Returns the fingerprint of the journal's file, which a copy does not have. */
    public String fingerprint() {
        return writer.execute(_ -> fingerprinter.of(file, ""));
    }

    /**
     * Moves what an earlier version of the program kept in a file beside the journal. A file that can't be read is left
     * there, and the next sync is a first contact.
     */
    public void moveSharedFile() {
        Path old = file.resolveSibling("shared.db");
        if (!Files.exists(old)) {
            return;
        }
        writer.write(database -> {
            try {
                boolean isCopy;
                String fingerprint = fingerprinter.of(old, "");
                try (Database other = Database.openReadOnly(old)) {
                    isCopy = other.queryFirst("SELECT value FROM setting WHERE name = 'home'", row -> row.getString(1))
                            .filter(home -> !home.equals(fingerprint))
                            .isPresent();
                }
                SyncBaseTable.moveFrom(database, old, isCopy, fingerprinter.of(file, ""));
                for (String suffix : List.of("", "-wal", "-shm")) {
                    Files.deleteIfExists(old.resolveSibling(old.getFileName() + suffix));
                }
            } catch (SQLException unreadable) {
                LOG.log(Level.WARNING, "The earlier file of the shared stock can't be read", unreadable);
            }
            return old;
        });
    }

    /** Reads on the journal's thread. */
    public <T> T read(Database.Work<T> work) {
        return writer.execute(work::run);
    }

    /** Reads beside the writes, because the work takes longer the more cars there are. */
    public <T> T readConcurrently(Database.Work<T> work) {
        return writer.readConcurrently(work::run);
    }

    /** Runs the work in one transaction on the journal's thread. */
    public <T> T inTransaction(Database.Work<T> work) {
        return writer.write(database -> database.inTransaction(work));
    }

    /** Returns the last two marks of a car and their removals, the newest first. */
    public List<StoredStep> lastMarks(UUID car) {
        return writer.readConcurrently(database -> HistoryTable.lastMarks(database, car));
    }
}
