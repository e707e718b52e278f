package app.forecourt.journal.database;

import app.forecourt.autochat.FailureCause;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** The restore of a backup into a journal that has gone on since. */
public final class BackupMerger {
    private BackupMerger() {}

    /**
     * Restores all cars and templates of a backup, with the present time as their change. The drafts that are replaced
     * get into the history. Submissions and photos stay as they are here, because they have gone on since. Those that
     * are missing come back, but nothing is sent again.
     *
     * @param backup a journal of this program's schema without a write-ahead log; it is not changed
     */
    public static void restore(Database database, Path backup, Instant now) throws SQLException {
        // Immutable: SQLite then needs neither locks nor a write-ahead log beside the file.
        database.update("ATTACH ? AS other", Database.uri(backup) + "?immutable=1");
        try {
            database.inTransaction(transaction -> restoreAttached(transaction, now));
        } finally {
            database.update("DETACH other");
        }
    }

    private static int restoreAttached(Database transaction, Instant now) throws SQLException {
        // The links between submissions are valid only after all rows are inserted.
        transaction.update("PRAGMA defer_foreign_keys = ON");
        HistoryTable.keepReplaced(transaction);
        restore(transaction, "car", CarColumns.changed("car"), now);
        restore(transaction, "template", "changed", now);
        HistoryTable.merge(transaction);
        insertMissing(transaction, "attempt");
        SubmissionTable.markInterruptedAsUnknown(
                transaction, FailureCause.BROKEN, now, "id IN (SELECT id FROM other.attempt)");
        insertMissing(transaction, "photo");
        return HistoryTable.deleteOrphans(transaction);
    }

    /**
     * Restores the rows of a table. The time of a row's last change always grows. A restored draft counts as just
     * typed.
     *
     * @param changed an expression for the time of a row's last change
     */
    private static void restore(Database transaction, String table, String changed, Instant now) throws SQLException {
        transaction.update(
                "INSERT INTO %1$s (%2$s) SELECT %3$s FROM other.%1$s WHERE true ON CONFLICT (id) DO UPDATE SET %4$s"
                        .formatted(
                                table,
                                ChangedRowRecorder.columns(transaction, table, UnaryOperator.identity()),
                                ChangedRowRecorder.columns(
                                        transaction,
                                        table,
                                        name -> name.equals("changed") ? "max(%s, ?1)".formatted(changed) : name),
                                ChangedRowRecorder.columns(transaction, table, name -> switch (name) {
                                    case "changed" -> "changed = max(excluded.changed, %s + 1)".formatted(changed);
                                    case "typed" -> "typed = iif(car.draft = excluded.draft, car.typed, ?1)";
                                    default -> "%1$s = excluded.%1$s".formatted(name);
                                })),
                now);
    }

    private static void insertMissing(Database transaction, String table) throws SQLException {
        transaction.update("INSERT OR IGNORE INTO %1$s (%2$s) SELECT %2$s FROM other.%1$s"
                .formatted(table, ChangedRowRecorder.columns(transaction, table, UnaryOperator.identity())));
    }
}
