package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.SourcedValue;

/** What somebody else says of the car, and how that is typed here. */
public record ExternalValue(SourcedValue said, String text) {

    public CarField field() {
        return said.field();
    }
}
