package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.model.cars.PlateLookupState;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.register.RdwClient;
import app.forecourt.register.RdwClient.Outcome.Failed;
import app.forecourt.register.RdwClient.Outcome.Limited;
import app.forecourt.register.RdwClient.Outcome.Unknown;
import app.forecourt.register.Vehicle;
import app.forecourt.settings.Profile;
import app.forecourt.ui.words.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages of the plate lookup. */
public final class LookupMessages {
    private static final String SEPARATOR = "  ·  ";

    private final Messages messages;

    public LookupMessages(Messages messages) {
        this.messages = messages;
    }

    /**
     * Returns the message of a lookup state; empty if there is nothing to report.
     *
     * @param externalValues values of the register, for the fields that differ
     */
    public String sentence(PlateLookupState state, Profile profile, ExternalValues externalValues) {
        String register = messages.getFor(profile, "lookup.register", "lookup.register.practice");
        return switch (state) {
            case PlateLookupState.Idle _ -> "";
            case PlateLookupState.Running(LicensePlate plate) ->
                messages.get("lookup.asking", register, plate.formatted());
            case PlateLookupState.NoRegister(var country) -> messages.get("lookup.no_register." + country.name());
            case PlateLookupState.Found found -> known(register, found, externalValues);
            case PlateLookupState.OtherCar other -> messages.get("lookup.other_car", other.name());
            case PlateLookupState.Remembered(var remarks, Instant at) ->
                messages.get("lookup.remembered", register, messages.moment(at));
            case PlateLookupState.NoCar(RdwClient.Outcome.NoVehicle outcome, LicensePlate plate) ->
                notTold(register, outcome, plate, profile);
        };
    }

    /** Returns the remarks of the register that belong to no field; empty if there are none. */
    public String remarks(PlateLookupState state) {
        Set<Vehicle.Remark> remarks = switch (state) {
            case PlateLookupState.Found found -> found.vehicle().remarks();
            case PlateLookupState.Remembered(Set<Vehicle.Remark> kept, Instant at) -> kept;
            default -> Set.of();
        };
        return remarks.stream()
                .map(remark -> messages.get("lookup.remark." + Messages.key(remark)))
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Returns whether the lookup failed or found another car. A lookup that the user stopped does not count. */
    public static boolean isFailure(PlateLookupState state) {
        return state instanceof PlateLookupState.OtherCar
                || (state instanceof PlateLookupState.NoCar(var outcome, var plate)
                        && !(outcome instanceof Failed(RdwClient.Outcome.Failure failure, int status)
                                && failure == RdwClient.Outcome.Failure.STOPPED));
    }

    private String known(String register, PlateLookupState.Found found, ExternalValues externalValues) {
        Vehicle vehicle = found.vehicle();
        List<String> parts = new ArrayList<>();
        if (vehicle.isPassengerCar()) {
            boolean undoable = found.undoable() && found.filled() > 0;
            parts.add(messages.get("lookup.known", register, found.filled())
                    + (undoable ? messages.get("lookup.undoable") : ""));
        } else {
            parts.add(messages.get(
                    vehicle.kind().isEmpty() ? "lookup.no_kind" : "lookup.other_kind", register, vehicle.kind()));
        }
        addNames("lookup.differs", externalValues.differingFields().stream(), parts);
        if (vehicle.isPassengerCar()) {
            addNames("lookup.offered", externalValues.offers().stream().map(ExternalValues.Value::field), parts);
        }
        if (!vehicle.hasFuels()) {
            parts.add(messages.get("lookup.partly"));
        }
        return String.join(SEPARATOR, parts);
    }

    private void addNames(String key, Stream<CarField> fields, List<String> parts) {
        String names = fields.map(messages::name).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            parts.add(messages.get(key, names));
        }
    }

    private String notTold(String register, RdwClient.Outcome.NoVehicle outcome, LicensePlate plate, Profile profile) {
        return switch (outcome) {
            case Unknown _ ->
                messages.getFor(profile, "lookup.unknown", "lookup.unknown.practice", register, plate.formatted());
            case Limited(Instant until) -> messages.get("lookup.limited", register, messages.moment(until));
            case Failed(RdwClient.Outcome.Failure failure, int status) ->
                messages.get("lookup." + Messages.key(failure), register, status);
        };
    }
}
