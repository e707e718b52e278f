package app.forecourt.model.cars;

import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The car that the user chose and that is being read from the journal. The form still has the car before. */
public final class PendingCarSelection {
    private final ReadOnlyObjectWrapper<Optional<UUID>> beingRead = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Counts the requests to show a car, so that a late answer to an older request is dropped. */
    private long requests;
    /** Moves the focus into the form once it has the car that is being read. */
    private Runnable afterReading = () -> {};

    /** Returns the chosen car while it is being read. Actions on the car in the form are off until then. */
    public ReadOnlyObjectProperty<Optional<UUID>> beingRead() {
        return beingRead.getReadOnlyProperty();
    }

    /** Returns the number of requests to show a car so far. */
    public long requests() {
        return requests;
    }

    /** Ends the request before, and returns the number of the new one. */
    long begin() {
        beingRead.set(Optional.empty());
        afterReading = () -> {};
        return ++requests;
    }

    void beginReading(UUID car) {
        beingRead.set(Optional.of(car));
    }

    Runnable afterReading() {
        return afterReading;
    }

    /**
     * Moves the focus into the form, once it has the chosen car. If that car is being read, the focus waits for it. It
     * stays where it is if the user chooses another car meanwhile.
     */
    public void focusWhenOpened(Runnable focus) {
        if (beingRead.get().isPresent()) {
            afterReading = focus;
        } else {
            focus.run();
        }
    }
}
