package app.forecourt.model.cars;

import app.forecourt.car.CarField;
import app.forecourt.model.store.Autosave;
import app.forecourt.stock.EditPosition;

/** The place in the form at which the user is. It is saved with the car, for the next start. */
public final class FormPosition {
    private final CurrentCar car;
    private final Autosave autosave;
    private String field = "";
    private double scroll;
    private boolean formClicked;

    FormPosition(CurrentCar car, Autosave autosave) {
        this.car = car;
        this.autosave = autosave;
    }

    /** Stores the focused field and the scroll position of the form. */
    public void onFocusMoved(String focusedField, double scrollPosition) {
        field = focusedField;
        scroll = scrollPosition;
        if (!car.isUntouched()) {
            save();
        }
    }

    /** Returns the field that was focused last in this car. Defaults to the licence plate. */
    public CarField focusedField() {
        return CarField.ofApiName(field).orElse(CarField.LICENSE_PLATE);
    }

    /** Records that the user clicked in the form, and so means the car that it shows. */
    public void onFormClicked() {
        formClicked = true;
    }

    /** Returns whether the user has neither clicked in the form nor moved on from its first field. */
    public boolean isAtFirstField() {
        return !formClicked && (field.isEmpty() || field.equals(CarField.LICENSE_PLATE.apiName()));
    }

    /** Begins at the first field, because another car is shown. */
    void reset() {
        field = "";
        scroll = 0;
    }

    void save() {
        autosave.savePosition(new EditPosition(car.car().get().id(), field, scroll));
    }
}
