package app.forecourt.journal.database;

import app.forecourt.stock.EditPosition;
import java.sql.SQLException;
import java.util.Optional;

/** The table with the last edit position, in a single row. */
public final class EditPositionTable {
    private EditPositionTable() {}

    public static int save(Database database, EditPosition position) throws SQLException {
        return database.update(
                "INSERT OR REPLACE INTO place (one, car, field, scroll) VALUES (1, ?, ?, ?)",
                position.car(),
                position.field(),
                position.scroll());
    }

    public static Optional<EditPosition> find(Database database) throws SQLException {
        return database.findReadable(
                "SELECT car, field, scroll FROM place",
                row -> new EditPosition(
                        ColumnConverter.id(row, "car"), row.getString("field"), row.getDouble("scroll")));
    }
}
