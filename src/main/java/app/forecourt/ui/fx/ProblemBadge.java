package app.forecourt.ui.fx;

import app.forecourt.car.Problem;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The icon before the message of a control with problems, and the tooltip that describes them. */
public final class ProblemBadge extends StackPane {
    private static final Duration SHOW_DELAY = Duration.millis(300);
    /** Long enough to read a sentence from AutoChat. */
    private static final Duration SHOW_DURATION = Duration.seconds(30);

    private final Control control;
    private @Nullable Tooltip tooltip;
    private boolean shownAsError;

    /** Creates the badge of a control. A click on it focuses the control. */
    public ProblemBadge(Control control) {
        this.control = control;
        setId(control.getId() + "-badge");
        getStyleClass().add("badge");
        setCursor(Cursor.DEFAULT);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> control.requestFocus());
    }

    /** Creates the tooltip on first use, because a tooltip is a window and most badges never need one. */
    private static Tooltip tooltip() {
        Tooltip tooltip = new Tooltip();
        SafeTextWrap.enable(tooltip);
        tooltip.setShowDelay(SHOW_DELAY);
        tooltip.setShowDuration(SHOW_DURATION);
        tooltip.getStyleClass().add("problem-tooltip");
        return tooltip;
    }

    /**
     * Updates the icon and the tooltips. Without problems the control has no tooltip.
     *
     * @param description text of the message
     */
    public void update(List<Problem> problems, String description) {
        boolean hasProblems = !problems.isEmpty();
        if (hasProblems && tooltip == null) {
            tooltip = tooltip();
            Tooltip.install(this, tooltip);
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
    }
}
