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
import app.forecourt.model.cars.PlateLookupState.Running;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.register.RdwClient;
import app.forecourt.register.Vehicle;
import app.forecourt.settings.Profile;
import app.forecourt.stock.RegisterRemarks;
import app.forecourt.stock.SendingStatus;
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
    private final Supplier<Locale> locale;
    private final Clock clock;
    /** Last answer per car, kept until the program ends. */
    private final Map<UUID, Answer> answers = new HashMap<>();

    private final ReadOnlyObjectWrapper<PlateLookupState> state = new ReadOnlyObjectWrapper<>(new Idle());
    private RdwClient.@Nullable Query runningQuery;
    /** Normalized plate of the last lookup, empty if this car had none. */
    private String askedPlate = "";

    private record Answer(Profile by, String askedPlate, PlateLookupState known) {}

    public PlateLookupModel(
            ObservableValue<Profile> profile,
            CurrentCar currentCar,
            CarFormModel form,
            ProfileClients clients,
            TaskRunner taskRunner,
            Supplier<Locale> locale,
            Clock clock) {
        this.profile = profile;
        this.currentCar = currentCar;
        this.form = form;
        this.clients = clients;
        this.taskRunner = taskRunner;
        this.locale = locale;
        this.clock = clock;
        form.text(CarField.LICENSE_PLATE).subscribe((_, _) -> onPlateTyped());
        form.draft().subscribe((_, _) -> onDraftChanged());
        currentCar.car().subscribe((_, _) -> {
            askedPlate = "";
            restore();
        });
        currentCar.status().subscribe((_, _) -> restore());
        profile.subscribe((_, _) -> restore());
    }

    public ReadOnlyObjectProperty<PlateLookupState> state() {
        return state.getReadOnlyProperty();
    }

    /** Returns the profile of the register. */
    public Profile profile() {
        return profile.getValue();
    }

    /** Starts a lookup if the plate belongs to a known country and the car may be edited. */
    public void start() {
        plate().ifPresent(plate -> plate.country()
                .filter(_ -> currentCar.status().get() == SendingStatus.DRAFT
                        && (runningQuery == null || !plate.bare().equals(askedPlate)))
                .ifPresent(country -> start(plate, country)));
    }

    private void start(LicensePlate plate, Country country) {
        reset();
        if (!plate.bare().equals(askedPlate)) {
            form.externalValues().undo();
        }
        askedPlate = plate.bare();
        if (country != Country.NL) {
            state.set(new NoRegister(country));
            return;
        }
        RdwClient.Query query = clients.rdwClient(profile()).newQuery(plate);
        runningQuery = query;
        state.set(new Running(plate));
        taskRunner.run(
                query::run,
                outcome -> {
                    if (runningQuery == query) {
                        runningQuery = null;
                        switch (outcome) {
                            case RdwClient.Outcome.Found(Vehicle vehicle) -> onCar(plate, vehicle);
                            case RdwClient.Outcome.NoVehicle noVehicle -> state.set(new NoCar(noVehicle, plate));
                        }
                    }
                },
                _ -> {
                    if (runningQuery == query) {
                        reset();
                    }
                });
    }

    /** Returns whether the plate can be looked up and its answer is not shown already. */
    public boolean canStart() {
        return currentCar.status().get() == SendingStatus.DRAFT
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

    private void onCar(LicensePlate plate, Vehicle vehicle) {
        Vocabulary vocabulary = form.validator().vocabulary();
        List<ExternalValues.Value> values = vehicle.sourcedValues(vocabulary, LocalDate.now(clock)).stream()
                .map(sourced -> new ExternalValues.Value(sourced, Vehicle.text(sourced, vocabulary, locale.get())))
                .toList();
        List<ExternalValues.Value> others = form.externalValues().otherNames(values);
        if (others.isEmpty()) {
            showFilled(plate, vehicle, form.externalValues().applyRegisterValues(plate, values));
            return;
        }
        // The other values may be of another car, and would not be noticed in its empty fields.
        form.externalValues().applyRegisterValues(plate, others);
        var other = new OtherCar(plate, vehicle, values);
        remember(plate, other);
        state.set(other);
    }

    private void showFilled(LicensePlate plate, Vehicle vehicle, int filled) {
        remember(plate, new Found(vehicle, filled, false));
        storeRemarks(plate.bare(), vehicle.remarks());
        state.set(new Found(vehicle, filled, true));
    }

    private void remember(LicensePlate plate, PlateLookupState known) {
        answers.put(currentCar.car().get().id(), new Answer(profile(), plate.bare(), known));
    }

    /** Replaces what the form has of another car by the register's values. */
    public void takeAll() {
        if (state.get() instanceof OtherCar(var plate, var vehicle, var values)) {
            form.externalValues().acceptRegisterValues(plate, values);
            showFilled(plate, vehicle, values.size());
        }
    }

    /** Ends what can be undone, because the user goes on. */
    private void onDraftChanged() {
        if (state.get() instanceof Found(Vehicle vehicle, int filled, boolean _)) {
            state.set(new Found(vehicle, filled, false));
        }
    }

    private void storeRemarks(String plate, Set<Vehicle.Remark> remarks) {
        currentCar.save(new RegisterRemarks(
                plate, profile(), remarks.stream().map(Enum::name).toList(), clock.instant()));
    }

    /** Replaces the state by the last answer, or by the remarks of an earlier run, when a car is shown again. */
    private void restore() {
        reset();
        CarInMemory car = currentCar.car().get();
        Optional.ofNullable(answers.get(car.id()))
                .ifPresentOrElse(
                        this::restore,
                        () -> car.register()
                                .filter(note -> !note.remarks().isEmpty())
                                .ifPresent(note -> restore(new Answer(
                                        note.profile(),
                                        note.plate(),
                                        new Remembered(Vehicle.Remark.of(note.remarks()), note.at())))));
    }

    private void restore(Answer answer) {
        // Practice has a register of its own.
        if ((answer.by() == Profile.PRACTICE) == (profile() == Profile.PRACTICE)
                && currentCar.status().get() == SendingStatus.DRAFT
                && isPlate(answer.askedPlate())) {
            askedPlate = answer.askedPlate();
            state.set(answer.known());
        }
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
        if (form.externalValues().filledFields().isEmpty()
                || !(state.get() instanceof Found(Vehicle _, int _, boolean undoable))
                || !undoable) {
            return false;
        }
        form.externalValues().undo();
        answers.remove(currentCar.car().get().id());
        storeRemarks(askedPlate, Set.of());
        reset();
        return true;
    }

    private Optional<LicensePlate> plate() {
        return form.parsed().plate();
    }

    private boolean isPlate(String bare) {
        return plate().filter(current -> current.bare().equals(bare)).isPresent();
    }

    /** Drops the answer when the user changes the plate. */
    private void onPlateTyped() {
        if (!isPlate(askedPlate)) {
            form.externalValues().dropRegisterValues();
            reset();
        }
    }

    /** Cancels a running lookup and clears the state. */
    private void reset() {
        if (runningQuery != null) {
            // Closing a connection may block.
            taskRunner.run(runningQuery::stop);
            runningQuery = null;
        }
        state.set(new Idle());
    }
}
