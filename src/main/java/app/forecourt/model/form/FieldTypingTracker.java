package app.forecourt.model.form;

import app.forecourt.car.CarField;
import java.util.Optional;

/** The field in which the user types: changed since its control got the focus. */
final class FieldTypingTracker {
    private final FormInputModel texts;
    private Optional<CarField> field = Optional.empty();
    /** Whether the window went behind another one, or Enter was pressed, since the last key. */
    private boolean isPaused;

    private Runnable listener = () -> {};

    FieldTypingTracker(FormInputModel texts) {
        this.texts = texts;
    }

    /**
     * Returns whether the user is typing: has changed a field and is still in it. In a window that was behind another
     * one since, the user is not typing before the next key.
     */
    boolean isBeingTyped() {
        return field.isPresent() && field.equals(texts.focused()) && !isPaused;
    }

    void onFieldChanged(CarField changed) {
        field = Optional.of(changed);
        isPaused = false;
    }

    void onFieldLeft(CarField left) {
        // A window that goes behind another one keeps its focus owner, and the user goes on typing after the return.
        if (field.equals(Optional.of(left))) {
            isPaused = true;
            field = field.filter(_ -> field.equals(texts.focused()));
        }
        listener.run();
    }

    /** Sets a listener for the focus that leaves any field. */
    void whenLeft(Runnable action) {
        listener = action;
    }

    void forget() {
        field = Optional.empty();
    }
}
