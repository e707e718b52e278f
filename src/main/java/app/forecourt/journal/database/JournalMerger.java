package app.forecourt.journal.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Brings the cars, attempts and templates of another journal into this one; of what is in both, the newer stays. */
public final class JournalMerger {
    private static final List<String> CAR = List.of("id", "draft", "taken", "mark", "reopened", "begun",
            "changed");
    private static final List<String> ATTEMPT = List.of("id", "car", "profile", "address", "follows", "draft",
            "payload", "hash", "state", "begun", "changed", "tries", "due", "cause", "said", "status",
            "contentType", "answer", "number", "decision", "decided", "vinKey", "plateKey", "numberKey");

    private static final List<String> TEMPLATE = List.of("id", "name", "draft", "changed");

    private JournalMerger() {}

    /**
     * Takes over all of the other journal. What was waiting or on its way there may have been sent since, so nobody
     * here knows what came of it; what is on its way here goes on, and what waits here too, unless it left there later.
     *
     * @param other any journal of this program's schema; it is not changed, and may be closed to writing
     * @param back whether its cars win though they are older
     */
    public static void merge(Database database, Path other, boolean back, Instant now) throws SQLException {
        // Immutable: neither locks nor a write-ahead log beside it are needed.
        database.update("ATTACH ? AS other", Database.uri(other) + "?immutable=1");
        try {
            database.inTransaction(all -> takeAttached(all, back, now));
        } finally {
            database.update("DETACH other");
        }
    }

    /** Does so with a journal that is attached under the name {@code other}, within a transaction. */
    public static int takeAttached(Database all, boolean back, Instant now) throws SQLException {
        // The links between attempts hold at the end only.
        all.update("PRAGMA defer_foreign_keys = ON");
        mergeNewer(all, "car", CAR, back, now);
        all.update("""
                INSERT INTO attempt (%s) SELECT %s FROM other.attempt
                WHERE state <> 'waiting' OR id NOT IN (SELECT id FROM main.attempt)
                %s) WHERE %s AND attempt.state <> 'sending'
                AND (attempt.state <> 'waiting' OR excluded.tries > attempt.tries)
                """.formatted(names(ATTEMPT), endUnknown(), onConflict("attempt", ATTEMPT),
                FURTHER));
        mergeNewer(all, "template", TEMPLATE, back, now);
        all.update("""
                INSERT OR IGNORE INTO option_list (profile, options, loaded)
                SELECT profile, options, loaded FROM other.option_list
                """);
        return all.update("""
                INSERT OR IGNORE INTO place (one, car, field, scroll)
                SELECT one, car, field, scroll FROM other.place
                """);
    }

    /** What was taken is never forgotten, whatever is said of it later elsewhere. */
    private static final String FURTHER = "(%1$s, excluded.changed) > (%2$s, attempt.changed)".formatted(
            taken("excluded"), taken("attempt"));

    /** Takes the rows of a table that are new or newer, or, to bring them back, all of them as if changed now. */
    private static void mergeNewer(Database all, String table, List<String> columns, boolean back,
            Instant now)
            throws SQLException {
        all.update("""
                INSERT INTO %1$s (%2$s) SELECT %2$s FROM other.%1$s WHERE true %3$s, ?)
                WHERE ? OR excluded.changed > %1$s.changed
                """.formatted(table, names(columns), onConflict(table, columns)),
                back ? now : Instant.EPOCH, back ? 1 : 0);
    }

    private static String taken(String row) {
        return "(%1$s.state = 'accepted' OR %1$s.decision = 'it_is_there')".formatted(row);
    }

    private static String names(List<String> columns) {
        return String.join(", ", columns);
    }

    /** The attempts' columns, with nobody knowing what came of those that were under way. */
    private static String endUnknown() {
        String underWay = "CASE WHEN state IN ('waiting', 'sending') THEN '%s' ELSE %s END";
        return ATTEMPT.stream().map(column -> switch (column) {
            case "state" -> underWay.formatted("unknown", column);
            case "cause" -> underWay.formatted("broken", column);
            default -> column;
        }).collect(Collectors.joining(", "));
    }

    /** Ends within a max(…), since the time of a row's last change never goes back. */
    private static String onConflict(String table, List<String> columns) {
        return columns.stream().filter(column -> !"changed".equals(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", ", "ON CONFLICT (id) DO UPDATE SET ",
                        ", changed = max(excluded.changed, " + table + ".changed"));
    }
}
