package app.forecourt.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;

/**
 * The accessible name of a control that has no text of its own. On Windows and macOS, JavaFX replaces the accessible
 * text of a text field or combo box by its value. These controls get an invisible label instead.
 */
public final class AccessibleName {
    private AccessibleName() {}

    public static void set(Node control, String name) {
        if (control instanceof TextInputControl || control instanceof ComboBoxBase) {
            Label label = new Label(name);
            // A label outside a scene has no other text for screen readers.
            label.setAccessibleText(name);
            label.setLabelFor(control);
        } else {
            control.setAccessibleText(name);
        }
    }
}
