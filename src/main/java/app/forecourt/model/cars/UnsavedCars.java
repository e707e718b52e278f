package app.forecourt.model.cars;

import app.forecourt.model.stock.Autosave;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Cars outside the form with an unfinished autosave. */
final class UnsavedCars {
    private final Map<UUID, CarRecord> cars = new HashMap<>();

    /** Clears the cars as soon as everything is on disk. */
    UnsavedCars(Autosave autosave) {
        autosave.state().subscribe(_ -> {
            if (autosave.unsavedCount() == 0) {
                cars.clear();
            }
        });
    }

    void add(CarRecord car) {
        cars.put(car.id(), car);
    }

    Optional<CarRecord> find(UUID car) {
        return Optional.ofNullable(cars.get(car));
    }
}
