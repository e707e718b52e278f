package app.forecourt.ui.fx;

import app.forecourt.car.Problem;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** The colour of what is wrong or worth a look; the style sheet says which. */
public final class SeverityStyle {
    public static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    public static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private SeverityStyle() {}

    /** Whether any of them keeps the car from being sent. */
    public static boolean blocks(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.rule().blocks());
    }

    /** Tints a node by the worst of the problems, or not at all when there is none. */
    public static void by(List<Problem> problems, Node node) {
        boolean error = blocks(problems);
        node.pseudoClassStateChanged(DANGER, error);
        node.pseudoClassStateChanged(WARNING, !problems.isEmpty() && !error);
    }
}
