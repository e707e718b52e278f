package app.forecourt.model.cars;

import app.forecourt.car.Problem;
import app.forecourt.model.form.DuplicateHints;
import app.forecourt.model.stock.StockDuplicateSearch;
import app.forecourt.stock.SendingStatus;
import java.util.Optional;

/** The search of the stock list for another car that is the one in the form. */
final class DuplicateInStock {
    private final CurrentCar car;
    private final CarsModel cars;
    private final DuplicateHints hints;

    DuplicateInStock(CurrentCar car, CarsModel cars, DuplicateHints hints) {
        this.car = car;
        this.cars = cars;
        this.hints = hints;
    }

    /** Shows a hint if the stock list has the same car once more. */
    void update() {
        if (!car.content().isChanging()) {
            hints.set(Optional.of(car.car().get().row())
                    .filter(_ -> car.status().get() == SendingStatus.DRAFT)
                    .flatMap(cars.stock()::findDuplicate)
                    .map(this::hint)
                    .stream()
                    .toList());
        }
    }

    private Problem hint(StockDuplicateSearch.Duplicate duplicate) {
        return Problem.of(
                duplicate.sharedField(),
                Problem.Code.ALSO_IN_LIST,
                cars.names().name(duplicate.car(), duplicate.car().text(duplicate.sharedField())),
                duplicate.car().id().toString());
    }
}
