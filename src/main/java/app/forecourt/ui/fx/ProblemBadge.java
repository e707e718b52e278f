package app.forecourt.ui.fx;

import app.forecourt.car.Problem;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The round badge near the top right corner of a control with problems, and the tooltip that describes them. The badge
 * is an unmanaged child of the control's parent. A decoration of ControlsFX would wrap the root of the whole scene.
 */
public final class ProblemBadge extends StackPane {
    /** Pixels. */
    private static final double SIZE = 16;
    /** Pixels from the corner. At the corner, the badge would cover the label of the next field. */
    private static final double INSET = SIZE / 2 + 2;
    /** Pixels of the label's free room at its right that the badge may cover. */
    private static final double LABEL_GAP = 2;
    /** Pixels that the badge is above the control's border, so that it is off the picture of a button in the control. */
    private static final double RISE = 3;
    private static final Duration SHOW_DELAY = Duration.millis(300);
    /** Long enough to read a sentence from AutoChat. */
    private static final Duration SHOW_DURATION = Duration.seconds(30);

    private final Control control;
    private @Nullable Label label;
    private @Nullable Tooltip tooltip;
    private boolean shownAsError;

    /** Creates a hidden badge. It is added to the parent of the control with the first problem. */
    public ProblemBadge(Control control) {
        this.control = control;
        setId(control.getId() + "-badge");
        getStyleClass().add("badge");
        setCursor(Cursor.DEFAULT);
        setVisible(false);
    }

    /** Keeps the badge off the text of the label above the control, which may be wider than the control. */
    public void keepOff(Label above) {
        label = above;
    }

    /** Returns the left edge: near the corner of the control, or behind the text of the label. */
    private double left() {
        double corner = control.getLayoutX() + control.getWidth() - INSET - SIZE / 2;
        return label == null ? corner
                : Math.max(corner, Math.min(label.getLayoutX() + label.prefWidth(-1) - LABEL_GAP,
                        label.getLayoutX() + label.getWidth() - SIZE));
    }

    /** Creates the tooltip on first use, because a tooltip is a window and most badges never need one. */
    private static Tooltip tooltip() {
        Tooltip tooltip = new Tooltip();
        TextWrapPolicy.enable(tooltip);
        tooltip.setShowDelay(SHOW_DELAY);
        tooltip.setShowDuration(SHOW_DURATION);
        tooltip.getStyleClass().add("problem-tooltip");
        return tooltip;
    }

    /**
     * Shows the badge if there are problems, and hides it otherwise.
     *
     * @param description text of the note below the control
     */
    public void update(List<Problem> problems, String description) {
        boolean hasProblems = !problems.isEmpty();
        if (hasProblems && tooltip == null) {
            tooltip = tooltip();
            Tooltip.install(this, tooltip);
            place();
        }
        if (tooltip != null) {
            tooltip.setText(description);
        }
        control.setTooltip(hasProblems ? tooltip : null);
        boolean error = SeverityStyle.blocks(problems);
        if (hasProblems && (getChildren().isEmpty() || error != shownAsError)) {
            shownAsError = error;
            getChildren().setAll(Icons.ofProblem(error));
            SeverityStyle.apply(problems, this);
        }
        setVisible(hasProblems);
    }

    /** Adds the badge to the scene. A click on it focuses the control below. */
    private void place() {
        setManaged(false);
        resize(SIZE, SIZE);
        layoutXProperty().bind(Bindings.createDoubleBinding(this::left, control.layoutXProperty(),
                control.widthProperty(), label == null ? control.widthProperty() : label.widthProperty(),
                label == null ? control.widthProperty() : label.fontProperty()));
        layoutYProperty().bind(control.layoutYProperty().subtract(SIZE / 2 + RISE));
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> control.requestFocus());
        ((Pane) control.getParent()).getChildren().add(this);
    }
}
