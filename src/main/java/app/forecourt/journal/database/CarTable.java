package app.forecourt.journal.database;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.history.StoredHistory;
import app.forecourt.history.StoredStep;
import app.forecourt.stock.EarlierPrices;
import app.forecourt.stock.RegisterRemarks;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionSummary;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The table of cars: drafts, and rows of the stock list. The time of a car's last change always grows by at least a
 * millisecond. A change after a clock that was ahead is therefore still newer when two journals are merged.
 */
public final class CarTable {
    /** The period in which a deleted draft can be restored. */
    private static final Duration DELETED_KEPT = Duration.ofDays(30);

    /** The first time that counts as a damaged number, because no clock has shown it. */
    private static final Instant NO_TIME = Instant.parse("3000-01-01T00:00:00Z");

    private static final Instant ANY_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    /**
     * The draft to write, with the other members that the car already has. A member that it lacks is NULL in the patch
     * and therefore removed, which changes nothing.
     */
    private static final String WITH_OTHER_MEMBERS =
            """
            iif(json_valid(car.draft), json_patch(excluded.draft, json_object(
            '%1$s', json(car.draft -> '$.%1$s'), '%2$s', json(car.draft -> '$.%2$s'),
            '%3$s', json(car.draft -> '$.%3$s'))), excluded.draft)""".formatted(DraftJson.REGISTER_NOTE, DraftJson.EDITED_DESCRIPTION, DraftJson.SEND_TRIED);

    private static final String CHANGED = CarColumns.changed("car");

    /** Saves a draft, unless the car was changed since. A save without a change is no typing. */
    private static final String SAVE = """
            INSERT INTO car (id, draft, taken, begun, changed, typed)
            VALUES (?, ?, ?, max(?, (SELECT coalesce(max(begun) + 1, 0) FROM car WHERE begun < ?)), ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET draft = %1$s, taken = excluded.taken, changed = max(%3$s + 1, excluded.changed),
            typed = iif(car.draft = %1$s, car.typed, excluded.typed)
            WHERE %3$s <= ?
            RETURNING salesPrice, %2$s
            """.formatted(WITH_OTHER_MEMBERS, CarColumns.PRICES, CHANGED);

    private CarTable() {}

    /**
     * Saves a draft within the caller's transaction. A new car begins after all others, even in the same millisecond.
     *
     * @param accepted the fields with accepted suggestions
     * @return the car's earlier prices
     */
    public static EarlierPrices save(Database transaction, UUID id, CarDraft draft, Set<CarField> accepted, Instant now)
            throws SQLException {
        return save(transaction, id, draft, accepted, ANY_TIME, now);
    }

    /**
     * Saves a draft as above, unless the car was changed since the time of the draft. Another step of the history
     * begins when the user types on after a pause.
     */
    public static EarlierPrices save(
            Database transaction, UUID id, CarDraft draft, Set<CarField> accepted, Instant draftTime, Instant now)
            throws SQLException {
        boolean isPaused = transaction
                .queryFirst(
                        "SELECT 1 FROM car WHERE id = ? AND (typed BETWEEN ? AND ?) IS NOT TRUE",
                        row -> 1,
                        id,
                        now.minus(HistoryTable.PAUSE),
                        now)
                .isPresent();
        if (isPaused) {
            HistoryTable.endStep(transaction, id);
        }
        return transaction
                .queryFirst(
                        SAVE,
                        CarColumns::readPrices,
                        id,
                        DraftJson.of(draft),
                        CarColumns.joinNames(accepted),
                        now,
                        NO_TIME,
                        now,
                        now,
                        draftTime)
                .orElse(EarlierPrices.NONE);
    }

    /** Saves the register's remarks on a car's plate, replacing earlier remarks. */
    public static int saveRegisterNote(Database database, UUID id, RegisterRemarks note, Instant now)
            throws SQLException {
        return database.update("""
                UPDATE car SET draft = json_set(draft, '$.%s', json(?)), changed = max(%s + 1, ?)
                WHERE id = ? AND json_valid(draft)
                """.formatted(DraftJson.REGISTER_NOTE, CHANGED), DraftJson.of(note), now, id);
    }

    /** Saves that all problems of a car were shown. It is no change of the car. */
    public static int saveSendTried(Database database, UUID id) throws SQLException {
        return database.update(
                "UPDATE car SET draft = json_set(draft, '$.%s', json('true'))".formatted(DraftJson.SEND_TRIED)
                        + " WHERE id = ? AND json_valid(draft)",
                id);
    }

    /** Saves the description that the user edits in the builder; an empty one removes it. */
    public static int saveEditedDescription(Database database, UUID id, String text, Instant now) throws SQLException {
        return database.update("""
                UPDATE car SET changed = max(%2$s + 1, ?1),
                draft = iif(?2 = '""', json_remove(draft, '$.%1$s'), json_set(draft, '$.%1$s', json(?2)))
                WHERE id = ?3 AND json_valid(draft) AND coalesce(draft -> '$.%1$s', '""') <> ?2
                """.formatted(DraftJson.EDITED_DESCRIPTION, CHANGED), now, DraftJson.of(text), id);
    }

    /**
     * Sets the dealer's mark of a car.
     *
     * @param markedAt the time at which the car got the mark; empty if that is unknown
     */
    public static int setMark(Database database, UUID id, StockMark mark, Optional<Instant> markedAt, Instant now)
            throws SQLException {
        return database.inTransaction(transaction -> {
            HistoryTable.add(
                    transaction,
                    id,
                    new HistoryTable.Step(StoredStep.Event.valueOf(mark.name()), markedAt.orElse(now)),
                    "mark <> '" + ColumnConverter.word(mark) + "'");
            return transaction.update(
                    "UPDATE car SET mark = ?, marked = ?, changed = max(" + CHANGED + " + 1, ?) WHERE id = ?",
                    mark,
                    markedAt.orElse(null),
                    now,
                    id);
        });
    }

    /**
     * Reopens a sent car for correction, or closes the correction again.
     *
     * @param since the time of reopening; empty to keep the car as it was sent
     */
    public static int setReopened(Database database, UUID id, Optional<Instant> since, Instant now)
            throws SQLException {
        return database.inTransaction(transaction -> {
            HistoryTable.add(
                    transaction,
                    id,
                    new HistoryTable.Step(
                            since.isPresent() ? StoredStep.Event.REOPENED : StoredStep.Event.KEPT, since.orElse(now)),
                    since.isPresent() ? "true" : "reopened IS NOT NULL");
            // The time of reopening is after the car's submissions, even if the clock was set back since.
            return transaction.update("""
                    UPDATE car SET changed = max(%s + 1, ?), reopened =
                    max(?, (SELECT coalesce(max(begun) + 1, 0) FROM attempt WHERE attempt.car = car.id))
                    WHERE id = ?
                    """.formatted(CHANGED), now, since.orElse(null), id);
        });
    }

    /**
     * Deletes drafts that were marked as deleted long ago. A car that was ever sent stays, because the duplicate guard
     * needs it.
     */
    public static int purgeDeleted(Database database, Instant now) throws SQLException {
        return database.update("""
                DELETE FROM car WHERE mark = 'deleted' AND changed < ?
                AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.car = car.id)
                """, now.minus(DELETED_KEPT));
    }

    /** Deletes a car that was never sent, if it has that draft and nothing else. */
    public static int deleteDraft(Database database, UUID id, CarDraft draft) throws SQLException {
        return database.update("""
                        DELETE FROM car WHERE id = ? AND iif(json_valid(draft), json_remove(draft, '$.%s'), '') = json(?)
                        AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.car = car.id)
                        """.formatted(DraftJson.SEND_TRIED), id, DraftJson.of(draft));
    }

    public static Optional<StoredCar> find(Database database, UUID id) throws SQLException {
        List<Submission> submissions = SubmissionQueries.ofCar(database, id);
        return database.findReadable("SELECT * FROM car WHERE id = ?", row -> CarColumns.readCar(row, submissions), id);
    }

    /** Returns the steps of a car's history, with the present draft. */
    public static Optional<StoredHistory> history(Database database, UUID id) throws SQLException {
        List<StoredStep> steps = HistoryTable.ofCar(database, id);
        List<Submission> submissions = SubmissionQueries.ofCar(database, id);
        return database.findReadable(
                "SELECT draft, " + CarColumns.typed("car") + " AS lastTyped FROM car WHERE id = ?",
                row -> new StoredHistory(
                        steps,
                        submissions,
                        DraftJson.draft(row.getString("draft")),
                        ColumnConverter.time(row, "lastTyped")),
                id);
    }

    /** Returns all cars, the newest first. */
    public static List<StockRow> all(Database database) throws SQLException {
        return rows(database, "", "true");
    }

    /**
     * Returns the newest cars, the newest first.
     *
     * @param count the largest number of cars
     */
    public static List<StockRow> newest(Database database, int count) throws SQLException {
        String last = " ORDER BY begun DESC LIMIT ?";
        return rows(database, last, "car IN (SELECT id FROM car%s)".formatted(last), count);
    }

    public static Optional<StockRow> row(Database database, UUID id) throws SQLException {
        return rows(database, " WHERE id = ?", "car = ?", id).stream().findFirst();
    }

    /**
     * Returns rows of the stock list, the newest first.
     *
     * @param queryEnd the end of the SQL query for the cars
     * @param condition an SQL condition for the submissions of these cars
     */
    private static List<StockRow> rows(Database database, String queryEnd, String condition, Object... values)
            throws SQLException {
        Map<UUID, List<SubmissionSummary>> summaries = SubmissionQueries.summaries(database, condition, values);
        List<StockRow> rows = database.queryReadable(
                "SELECT %s FROM car%s".formatted(CarColumns.OF_ROWS, queryEnd),
                row -> CarColumns.readRow(row, summaries),
                values);
        return rows.stream()
                .sorted(Comparator.comparing(StockRow::createdAt).reversed())
                .toList();
    }
}
