package app.forecourt.ui;

import app.forecourt.car.CarField;
import app.forecourt.car.Statement;

/** What somebody else says of the car, and how that is typed here. */
record Heard(Statement said, String text) {

    CarField field() {
        return said.field();
    }
}
