package app.forecourt.journal.database;

import app.forecourt.car.CarField;
import app.forecourt.stock.EarlierPrices;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionSummary;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The columns of the table of cars: their conversions, and expressions that pass over damaged times. */
public final class CarColumns {
    private static final Map<CarField, String> KNOWN_BY = columns(StockRow.KNOWN_BY);
    private static final Map<CarField, String> DETAILS = columns(StockRow.DETAILS);

    /** The columns of a car's earlier prices. */
    static final String PRICES = "typed, basePrice, earlierPrice, repriced";
    /** The columns of a row of the stock list. */
    static final String OF_ROWS = "id, mark, marked, reopened, begun, %s, %s, %s"
            .formatted(PRICES, String.join(", ", KNOWN_BY.values()), String.join(", ", DETAILS.values()));

    private CarColumns() {}

    private static Map<CarField, String> columns(List<CarField> fields) {
        return fields.stream().collect(Collectors.toMap(field -> field, CarField::apiName));
    }

    /**
     * Returns an expression for the time of a car's last change. A damaged time gives way to the time at which the car
     * began, because no change could come after it.
     *
     * @param row the name of the row
     */
    static String changed(String row) {
        return soundTime(row, "changed", row + ".begun");
    }

    /** Returns an expression for the time at which a car was typed last. */
    static String typed(String row) {
        return soundTime(row, "typed", changed(row));
    }

    private static String soundTime(String row, String column, String otherwise) {
        return "iif(%1$s.%2$s >= 0 AND %1$s.%2$s < %3$s, %1$s.%2$s, %4$s)"
                .formatted(row, column, ColumnConverter.END_OF_CLOCKS, otherwise);
    }

    /**
     * Converts a row to a car without its submissions.
     *
     * @throws IllegalArgumentException if a value can't be understood
     * @throws IllegalStateException if the row holds damaged JSON
     */
    public static StoredCar readCar(ResultSet row) throws SQLException {
        return readCar(row, List.of());
    }

    static StoredCar readCar(ResultSet row, List<Submission> submissions) throws SQLException {
        JsonNode draft = DraftJson.read(row.getString("draft"));
        return new StoredCar(
                ColumnConverter.id(row, "id"),
                DraftJson.draft(draft),
                parseFields(row.getString("taken")),
                ColumnConverter.word(row, "mark", StockMark.class),
                ColumnConverter.optionalTime(row, "marked"),
                ColumnConverter.optionalTime(row, "reopened"),
                ColumnConverter.time(row, "begun"),
                submissions,
                DraftJson.registerNote(draft),
                draft.path(DraftJson.EDITED_DESCRIPTION).asText(""),
                readPrices(row),
                draft.path(DraftJson.SEND_TRIED).asBoolean());
    }

    /** Converts a row with the columns {@link #OF_ROWS} to a row of the stock list. */
    static StockRow readRow(ResultSet row, Map<UUID, List<SubmissionSummary>> summaries) throws SQLException {
        UUID id = ColumnConverter.id(row, "id");
        return new StockRow(
                id,
                ColumnConverter.texts(row, KNOWN_BY),
                ColumnConverter.texts(row, DETAILS),
                ColumnConverter.word(row, "mark", StockMark.class),
                ColumnConverter.optionalTime(row, "marked"),
                ColumnConverter.optionalTime(row, "reopened"),
                ColumnConverter.time(row, "begun"),
                summaries.getOrDefault(id, List.of()),
                readPrices(row));
    }

    /** Returns the earlier prices; none if they are damaged, because they must not keep a car from its list. */
    static EarlierPrices readPrices(ResultSet row) throws SQLException {
        return Database.tryRead(row, CarColumns::parsePrices).orElse(EarlierPrices.NONE);
    }

    /** Parses the earlier prices. The time of typing is left out while the price is the same, to keep rows equal. */
    private static EarlierPrices parsePrices(ResultSet row) throws SQLException {
        String base = ColumnConverter.optionalText(row, "basePrice").orElse("");
        String price = ColumnConverter.optionalText(row, "salesPrice").orElse("");
        if (base.isEmpty()) {
            return EarlierPrices.NONE;
        }
        return new EarlierPrices(
                base,
                ColumnConverter.optionalTime(row, "typed").filter(_ -> !base.equals(price)),
                ColumnConverter.optionalText(row, "earlierPrice").orElse(""),
                ColumnConverter.optionalTime(row, "repriced"));
    }

    static String joinNames(Set<CarField> fields) {
        return fields.stream().map(CarField::apiName).sorted().collect(Collectors.joining(" "));
    }

    private static Set<CarField> parseFields(String names) {
        var fields = EnumSet.noneOf(CarField.class);
        Arrays.stream(names.split(" "))
                .map(CarField::ofApiName)
                .flatMap(Optional::stream)
                .forEach(fields::add);
        return fields;
    }
}
