package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.KnownDealerships.Seller;
import app.forecourt.environment.ProfileClients;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.settings.DealershipRepository.Branch;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StockRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/**
 * Which dealership the car in the form belongs to. A new car gets that of the car begun last, else the default. One of
 * the desk's own follows to the chosen profile, as the same dealership; one that was typed by hand stays.
 */
final class DealershipAssignment {
    private final ProfileClients environments;
    private final ObservableValue<Profile> profile;
    private final Supplier<Optional<StockRow>> newest;
    private final NewCarDefaults habits;
    /** What else a new car had when the one in the form was begun or put there. */
    private CarDraft begunWith;
    /** What stands in the field because it was put there, for a new car. */
    private String proposed = "";
    /** Where the car in the form was looked at when its dealership was put right last, and the default there then. */
    private Profile seen;
    private String standard = "";
    /** The car's dealership, while it is looked at from a profile that does not know that one. */
    private Optional<Known> unknownHere = Optional.empty();

    private record Known(Profile profile, String id) {}

    /**
     * @param newest the car begun last
     * @param habits what else a new car begins with
     */
    DealershipAssignment(ProfileClients environments, ObservableValue<Profile> profile,
            Supplier<Optional<StockRow>> newest, NewCarDefaults habits) {
        this.environments = environments;
        this.profile = profile;
        this.newest = newest;
        this.habits = habits;
        this.begunWith = habits.fresh();
        this.seen = profile.getValue();
        reload();
    }

    /** A car of which nothing is typed yet. */
    CarDraft fresh() {
        return habits.fresh().with(CarField.DEALERSHIP_ID, proposal());
    }

    /**
     * A new car that begins as another one, with what any new car has in place of what that one lacks.
     *
     * @param leftOut what it had and could not be taken; it stays empty, so that nothing else passes for it
     */
    CarDraft complete(CarDraft car, List<String> leftOut) {
        CarDraft fresh = fresh();
        CarDraft whole = car;
        for (CarField field : CarField.values()) {
            if (whole.text(field).isBlank() && !fresh.text(field).isEmpty()
                    && !leftOut.contains(field.apiName())) {
                whole = whole.with(field, fresh.text(field));
            }
        }
        return whole;
    }

    private String proposal() {
        Profile here = profile.getValue();
        return newest.get().flatMap(row -> find(row.text(CarField.DEALERSHIP_ID).strip(), here))
                .flatMap(known -> here(known, here))
                .orElseGet(() -> environments.dealerships().standard(here));
    }

    private void reload() {
        seen = profile.getValue();
        standard = environments.dealerships().standard(seen);
    }

    /** Another car is in the form. */
    void shown(CarDraft draft) {
        reload();
        unknownHere = Optional.empty();
        begunWith = habits.fresh();
        proposed = draft.equals(fresh()) ? draft.text(CarField.DEALERSHIP_ID) : "";
    }

    /** Whether nothing is typed in it. */
    boolean isFresh(CarDraft draft) {
        return draft.equals(begunWith.with(CarField.DEALERSHIP_ID, proposed));
    }

    /** Puts into the form what a new car begins with. */
    void propose(CarFormModel form) {
        reload();
        proposed = proposal();
        begunWith = habits.fresh();
        form.text(CarField.DEALERSHIP_ID).set(proposed);
        NewCarDefaults.fields().forEach(field -> form.externalValues().remember(field, begunWith.text(field),
                habits.isUnusual(field)));
        update(form, standardUnless(proposed));
    }

    /**
     * Puts the same dealership as the chosen profile knows it, nothing when it does not. No car goes to another
     * dealership by itself, but for what was never typed.
     */
    void follow(CarFormModel form) {
        Profile here = profile.getValue();
        String typed = form.text(CarField.DEALERSHIP_ID).get().strip();
        Optional<Known> known = typed.isEmpty() ? unknownHere : find(typed, seen);
        // The default may have another id now. Of several, nobody knows which one a car without any belongs to.
        boolean untyped = (typed.isEmpty() && environments.dealerships().all().size() == 1)
                || (typed.equals(proposed) && typed.equals(standard));
        reload();
        if (known.isPresent()) {
            String id = here(known.get(), here).orElse("");
            unknownHere = known.filter(any -> id.isEmpty());
            put(form, typed, id);
            update(form, branch(known.get()));
        } else if (untyped) {
            String proposal = proposal();
            put(form, typed, proposal);
            update(form, standardUnless(proposal));
        } else {
            update(form);
        }
    }

    /** Whether one is the other, with its dealership as some profile knows it, or none where it is not known. */
    boolean isSame(CarDraft one, CarDraft other) {
        String followed = other.text(CarField.DEALERSHIP_ID);
        return one.with(CarField.DEALERSHIP_ID, followed).equals(other)
                && (followed.isBlank() || environments.dealerships()
                        .isSame(one.text(CarField.DEALERSHIP_ID).strip(), followed.strip()));
    }

    /** Has the form know the dealerships as the chosen profile sees them. */
    void update(CarFormModel form) {
        update(form, Optional.empty());
    }

    /** @param whose which one a car belongs to that has none in the form */
    private void update(CarFormModel form, Optional<Branch> whose) {
        Profile here = profile.getValue();
        form.sellers().set(new KnownDealerships(here.key(),
                environments.dealerships().all().stream().map(branch -> seller(branch, here)).toList(),
                whose.filter(branch -> branch.isSetUp() && branch.id(here).isEmpty()).map(Branch::label)));
    }

    /** It is the default that is meant, where nothing can be proposed. */
    private Optional<Branch> standardUnless(String proposal) {
        return environments.dealerships().all().stream().findFirst().filter(any -> proposal.isEmpty());
    }

    private static Seller seller(Branch branch, Profile here) {
        return new Seller(branch.name(), branch.id(here), Stream.of(Profile.values())
                .filter(other -> other != here && branch.isSetUp()).map(branch::id)
                .filter(id -> !id.isEmpty()).collect(Collectors.toSet()));
    }

    private Optional<Branch> branch(Known known) {
        return environments.dealerships().all().stream()
                .filter(branch -> branch.id(known.profile()).equals(known.id())).findFirst();
    }

    private void put(CarFormModel form, String typed, String id) {
        if (!id.equals(typed)) {
            proposed = typed.equals(proposed) ? id : proposed;
            form.text(CarField.DEALERSHIP_ID).set(id);
        }
    }

    /** Which of the desk's own has that id; the profile where it was seen is asked first. */
    private Optional<Known> find(String id, Profile first) {
        return Stream.concat(Stream.of(first, profile.getValue()), Stream.of(Profile.values())).distinct()
                .filter(any -> environments.dealerships().ids(any).contains(id)).findFirst()
                .map(where -> new Known(where, id));
    }

    private Optional<String> here(Known known, Profile here) {
        return environments.dealerships().counterpart(known.id(), known.profile(), here);
    }
}
