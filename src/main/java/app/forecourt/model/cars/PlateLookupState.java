package app.forecourt.model.cars;

import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.LicensePlate;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.register.RdwClient;
import app.forecourt.register.Vehicle;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** State of a plate lookup. */
public sealed interface PlateLookupState {
    /** State without anything to show. */
    record Idle() implements PlateLookupState {}

    /** State while RDW is being queried. */
    record Running(LicensePlate plate) implements PlateLookupState {}

    /** State after a plate of a country without a register that can be queried. */
    record NoRegister(Country country) implements PlateLookupState {}

    /**
     * State after RDW returned the car.
     *
     * @param filled number of fields that were filled in
     * @param undoable whether nothing was changed since
     */
    record Found(Vehicle vehicle, int filled, boolean undoable) implements PlateLookupState {}

    /** State after RDW returned another car than the one in the form. Nothing was filled in. */
    record OtherCar(LicensePlate plate, Vehicle vehicle, List<ExternalValues.Value> values)
            implements PlateLookupState {
        /** Returns the brand and model. */
        public String name() {
            return values.stream()
                    .filter(value -> value.field() == CarField.BRAND || value.field() == CarField.MODEL)
                    .map(ExternalValues.Value::text)
                    .collect(Collectors.joining(" "));
        }
    }

    /**
     * State of a car that has RDW's remarks from an earlier run.
     *
     * @param at time of that lookup
     */
    record Remembered(Set<Vehicle.Remark> remarks, Instant at) implements PlateLookupState {}

    /** State after a lookup that returned no car. */
    record NoCar(RdwClient.Outcome.NoVehicle outcome, LicensePlate plate) implements PlateLookupState {}
}
