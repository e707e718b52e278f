package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.model.store.CarInMemory;

/** The description that the user edits in the builder for the car in the form. It is saved through the autosave. */
public final class EditedDescription {
    private final CurrentCar current;
    private final CarsModel cars;

    EditedDescription(CurrentCar current, CarsModel cars) {
        this.current = current;
        this.cars = cars;
    }

    /**
     * Saves the description. Does nothing if the car has left the form, because its record may be old by then.
     *
     * @param text empty if the user edits none any more
     */
    public void save(CarInMemory car, String text) {
        if (car == current.car().get() && !car.editedDescription().equals(text)) {
            car.editDescription(text);
            if (text.isEmpty()
                    && car.submissions().isEmpty()
                    && cars.dealerships().isUntouched(current.draft())) {
                forget(car, current.draft());
            } else {
                current.save();
            }
        }
    }

    /** Removes the car from the list and the journal, because nothing is left of it. The next key adds it again. */
    private void forget(CarInMemory car, CarDraft blank) {
        // The draft is saved first, so that no earlier save follows the deletion.
        cars.autosave().saveCar(car, blank);
        cars.autosave().enqueue(car.id(), journal -> journal.deleteDraft(car.id(), blank));
        cars.stock().remove(car.id());
    }
}
