package app.forecourt.ui;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.listing.SendCar;
import app.forecourt.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One car in the stock list: its draft, what is on its way, and what came of earlier sendings. */
public final class StockEntry {
    private final ObjectProperty<CarDraft> draft;
    private final ObservableList<Attempt> attempts = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<SendCar>> sending = new SimpleObjectProperty<>(Optional.empty());

    /** Where a car stands with one profile, or in the list as a whole. */
    public enum Standing {
        DRAFT, SENDING,
        /** Sent, and nobody knows whether it arrived. */
        UNKNOWN, SENT
    }

    private final TakenAmounts taken = new TakenAmounts();

    StockEntry(CarDraft draft) {
        this.draft = new SimpleObjectProperty<>(draft);
    }

    /** The car as typed. */
    public ObjectProperty<CarDraft> draft() {
        return draft;
    }

    /** What in it was taken as proposed. */
    TakenAmounts taken() {
        return taken;
    }

    /** All that was tried, oldest first. */
    public ObservableList<Attempt> attempts() {
        return attempts;
    }

    /** What is on its way now. */
    public ObjectProperty<Optional<SendCar>> sending() {
        return sending;
    }

    /** What is to be told of that profile: an attempt that nobody knows the end of, else the last. */
    public Optional<Attempt> last(Profile profile) {
        return on(profile).filter(Attempt::open).findFirst().or(() -> on(profile).findFirst());
    }

    /** The attempts on that profile, newest first. */
    Stream<Attempt> on(Profile profile) {
        return attempts.reversed().stream().filter(attempt -> attempt.profile() == profile);
    }

    /** Where the car stands with that profile; anything but a draft is not sent there again. */
    public Standing standing(Profile profile) {
        return standing(attempts.stream().filter(attempt -> attempt.profile() == profile).toList());
    }

    /** Where the car stands in the list: what needs a look comes before what was sent. */
    public Standing standing() {
        return standing(attempts);
    }

    private Standing standing(List<Attempt> some) {
        if (sending.get().isPresent()) {
            return Standing.SENDING;
        }
        if (some.stream().anyMatch(Attempt::open)) {
            return Standing.UNKNOWN;
        }
        return some.stream().anyMatch(Attempt::accepted) ? Standing.SENT : Standing.DRAFT;
    }

    /** Whether AutoChat has the car as it is typed now. */
    boolean isSafe() {
        return attempts.stream().anyMatch(attempt -> attempt.accepted() && attempt.isOf(draft.get()));
    }

    void add(Attempt attempt) {
        attempts.add(attempt);
    }

    /** Notes what the user says of the attempts on that profile whose end nobody knows. */
    void decide(Profile profile, Attempt.Decision before, Attempt.Decision after) {
        attempts.replaceAll(attempt -> attempt.profile() == profile
                && attempt.outcome() instanceof SendOutcome.Unknown && attempt.decision() == before
                        ? attempt.decided(after)
                        : attempt);
    }
}
