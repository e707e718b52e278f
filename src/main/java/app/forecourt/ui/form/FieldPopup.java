package app.forecourt.ui.form;

import app.forecourt.ui.fx.Screens;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.stage.Popup;

/** The window below a text field. It hides when the field loses the focus. The keys go to its content first. */
final class FieldPopup {
    /** Pixels between field and window. */
    private static final double GAP = 2;

    private final TextField control;
    private final Popup popup = new Popup();
    private boolean justHidden;

    FieldPopup(TextField control, Node content) {
        this.control = control;
        popup.getContent().add(content);
        popup.setAutoHide(true);
        // A click beside the window hides it and also reaches its target instead of being consumed.
        popup.setConsumeAutoHidingEvents(false);
        popup.setOnAutoHide(_ -> {
            justHidden = true;
            Platform.runLater(() -> justHidden = false);
        });
        control.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                hide();
            }
        });
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /** Returns whether a click on the field's button has to hide the window, or has hidden it already. */
    boolean isShowingOrJustHidden() {
        return popup.isShowing() || justHidden;
    }

    /** Shows the window below the field, or above it if there is no room below. */
    void show() {
        if (popup.isShowing()) {
            return;
        }
        Bounds field = control.localToScreen(control.getLayoutBounds());
        popup.show(control, field.getMinX(), field.getMaxY() + GAP);
        double above = field.getMinY() - GAP - popup.getHeight();
        double bottom = Screens.visualBounds(control.getScene().getWindow()).getMaxY();
        if (field.getMaxY() + GAP + popup.getHeight() > bottom && above >= 0) {
            popup.setY(above);
        }
    }

    void hide() {
        popup.hide();
    }
}
