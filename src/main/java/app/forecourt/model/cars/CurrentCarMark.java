package app.forecourt.model.cars;

import app.forecourt.model.store.CarCache;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.stock.StockMark;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The dealer's mark of the car in the form, and the desk that has set it. */
public final class CurrentCarMark {
    private final ReadOnlyObjectWrapper<StockMark> value = new ReadOnlyObjectWrapper<>(StockMark.NONE);
    private final AuthorDeskName<Marked> author;

    private record Marked(UUID car, StockMark mark) {}

    CurrentCarMark(CarCache store) {
        this.author = new AuthorDeskName<>((marked, found) -> store.findMarkAuthor(marked.car(), marked.mark(), found));
    }

    public ReadOnlyObjectProperty<StockMark> value() {
        return value.getReadOnlyProperty();
    }

    /** Returns the name of the other desk that has marked the car; empty if this desk has. */
    public ReadOnlyObjectProperty<Optional<String>> author() {
        return author.name();
    }

    /** Shows the mark of the car in the form. */
    void show(CarInMemory car) {
        value.set(car.mark());
        author.show(Optional.of(new Marked(car.id(), car.mark()))
                .filter(marked -> marked.mark() != StockMark.NONE && marked.mark() != StockMark.DELETED));
    }
}
