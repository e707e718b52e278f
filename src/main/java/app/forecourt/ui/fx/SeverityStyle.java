package app.forecourt.ui.fx;

import app.forecourt.car.Problem;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** The pseudo-classes of nodes with errors or warnings. The style sheet sets their colours. */
public final class SeverityStyle {
    public static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    public static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private SeverityStyle() {}

    /** Returns whether any of the problems keeps the car from being sent. */
    public static boolean blocks(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.code().isError());
    }

    /** Styles a node by the worst of the problems. Removes the style if there are none. */
    public static void apply(List<Problem> problems, Node node) {
        boolean error = blocks(problems);
        node.pseudoClassStateChanged(DANGER, error);
        node.pseudoClassStateChanged(WARNING, !problems.isEmpty() && !error);
    }
}
