package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import java.util.NavigableMap;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The way through the form by Enter: from a field to the next empty one. A scanner ends each code with Enter. */
final class EnterTraversal {
    /** The longest time between two repetitions of a held key with the usual settings of the systems. */
    private static final Duration REPEAT = Duration.seconds(1);

    private final NavigableMap<CarField, FieldView> views;
    private BooleanSupplier looksUp = () -> false;
    /** Runs while a held Enter may repeat. Its release may get lost, for example in another window. */
    private final PauseTransition held = new PauseTransition(REPEAT);
    /** Text of several lines that Enter has led to. No more Enter types a line until another key is pressed. */
    private @Nullable TextArea reached;

    /**
     * Installs the keys.
     *
     * @param views the fields in the order of the form; some may be added later
     */
    EnterTraversal(Node form, NavigableMap<CarField, FieldView> views) {
        this.views = views;
        form.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() != KeyCode.ENTER) {
                reached = null;
            } else if (held.getStatus() == Animation.Status.RUNNING) {
                // A held key repeats, and would act in each field on the way.
                held.playFromStart();
                key.consume();
            } else if (reached != null
                    && reached.isFocused()
                    && reached.getText().isEmpty()) {
                key.consume();
            }
        });
        form.addEventFilter(KeyEvent.KEY_RELEASED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                held.stop();
            }
        });
    }

    /** Sets the condition on which Enter in the plate belongs to the lookup. */
    void setLookup(BooleanSupplier condition) {
        looksUp = condition;
    }

    /** Moves the focus from a field to the next empty one. It stays if there is none. */
    void goOn(CarField from) {
        if (from == CarField.LICENSE_PLATE && looksUp.getAsBoolean()) {
            return;
        }
        views.tailMap(from, false).values().stream()
                .filter(FieldView::isOpen)
                .findFirst()
                .ifPresent(next -> {
                    held.playFromStart();
                    next.control().requestFocus();
                    reached = next.control() instanceof TextArea area ? area : null;
                });
    }
}
