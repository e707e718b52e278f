package app.forecourt.model.cars;

import static app.forecourt.stock.StockMark.DELETED;

import app.forecourt.car.CarDraft;
import app.forecourt.model.AppModelFixture;
import app.forecourt.stock.StockMark;
import app.forecourt.testing.TypedCars;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** Fixture of the changes of another desk, that of Anna, to the car in the form. */
abstract class OtherDeskFixture extends AppModelFixture {
    @BeforeEach
    void start() {
        startModel();
        window.until("all cars", () -> stock().complete().get());
        typeCar();
        awaitSaved();
    }

    /** Writes a car into the journal as a sync does. */
    final void write(UUID car, UnaryOperator<CarDraft> change, StockMark mark) {
        TypedCars.saveOfAnotherDesk(journal, car, change, mark, clock.instant());
    }

    /** Reports to the model that the journal has something new of a car. */
    final void refresh(UUID car) {
        cars().remoteChanges().refresh(Set.of(car));
    }

    final void markThere(UUID car, StockMark mark) {
        write(car, draft -> draft, mark);
        refresh(car);
    }

    /** Deletes the car in the form at the other desk, and returns it when the form shows another. */
    final UUID deleteThere() {
        UUID car = carId();
        markThere(car, DELETED);
        window.until("another car", () -> !carId().equals(car));
        return car;
    }

    final StockMark shownMark() {
        return current().mark().value().get();
    }
}
