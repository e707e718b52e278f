package app.forecourt.journal.database;

import app.forecourt.car.CarDraft;
import app.forecourt.history.StoredStep;
import app.forecourt.stock.DuplicateGuardSql;
import app.forecourt.stock.StoredCar;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cars as a sync with other journals reads and writes them. */
public final class CarTableSyncAccess {
    private static final String CHANGED = CarColumns.changed("car");
    private static final String STAMP = "iif(%1$s = 0, '', CAST(%1$s AS TEXT))".formatted(CHANGED);

    /** The draft to write, with the members beside the fields that the car has already. */
    private static final String SAVE_DRAFT = """
            UPDATE car SET typed = ?, draft = iif(json_valid(draft), json_patch(?, json_object(
            '%1$s', json(draft -> '$.%1$s'), '%2$s', json(draft -> '$.%2$s'))), ?) WHERE id = ?
            """.formatted(DraftJson.REGISTER_NOTE, DraftJson.EDITED_DESCRIPTION);

    private CarTableSyncAccess() {}

    /**
     * A car as the journal has it.
     *
     * @param car the car without its submissions
     * @param stamp a text that changes with the row; empty if the row was only made for a submission of another desk
     * @param changedAt the time of the car's last change, which always grows
     * @param mayReachAutochat true if AutoChat has the car, may have it, or will be sent it
     */
    public record Version(StoredCar car, String stamp, Instant changedAt, boolean mayReachAutochat) {}

    /** Returns the cars that the server of a shared stock may not have as they are here. */
    public static List<UUID> changed(Database database) throws SQLException {
        return SyncBaseTable.changed(database, SyncBaseTable.CAR, "car", STAMP);
    }

    /** Returns a car; empty if there is none or if it can't be understood. */
    public static Optional<Version> find(Database database, UUID car) throws SQLException {
        return database.findReadable(
                """
                SELECT car.*, %s AS changedAt, %s AS stamp, EXISTS (SELECT 1 FROM attempt WHERE attempt.car = car.id
                AND (decision = 'it_is_there' OR state NOT IN %s
                AND (state <> 'unknown' OR decision = 'none'))) AS sent
                FROM car WHERE car.id = ?
                """.formatted(CHANGED, STAMP, DuplicateGuardSql.TURNED_DOWN),
                row -> new Version(
                        CarColumns.readCar(row),
                        row.getString("stamp"),
                        Instant.ofEpochMilli(row.getLong("changedAt")),
                        row.getBoolean("sent")),
                car);
    }

    public static boolean contains(Database database, UUID car) throws SQLException {
        return database.queryFirst("SELECT 1 FROM car WHERE id = ?", row -> 1, car)
                .isPresent();
    }

    /**
     * Saves a merged car within the caller's transaction. Each step gets into the history with its author.
     *
     * @return the stamp of the row
     */
    public static String save(Database transaction, MergedCar car, Instant now) throws SQLException {
        if (!contains(transaction, car.id())) {
            // A desk whose clock is ahead must not move all later cars into the future.
            Instant begun = car.createdAt().isAfter(now) ? now : car.createdAt();
            transaction.update(
                    "INSERT INTO car (id, draft, begun, changed) VALUES (?, ?, ?, ?)",
                    car.id(),
                    DraftJson.of(CarDraft.EMPTY),
                    begun,
                    begun);
        } else {
            HistoryTable.endStep(transaction, car.id());
        }
        for (MergedCar.Step step : car.steps()) {
            String draft = DraftJson.of(step.draft());
            transaction.update(SAVE_DRAFT, step.at(), draft, draft, car.id());
            HistoryTable.endStep(transaction, car.id(), author(step.author()));
        }
        saveMark(transaction, car, now);
        saveOthers(transaction, car);
        return transaction
                .queryFirst(
                        "UPDATE car SET changed = max(%s + 1, ?) WHERE id = ? RETURNING %s".formatted(CHANGED, STAMP),
                        row -> row.getString(1),
                        now,
                        car.id())
                .orElseThrow();
    }

    private static Optional<String> author(String name) {
        return Optional.of(name).filter(text -> !text.isEmpty());
    }

    private static void saveMark(Database transaction, MergedCar car, Instant now) throws SQLException {
        record Marks(String mark, Optional<Instant> marked, Optional<Instant> reopened) {}
        Marks before = transaction
                .queryFirst(
                        "SELECT mark, marked, reopened FROM car WHERE id = ?",
                        row -> new Marks(
                                row.getString("mark"),
                                ColumnConverter.optionalTime(row, "marked"),
                                ColumnConverter.optionalTime(row, "reopened")),
                        car.id())
                .orElseThrow();
        if (!before.mark().equals(ColumnConverter.word(car.mark()))) {
            HistoryTable.add(
                    transaction,
                    car.id(),
                    new HistoryTable.Step(
                            StoredStep.Event.valueOf(car.mark().name()),
                            car.markedAt().orElse(now),
                            Optional.empty(),
                            author(car.markAuthor())),
                    "true");
        }
        if (!before.reopened().equals(car.reopened())) {
            HistoryTable.add(
                    transaction,
                    car.id(),
                    new HistoryTable.Step(
                            car.reopened().isPresent() ? StoredStep.Event.REOPENED : StoredStep.Event.KEPT,
                            car.reopened().orElse(now)),
                    "true");
        }
        transaction.update(
                "UPDATE car SET mark = ?, marked = ?, reopened = ? WHERE id = ?",
                car.mark(),
                car.markedAt().orElse(null),
                car.reopened().orElse(null),
                car.id());
    }

    private static void saveOthers(Database transaction, MergedCar car) throws SQLException {
        transaction.update(
                """
                UPDATE car SET taken = ?, draft = iif(json_valid(draft), json_patch(draft, json_object(
                '%s', json(?))), draft) WHERE id = ?
                """.formatted(DraftJson.REGISTER_NOTE),
                CarColumns.joinNames(car.acceptedSuggestions()),
                car.registerNote().map(DraftJson::of).orElse("null"),
                car.id());
    }
}
