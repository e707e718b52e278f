package app.forecourt.ui.send;

import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.NodeVisibility;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Place above the form for one banner: the outcome or the problems. If there are both, the one that stops the user is
 * shown and has a link to the other.
 */
public final class BannerPane extends VBox {
    /** Largest share of the form's height that the banner takes with its list of problems. */
    private static final double SHARE = 1 / 3.0;

    private final OutcomeBanner outcome;
    private final ProblemSummary problems;
    private final FormPane form;
    private boolean outcomeIsInFront = true;
    /** Whether a mouse button is down in the form. */
    private boolean pressed;

    /** Creates the place of two banners above a form, which keeps still while they change their size. */
    public BannerPane(OutcomeBanner outcome, ProblemSummary problems, FormPane form) {
        this.outcome = outcome;
        this.problems = problems;
        this.form = form;
        getStyleClass().add("banner-pane");
        setMinHeight(USE_PREF_SIZE);
        // A wide banner must not push the options out of the window.
        setMinWidth(0);
        getChildren().addAll(outcome, problems);
        heightProperty().subscribe((oldHeight, newHeight) -> form
                .followRoomAbove(newHeight.doubleValue() - oldHeight.doubleValue()));
        outcome.shownProperty().subscribe(_ -> arrange());
        problems.shownProperty().subscribe(_ -> arrange());
        outcome.setOnDecision(() -> bringToFront(true));
        problems.setOnOpened(() -> bringToFront(false));
        outcome.linkTo(problems.summaryProperty(), problems::open);
        problems.linkTo(outcome.summaryProperty(), outcome::focusFirstButton);
        problems.maxHeightOfListProperty().bind(parentProperty()
                .flatMap(parent -> ((Region) parent).heightProperty())
                .map(height -> height.doubleValue() * SHARE - problems.headHeight()));
        foldWhileTyping();
    }

    private void bringToFront(boolean isOutcome) {
        outcomeIsInFront = isOutcome;
        arrange();
    }

    private void arrange() {
        boolean hasOutcome = outcome.shownProperty().get();
        boolean hasProblems = problems.shownProperty().get();
        boolean hasBoth = hasOutcome && hasProblems;
        if (!hasBoth) {
            outcomeIsInFront = hasOutcome;
        }
        NodeVisibility.set(outcome, hasOutcome && outcomeIsInFront);
        NodeVisibility.set(problems, hasProblems && !outcomeIsInFront);
        outcome.showLink(hasBoth);
        problems.showLink(hasBoth);
    }

    /**
     * Folds the list of problems when the focus enters the form, which needs the room. During a press it waits for the
     * release, because nothing may move under the mouse.
     */
    private void foldWhileTyping() {
        form.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pressed = true);
        form.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
            pressed = false;
            Platform.runLater(
                    () -> foldFor(form.getScene() == null ? null : form.getScene().getFocusOwner()));
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::foldFor);
    }

    private void foldFor(@Nullable Node focused) {
        if (!pressed && NodeTree.isWithin(form, focused)) {
            problems.unfoldedProperty().set(false);
        }
    }
}
