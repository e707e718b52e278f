package app.forecourt.model.cars;

import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValue;
import app.forecourt.register.PlateQuery;
import app.forecourt.register.PlateQueryFailure;
import app.forecourt.register.PlateQueryOutcome;
import app.forecourt.register.Vehicle;
import app.forecourt.register.VehicleRemark;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.RegisterNote;
import app.forecourt.text.ValueFormatter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the plate of the car in the form: in the background, one at a time, and only when asked to. An answer counts
 * only while the car, its plate and the profile are those it was asked for and the car may be changed.
 */
public final class PlateLookupModel {
    private final ObservableValue<Profile> profile;
    private final CurrentCar inForm;
    private final CarFormModel form;
    private final ProfileClients environments;
    private final TaskRunner background;
    private final Vocabulary vocabulary;
    private final Supplier<Locale> locale;
    private final Clock clock;
    /** The last answer on each car, as long as the program runs. */
    private final Map<UUID, Answer> answers = new HashMap<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Quiet());
    private @Nullable PlateQuery underWay;
    /** Bare, that of the last look-up; empty when there was none for this car. */
    private String asked = "";

    /** @param asked the bare plate */
    private record Answer(Profile by, String asked, Known known) {}

    /** How a look-up stands. */
    public sealed interface State {}

    /** Nothing to be told. */
    public record Quiet() implements State {}

    /** The register is being asked. */
    public record Asking(LicensePlate plate) implements State {}

    /** No register can be asked about such a plate. */
    public record NoRegister(Country country) implements State {}

    /**
     * The register knows the car.
     *
     * @param filled how many fields it filled
     */
    public record Known(Vehicle vehicle, int filled) implements State {}

    /**
     * The register remarked this of the car in an earlier run.
     *
     * @param at when it was asked
     */
    public record Remembered(Set<VehicleRemark> remarks, Instant at) implements State {}

    /** The register told nothing of the car. */
    public record NotTold(PlateQueryOutcome why, LicensePlate plate) implements State {}

    public PlateLookupModel(ObservableValue<Profile> profile, CurrentCar inForm, CarFormModel form,
            ProfileClients environments,
            TaskRunner background, Vocabulary vocabulary, Supplier<Locale> locale, Clock clock) {
        this.profile = profile;
        this.inForm = inForm;
        this.form = form;
        this.environments = environments;
        this.background = background;
        this.vocabulary = vocabulary;
        this.locale = locale;
        this.clock = clock;
        form.text(CarField.LICENSE_PLATE).subscribe((before, now) -> typed());
        inForm.car().subscribe((before, now) -> {
            asked = "";
            drop();
            recall();
        });
        inForm.status().subscribe((before, now) -> {
            drop();
            recall();
        });
        profile.subscribe((before, now) -> drop());
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Whose register it is. */
    public Profile profile() {
        return profile.getValue();
    }

    /** Looks the plate up, if it is one of which a country is known and the car may be changed. */
    public void start() {
        Optional<LicensePlate> plate = plate().filter(any -> any.country().isPresent());
        if (plate.isEmpty() || inForm.status().get() != ListingStatus.DRAFT
                || (underWay != null && plate.get().bare().equals(asked))) {
            return;
        }
        drop();
        if (!plate.get().bare().equals(asked)) {
            form.externalValues().undo();
        }
        asked = plate.get().bare();
        plate.get().country().ifPresent(country -> {
            if (country == Country.NL) {
                start(plate.get());
            } else {
                state.set(new NoRegister(country));
            }
        });
    }

    private void start(LicensePlate plate) {
        PlateQuery lookUp = environments.register(profile()).lookUp(plate);
        underWay = lookUp;
        state.set(new Asking(plate));
        background.run(lookUp::run, outcome -> {
            if (underWay == lookUp) {
                underWay = null;
                answered(plate, outcome);
            }
        }, bug -> {
            if (underWay == lookUp) {
                drop();
            }
        });
    }

    private void answered(LicensePlate plate, PlateQueryOutcome outcome) {
        if (outcome instanceof PlateQueryOutcome.Found(Vehicle vehicle)) {
            LocalDate today = LocalDate.now(clock);
            int filled = form.externalValues()
                    .applyExternalValues(vehicle.statements(vocabulary, today).stream()
                            .map(said -> new ExternalValue(said, written(said))).toList());
            Known known = new Known(vehicle, filled);
            answers.put(inForm.car().get().id(), new Answer(profile(), plate.bare(), known));
            remember(plate.bare(), vehicle.remarks());
            state.set(known);
        } else {
            state.set(new NotTold(outcome, plate));
        }
    }

    private void remember(String plate, Set<VehicleRemark> remarks) {
        inForm.keep(new RegisterNote(plate, profile(), remarks.stream().map(Enum::name).toList(),
                clock.instant()));
    }

    /** A car is in the form again: what was answered about its plate still holds. */
    private void recall() {
        CarRecord car = inForm.car().get();
        Optional.ofNullable(answers.get(car.id())).ifPresentOrElse(
                answer -> recall(answer.by(), answer.asked(), answer.known()),
                () -> car.register().filter(note -> !note.remarks().isEmpty())
                        .ifPresent(note -> recall(note.profile(), note.plate(),
                                new Remembered(remarks(note), note.at()))));
    }

    private void recall(Profile by, String about, State known) {
        if (by == profile() && inForm.status().get() == ListingStatus.DRAFT
                && plate().filter(now -> now.bare().equals(about)).isPresent()) {
            asked = about;
            state.set(known);
        }
    }

    /** Returns the remarks of a note that this version knows. */
    private static Set<VehicleRemark> remarks(RegisterNote note) {
        return Stream.of(VehicleRemark.values()).filter(remark -> note.remarks().contains(remark.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As she would type it herself: brands and models as they are sent, other words by their name. */
    private String written(SourcedValue said) {
        return switch (said.value()) {
            case LocalDate day -> ValueFormatter.day(day, locale.get());
            case String word when said.field() == CarField.BRAND || said.field() == CarField.MODEL -> word;
            case String word -> vocabulary.label(said.field(), word, locale.get());
            default -> said.value().toString();
        };
    }

    /** Stops asking. */
    public boolean stop() {
        if (!(state.get() instanceof Asking(LicensePlate plate))) {
            return false;
        }
        drop();
        state.set(new NotTold(new PlateQueryOutcome.Failed(PlateQueryFailure.STOPPED, 0), plate));
        return true;
    }

    /** Stops asking, or takes back what the last answer filled and nobody touched since. */
    public boolean undo() {
        if (stop()) {
            return true;
        }
        boolean any = state.get() instanceof Known && form.externalValues().hasFilled();
        if (any) {
            form.externalValues().undo();
            answers.remove(inForm.car().get().id());
            remember(asked, Set.of());
            drop();
        }
        return any;
    }

    private Optional<LicensePlate> plate() {
        return LicensePlate.of(form.text(CarField.LICENSE_PLATE).get());
    }

    /** What is known of one plate says nothing of another. */
    private void typed() {
        if (plate().filter(now -> now.bare().equals(asked)).isEmpty()) {
            form.externalValues().forget();
            drop();
        }
    }

    /** No answer is waited for any more, and none is told. */
    private void drop() {
        PlateQuery lookUp = underWay;
        underWay = null;
        if (lookUp != null) {
            // Breaking a connection off may block.
            background.run(lookUp::stop);
        }
        state.set(new Quiet());
    }
}
