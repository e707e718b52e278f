package app.forecourt.model.stock;

import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import java.util.List;
import java.util.UUID;

/** Last change of the stock list that can be undone. */
public sealed interface UndoableAction {
    /**
     * Marking of a car. Undo restores the previous mark.
     *
     * @param before car before it was marked
     */
    record Marked(StockRow before, StockMark mark) implements UndoableAction {}

    /** Import of cars. Undo deletes the cars that were not sent since. */
    record Imported(List<UUID> cars) implements UndoableAction {
        public Imported {
            cars = List.copyOf(cars);
        }
    }

    /** Saving of a template. Undo deletes the template or restores its previous version. */
    record Template(Templates.Change change) implements UndoableAction {}
}
