package app.forecourt.ui.input;

import app.forecourt.ui.fx.Screens;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
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
        // The form may scroll to the field that has just got the focus.
        control.localToSceneTransformProperty().when(popup.showingProperty()).subscribe((_, _) -> {
            if (popup.isShowing()) {
                place();
            }
        });
        control.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                hide();
            }
        });
        // A car that is on its way must not change.
        control.editableProperty().subscribe((_, editable) -> {
            if (!editable) {
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

    void show() {
        if (!popup.isShowing()) {
            popup.show(control, 0, 0);
            place();
        }
    }

    /** Places the window below the field, or above it if there is no room below. */
    private void place() {
        Bounds field = control.localToScreen(control.getLayoutBounds());
        Rectangle2D screen = Screens.visualBounds(control.getScene().getWindow());
        double below = field.getMaxY() + GAP;
        double above = field.getMinY() - GAP - popup.getHeight();
        popup.setX(field.getMinX());
        popup.setY(below + popup.getHeight() > screen.getMaxY() && above >= screen.getMinY() ? above : below);
    }

    void hide() {
        popup.hide();
    }
}
