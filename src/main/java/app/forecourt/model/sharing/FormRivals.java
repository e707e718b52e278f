package app.forecourt.model.sharing;

import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.Rival;
import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.merge.CarDocument;
import app.forecourt.sharing.merge.FieldValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The rivals of the car in the form, and the cars that have some, as one sync has them. Used on the FX thread only. */
final class FormRivals {
    private final CarFormModel form;
    private final Supplier<UUID> openCar;
    private final StockSync sync;
    private final TaskRunner taskRunner;
    private final CarsWithRivals cars;
    private final UnsharedRivals unshared = new UnsharedRivals();
    /** The rivals that the user has answered, because the sync may not know the answer yet. Read on any thread. */
    private final Set<Answered> answered = ConcurrentHashMap.newKeySet();

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
            return isOf(openCar) ? rivals.getOrDefault(field.apiName(), List.of()) : List.of();
        }

        boolean isOf(UUID openCar) {
            return car.equals(Optional.of(openCar));
        }
    }

    private record Answered(UUID car, String field, FieldValue rival) {}

    /** @param showCars receives the cars with rivals after each change */
    FormRivals(
            CarFormModel form,
            Supplier<UUID> openCar,
            StockSync sync,
            TaskRunner taskRunner,
            Consumer<Set<UUID>> showCars) {
        this.form = form;
        this.openCar = openCar;
        this.sync = sync;
        this.taskRunner = taskRunner;
        this.cars = new CarsWithRivals(
                new CarsWithRivals.Source(
                        sync::carsWithRivals,
                        car -> rivals(car).keySet().stream().anyMatch(CarDocument::isFormField)),
                taskRunner,
                unshared::cars,
                showCars);
    }

    /** Looks at the car in the form and at all others, because the file of the sync is there. Needs no connection. */
    void readAll() {
        reload();
        cars.refreshAll();
    }

    /** Looks at the cars with rivals, because the desk has been together with the others. */
    void onTogether(boolean isBack) {
        if (isBack) {
            // Before, the file may have been that of a stock that the desk had left.
            readAll();
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
        unshared.onFormLeft(before);
        cars.onFormLeft();
        reload();
    }

    /** Offers the texts again, because the form may have been loaded with another version of its car. */
    void reload() {
        UUID car = openCar.get();
        // A text that the field has meanwhile is answered.
        unshared.removeIf(car, rival -> form.text(rival.field()).getValueSafe().equals(rival.text()));
        unshared.of(car).forEach(form.rivals()::add);
        refresh();
    }

    /** Marks the car in the form as long as the form offers a text, also before the sync knows what the user did. */
    void onFormChanged() {
        UUID car = openCar.get();
        if (shown.isOf(car)) {
            boolean isAnyWaiting = form.rivals().isAnyWaiting();
            unshared.setOffered(car, isAnyWaiting);
            cars.onFormChanged(car, isAnyWaiting);
        }
    }

    /** Reads the rivals of the car in the form in the background. */
    private void refresh() {
        UUID car = openCar.get();
        long expected = ++reads;
        taskRunner.run(() -> rivals(car), rivals -> {
            if (expected == reads && car.equals(openCar.get())) {
                shown = new Shown(Optional.of(car), rivals);
                List<Rival> found = new ArrayList<>();
                rivals.forEach((name, values) -> CarField.ofApiName(name)
                        .ifPresent(field -> values.forEach(value -> found.add(rival(field, value)))));
                form.rivals().set(found);
            }
        });
    }

    /** Returns the rivals that the sync has, without those that the user has answered. Blocks on the disk. */
    private Map<String, List<FieldValue>> rivals(UUID car) {
        Map<String, List<FieldValue>> waiting = new HashMap<>();
        sync.rivals(car).forEach((field, values) -> {
            List<FieldValue> left = values.stream()
                    .filter(value -> !answered.contains(new Answered(car, field, value)))
                    .toList();
            if (!left.isEmpty()) {
                waiting.put(field, left);
            }
        });
        return waiting;
    }

    /**
     * Offers texts of another desk that the form does not show, because the user has typed into the same fields. Those
     * of a car that has left the form are offered when the car is shown again.
     */
    void offer(UUID car, Map<CarField, String> texts) {
        taskRunner.run(() -> sync.values(car), values -> {
            // An emptied field is no offer.
            texts.forEach((field, text) -> {
                if (!text.isEmpty()) {
                    offerText(car, field, text, values);
                }
            });
            cars.publish();
        });
    }

    private void offerText(UUID car, CarField field, String text, Map<String, FieldValue> values) {
        Rival rival = Optional.ofNullable(values.get(field.apiName()))
                .filter(value -> value.text().equals(text))
                .map(value -> rival(field, value))
                .orElseGet(() -> new Rival(field, text, "", Optional.empty()));
        unshared.add(car, rival);
        if (car.equals(openCar.get())) {
            form.rivals().add(rival);
        }
    }

    /** Removes the rivals of a field for all desks. */
    void dismiss(CarField field) {
        UUID car = openCar.get();
        unshared.removeIf(car, rival -> rival.field() == field);
        List<FieldValue> seen = shown.of(car, field);
        seen.forEach(rival -> answered.add(new Answered(car, field.apiName(), rival)));
        sync.dismissRivals(car, field.apiName(), seen);
        cars.publish();
    }

    private Rival rival(CarField field, FieldValue value) {
        return new Rival(
                field,
                value.text(),
                value.author(),
                Optional.of(value.at()).filter(time -> !time.equals(Instant.EPOCH)),
                value.author().equals(sync.deskName()));
    }
}
