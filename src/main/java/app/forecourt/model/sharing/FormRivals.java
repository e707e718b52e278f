package app.forecourt.model.sharing;

import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.Rival;
import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.merge.FieldValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The rivals of the car in the form, and the cars that have some, as one sync has them. Used on the FX thread only. */
final class FormRivals {
    private final CarFormModel form;
    private final Supplier<UUID> openCar;
    private final StockSync sync;
    private final TaskRunner taskRunner;
    private final CarsWithRivals cars;
    /** The texts that the stock does not have as rivals, by car, until the user has answered. */
    private final Map<UUID, List<Rival>> hidden = new HashMap<>();
    private Shown shown = Shown.NOTHING;
    /** Counts the reads, because the answer of an earlier one is dropped. */
    private long reads;

    /**
     * The rivals in the form, by the names of their fields.
     *
     * @param car empty if no car's rivals were read yet
     */
    private record Shown(Optional<UUID> car, Map<String, List<FieldValue>> rivals) {
        static final Shown NOTHING = new Shown(Optional.empty(), Map.of());

        List<FieldValue> of(UUID openCar, CarField field) {
            return car.equals(Optional.of(openCar)) ? rivals.getOrDefault(field.apiName(), List.of())
                    : List.of();
        }
    }

    /** @param showCars receives the cars with rivals after each change */
    FormRivals(CarFormModel form, Supplier<UUID> openCar, StockSync sync, TaskRunner taskRunner,
            Consumer<Set<UUID>> showCars) {
        this.form = form;
        this.openCar = openCar;
        this.sync = sync;
        this.taskRunner = taskRunner;
        this.cars = new CarsWithRivals(sync, taskRunner,
                car -> !hidden.getOrDefault(car, List.of()).isEmpty(),
                showCars);
    }

    /** Looks at the cars with rivals, because the desk has been together with the others. */
    void onTogether(boolean isBack) {
        if (isBack) {
            cars.refreshAll();
        } else {
            cars.refreshMarked();
        }
    }

    /** Looks at cars that other desks have changed. */
    void onRemoteChange(Set<UUID> changed) {
        if (changed.contains(openCar.get())) {
            refresh();
        }
        cars.refresh(changed);
    }

    /** Offers the texts of another car, which has come into the form. */
    void onCarShown(UUID before) {
        cars.refresh(Set.of(before));
        List<Rival> left = hidden.getOrDefault(openCar.get(), new ArrayList<>());
        // A text that the field has meanwhile is answered.
        left.removeIf(rival -> form.text(rival.field()).getValueSafe().equals(rival.text()));
        left.forEach(form.rivals()::add);
        refresh();
    }

    /** Reads the rivals of the car in the form in the background. */
    private void refresh() {
        UUID car = openCar.get();
        long expected = ++reads;
        taskRunner.run(() -> sync.rivals(car), rivals -> {
            if (expected == reads && car.equals(openCar.get())) {
                shown = new Shown(Optional.of(car), rivals);
                List<Rival> found = new ArrayList<>();
                rivals.forEach((name, values) -> CarField.ofApiName(name).ifPresent(
                        field -> values.forEach(value -> found.add(rival(field, value)))));
                form.rivals().set(found);
            }
        });
    }

    /**
     * Offers texts of another desk that the form does not show, because the user has typed into the same fields. Those
     * of a car that has left the form are offered when the car is shown again.
     */
    void offer(UUID car, Map<CarField, String> texts) {
        taskRunner.run(() -> sync.values(car), values -> {
            texts.forEach((field, text) -> hide(car, field, text, values));
            cars.refresh(Set.of(car));
        });
    }

    private void hide(UUID car, CarField field, String text, Map<String, FieldValue> values) {
        Rival rival = Optional.ofNullable(values.get(field.apiName()))
                .filter(value -> value.text().equals(text)).map(value -> rival(field, value))
                .orElseGet(() -> new Rival(field, text, "", Optional.empty()));
        hidden.computeIfAbsent(car, _ -> new ArrayList<>()).add(rival);
        if (car.equals(openCar.get())) {
            form.rivals().add(rival);
        }
    }

    /** Removes the rivals of a field for all desks. */
    void dismiss(CarField field) {
        UUID car = openCar.get();
        hidden.getOrDefault(car, new ArrayList<>()).removeIf(rival -> rival.field() == field);
        sync.dismissRivals(car, field.apiName(), shown.of(car, field));
    }

    private Rival rival(CarField field, FieldValue value) {
        return new Rival(field, value.text(), value.author(),
                Optional.of(value.at()).filter(time -> !time.equals(Instant.EPOCH)),
                value.author().equals(sync.deskName()));
    }
}
