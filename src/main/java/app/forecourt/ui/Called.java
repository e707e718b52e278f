package app.forecourt.ui;

import app.forecourt.settings.DealershipRepository;
import app.forecourt.settings.Profile;
import java.util.Optional;

/** What people call what a car was sent with. */
record Called(DealershipRepository dealerships, OptionNames options) {

    /** The name of the dealership with that id there, if the desk knows one by now. */
    Optional<String> dealership(Profile profile, String id) {
        return dealerships.name(profile, id);
    }

    String option(Profile profile, String name) {
        return options.of(profile, name);
    }
}
