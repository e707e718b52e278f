package app.forecourt.journal.database;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.ModelHistory;
import app.forecourt.stock.RegisterNote;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The cars: as typed, and as the stock list shows them. The time of a car's last change only grows, by a millisecond at
 * least: what was changed after a clock that was once ahead is still the newer where two journals are brought together.
 */
public final class CarTable {
    /** How long a deleted draft can be brought back. */
    private static final Duration DELETED_KEPT = Duration.ofDays(30);
    private static final Map<CarField, String> KNOWN_BY = StockRow.KNOWN_BY.stream()
            .collect(Collectors.toMap(field -> field, CarField::apiName));

    /** From here on it is no time that a clock has shown but a damaged number. */
    private static final Instant NO_TIME = Instant.parse("3000-01-01T00:00:00Z");

    /** The draft that is written, with the note that stays with the car whatever is typed. */
    private static final String WITH_REGISTER_NOTE = """
            iif(json_valid(car.draft), iif(json_type(car.draft, '$.%1$s') = 'object',
            json_set(excluded.draft, '$.%1$s', json(json_extract(car.draft, '$.%1$s'))), excluded.draft),
            excluded.draft)""".formatted(RegisterJson.MEMBER);

    private static final String SAVE = """
            INSERT INTO car (id, draft, taken, begun, changed)
            VALUES (?, ?, ?, max(?, (SELECT coalesce(max(begun) + 1, 0) FROM car WHERE begun < ?)), ?)
            ON CONFLICT (id) DO UPDATE
            SET draft = %s, taken = excluded.taken, changed = max(changed + 1, excluded.changed)
            """.formatted(WITH_REGISTER_NOTE);

    private CarTable() {}

    /** Writes a car as it is typed now. A new one is begun after all others, even in their millisecond. */
    public static int save(Database database, UUID id, CarDraft draft, Set<CarField> taken, Instant now)
            throws SQLException {
        return database.update(SAVE, id, DraftJson.of(draft), names(taken), now, NO_TIME, now);
    }

    /**
     * Writes a car as it was typed at some time, unless it was changed since. The text that was saved since is newer.
     *
     * @param typed the time for which the draft stands
     */
    public static int save(Database database, UUID id, CarDraft draft, Set<CarField> taken, Instant typed,
            Instant now) throws SQLException {
        return database.update(SAVE + " WHERE car.changed <= ?", id, DraftJson.of(draft), names(taken), now,
                NO_TIME, now, typed);
    }

    /** Keeps what the register remarked of a car's plate, in place of what it remarked before. */
    public static int keep(Database database, UUID id, RegisterNote note, Instant now) throws SQLException {
        return database.update("""
                UPDATE car SET draft = json_set(draft, '$.%s', json(?)), changed = max(changed + 1, ?)
                WHERE id = ? AND json_valid(draft)
                """.formatted(RegisterJson.MEMBER), RegisterJson.of(note), now, id);
    }

    public static int mark(Database database, UUID id, StockMark mark, Instant now) throws SQLException {
        return database.update("UPDATE car SET mark = ?, changed = max(changed + 1, ?) WHERE id = ?", mark,
                now,
                id);
    }

    public static int reopen(Database database, UUID id, Optional<Instant> since, Instant now)
            throws SQLException {
        // After what was sent of it, though the clock was set back since.
        return database.update("""
                UPDATE car SET changed = max(changed + 1, ?), reopened =
                max(?, (SELECT coalesce(max(begun) + 1, 0) FROM attempt WHERE attempt.car = car.id))
                WHERE id = ?
                """, now, since.orElse(null), id);
    }

    /** Drops drafts that were deleted long ago; a car that was ever sent stays, for the duplicate guard. */
    public static int forgetDeleted(Database database, Instant now) throws SQLException {
        return database.update("""
                DELETE FROM car WHERE mark = 'deleted' AND changed < ?
                AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.car = car.id)
                """, now.minus(DELETED_KEPT));
    }

    public static Optional<StoredCar> find(Database database, UUID id) throws SQLException {
        List<Submission> attempts = SubmissionTable.of(database, id);
        return database.readable("SELECT * FROM car WHERE id = ?", row -> whole(row, attempts), id).stream()
                .findFirst();
    }

    /** A car as it is taken over from elsewhere: that time is looked at then. */
    public static StoredCar whole(ResultSet row) throws SQLException {
        ColumnMapping.time(row, "changed");
        return whole(row, List.of());
    }

    private static StoredCar whole(ResultSet row, List<Submission> attempts) throws SQLException {
        return new StoredCar(ColumnMapping.id(row, "id"), DraftJson.draft(row.getString("draft")),
                fields(row.getString("taken")), ColumnMapping.word(row, "mark", StockMark.class),
                ColumnMapping.maybeTime(row, "reopened"), ColumnMapping.time(row, "begun"), attempts,
                RegisterJson.in(row.getString("draft")));
    }

    /** All cars, the one begun last first. */
    public static List<StockRow> all(Database database) throws SQLException {
        return rows(database, "", "true");
    }

    /** So many of them. */
    public static List<StockRow> newest(Database database, int count) throws SQLException {
        String last = " ORDER BY begun DESC LIMIT ?";
        return rows(database, last, "car IN (SELECT id FROM car%s)".formatted(last), count);
    }

    public static Optional<StockRow> row(Database database, UUID id) throws SQLException {
        return rows(database, " WHERE id = ?", "car = ?", id).stream().findFirst();
    }

    /**
     * @param which what is said of the table of cars to get those that are meant
     * @param whose the same as a condition on an attempt
     */
    private static List<StockRow> rows(Database database, String which, String whose, Object... values)
            throws SQLException {
        Map<UUID, List<SubmissionSummary>> traces = SubmissionTable.traces(database, whose, values);
        List<StockRow> rows = database.readable(
                "SELECT id, mark, reopened, begun, " + String.join(", ", KNOWN_BY.values()) + " FROM car"
                        + which,
                row -> row(row, traces), values);
        return rows.stream().sorted(Comparator.comparing(StockRow::begun).reversed()).toList();
    }

    private static StockRow row(ResultSet row, Map<UUID, List<SubmissionSummary>> traces)
            throws SQLException {
        UUID id = ColumnMapping.id(row, "id");
        return new StockRow(id, ColumnMapping.texts(row, KNOWN_BY),
                ColumnMapping.word(row, "mark", StockMark.class),
                ColumnMapping.maybeTime(row, "reopened"),
                ColumnMapping.time(row, "begun"), traces.getOrDefault(id, List.of()));
    }

    /** What every car is called that is not deleted. */
    public static Map<UUID, ModelHistory.Name> names(Database database) throws SQLException {
        // Of a draft that is no JSON any more it is not asked: that would end the reading.
        String version = "iif(json_valid(draft), json_extract(draft, '$.version'), NULL)";
        return database.readable(
                "SELECT id, begun, brand, model, " + version
                        + " AS version FROM car WHERE mark <> 'deleted' AND model IS NOT NULL",
                row -> Map.entry(ColumnMapping.id(row, "id"),
                        new ModelHistory.Name(ColumnMapping.maybe(row, "brand").orElse(""),
                                row.getString("model"), ColumnMapping.maybe(row, "version").orElse(""),
                                ColumnMapping.time(row, "begun"))))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String names(Set<CarField> fields) {
        return fields.stream().map(CarField::apiName).sorted().collect(Collectors.joining(" "));
    }

    private static Set<CarField> fields(String names) {
        var fields = EnumSet.noneOf(CarField.class);
        Arrays.stream(names.split(" ")).map(CarField::ofApiName).flatMap(Optional::stream)
                .forEach(fields::add);
        return fields;
    }
}
