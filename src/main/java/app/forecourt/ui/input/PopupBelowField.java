package app.forecourt.ui.input;

import app.forecourt.ui.fx.WindowScreen;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.stage.Popup;

/** The window below a text field. It hides when the field loses the focus. The keys go to its content first. */
public final class PopupBelowField {
    /** Pixels between field and window. */
    private static final double GAP = 2;

    private final TextField control;
    private final Node content;
    private final Popup popup = new Popup();
    private boolean justHidden;

    PopupBelowField(TextField control, Node content) {
        this.control = control;
        this.content = content;
        openProperty(control).bind(popup.showingProperty());
        popup.getContent().add(content);
        popup.setAutoHide(true);
        // A click beside the window hides it and also reaches its target instead of being consumed.
        popup.setConsumeAutoHidingEvents(false);
        popup.setOnAutoHide(_ -> {
            justHidden = true;
            Platform.runLater(() -> justHidden = false);
        });
        // JavaFX has moved a window that was higher before.
        popup.heightProperty().subscribe((_, _) -> {
            if (popup.isShowing()) {
                place();
            }
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

    /** Returns whether a window is shown below a field. A field without such a window never has one. */
    public static ReadOnlyBooleanProperty isOpenBelow(Control field) {
        return openProperty(field);
    }

    private static BooleanProperty openProperty(Control field) {
        return (BooleanProperty)
                field.getProperties().computeIfAbsent(PopupBelowField.class, _ -> new SimpleBooleanProperty());
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
            // JavaFX would give the focus to the content with the next frame, which keys may come before.
            content.requestFocus();
            place();
        }
    }

    /** Returns the height in pixels between the field and the bottom of the screen. */
    double roomBelow() {
        return screen().getMaxY()
                - control.localToScreen(control.getLayoutBounds()).getMaxY()
                - GAP;
    }

    private Rectangle2D screen() {
        return WindowScreen.visualBounds(control.getScene().getWindow());
    }

    /** Places the window below the field, or above it if there is no room below. */
    void place() {
        Bounds field = control.localToScreen(control.getLayoutBounds());
        Rectangle2D screen = screen();
        double below = field.getMaxY() + GAP;
        // The window has the height of its content only after the next layout.
        double height = content.prefHeight(-1);
        double above = field.getMinY() - GAP - height;
        popup.setX(field.getMinX());
        popup.setY(below + height > screen.getMaxY() && above >= screen.getMinY() ? above : below);
    }

    void hide() {
        popup.hide();
    }
}
