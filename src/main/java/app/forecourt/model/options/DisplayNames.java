package app.forecourt.model.options;

import app.forecourt.settings.DealershipRepository;
import app.forecourt.settings.Profile;
import java.util.Optional;

/** What people call what a car was sent with. */
public record DisplayNames(DealershipRepository dealerships, OptionNameIndex options) {

    /** The name of the dealership with that id there, if the desk knows one by now. */
    public Optional<String> dealership(Profile profile, String id) {
        return dealerships.name(profile, id);
    }

    public String option(Profile profile, String name) {
        return options.of(profile, name);
    }
}
