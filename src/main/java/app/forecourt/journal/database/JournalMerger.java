package app.forecourt.journal.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The merge of another journal's rows into this one. Of a row that is in both journals, the newer version stays. */
public final class JournalMerger {
    private static final List<String> CAR = List.of(
            "id",
            "draft",
            "taken",
            "mark",
            "marked",
            "reopened",
            "begun",
            "changed",
            "typed",
            "basePrice",
            "earlierPrice",
            "repriced");
    private static final List<String> ATTEMPT = List.of(
            "id",
            "car",
            "profile",
            "address",
            "follows",
            "draft",
            "payload",
            "hash",
            "state",
            "begun",
            "changed",
            "tries",
            "due",
            "cause",
            "said",
            "status",
            "contentType",
            "answer",
            "number",
            "decision",
            "decided",
            "takenOff",
            "vinKey",
            "plateKey",
            "numberKey");

    /** Columns that a newer row does not overwrite, because each has a rule of its own. */
    private static final Set<String> NOT_OVERWRITTEN = Set.of(
            "changed",
            "takenOff",
            "typed",
            // The file of a photo never changes, and the journal of another computer does not know its path.
            "source");

    private static final List<String> TEMPLATE = List.of("id", "name", "draft", "changed");
    private static final List<String> PHOTO = List.of(
            "id",
            "source",
            "car",
            "released",
            "state",
            "prepared",
            "address",
            "failure",
            "tries",
            "begun",
            "changed",
            "covered");

    private JournalMerger() {}

    /**
     * Merges all rows of another journal. Submissions that wait or are being sent there get an unknown outcome, because
     * they may have been sent since. Submissions that are being sent here stay. Submissions that wait here stay too,
     * unless the other journal has tried them more often.
     *
     * @param other a journal of this program's schema without a write-ahead log; it is not changed
     * @param back true if the other journal's cars replace newer ones
     */
    public static void merge(Database database, Path other, boolean back, Instant now) throws SQLException {
        // Immutable: SQLite then needs neither locks nor a write-ahead log beside the file.
        merge(database, Database.uri(other) + "?immutable=1", back, now);
    }

    /**
     * Merges all rows of another journal.
     *
     * @param uri the URI of the other journal, with SQLite's parameters
     */
    public static void merge(Database database, String uri, boolean back, Instant now) throws SQLException {
        database.update("ATTACH ? AS other", uri);
        try {
            database.inTransaction(transaction -> {
                mergeAttached(transaction, back, now);
                return HistoryTable.deleteOrphans(transaction);
            });
        } finally {
            database.update("DETACH other");
        }
    }

    /**
     * Merges a journal that is attached under the name {@code other}, within the caller's transaction.
     *
     * @return the number of edit positions taken over
     */
    public static int mergeAttached(Database transaction, boolean back, Instant now) throws SQLException {
        // The links between submissions are valid only after all rows are inserted.
        transaction.update("PRAGMA defer_foreign_keys = ON");
        mergeCars(transaction, back, now);
        HistoryTable.merge(transaction);
        transaction.update(
                """
                INSERT INTO attempt (%s) SELECT %s FROM other.attempt
                WHERE state <> 'waiting' OR id NOT IN (SELECT id FROM main.attempt)
                %s) WHERE %s AND attempt.state <> 'sending'
                AND (attempt.state <> 'waiting' OR excluded.tries > attempt.tries)
                """.formatted(names(ATTEMPT), columnsWithUnknownEnd(), onConflict("attempt", ATTEMPT), IS_FURTHER));
        // An advert that was taken off is off, whichever row is newer. A tick is no progress of the submission.
        transaction.update("""
                UPDATE attempt SET takenOff = there.takenOff FROM other.attempt AS there
                WHERE there.id = attempt.id AND attempt.takenOff IS NULL AND there.takenOff IS NOT NULL
                """);
        mergeNewer(transaction, "template", TEMPLATE, back, now);
        // Never back: a photo that is public since would be put on the web space again.
        mergeNewer(transaction, "photo", PHOTO, false, now);
        transaction.update("""
                INSERT OR IGNORE INTO option_list (profile, options, loaded)
                SELECT profile, options, loaded FROM other.option_list
                """);
        return transaction.update("""
                INSERT OR IGNORE INTO place (one, car, field, scroll)
                SELECT one, car, field, scroll FROM other.place
                """);
    }

    /** An accepted submission stays accepted, even if a later change elsewhere says otherwise. */
    private static final String IS_FURTHER = "(%1$s, excluded.changed) > (%2$s, attempt.changed)"
            .formatted(isAccepted("excluded"), isAccepted("attempt"));

    /**
     * Merges the rows of a table that are new or newer. To restore a backup, merges all of them with the present time
     * as their change, or with a later one than before if the clock was set back since.
     */
    private static void mergeNewer(Database transaction, String table, List<String> columns, boolean back, Instant now)
            throws SQLException {
        transaction.update(
                """
                INSERT INTO %1$s (%2$s) SELECT %5$s FROM other.%1$s WHERE true %3$s + ?)
                WHERE ? OR excluded.changed > %4$s
                """.formatted(
                                table,
                                names(columns),
                                onConflict(table, columns),
                                changed(table),
                                names(columns).replaceFirst("\\bchanged\\b", "max(" + changed(table) + ", ?)")),
                back ? now : Instant.EPOCH,
                back ? 1 : 0,
                back ? 1 : 0);
    }

    /**
     * Merges the cars. The drafts that are replaced get into the history, and a restored draft counts as just typed.
     */
    private static void mergeCars(Database transaction, boolean back, Instant now) throws SQLException {
        HistoryTable.keepReplaced(transaction, back);
        // A photo that loses its line is stopped, so that it is not taken for one that a kill has left without a line.
        transaction.update("""
                UPDATE photo SET state = 'stopped', changed = changed + 1
                WHERE state NOT IN ('public', 'removed', 'stopped') AND EXISTS (
                SELECT 1 FROM main.car AS here JOIN other.car AS there ON there.id = here.id
                WHERE here.id = photo.car AND instr(here.draft, photo.id) AND NOT instr(there.draft, photo.id)
                AND (? OR %s > %s))
                """.formatted(CarColumns.changed("there"), CarColumns.changed("here")), back ? 1 : 0);
        transaction.update(
                """
                        UPDATE car SET typed = CASE WHEN car.draft = there.draft THEN car.typed WHEN ? THEN ?
                        ELSE %s END
                        FROM other.car AS there WHERE there.id = car.id AND (? OR %s > %s)
                        """.formatted(CarColumns.typed("there"), CarColumns.changed("there"), CarColumns.changed("car")),
                back ? 1 : 0,
                now,
                back ? 1 : 0);
        mergeNewer(transaction, "car", CAR, back, now);
    }

    private static String isAccepted(String row) {
        return "(%1$s.state = 'accepted' OR %1$s.decision = 'it_is_there')".formatted(row);
    }

    private static String names(List<String> columns) {
        return String.join(", ", columns);
    }

    /** Returns the columns of submissions. Submissions under way get an unknown outcome. */
    private static String columnsWithUnknownEnd() {
        String underWay = "CASE WHEN state IN ('waiting', 'sending') THEN '%s' ELSE %s END";
        return ATTEMPT.stream()
                .map(column -> switch (column) {
                    case "state" -> underWay.formatted("unknown", column);
                    case "cause" -> underWay.formatted("broken", column);
                    default -> column;
                })
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns the clause for rows that exist already. It ends within max(…), because the time of a row's last change
     * must never decrease.
     */
    private static String onConflict(String table, List<String> columns) {
        return columns.stream()
                .filter(column -> !NOT_OVERWRITTEN.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(
                        ", ",
                        "ON CONFLICT (id) DO UPDATE SET ",
                        ", changed = max(excluded.changed, " + changed(table)));
    }

    /** Returns an expression for the time of a row's last change. */
    private static String changed(String table) {
        return table.equals("car") ? CarColumns.changed(table) : table + ".changed";
    }
}
