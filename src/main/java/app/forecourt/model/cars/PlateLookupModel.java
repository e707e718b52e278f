package app.forecourt.model.cars;

import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.model.cars.PlateLookupState.Found;
import app.forecourt.model.cars.PlateLookupState.Idle;
import app.forecourt.model.cars.PlateLookupState.NoCar;
import app.forecourt.model.cars.PlateLookupState.NoRegister;
import app.forecourt.model.cars.PlateLookupState.OtherCar;
import app.forecourt.model.cars.PlateLookupState.Remembered;
import app.forecourt.model.cars.PlateLookupState.Removed;
import app.forecourt.model.cars.PlateLookupState.Running;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.model.store.CarRecord;
import app.forecourt.register.RdwClient;
import app.forecourt.register.Vehicle;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.RegisterNote;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Lookup of the current car's licence plate, on request, in the background, one at a time. An answer is dropped if the
 * car, its plate or the profile has changed, or if the car is read-only.
 */
public final class PlateLookupModel {
    private final ObservableValue<Profile> profile;
    private final CurrentCar currentCar;
    private final CarFormModel form;
    private final ProfileClients clients;
    private final TaskRunner taskRunner;
    private final Vocabulary vocabulary;
    private final Supplier<Locale> locale;
    private final Clock clock;
    /** Last answer per car, kept until the program ends. */
    private final Map<UUID, Answer> answers = new HashMap<>();

    private final ReadOnlyObjectWrapper<PlateLookupState> state = new ReadOnlyObjectWrapper<>(new Idle());
    private RdwClient.@Nullable Query runningQuery;
    /** Normalized plate of the last lookup, empty if this car had none. */
    private String askedPlate = "";

    /** @param askedPlate the normalized plate */
    private record Answer(Profile by, String askedPlate, PlateLookupState known) {}

    public PlateLookupModel(
            ObservableValue<Profile> profile,
            CurrentCar currentCar,
            CarFormModel form,
            ProfileClients clients,
            TaskRunner taskRunner,
            Vocabulary vocabulary,
            Supplier<Locale> locale,
            Clock clock) {
        this.profile = profile;
        this.currentCar = currentCar;
        this.form = form;
        this.clients = clients;
        this.taskRunner = taskRunner;
        this.vocabulary = vocabulary;
        this.locale = locale;
        this.clock = clock;
        form.text(CarField.LICENSE_PLATE).subscribe((_, _) -> onPlateTyped());
        form.draft().subscribe((_, _) -> onDraftChanged());
        currentCar.car().subscribe((_, _) -> {
            askedPlate = "";
            reset();
            restore();
        });
        currentCar.status().subscribe((_, _) -> {
            reset();
            restore();
        });
        profile.subscribe((_, _) -> {
            reset();
            restore();
        });
    }

    /** Returns the state of the lookup. */
    public ReadOnlyObjectProperty<PlateLookupState> state() {
        return state.getReadOnlyProperty();
    }

    /** Returns the profile of the register. */
    public Profile profile() {
        return profile.getValue();
    }

    /** Starts a lookup if the plate belongs to a known country and the car may be edited. */
    public void start() {
        Optional<LicensePlate> plate =
                plate().filter(candidate -> candidate.country().isPresent());
        if (plate.isEmpty()
                || currentCar.status().get() != ListingStatus.DRAFT
                || (runningQuery != null && plate.get().bare().equals(askedPlate))) {
            return;
        }
        reset();
        if (!plate.get().bare().equals(askedPlate)) {
            form.externalValues().undo();
        }
        askedPlate = plate.get().bare();
        plate.get().country().ifPresent(country -> {
            if (country == Country.NL) {
                start(plate.get());
            } else {
                state.set(new NoRegister(country));
            }
        });
    }

    /** Returns whether the plate can be looked up and its answer is not shown already. */
    public boolean canStart() {
        return currentCar.status().get() == ListingStatus.DRAFT
                && !(state.get() instanceof Running)
                && !isAnswered()
                && plate().flatMap(LicensePlate::country)
                        .filter(Country.NL::equals)
                        .isPresent();
    }

    /** Returns whether the register's car is shown. */
    public boolean isAnswered() {
        return state.get() instanceof Found || state.get() instanceof OtherCar;
    }

    private void start(LicensePlate plate) {
        RdwClient.Query query = clients.rdwClient(profile()).newQuery(plate);
        runningQuery = query;
        state.set(new Running(plate));
        taskRunner.run(
                query::run,
                outcome -> {
                    if (runningQuery == query) {
                        runningQuery = null;
                        onAnswer(plate, outcome);
                    }
                },
                _ -> {
                    if (runningQuery == query) {
                        reset();
                    }
                });
    }

    private void onAnswer(LicensePlate plate, RdwClient.Outcome outcome) {
        switch (outcome) {
            case RdwClient.Outcome.Found(Vehicle vehicle) ->
                onCar(
                        plate,
                        vehicle,
                        vehicle.sourcedValues(vocabulary, LocalDate.now(clock)).stream()
                                .map(sourced -> new ExternalValues.Value(
                                        sourced, Vehicle.text(sourced, vocabulary, locale.get())))
                                .toList());
            case RdwClient.Outcome.NoVehicle noVehicle -> state.set(new NoCar(noVehicle, plate));
        }
    }

    private void onCar(LicensePlate plate, Vehicle vehicle, List<ExternalValues.Value> values) {
        List<ExternalValues.Value> others = form.externalValues().otherNames(values);
        if (others.isEmpty()) {
            showFilled(plate, vehicle, form.externalValues().applyRegisterValues(plate, values));
            return;
        }
        // The other values may be of another car, and would not be noticed in its empty fields.
        form.externalValues().applyRegisterValues(plate, others);
        var other = new OtherCar(plate, vehicle, values);
        answers.put(currentCar.car().get().id(), new Answer(profile(), plate.bare(), other));
        state.set(other);
    }

    private void showFilled(LicensePlate plate, Vehicle vehicle, int filled) {
        answers.put(
                currentCar.car().get().id(), new Answer(profile(), plate.bare(), new Found(vehicle, filled, false)));
        storeRemarks(plate.bare(), vehicle.remarks());
        state.set(new Found(vehicle, filled, true));
    }

    /** Replaces what the form has of another car by the register's values. */
    public void takeAll() {
        if (state.get() instanceof OtherCar(var plate, var vehicle, var values)) {
            form.externalValues().acceptRegisterValues(plate, values, _ -> true);
            showFilled(plate, vehicle, values.size());
        }
    }

    /** Ends what can be undone, because the user goes on. */
    private void onDraftChanged() {
        switch (state.get()) {
            case Found(Vehicle vehicle, int filled, boolean _) -> state.set(new Found(vehicle, filled, false));
            case Removed _ -> state.set(new Idle());
            default -> {}
        }
    }

    private void storeRemarks(String plate, Set<Vehicle.Remark> remarks) {
        currentCar.save(new RegisterNote(
                plate, profile(), remarks.stream().map(Enum::name).toList(), clock.instant()));
    }

    /** Restores the last answer, or the remarks of an earlier run, when a car is shown again. */
    private void restore() {
        CarRecord car = currentCar.car().get();
        Optional.ofNullable(answers.get(car.id()))
                .ifPresentOrElse(
                        answer -> restore(answer.by(), answer.askedPlate(), answer.known()),
                        () -> car.register()
                                .filter(note -> !note.remarks().isEmpty())
                                .ifPresent(note -> restore(
                                        note.profile(),
                                        note.plate(),
                                        new Remembered(Vehicle.Remark.of(note.remarks()), note.at()))));
    }

    private void restore(Profile by, String plate, PlateLookupState known) {
        if (isSameRegister(by, profile())
                && currentCar.status().get() == ListingStatus.DRAFT
                && plate().filter(current -> current.bare().equals(plate)).isPresent()) {
            askedPlate = plate;
            state.set(known);
        }
    }

    /** Returns whether two profiles ask the same register: Practice has one of its own. */
    private static boolean isSameRegister(Profile one, Profile other) {
        return (one == Profile.PRACTICE) == (other == Profile.PRACTICE);
    }

    /**
     * Cancels a running lookup.
     *
     * @return false if none was running
     */
    public boolean cancel() {
        if (!(state.get() instanceof Running(LicensePlate plate))) {
            return false;
        }
        reset();
        state.set(new NoCar(new RdwClient.Outcome.Failed(RdwClient.Outcome.Failure.STOPPED, 0), plate));
        return true;
    }

    /**
     * Cancels a running lookup, or removes what the answer has just filled in.
     *
     * @return false if there was nothing to undo
     */
    public boolean undo() {
        if (cancel()) {
            return true;
        }
        Set<CarField> fields = form.externalValues().filledFields();
        Optional<LicensePlate> plate = plate();
        if (fields.isEmpty()
                || plate.isEmpty()
                || !(state.get() instanceof Found(Vehicle vehicle, int _, boolean undoable))
                || !undoable) {
            return false;
        }
        List<ExternalValues.Value> values = List.copyOf(form.externalValues().registerValues());
        form.externalValues().undo();
        answers.remove(currentCar.car().get().id());
        storeRemarks(askedPlate, Set.of());
        state.set(new Removed(plate.get(), vehicle, values, fields));
        return true;
    }

    /** Fills in again what was removed just now. Returns false if there is nothing. */
    public boolean redo() {
        boolean removed = state.get() instanceof Removed;
        if (state.get() instanceof Removed(var plate, var vehicle, var values, var fields)) {
            form.externalValues().acceptRegisterValues(plate, values, fields::contains);
            showFilled(plate, vehicle, fields.size());
        }
        return removed;
    }

    private Optional<LicensePlate> plate() {
        return form.parsed().plate();
    }

    /** Drops the answer when the user changes the plate. */
    private void onPlateTyped() {
        if (plate().filter(current -> current.bare().equals(askedPlate)).isEmpty()) {
            form.externalValues().dropRegisterValues();
            reset();
        }
    }

    /** Cancels a running lookup and clears the state. */
    private void reset() {
        RdwClient.Query query = runningQuery;
        runningQuery = null;
        if (query != null) {
            // Closing a connection may block.
            taskRunner.run(query::stop);
        }
        state.set(new Idle());
    }
}
