package app.forecourt.model.cars;

import app.forecourt.model.stock.Autosave;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Cars that were never in the form, or are so no longer, and of which not all is on the disk: only here it is known. */
final class UnsavedCars {
    private final Map<UUID, CarRecord> cars = new HashMap<>();

    /** They are let go once all is on the disk. */
    UnsavedCars(Autosave autosave) {
        autosave.state().subscribe(now -> {
            if (autosave.behind() == 0) {
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
