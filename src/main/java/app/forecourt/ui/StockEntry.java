package app.forecourt.ui;

import app.forecourt.car.CarDraft;
import app.forecourt.listing.SendCar;
import app.forecourt.profile.Profile;
import java.util.Optional;
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

    StockEntry(CarDraft draft) {
        this.draft = new SimpleObjectProperty<>(draft);
    }

    /** The car as typed. */
    public ObjectProperty<CarDraft> draft() {
        return draft;
    }

    /** All that was tried, oldest first. */
    public ObservableList<Attempt> attempts() {
        return attempts;
    }

    /** What is on its way now. */
    public ObjectProperty<Optional<SendCar>> sending() {
        return sending;
    }

    /** The last attempt on that profile. */
    public Optional<Attempt> last(Profile profile) {
        return attempts.reversed().stream().filter(attempt -> attempt.profile() == profile).findFirst();
    }

    /** Where the car stands with that profile; anything but a draft is not sent there again. */
    public Standing standing(Profile profile) {
        if (sending.get().isPresent()) {
            return Standing.SENDING;
        }
        Optional<Attempt> last = last(profile);
        if (last.filter(Attempt::open).isPresent()) {
            return Standing.UNKNOWN;
        }
        return last.filter(Attempt::accepted).isPresent() ? Standing.SENT : Standing.DRAFT;
    }

    /** Where the car stands in the list: what needs a look comes before what was sent. */
    public Standing standing() {
        if (sending.get().isPresent()) {
            return Standing.SENDING;
        }
        if (attempts.stream().anyMatch(Attempt::open)) {
            return Standing.UNKNOWN;
        }
        return attempts.stream().anyMatch(Attempt::accepted) ? Standing.SENT : Standing.DRAFT;
    }
}
