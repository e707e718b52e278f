package app.forecourt.ui.settings;

import app.forecourt.car.FieldLimits;
import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Row of the settings dialog: a label and its control. Below the control are a note about the current value and hints.
 */
final class SettingField extends HBox {
    /** Style class by which the dialog finds all fields in their order on the page. */
    static final String STYLE_CLASS = "setting-field";

    private final Control control;
    private final Label name = new Label();
    private final Label note = hint("");
    private final VBox cell;
    private Supplier<Note> check = () -> Note.NONE;
    /** Note about the last paste. It disappears on the next change. */
    private @Nullable Note pasteNote;
    /** Whether a blank text counts as missing yet. */
    private boolean showsMissing = true;

    /**
     * Note below a control.
     *
     * @param isError true if the value can't be saved
     * @param isWarning true if the value can be saved but is a risk
     */
    record Note(String text, boolean isError, boolean isWarning) {
        static final Note NONE = new Note("", false);

        Note(String text, boolean isError) {
            this(text, isError, false);
        }

        static Note warning(String text) {
            return new Note(text, false, true);
        }
    }

    /**
     * Creates a field with a label, which may be empty.
     *
     * @param line node that holds the control, or the control itself
     */
    SettingField(String label, Control control, Node line) {
        this(control, line);
        name.setText(label);
        SafeTextWrap.enable(name);
        LabelClick.install(name, control);
        name.getStyleClass().add("settings-label");
        getChildren().addFirst(name);
    }

    /** Creates a field without a label, for a table. */
    SettingField(Control control, Node line) {
        this.control = control;
        cell = new VBox(line);
        cell.getStyleClass().add("setting-cell");
        note.idProperty().bind(control.idProperty().concat("-note"));
        LiveRegion.announceChanges(note);
        HBox.setHgrow(cell, Priority.ALWAYS);
        getStyleClass().add(STYLE_CLASS);
        getChildren().add(cell);
    }

    /** Returns a label with muted text. */
    static Label hint(String text) {
        Label hint = new Label(text);
        SafeTextWrap.enable(hint);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().add("hint");
        return hint;
    }

    Control control() {
        return control;
    }

    /** Returns the control of a field with a text. */
    TextField input() {
        return (TextField) control;
    }

    /** Adds a node below the control and its note. */
    SettingField with(Node below) {
        cell.getChildren().add(below);
        return this;
    }

    /** Adds a button at the right of the text field. */
    SettingField beside(Button button) {
        cell.getChildren().remove(control);
        HBox line = new HBox(control, button);
        line.getStyleClass().add("setting-line");
        HBox.setHgrow(control, Priority.ALWAYS);
        cell.getChildren().addFirst(line);
        return this;
    }

    /** Shows a label that changes. */
    SettingField label(ObservableValue<String> label) {
        name.textProperty().bind(label);
        return this;
    }

    /** Makes the text field as wide as some digits. */
    SettingField narrow(int columns) {
        input().setPrefColumnCount(columns);
        input().setMaxWidth(USE_PREF_SIZE);
        return this;
    }

    /** Sets the check, which returns the note for the current value. */
    SettingField check(Supplier<Note> check) {
        this.check = check;
        return this;
    }

    /** Shows the field only while a condition holds. A hidden field is neither checked nor saved. */
    SettingField showWhile(ObservableValue<Boolean> condition) {
        visibleProperty().bind(condition);
        managedProperty().bind(condition);
        return this;
    }

    /** Rejects a pasted text that is too long for a field, and says so. */
    SettingField limitPaste(Messages messages) {
        TextLengthLimit.install(
                input(),
                FieldLimits.MAX_INPUT_SINGLE_LINE,
                input()::getText,
                length -> showPasteNote(new Note(
                        messages.get("problem.too_much_pasted", length, FieldLimits.MAX_INPUT_SINGLE_LINE), true)));
        input().textProperty().subscribe((_, _) -> showPasteNote(null));
        return this;
    }

    /** Shows an error of a blank text only after the user has left the field, or {@link #showMissing} was called. */
    SettingField toleratesBlank() {
        showsMissing = false;
        control.focusedProperty().subscribe((_, isFocused) -> {
            if (!isFocused) {
                showMissing();
            }
        });
        return this;
    }

    /** Shows an error of a blank text from now on, because the user has left the field or wants to go on. */
    void showMissing() {
        showsMissing = true;
        refresh();
    }

    /** Shows no error of a blank text until the user has left the field. */
    void hideMissing() {
        showsMissing = false;
        refresh();
    }

    private void showPasteNote(@Nullable Note pasted) {
        pasteNote = pasted;
        refresh();
    }

    /** Checks the value and shows its note. */
    void refresh() {
        Note current = Optional.ofNullable(pasteNote).orElseGet(check);
        boolean isEarly =
                !showsMissing && current.isError() && input().getText().isBlank();
        show(isEarly ? Note.NONE : current);
    }

    void show(Note current) {
        note.setText(current.text());
        note.pseudoClassStateChanged(Styles.STATE_DANGER, current.isError());
        note.pseudoClassStateChanged(Styles.STATE_WARNING, current.isWarning());
        control.pseudoClassStateChanged(Styles.STATE_DANGER, current.isError());
        control.setAccessibleHelp(current.text().isEmpty() ? null : current.text());
        NodeVisibility.set(note, !current.text().isEmpty());
        if (note.isVisible() && note.getParent() == null) {
            // Added only now, because every node delays the opening of the dialog.
            cell.getChildren().add(1, note);
        }
    }

    /** Returns whether the value is set outside the program or can't be changed now. */
    boolean isReadOnly() {
        return control.isDisabled();
    }

    /** Returns whether the value is to be saved. */
    boolean isActive() {
        return isVisible() && !isReadOnly();
    }

    /** Returns whether the value can't be saved. */
    boolean isInvalid() {
        return isActive() && check.get().isError();
    }
}
