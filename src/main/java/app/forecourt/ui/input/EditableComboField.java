package app.forecourt.ui.input;

import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.words.Messages;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/**
 * A text field with a list of known values below it and a chevron that opens the list. While the field is empty, a
 * click anywhere in it opens the list. By keys, Down opens it, or Space while the whole text is selected. Tab skips the
 * chevron.
 *
 * <p>No control of a library does the same. An editable ComboBox of JavaFX neither filters its list nor keeps what was
 * typed. The auto-completion of ControlsFX completes a known value, too.
 */
public final class EditableComboField extends CustomTextField {
    private final StackPane button;

    /** @param name name of the field */
    public EditableComboField(Messages messages, String name) {
        Region chevron = new Region();
        chevron.getStyleClass().add("chevron-mark");
        getStyleClass().add("popup-field");
        button = new StackPane(chevron);
        button.getStyleClass().add("field-button");
        button.setCursor(Cursor.HAND);
        button.setAccessibleRole(AccessibleRole.BUTTON);
        button.setAccessibleText(messages.get("list.open", name));
        button.visibleProperty().bind(editableProperty());
        rightProperty().set(button);
    }

    /**
     * Adds the list.
     *
     * @param completed receives the typed and the completed text after Tab or Enter has completed the input
     * @param entered called after Enter has ended the input in the list
     */
    public void setValues(KnownValues values, InputCompletion.Listener completed, Runnable entered) {
        Runnable toggle = SuggestionPopup.install(this, values, completed, entered);
        ConfirmationFilter.markToggling(button);
        button.setOnMousePressed(press -> {
            if (press.getButton() == MouseButton.PRIMARY) {
                toggle.run();
            }
            press.consume();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getButton() == MouseButton.PRIMARY && getText().isEmpty() && isEditable()) {
                toggle.run();
            }
        });
    }

    /** Returns no style sheet, because that of ControlsFX would hide the border of AtlantaFX. */
    @Override
    public @Nullable String getUserAgentStylesheet() {
        return null;
    }
}
