package app.forecourt.ui.input;

import app.forecourt.ui.keys.ConfirmationFilter;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/** A text field with a button at its right that opens a popup. Tab skips the button, because a key opens it too. */
abstract class PopupField extends CustomTextField {
    private final StackPane button;

    /**
     * Creates the field.
     *
     * @param mark picture on the button
     * @param buttonName name of the button for screen readers
     */
    PopupField(Node mark, String buttonName) {
        getStyleClass().add("popup-field");
        button = new StackPane(mark);
        button.getStyleClass().add("field-button");
        button.setCursor(Cursor.HAND);
        button.setAccessibleRole(AccessibleRole.BUTTON);
        button.setAccessibleText(buttonName);
        button.visibleProperty().bind(editableProperty());
        rightProperty().set(button);
    }

    /** Sets what a click on the button does. */
    final void setOnButton(Runnable toggle) {
        ConfirmationFilter.markToggling(button);
        button.setOnMousePressed(press -> {
            if (press.getButton() == MouseButton.PRIMARY) {
                toggle.run();
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
