package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.car.ProfileDealerships.Seller;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.connection.ProfileClients;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.settings.DealershipWithIds;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StockRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/**
 * Assignment of the current car to a dealership. A new car gets the dealership of the car begun last, else the default.
 * A known dealership follows the chosen profile; an id that the user typed stays.
 */
final class DealershipAssignment {
    private final ProfileClients clients;
    private final ObservableValue<Profile> profile;
    private final Supplier<Optional<StockRow>> newestCar;
    private final CurrencyAndUnitDefaults defaults;
    /** Other defaults of a new car at the time the current car was begun or shown. */
    private CarDraft initialDefaults;
    /** Dealership id that was filled in for a new car. */
    private String filledInId = "";
    /** Profile of the last update, and the id of the default dealership there. */
    private Profile lastProfile;

    private String lastDefaultId = "";
    /** Dealership of the car while the chosen profile has no id for it. */
    private Optional<Known> unknownDealership = Optional.empty();

    private record Known(Profile profile, String id) {}

    /**
     * @param newestCar supplier of the car begun last
     * @param vocabulary words of the other defaults of a new car
     */
    DealershipAssignment(
            ProfileClients clients,
            ObservableValue<Profile> profile,
            Supplier<Optional<StockRow>> newestCar,
            Vocabulary vocabulary) {
        this.clients = clients;
        this.profile = profile;
        this.newestCar = newestCar;
        this.defaults = new CurrencyAndUnitDefaults(vocabulary, newestCar);
        this.initialDefaults = defaults.newDraft();
        this.lastProfile = profile.getValue();
        rememberDefault();
    }

    /** Returns the draft of a new, untouched car. */
    CarDraft newDraft() {
        return defaults.newDraft().with(CarField.DEALERSHIP_ID, proposedId());
    }

    /**
     * Fills the empty fields of a draft with the defaults of a new car.
     *
     * @param leftOut API names of fields with a rejected import; they stay empty, so that no default hides the loss
     */
    CarDraft withDefaults(CarDraft car, List<String> leftOut) {
        CarDraft fresh = newDraft();
        CarDraft completed = car;
        for (CarField field : CarField.values()) {
            if (completed.text(field).isBlank() && !fresh.text(field).isEmpty() && !leftOut.contains(field.apiName())) {
                completed = completed.with(field, fresh.text(field));
            }
        }
        return completed;
    }

    private String proposedId() {
        Profile chosen = profile.getValue();
        return newestCar
                .get()
                .flatMap(row -> find(row.text(CarField.DEALERSHIP_ID).strip(), chosen))
                .flatMap(known -> idOn(known, chosen))
                .orElseGet(() -> clients.dealerships().defaultId(chosen));
    }

    private void rememberDefault() {
        lastProfile = profile.getValue();
        lastDefaultId = clients.dealerships().defaultId(lastProfile);
    }

    /** Records that another car is shown in the form. */
    void onCarShown(CarDraft draft) {
        rememberDefault();
        unknownDealership = Optional.empty();
        initialDefaults = defaults.newDraft();
        filledInId = draft.equals(newDraft()) ? draft.text(CarField.DEALERSHIP_ID) : "";
    }

    /** Returns whether the user has typed nothing into the draft. */
    boolean isUntouched(CarDraft draft) {
        return draft.equals(initialDefaults.with(CarField.DEALERSHIP_ID, filledInId));
    }

    /** Fills the defaults of a new car into the form. */
    void fillDefaults(CarFormModel form) {
        rememberDefault();
        filledInId = proposedId();
        initialDefaults = defaults.newDraft();
        form.text(CarField.DEALERSHIP_ID).set(filledInId);
        CurrencyAndUnitDefaults.fields()
                .forEach(field -> form.externalValues()
                        .fillDefault(
                                field,
                                initialDefaults.text(field),
                                CurrencyAndUnitDefaults.isUnusual(field, initialDefaults.text(field))));
        updateKnownDealerships(form, defaultWithoutId(filledInId));
    }

    /**
     * Replaces the dealership id by that of the same dealership on the chosen profile. Clears the field if there is
     * none. Only a default that the user did not type may change to another dealership.
     */
    void followProfile(CarFormModel form) {
        Profile chosen = profile.getValue();
        String typed = form.text(CarField.DEALERSHIP_ID).get().strip();
        Optional<Known> known = typed.isEmpty() ? unknownDealership : find(typed, lastProfile);
        // The default may have another id now. An empty field means the default only if there is a single dealership.
        boolean untyped = (typed.isEmpty() && clients.dealerships().all().size() == 1)
                || (typed.equals(filledInId) && typed.equals(lastDefaultId));
        rememberDefault();
        if (known.isPresent()) {
            String id = idOn(known.get(), chosen).orElse("");
            unknownDealership = known.filter(_ -> id.isEmpty());
            setId(form, typed, id);
            updateKnownDealerships(form, branch(known.get()));
        } else if (untyped) {
            String proposal = proposedId();
            setId(form, typed, proposal);
            updateKnownDealerships(form, defaultWithoutId(proposal));
        } else {
            updateKnownDealerships(form);
        }
    }

    /**
     * Returns whether two drafts are equal, apart from the ids of one dealership on different profiles. An empty id in
     * the second draft equals any id.
     */
    boolean isSame(CarDraft first, CarDraft second) {
        String followed = second.text(CarField.DEALERSHIP_ID);
        return first.with(CarField.DEALERSHIP_ID, followed).equals(second)
                && (followed.isBlank()
                        || clients.dealerships()
                                .isSameDealership(
                                        first.text(CarField.DEALERSHIP_ID).strip(), followed.strip()));
    }

    /** Returns whether a draft has the id of a dealership of the user, on any profile. */
    boolean isKnown(CarDraft draft) {
        return clients.dealerships().isKnown(draft.text(CarField.DEALERSHIP_ID).strip());
    }

    /** Passes the dealerships of the chosen profile to the form. */
    void updateKnownDealerships(CarFormModel form) {
        updateKnownDealerships(form, Optional.empty());
    }

    /** @param branchOfCar dealership of a car without an id in the form */
    private void updateKnownDealerships(CarFormModel form, Optional<DealershipWithIds> branchOfCar) {
        Profile chosen = profile.getValue();
        form.knownDealerships()
                .set(new ProfileDealerships(
                        chosen.key(),
                        clients.dealerships().all().stream()
                                .map(dealership -> seller(dealership, chosen))
                                .toList(),
                        branchOfCar
                                .filter(dealership -> dealership.isSetUp()
                                        && dealership.id(chosen).isEmpty())
                                .map(DealershipWithIds::label)));
    }

    /** Returns the default dealership if no id can be proposed. */
    private Optional<DealershipWithIds> defaultWithoutId(String proposal) {
        return clients.dealerships().all().stream().findFirst().filter(_ -> proposal.isEmpty());
    }

    private static Seller seller(DealershipWithIds dealership, Profile chosen) {
        return new Seller(
                dealership.name(),
                dealership.id(chosen),
                Stream.of(Profile.values())
                        .filter(otherProfile -> otherProfile != chosen && dealership.isSetUp())
                        .map(dealership::id)
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toSet()));
    }

    private Optional<DealershipWithIds> branch(Known known) {
        return clients.dealerships().all().stream()
                .filter(dealership -> dealership.id(known.profile()).equals(known.id()))
                .findFirst();
    }

    private void setId(CarFormModel form, String typed, String id) {
        if (!id.equals(typed)) {
            filledInId = typed.equals(filledInId) ? id : filledInId;
            form.text(CarField.DEALERSHIP_ID).set(id);
        }
    }

    /** Finds the own dealership with an id. The profile on which the id was seen is searched first. */
    private Optional<Known> find(String id, Profile first) {
        return Stream.concat(Stream.of(first, profile.getValue()), Stream.of(Profile.values()))
                .distinct()
                .filter(candidate -> clients.dealerships().ids(candidate).contains(id))
                .findFirst()
                .map(found -> new Known(found, id));
    }

    private Optional<String> idOn(Known known, Profile chosen) {
        return clients.dealerships().counterpart(known.id(), known.profile(), chosen);
    }
}
