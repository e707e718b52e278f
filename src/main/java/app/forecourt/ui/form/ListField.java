package app.forecourt.ui.form;

import app.forecourt.ui.words.Messages;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/**
 * A text field with a list of known values below it and a chevron that opens the list. By keys, Down opens it.
 *
 * <p>
 * No control of a library does the same. An editable ComboBox of JavaFX neither filters its list nor keeps what was
 * typed. The auto-completion of ControlsFX completes a known value, too.
 */
final class ListField extends CustomTextField {
    private final StackPane chevron = new StackPane(new Region());

    ListField(Messages messages, String name) {
        getStyleClass().add("list-field");
        chevron.getStyleClass().add("chevron");
        chevron.getChildren().getFirst().getStyleClass().add("chevron-mark");
        chevron.setCursor(Cursor.HAND);
        chevron.setAccessibleRole(AccessibleRole.BUTTON);
        chevron.setAccessibleText(messages.get("list.open", name));
        rightProperty().set(chevron);
        chevron.visibleProperty().bind(editableProperty());
    }

    /**
     * Adds the list.
     *
     * @param completed receives the typed and the completed text after Tab or Enter has completed the input
     */
    void setValues(KnownValues values, SuggestionPopup.CompletionListener completed) {
        SuggestionPopup.Handle popup = SuggestionPopup.install(this, values, completed);
        chevron.setOnMousePressed(press -> {
            if (press.getButton() == MouseButton.PRIMARY) {
                popup.toggle();
            }
            press.consume();
        });
    }

    /** Returns no style sheet, because that of ControlsFX would hide the border of AtlantaFX. */
    @Override
    public @Nullable String getUserAgentStylesheet() {
        return null;
    }
}
