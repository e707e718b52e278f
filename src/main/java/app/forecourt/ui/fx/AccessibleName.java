package app.forecourt.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;

/**
 * What a screen reader calls a control that has no words of its own. JavaFX gives the accessible text of a text field or
 * a box of choices away for what is typed or chosen in it, on Windows and on a Mac; those get a label, which need not be
 * seen.
 */
public final class AccessibleName {
    private AccessibleName() {}

    public static void of(Node control, String name) {
        if (control instanceof TextInputControl || control instanceof ComboBoxBase) {
            Label unseen = new Label(name);
            // One that is in no window has no text but this.
            unseen.setAccessibleText(name);
            unseen.setLabelFor(control);
        } else {
            control.setAccessibleText(name);
        }
    }
}
