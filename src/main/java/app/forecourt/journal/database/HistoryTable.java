package app.forecourt.journal.database;

import app.forecourt.history.CarHistory;
import app.forecourt.history.StoredStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of the cars' earlier versions and marks. A version is copied here when the user types on after a pause, and
 * before anything else happens to the car. What is typed without a pause is one step.
 */
public final class HistoryTable {
    /** The pause after which typing begins another step. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    /** The largest number of a step. A damaged number must not keep a car from being saved. */
    private static final long LAST_NUMBER = 1_000_000_000_000L;

    private static final String NEXT_NUMBER =
            "(SELECT min(coalesce(max(number), 0), " + LAST_NUMBER + ") + 1 FROM history WHERE history.car = car.id)";
    private static final String LAST_SENT = "(SELECT max(begun) FROM attempt WHERE attempt.car = car.id)";
    /** The draft without the members that are no text of the car. */
    private static final String TYPED_DRAFT =
            "json_remove(car.draft, '$.%s', '$.%s')".formatted(DraftJson.REGISTER_NOTE, DraftJson.EDITED_DESCRIPTION);

    /** Copies the drafts that the history lacks. The cars follow as a condition. */
    private static final String COPY =
            """
            INSERT INTO history (id, car, number, event, at, sent, draft, author)
            SELECT hex(randomblob(16)), id, %s, 'typed', %s, %s, %s, ? FROM car
            WHERE json_valid(car.draft)
            AND (typed IS NOT NULL OR NOT EXISTS (SELECT 1 FROM history WHERE history.car = car.id))
            AND %s IS NOT (SELECT draft FROM history WHERE history.car = car.id AND draft IS NOT NULL
                ORDER BY number DESC LIMIT 1)
            AND""".formatted(NEXT_NUMBER, CarColumns.typed("car"), LAST_SENT, TYPED_DRAFT, TYPED_DRAFT);

    private HistoryTable() {}

    /** Copies the stored draft of a car into the history, unless that has it. The next change begins another step. */
    public static int endStep(Database transaction, UUID car) throws SQLException {
        return endStep(transaction, car, Optional.empty());
    }

    /**
     * Copies the stored draft of a car into the history, as {@link #endStep(Database, UUID)} does.
     *
     * @param author the name of the desk at which the draft was typed; empty for this one
     */
    static int endStep(Database transaction, UUID car, Optional<String> author) throws SQLException {
        int copied = transaction.update(COPY + " id = ?", author.orElse(null), car);
        transaction.update("""
                UPDATE car SET typed = NULL, basePrice = coalesce(salesPrice, basePrice),
                earlierPrice = iif(basePrice <> salesPrice, basePrice, earlierPrice),
                repriced = iif(basePrice <> salesPrice, %s, repriced)
                WHERE id = ?
                """.formatted(CarColumns.typed("car")), car);
        if (copied > 0) {
            prune(transaction, "= ?", car);
        }
        return copied;
    }

    /** What happened to a car, in the columns of its step. */
    record Step(StoredStep.Event event, Instant at, Optional<UUID> submission, Optional<String> author) {
        Step(StoredStep.Event event, Instant at) {
            this(event, at, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Adds what happened to a car, after the draft of that time.
     *
     * @param condition an SQL condition for the car's row before the change
     */
    static int add(Database transaction, UUID car, Step step, String condition) throws SQLException {
        endStep(transaction, car);
        transaction.update(
                """
                INSERT INTO history (id, car, number, event, at, sent, attempt, author)
                SELECT hex(randomblob(16)), id, %s, ?, ?, %s, ?, ? FROM car WHERE id = ? AND %s
                """.formatted(NEXT_NUMBER, LAST_SENT, condition),
                step.event(),
                step.at(),
                step.submission().orElse(null),
                step.author().orElse(null),
                car);
        return prune(transaction, "= ?", car);
    }

    /** Deletes the oldest steps of each car that has too many. */
    private static int prune(Database transaction, String cars, Object... values) throws SQLException {
        return transaction.update("""
                DELETE FROM history WHERE rowid IN (SELECT step FROM (SELECT rowid AS step,
                row_number() OVER (PARTITION BY car ORDER BY number DESC, rowid DESC) AS place
                FROM history WHERE car %s) WHERE place > %s)
                """.formatted(cars, CarHistory.MOST_STEPS), values);
    }

    /** Copies the drafts that a restore is about to replace. */
    static int keepReplaced(Database transaction) throws SQLException {
        return transaction.update(
                COPY
                        + " EXISTS (SELECT 1 FROM other.car AS there WHERE there.id = car.id AND there.draft <> car.draft)",
                (Object) null);
    }

    /**
     * Merges the steps of another journal that is attached under the name {@code other}. Some may belong to cars that
     * are lost.
     */
    static int merge(Database transaction) throws SQLException {
        transaction.update("""
                INSERT OR IGNORE INTO history (id, car, number, event, at, sent, draft, attempt, author)
                SELECT id, car, number, event, at, sent, draft, attempt, author FROM other.history
                WHERE number BETWEEN 0 AND %s
                """.formatted(LAST_NUMBER));
        return prune(transaction, "IN (SELECT car FROM other.history)");
    }

    /** Deletes the steps of cars that are lost. */
    public static int deleteOrphans(Database transaction) throws SQLException {
        return transaction.update("DELETE FROM history WHERE car NOT IN (SELECT id FROM car)");
    }

    /** Returns the steps of a car that can be understood, the oldest first. */
    static List<StoredStep> ofCar(Database database, UUID car) throws SQLException {
        return database.queryReadable(
                        "SELECT * FROM history WHERE car = ? ORDER BY number DESC, rowid DESC LIMIT "
                                + CarHistory.MOST_STEPS,
                        HistoryTable::readStep,
                        car)
                .reversed();
    }

    /** Returns the last two marks of a car and their removals, the newest first. */
    public static List<StoredStep> lastMarks(Database database, UUID car) throws SQLException {
        return database.queryReadable("""
                        SELECT * FROM history WHERE car = ? AND event IN ('none', 'sold', 'withdrawn', 'archived', 'deleted')
                        ORDER BY number DESC, rowid DESC LIMIT 2
                        """, HistoryTable::readStep, car);
    }

    /**
     * Converts a row to a step.
     *
     * @throws IllegalArgumentException if a value can't be understood
     * @throws IllegalStateException if the row holds damaged JSON
     */
    public static StoredStep readStep(ResultSet row) throws SQLException {
        StoredStep.Event event = ColumnConverter.word(row, "event", StoredStep.Event.class);
        if ((event == StoredStep.Event.TYPED) != (row.getString("draft") != null)) {
            throw new IllegalArgumentException("only typed steps have a draft");
        }
        return new StoredStep(
                event,
                ColumnConverter.time(row, "at"),
                ColumnConverter.optionalTime(row, "sent"),
                ColumnConverter.optionalText(row, "draft").map(DraftJson::draft),
                ColumnConverter.optionalText(row, "attempt").map(UUID::fromString),
                ColumnConverter.optionalText(row, "author"));
    }
}
