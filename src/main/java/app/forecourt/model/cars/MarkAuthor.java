package app.forecourt.model.cars;

import app.forecourt.history.StoredStep;
import app.forecourt.model.store.CarRecord;
import app.forecourt.model.store.CarStore;
import app.forecourt.stock.StockMark;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The other desk at which the car in the form was sold, withdrawn or archived. Used on the FX thread only. */
final class MarkAuthor {
    private final CarStore store;
    private final ReadOnlyObjectWrapper<Optional<String>> name = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private Optional<Marked> shown = Optional.empty();
    /** Counts the reads, because the answer of an earlier one is dropped. */
    private long reads;

    private record Marked(UUID car, StockMark mark) {}

    MarkAuthor(CarStore store) {
        this.store = store;
    }

    /** Returns the name of the desk; empty if this desk marked the car, or if the car has no mark. */
    ReadOnlyObjectProperty<Optional<String>> name() {
        return name.getReadOnlyProperty();
    }

    /** Reads the desk in the background, because the car or its mark has changed. */
    void refresh(CarRecord car) {
        Optional<Marked> marked = Optional.of(new Marked(car.id(), car.mark()))
                .filter(read -> read.mark() != StockMark.NONE && read.mark() != StockMark.DELETED);
        if (!marked.equals(shown)) {
            shown = marked;
            name.set(Optional.empty());
            long expected = ++reads;
            marked.ifPresent(read -> store.findLastMark(read.car(), step -> {
                if (expected == reads) {
                    name.set(step.filter(last -> last.event().name().equals(read.mark().name()))
                            .flatMap(StoredStep::author));
                }
            }));
        }
    }
}
