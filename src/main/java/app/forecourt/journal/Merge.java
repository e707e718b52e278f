package app.forecourt.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Brings the cars and attempts of another journal into this one; of what is in both, the newer stays. */
final class Merge {
    private static final List<String> CAR = List.of("id", "draft", "taken", "mark", "reopened", "begun",
            "changed");
    private static final List<String> ATTEMPT = List.of("id", "car", "profile", "address", "follows", "draft",
            "payload", "hash", "state", "begun", "changed", "tries", "due", "cause", "said", "status",
            "contentType", "answer", "number", "decision", "decided");

    private Merge() {}

    /**
     * Takes over all of the other journal. What was waiting or on its way there may have been sent since, so nobody
     * here knows what came of it. Nothing may be under way in this journal meanwhile.
     *
     * @param other any journal of this program's schema; it is not changed, and may be closed to writing
     */
    static void take(Database database, Path other, Instant now) throws SQLException {
        // Immutable: neither locks nor a write-ahead log beside it are needed.
        database.update("ATTACH ? AS other", other.toAbsolutePath().toUri() + "?immutable=1");
        try {
            database.together(all -> {
                // The links between attempts hold at the end only.
                all.update("PRAGMA defer_foreign_keys = ON");
                copy(all, "car", CAR);
                copy(all, "attempt", ATTEMPT);
                all.update("""
                        INSERT OR IGNORE INTO option_list (profile, options, loaded)
                        SELECT profile, options, loaded FROM other.option_list
                        """);
                all.update("""
                        INSERT OR IGNORE INTO place (one, car, field, scroll)
                        SELECT one, car, field, scroll FROM other.place
                        """);
                return all.update("UPDATE attempt SET state = ?, cause = 'broken', changed = ?"
                        + " WHERE state IN ('waiting', 'sending')", State.UNKNOWN, now);
            });
        } finally {
            database.update("DETACH other");
        }
    }

    private static void copy(Database database, String table, List<String> columns) throws SQLException {
        String named = String.join(", ", columns);
        String set = columns.stream().map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        database.update("INSERT INTO %1$s (%2$s) SELECT %2$s FROM other.%1$s WHERE true"
                .formatted(table, named) + " ON CONFLICT (id) DO UPDATE SET " + set
                + " WHERE excluded.changed > " + table + ".changed");
    }
}
