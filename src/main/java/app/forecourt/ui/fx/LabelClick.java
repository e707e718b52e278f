package app.forecourt.ui.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Click on a label that leads to its control. {@code setLabelFor} alone serves screen readers and mnemonics only. */
public final class LabelClick {
    private LabelClick() {}

    /** Makes a label lead to a control: a click on it puts the caret behind the text there and marks nothing. */
    public static void leadsTo(Label label, Node control) {
        label.setLabelFor(control);
        label.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getButton() == MouseButton.PRIMARY && !control.isFocused()) {
                control.requestFocus();
                if (control instanceof TextInputControl text) {
                    // After the focus, which marks all.
                    Platform.runLater(text::end);
                }
            }
        });
    }
}
