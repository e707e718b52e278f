package app.forecourt.ui.fx;

import app.forecourt.car.Problem;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.controlsfx.control.decoration.Decorator;
import org.controlsfx.control.decoration.GraphicDecoration;
import org.jspecify.annotations.Nullable;

/**
 * The round badge near the top right corner of a control with problems, and the tooltip that describes them. The
 * badge is a decoration of ControlsFX, which adds it to the control's children. It therefore moves with the control.
 * The problems come from the form; the validation of ControlsFX is not used.
 */
public final class ErrorBadge extends StackPane {
    /** Pixels. Set here and not in the style sheet, because ControlsFX measures the badge before it is in the scene. */
    private static final double SIZE = 16;
    /** Pixels from the corner. At the corner, the badge would cover the label of the next field. */
    private static final double INSET = SIZE / 2 + 2;
    private static final Duration SHOW_DELAY = Duration.millis(300);
    /** Long enough to read a sentence from AutoChat. */
    private static final Duration SHOW_DURATION = Duration.seconds(30);

    private final Control control;
    private @Nullable Tooltip tooltip;
    private boolean shownAsError;

    /** Creates a hidden badge. */
    public ErrorBadge(Control control) {
        this.control = control;
        setId(control.getId() + "-badge");
        getStyleClass().add("badge");
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setCursor(Cursor.DEFAULT);
        setVisible(false);
    }

    /** Creates the tooltip on first use, because a tooltip is a window and most badges never need one. */
    private static Tooltip tooltip() {
        Tooltip tooltip = new Tooltip();
        TextWrap.enable(tooltip);
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
        // Add the decoration only once, because ControlsFX adds a listener to the control each time and never removes
        // it.
        if (hasProblems && Decorator.getDecorations(control) == null) {
            Decorator.addDecoration(control, new GraphicDecoration(this, Pos.TOP_RIGHT, -INSET, 0));
        }
    }
}
