package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.register.PlateQueryFailure;
import app.forecourt.register.PlateQueryOutcome;
import app.forecourt.register.PlateQueryOutcome.Failed;
import app.forecourt.register.PlateQueryOutcome.Found;
import app.forecourt.register.PlateQueryOutcome.Limited;
import app.forecourt.register.PlateQueryOutcome.Unknown;
import app.forecourt.register.Vehicle;
import app.forecourt.register.VehicleRemark;
import app.forecourt.settings.Profile;
import app.forecourt.ui.words.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages of the plate lookup. */
public final class LookupMessages {
    private static final String SEPARATOR = "  ·  ";

    private final Messages words;

    public LookupMessages(Messages words) {
        this.words = words;
    }

    /**
     * Returns the message of a lookup state; empty if there is nothing to report.
     *
     * @param externalValues values of the register, for the fields that differ
     */
    public String sentence(PlateLookupModel.State state, Profile profile, ExternalValues externalValues) {
        String register = words
                .get(profile == Profile.PRACTICE ? "lookup.register.practice" : "lookup.register");
        return switch (state) {
            case PlateLookupModel.Quiet _ -> "";
            case PlateLookupModel.Asking(LicensePlate plate) ->
                words.get("lookup.asking", register, plate.formatted());
            case PlateLookupModel.NoRegister(var country) ->
                words.get("lookup.no_register." + country.name());
            case PlateLookupModel.Known(Vehicle vehicle, int filled) ->
                known(register, vehicle, filled, externalValues);
            case PlateLookupModel.Remembered(var remarks, Instant at) ->
                words.get("lookup.remembered", register, words.moment(at));
            case PlateLookupModel.NotTold(PlateQueryOutcome why, LicensePlate plate) ->
                notTold(register, why, plate, profile);
        };
    }

    /** Returns the remarks of the register that belong to no field; empty if there are none. */
    public String remarks(PlateLookupModel.State state) {
        Set<VehicleRemark> remarks = switch (state) {
            case PlateLookupModel.Known(Vehicle vehicle, int filled) -> vehicle.remarks();
            case PlateLookupModel.Remembered(Set<VehicleRemark> kept, Instant at) -> kept;
            default -> Set.of();
        };
        return remarks.stream().map(remark -> words.get("lookup.remark." + Messages.key(remark)))
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Returns whether the lookup failed. A lookup that the user stopped does not count. */
    public static boolean isTrouble(PlateLookupModel.State state) {
        return state instanceof PlateLookupModel.NotTold(var why, var plate)
                && !(why instanceof Failed(PlateQueryFailure trouble, int status)
                        && trouble == PlateQueryFailure.STOPPED);
    }

    private String known(String register, Vehicle vehicle, int filled, ExternalValues externalValues) {
        Stream<String> result = Stream.of(vehicle.isPassengerCar()
                ? words.get("lookup.known", register, filled)
                : words.get(vehicle.kind().isEmpty() ? "lookup.no_kind" : "lookup.other_kind", register,
                        vehicle.kind()));
        Stream<String> incomplete = vehicle.isWhole() ? Stream.of() : Stream.of(words.get("lookup.partly"));
        return Stream.of(result, names("lookup.differs", externalValues.differingFields()),
                names("lookup.offered", vehicle.isPassengerCar() ? externalValues.offered() : List.of()),
                incomplete)
                .flatMap(parts -> parts).collect(Collectors.joining(SEPARATOR));
    }

    private Stream<String> names(String key, List<CarField> fields) {
        return fields.isEmpty() ? Stream.of()
                : Stream.of(words.get(key,
                        fields.stream().map(words::name).collect(Collectors.joining(", "))));
    }

    private String notTold(String register, PlateQueryOutcome why, LicensePlate plate, Profile profile) {
        return switch (why) {
            case Unknown _ -> words.get(
                    profile == Profile.PRACTICE ? "lookup.unknown.practice" : "lookup.unknown", register,
                    plate.formatted());
            case Limited(Instant until) -> words.get("lookup.limited", register, words.moment(until));
            case Failed(PlateQueryFailure trouble, int status) ->
                words.get("lookup." + Messages.key(trouble), register, status);
            case Found _ -> throw new IllegalArgumentException("a found car has its own message");
        };
    }
}
