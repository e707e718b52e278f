package app.forecourt.model.stock;

import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Last change of the stock list that can be undone. */
public sealed interface UndoableAction extends StockNotice {
    /**
     * Marking of a car. Undo restores the previous mark.
     *
     * @param before car before it was marked
     * @param desk the other desk that deleted the car, {@code ""} if its name is unknown; empty if this desk marked it
     */
    record Marked(StockRow before, StockMark mark, Optional<String> desk) implements UndoableAction {
        /** Creates the action of a car that was marked at this desk. */
        public Marked(StockRow before, StockMark mark) {
            this(before, mark, Optional.empty());
        }
    }

    /** Import of cars. Undo deletes the cars that were not sent since. */
    record Imported(List<UUID> cars) implements UndoableAction {
        public Imported {
            cars = List.copyOf(cars);
        }
    }

    /** Confirmation that the adverts of some submissions were taken off AutoChat. Undo takes it back. */
    record TakenOff(StockRow car, List<UUID> submissions) implements UndoableAction {
        public TakenOff {
            submissions = List.copyOf(submissions);
        }
    }

    /** Saving of a template. Undo deletes the template or restores its previous version. */
    record Template(TemplatesModel.Change change) implements UndoableAction {}
}
