package app.forecourt.ui;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.listing.Environments;
import app.forecourt.profile.Profile;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;

/** Which dealership a car belongs to while nobody has typed one: the chosen profile's. */
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
