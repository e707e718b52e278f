package app.forecourt.model.options;

import app.forecourt.settings.DealershipRepository;
import app.forecourt.settings.Profile;
import java.util.Optional;

/** Display names of the dealership and the options that a car was sent with. */
public record DealershipAndOptionNames(DealershipRepository dealerships, OptionPrettyNames options) {

    /** Returns the name of the dealership with an id on a profile, empty if it is unknown now. */
    public Optional<String> dealership(Profile profile, String id) {
        return dealerships.name(profile, id);
    }

    public String option(Profile profile, String name) {
        return options.displayName(profile, name);
    }
}
