package app.forecourt.ui;

import app.forecourt.autochat.ImportedCar;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.listing.Environments;
import app.forecourt.profile.Profile;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;

/** What a car has before anybody types it; its dealership is the chosen profile's while nobody has typed one. */
final class Dealerships {
    private final Environments environments;
    private final ObservableValue<Profile> profile;
    private String proposed;

    Dealerships(Environments environments, ObservableValue<Profile> profile) {
        this.environments = environments;
        this.profile = profile;
        this.proposed = environments.dealership(profile.getValue());
    }

    /** A car of which nothing is typed yet. */
    CarDraft fresh() {
        return CarDraft.of(Map.of(CarField.DEALERSHIP_ID, environments.dealership(profile.getValue()),
                CarField.CURRENCY, "EUR", CarField.MILEAGE_UNIT, "KM"), List.of());
    }

    /**
     * A car from elsewhere, with what a new car has in place of what it lacks. What it had and could not be taken stays
     * empty, so that nothing else passes for it.
     */
    CarDraft complete(ImportedCar car) {
        CarDraft fresh = fresh();
        CarDraft whole = car.draft();
        for (CarField field : CarField.values()) {
            if (whole.text(field).isBlank() && !fresh.text(field).isEmpty()
                    && !car.leftOut().contains(field.apiName())) {
                whole = whole.with(field, fresh.text(field));
            }
        }
        return whole;
    }

    /** A dealership that nobody typed is the chosen profile's; one that somebody typed stays. */
    void follow(CarForm form) {
        String typed = form.text(CarField.DEALERSHIP_ID).get();
        boolean ours = typed.isEmpty() || typed.equals(proposed);
        for (Profile any : Profile.values()) {
            ours |= typed.equals(environments.dealership(any));
        }
        if (ours) {
            proposed = environments.dealership(profile.getValue());
            form.text(CarField.DEALERSHIP_ID).set(proposed);
        }
    }
}
