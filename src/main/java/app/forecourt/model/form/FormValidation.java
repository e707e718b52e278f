package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.option.AvailableOptions;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The validation of the car in the form by what the program knows: the options and dealerships of the chosen profile,
 * and the pricing terms of the dealer.
 */
record FormValidation(
        CarValidator validator,
        ObjectProperty<Optional<AvailableOptions>> knownOptions,
        ObjectProperty<PricingTerms> terms,
        ObjectProperty<ProfileDealerships> knownDealerships) {
    FormValidation(CarValidator validator) {
        this(
                validator,
                new SimpleObjectProperty<>(Optional.empty()),
                new SimpleObjectProperty<>(PricingTerms.STANDARD),
                new SimpleObjectProperty<>(ProfileDealerships.NONE));
    }

    void onChange(Runnable action) {
        knownOptions.subscribe((_, _) -> action.run());
        terms.subscribe((_, _) -> action.run());
        knownDealerships.subscribe((_, _) -> action.run());
    }

    CarValidator.Result check(ParsedDraft car) {
        return validator.check(car, knownOptions.get(), terms.get(), knownDealerships.get());
    }

    /** Returns the name of the dealership with an id, if it has one. */
    Optional<String> dealership(String id) {
        return Optional.ofNullable(knownDealerships.get().namesById().get(id.strip()))
                .filter(name -> !name.isEmpty());
    }

    Optional<ExternalValues.Value> brandOfVin(ParsedDraft car) {
        return validator
                .brandOfVin(car)
                .map(brand -> new ExternalValues.Value(
                        brand,
                        validator
                                .vocabulary()
                                .displayName(CarField.BRAND, brand.value().toString())));
    }
}
