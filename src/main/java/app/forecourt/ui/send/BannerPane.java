package app.forecourt.ui.send;

import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.form.ProblemSummary;
import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;

/**
 * Place above the form for the one banner: the outcome, the problems, or both in one frame. At most one of them is
 * unfolded.
 */
public final class BannerPane extends VBox {
    private static final PseudoClass BOTH = PseudoClass.getPseudoClass("both");

    private final OutcomeBanner outcome;
    private final ProblemSummary problems;

    /** Creates the place of two banners above a form, which keeps still while they change their size. */
    public BannerPane(OutcomeBanner outcome, ProblemSummary problems, FormPane form) {
        this.outcome = outcome;
        this.problems = problems;
        getStyleClass().add("banner-pane");
        setMinHeight(USE_PREF_SIZE);
        // A wide banner must not push the options out of the window.
        setMinWidth(0);
        getChildren().addAll(outcome, problems);
        heightProperty().subscribe((oldHeight, newHeight) -> form
                .followRoomAbove(newHeight.doubleValue() - oldHeight.doubleValue()));
        outcome.visibleProperty().subscribe(_ -> arrange());
        problems.visibleProperty().subscribe(_ -> arrange());
        problems.unfoldedProperty().subscribe(_ -> arrange());
        outcome.unfoldedProperty().subscribe(open -> {
            if (open && outcome.isVisible()) {
                problems.unfoldedProperty().set(false);
            }
        });
    }

    private void arrange() {
        boolean both = outcome.isVisible() && problems.isVisible();
        pseudoClassStateChanged(BOTH, both);
        if (both && problems.unfoldedProperty().get()) {
            outcome.setUnfolded(false);
        }
    }
}
