package app.forecourt.model.cars;

import app.forecourt.car.CarField;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.UndoableTextControl;

/** A control of a field with the focus, without a window. */
final class FocusedControl implements UndoableTextControl {
    private final CarFormModel form;
    private final CarField field;
    private boolean isFocused = true;

    /** Creates the control of a field of a form. */
    FocusedControl(CarFormModel form, CarField field) {
        this.form = form;
        this.field = field;
        form.registerControl(field, this);
    }

    @Override
    public void type(String text) {
        form.text(field).set(text);
    }

    @Override
    public void replace(String text) {
        type(text);
    }

    @Override
    public boolean isFocusOwner() {
        return isFocused;
    }

    @Override
    public void clearUndoHistory() {
        // There is none.
    }

    /** Gives the focus to the control, in which the user has typed nothing since. */
    void enter() {
        leave();
        isFocused = true;
    }

    /** Puts another window in front of the control's window. */
    void putBehind() {
        form.problems().onFieldLeft(field);
    }

    void leave() {
        isFocused = false;
        form.problems().onFieldLeft(field);
    }
}
