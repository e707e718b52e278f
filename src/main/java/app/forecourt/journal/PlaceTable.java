package app.forecourt.journal;

import app.forecourt.stock.EditPosition;
import java.sql.SQLException;
import java.util.Optional;

/** Where she is: one row. */
final class PlaceTable {
    private PlaceTable() {}

    static int keep(Database database, EditPosition place) throws SQLException {
        return database.update("INSERT OR REPLACE INTO place (one, car, field, scroll) VALUES (1, ?, ?, ?)",
                place.car(), place.field(), place.scroll());
    }

    static Optional<EditPosition> find(Database database) throws SQLException {
        return database.readable("SELECT car, field, scroll FROM place",
                row -> new EditPosition(Columns.id(row, "car"), row.getString("field"), row.getDouble("scroll")))
                .stream().findFirst();
    }
}
