package app.forecourt.ui.input;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The completion of what is being typed into a text field, if only one known value begins with it. */
public final class InputCompletion {
    private final TextField control;
    private final KnownValues values;
    private final Listener listener;
    /** Whether the input was typed since the field got the focus, so that Enter and Tab may complete it. */
    private boolean freshlyTyped;
    /** Input that was completed once. After Ctrl+Z it stays as typed. */
    private @Nullable String completedOnce;
    /** Whether a letter is being typed. Other changes, such as another car in the form, are never completed. */
    private boolean typing;

    /** Receives each completed input. */
    public interface Listener {
        void onCompleted(String typed, String text);
    }

    InputCompletion(TextField control, KnownValues values, Listener listener) {
        this.control = control;
        this.values = values;
        this.listener = listener;
        control.textProperty().subscribe((_, text) -> {
            if (control.isFocused()) {
                freshlyTyped = typing && !text.equals(completedOnce);
            }
        });
        control.addEventFilter(KeyEvent.KEY_TYPED, _ -> {
            typing = true;
            Platform.runLater(() -> typing = false);
        });
        control.focusedProperty().subscribe((_, _) -> {
            keepAsTyped();
            completedOnce = null;
        });
    }

    /** Leaves the input as it is until the user types again. */
    void keepAsTyped() {
        freshlyTyped = false;
    }

    /** Returns whether a value among those shown completes the input. */
    boolean completesTo(List<String> shown) {
        return freshlyTyped && values.completion(control.getText(), shown).isPresent();
    }

    /**
     * Completes the input.
     *
     * @return false if the input stays as typed
     */
    boolean complete() {
        String typed = control.getText();
        Optional<String> value = freshlyTyped && control.isEditable() ? values.completion(typed) : Optional.empty();
        value.ifPresent(shown -> {
            completedOnce = typed;
            replaceInput(shown);
            listener.onCompleted(typed, control.getText());
        });
        return value.isPresent();
    }

    /** Replaces the input by a known value. */
    void replaceInput(String shown) {
        // Setting the text instead would clear the undo history of Ctrl+Z.
        control.replaceText(0, control.getLength(), values.typedText(shown));
        freshlyTyped = false;
    }
}
