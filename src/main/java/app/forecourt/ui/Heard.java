package app.forecourt.ui;

import app.forecourt.car.CarField;
import app.forecourt.car.SourcedValue;

/** What somebody else says of the car, and how that is typed here. */
record Heard(SourcedValue said, String text) {

    CarField field() {
        return said.field();
    }
}
