package app.forecourt.model.sharing;

import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.Rival;
import app.forecourt.sharing.SharingEngine;
import app.forecourt.sharing.merge.FieldValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The rivals of the car in the form, as one exchange has them. Used on the FX thread only. */
final class CarRivals {
    private final CarFormModel form;
    private final Supplier<UUID> openCar;
    private final SharingEngine engine;
    private final TaskRunner taskRunner;
    /** Counts the reads, because the answer of an earlier one is dropped. */
    private long reads;

    CarRivals(CarFormModel form, Supplier<UUID> openCar, SharingEngine engine, TaskRunner taskRunner) {
        this.form = form;
        this.openCar = openCar;
        this.engine = engine;
        this.taskRunner = taskRunner;
    }

    /** Reads the rivals of the car in the form in the background. */
    void refresh() {
        UUID car = openCar.get();
        long expected = ++reads;
        taskRunner.run(() -> engine.rivals(car), rivals -> {
            if (expected == reads && car.equals(openCar.get())) {
                List<Rival> found = new ArrayList<>();
                rivals.forEach((name, values) -> CarField.ofApiName(name).ifPresent(
                        field -> values.forEach(value -> found.add(rival(field, value)))));
                form.rivals().set(found);
            }
        });
    }

    /** Offers texts of another desk that the form does not show, because the user has typed into the same fields. */
    void offer(Map<CarField, String> hidden) {
        UUID car = openCar.get();
        taskRunner.run(() -> engine.values(car), values -> {
            if (car.equals(openCar.get())) {
                hidden.forEach((field, text) -> form.rivals()
                        .add(Optional.ofNullable(values.get(field.apiName()))
                                .filter(value -> value.text().equals(text)).map(value -> rival(field, value))
                                .orElseGet(() -> new Rival(field, text, "", Optional.empty()))));
            }
        });
    }

    /** Removes the rivals of a field for all desks. */
    void dismiss(CarField field) {
        engine.dismissRivals(openCar.get(), field.apiName());
    }

    private static Rival rival(CarField field, FieldValue value) {
        return new Rival(field, value.text(), value.author(),
                Optional.of(value.at()).filter(time -> !time.equals(Instant.EPOCH)));
    }
}
