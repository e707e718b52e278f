package app.forecourt.ui.form;

import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.scene.control.TextInputControl;

/**
 * A binding of a control to a field's text that shows a known word as people write it. The text itself stays as typed.
 * It is shown as typed while the user is in the control, because nothing may change there by itself.
 */
final class WordBinding {
    private final TextInputControl input;
    private final StringProperty text;
    private final UnaryOperator<String> display;
    /** Whether one side follows the other. */
    private boolean following;

    /** @param display returns a text as it is shown */
    WordBinding(TextInputControl input, StringProperty text, UnaryOperator<String> display) {
        this.input = input;
        this.text = text;
        this.display = display;
        showText();
        input.textProperty().subscribe((_, typed) -> follow(() -> text.set(typed)));
        input.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                writeAsPeopleDo();
            }
        });
        // Enter in the field.
        input.addEventHandler(ActionEvent.ACTION, _ -> writeAsPeopleDo());
    }

    private void writeAsPeopleDo() {
        String shown = display.apply(text.getValueSafe());
        if (!shown.equals(input.getText())) {
            // Setting the text instead would clear the undo history of Ctrl+Z.
            follow(() -> input.replaceText(0, input.getLength(), shown));
        }
    }

    /** Shows a text that was set by the program. */
    void onTextSet() {
        follow(this::showText);
    }

    private void showText() {
        input.setText(input.isFocused() ? text.getValueSafe() : display.apply(text.getValueSafe()));
    }

    /** Replaces the text. The undo history of the control goes on. */
    void replace(String newText) {
        follow(() -> {
            text.set(newText);
            input.replaceText(0, input.getLength(), input.isFocused() ? newText : display.apply(newText));
        });
    }

    private void follow(Runnable change) {
        if (!following) {
            following = true;
            try {
                change.run();
            } finally {
                following = false;
            }
        }
    }

    /** Clears the undo history of the control but keeps its text. */
    void clearUndoHistory() {
        follow(() -> {
            input.setText(input.getText() + " ");
            showText();
        });
    }
}
