package app.forecourt.ui.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A click on a label that focuses its control. {@code setLabelFor} alone serves only screen readers and mnemonics. */
public final class LabelClick {
    private LabelClick() {}

    /** Connects a label with a control. A click moves the caret to the end of the text and selects nothing. */
    public static void install(Label label, Node control) {
        label.setLabelFor(control);
        label.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getButton() == MouseButton.PRIMARY && !control.isFocused()) {
                control.requestFocus();
                if (control instanceof TextInputControl text) {
                    // Run later, because focusing selects the whole text.
                    Platform.runLater(text::end);
                }
            }
        });
    }
}
