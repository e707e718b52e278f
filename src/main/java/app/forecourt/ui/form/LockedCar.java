package app.forecourt.ui.form;

import app.forecourt.stock.ListingStatus;
import java.util.function.Supplier;

/**
 * The car in the form while it is read-only, for the note of a field in which the user types then.
 *
 * @param status returns the status of the car, which is why it is read-only
 * @param correct reopens a sent car for correction
 */
public record LockedCar(Supplier<ListingStatus> status, Runnable correct) {
    /** A form without a way to send cars. */
    static final LockedCar NONE = new LockedCar(() -> ListingStatus.DRAFT, () -> {});
}
