package app.forecourt.ui.input;

import app.forecourt.ui.words.Messages;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * A text field with a list of known values below it and a chevron that opens the list. While the field is empty, a
 * click anywhere in it opens the list. By keys, Down opens it, or Space while the whole text is selected.
 *
 * <p>
 * No control of a library does the same. An editable ComboBox of JavaFX neither filters its list nor keeps what was
 * typed. The auto-completion of ControlsFX completes a known value, too.
 */
public final class ListField extends PopupField {
    public ListField(Messages messages, String name) {
        Region chevron = new Region();
        chevron.getStyleClass().add("chevron-mark");
        super(chevron, messages.get("list.open", name));
    }

    /**
     * Adds the list.
     *
     * @param completed receives the typed and the completed text after Tab or Enter has completed the input
     * @param entered called after Enter has ended the input in the list
     */
    public void setValues(KnownValues values, InputCompletion.Listener completed, Runnable entered) {
        Runnable toggle = SuggestionPopup.install(this, values, completed, entered);
        setOnButton(toggle);
        addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getButton() == MouseButton.PRIMARY && getText().isEmpty() && isEditable()) {
                toggle.run();
            }
        });
    }
}
