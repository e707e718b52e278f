package app.forecourt.ui.form;

import app.forecourt.model.form.UndoableTextControl;
import app.forecourt.ui.fx.TypedTextFocusKeeper;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/**
 * A binding of a control to a field's text. The text stays as typed. Once the user has left the control, it shows the
 * text as people read it best. Before that nothing changes there by itself, because the next key may come.
 */
final class FieldTextBinding implements UndoableTextControl {
    private final TextInputControl input;
    private final StringProperty text;
    private final UnaryOperator<String> readable;
    /** The selection in the typed text, if the readable form has replaced it since the focus was here. */
    private Optional<Selection> left = Optional.empty();
    /** Whether one side follows the other. */
    private boolean following;

    private record Selection(int anchor, int caret) {}

    /** @param readable returns a text as people read it best */
    FieldTextBinding(TextInputControl input, StringProperty text, UnaryOperator<String> readable) {
        this.input = input;
        this.text = text;
        this.readable = readable;
        input.textProperty().subscribe((_, typed) -> follow(() -> text.set(typed)));
        input.focusedProperty().subscribe((_, focused) -> {
            left = left.filter(_ -> !focused);
            refresh();
        });
        input.editableProperty().subscribe((_, _) -> refresh());
        input.getProperties().put(TypedTextFocusKeeper.RETURN_TO_TYPED, (BooleanSupplier) this::returnToTyped);
    }

    /** Returns the focus to a text that was left as typed, with its selection. Returns false if it was not. */
    private boolean returnToTyped() {
        if (left.isEmpty() || !input.isEditable()) {
            return false;
        }
        Selection selection = left.get();
        input.requestFocus();
        String typed = text.getValueSafe();
        follow(() -> {
            // Takes back the readable form, so that the next undo takes back what was typed.
            input.undo();
            if (!typed.equals(input.getText())) {
                input.replaceText(0, input.getLength(), typed);
            }
        });
        input.selectRange(selection.anchor(), selection.caret());
        return true;
    }

    /**
     * Shows the readable form, unless the user is in the control. A field of a window behind another one is not left.
     */
    private void refresh() {
        if (!isInUse()) {
            showReadable();
        }
    }

    /** Shows the readable form. Undo shows the text as typed again. */
    void showReadable() {
        String shown = readable.apply(text.getValueSafe());
        // A text area has none, and may show an imported text without some of its characters.
        if (!shown.equals(input.getText()) && input instanceof TextField) {
            left = Optional.of(new Selection(input.getAnchor(), input.getCaretPosition()));
            // Setting the text instead would clear the undo history of Ctrl+Z.
            follow(() -> input.replaceText(0, input.getLength(), shown));
        }
    }

    private boolean isInUse() {
        return isFocusOwner() && input.isEditable();
    }

    /** Shows a text that was set by the program, or the text in another unit. The undo history begins again. */
    void onTextSet() {
        follow(() -> input.setText(text.getValueSafe()));
        left = Optional.empty();
        refresh();
        int end = text.getValueSafe().length();
        // Setting the text has moved the caret to its start.
        left = left.map(_ -> new Selection(end, end));
    }

    private String shown() {
        String typed = text.getValueSafe();
        return isInUse() ? typed : readable.apply(typed);
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

    @Override
    public void type(String newText) {
        input.replaceText(0, input.getLength(), newText);
    }

    @Override
    public void replace(String newText) {
        int caret = input.getCaretPosition();
        follow(() -> {
            text.set(newText);
            input.replaceText(0, input.getLength(), shown());
        });
        input.positionCaret(Math.min(caret, input.getLength()));
        left = Optional.empty();
    }

    @Override
    public boolean isFocusOwner() {
        return input.getScene() != null && input.getScene().getFocusOwner() == input;
    }

    @Override
    public void clearUndoHistory() {
        if (input.isUndoable() || input.isRedoable()) {
            follow(() -> {
                // Setting another text makes JavaFX forget the history.
                input.setText(input.getText() + " ");
                input.setText(shown());
            });
        }
    }
}
