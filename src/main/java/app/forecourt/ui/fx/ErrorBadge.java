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
 * The round mark over a control's edge, near its top right corner, while something is wrong there, and the tooltip that says what. It
 * is a decoration of ControlsFX, which puts it among the control's own children, so that it moves with the control;
 * what is wrong comes from the form, none of it from ControlsFX's own validation.
 */
public final class ErrorBadge extends StackPane {
    /** Pixels. Given here and not by the style sheet: ControlsFX measures the mark before it is in the scene. */
    private static final double SIZE = 16;
    /** Pixels from the corner: on it, it would stand on the next field's label. */
    private static final double INSIDE = SIZE / 2 + 2;
    private static final Duration BEFORE_TELLING = Duration.millis(300);
    /** Long enough to read a sentence of AutoChat's. */
    private static final Duration TELLING = Duration.seconds(30);

    private final Control control;
    private @Nullable Tooltip tooltip;
    private boolean shownAsError;

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

    /** A window; most badges never need theirs. */
    private static Tooltip tooltip() {
        Tooltip tooltip = new Tooltip();
        TextWrap.enable(tooltip);
        tooltip.setShowDelay(BEFORE_TELLING);
        tooltip.setShowDuration(TELLING);
        tooltip.getStyleClass().add("problem-tooltip");
        return tooltip;
    }

    /**
     * Marks the control, or takes the mark away when nothing is wrong.
     *
     * @param told what is wrong, in the words of the note below the control
     */
    public void update(List<Problem> problems, String told) {
        boolean wrong = !problems.isEmpty();
        if (wrong && tooltip == null) {
            tooltip = tooltip();
        }
        if (tooltip != null) {
            tooltip.setText(told);
        }
        control.setTooltip(wrong ? tooltip : null);
        boolean error = SeverityStyle.blocks(problems);
        if (wrong && (getChildren().isEmpty() || error != shownAsError)) {
            shownAsError = error;
            getChildren().setAll(Icons.ofProblem(error));
            SeverityStyle.by(problems, this);
        }
        setVisible(wrong);
        // Once for all: ControlsFX hangs a listener to the control with every adding, and never takes it off again.
        if (wrong && Decorator.getDecorations(control) == null) {
            Decorator.addDecoration(control, new GraphicDecoration(this, Pos.TOP_RIGHT, -INSIDE, 0));
        }
    }
}
