package app.forecourt.model.stock;

import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import java.util.List;
import java.util.UUID;

/** What was done last to the stock list and can be taken back. */
public sealed interface UndoableAction {
    /**
     * A car was marked; it gets back the mark it had.
     *
     * @param before the car before it was marked
     */
    record Marked(StockRow before, StockMark mark) implements UndoableAction {}

    /** Cars came in from elsewhere; those of which nothing was sent since become deleted drafts. */
    record Came(List<UUID> cars) implements UndoableAction {
        public Came {
            cars = List.copyOf(cars);
        }
    }

    /** A car was kept as a template; that is gone again, or as it was before. */
    record Template(Templates.Change change) implements UndoableAction {}
}
