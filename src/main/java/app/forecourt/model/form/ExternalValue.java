package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.SourcedValue;

/** Value of a field from an external source, with its text in the form. */
public record ExternalValue(SourcedValue sourcedValue, String text) {

    public CarField field() {
        return sourcedValue.field();
    }
}
