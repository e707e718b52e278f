package app.forecourt.ui.send;

import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.fx.NextFrame;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.NodeVisibility;
import java.util.OptionalDouble;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Place above the form for one banner: the outcome or the problems. If there are both, the one that stops the user is
 * shown and has a link to the other.
 */
public final class BannerArea extends VBox {
    /** Largest share of the form's height that the list of problems takes. */
    private static final double SHARE = 0.4;
    /** Time in which a second click may follow. The systems allow half a second, and some users set more. */
    private static final Duration DOUBLE_CLICK = Duration.millis(700);

    private final OutcomeBanner outcome;
    private final ProblemSummary problems;
    private final FormPane form;
    private boolean outcomeIsInFront = true;
    /** Whether the last input was a click and no key. */
    private boolean clicked;
    /** The height that the pane keeps, because the mouse is in use in the form. */
    private OptionalDouble heldHeight = OptionalDouble.empty();
    /** Whether another car is in the form since the last layout. It starts at its top, below its banner. */
    private boolean isOtherCar = true;

    /** Creates the place of two banners above a form, which keeps still while they change their size. */
    public BannerArea(OutcomeBanner outcome, ProblemSummary problems, FormPane form) {
        this.outcome = outcome;
        this.problems = problems;
        this.form = form;
        getStyleClass().add("banner-pane");
        setMinHeight(USE_PREF_SIZE);
        // A wide banner must not push the options out of the window.
        setMinWidth(0);
        getChildren().addAll(outcome, problems);
        heightProperty().subscribe((oldHeight, newHeight) -> {
            if (!isOtherCar) {
                form.followRoomAbove(newHeight.doubleValue() - oldHeight.doubleValue());
            }
        });
        sceneProperty().subscribe(this::onCarChanged);
        outcome.shownProperty().subscribe(_ -> arrange());
        problems.shownProperty().subscribe(_ -> arrange());
        outcome.setOnDecision(() -> bringToFront(true));
        problems.setOnOpened(() -> bringToFront(false));
        outcome.linkTo(problems.summaryProperty(), problems::open);
        problems.linkTo(outcome.summaryProperty(), outcome::focusFirstButton);
        problems.maxHeightOfListProperty()
                .bind(parentProperty()
                        .flatMap(parent -> ((Region) parent).heightProperty())
                        .map(height -> height.doubleValue() * SHARE));
        foldWhileTyping();
        holdDuringClicks();
    }

    /** Lets the form of another car start at its top, below the car's banner. */
    public void onCarChanged() {
        isOtherCar = true;
        if (getScene() != null) {
            NextFrame.run(getScene(), () -> isOtherCar = false);
        }
    }

    /** Returns whether there is a banner. */
    public boolean hasBanner() {
        return outcome.isVisible() || problems.isVisible();
    }

    /** Moves the focus to the first button of the outcome, or to the first problem. */
    public void focusBanner() {
        if (outcome.isVisible()) {
            outcome.focusFirstButton();
        } else {
            problems.focusFirst();
        }
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
     * Folds the list of problems when the focus enters the form by a key, or at the next key after a click, because
     * then nothing moves under the mouse.
     */
    private void foldWhileTyping() {
        EventHandler<MouseEvent> onPress = press -> {
            clicked = true;
            if (!(press.getTarget() instanceof Node target && NodeTree.isWithin(form, target))) {
                release();
            }
        };
        EventHandler<KeyEvent> onKey = key -> {
            if (!key.getCode().isModifierKey()) {
                clicked = false;
                release();
                onFocused(focusOwner());
            }
        };
        sceneProperty().subscribe((oldScene, newScene) -> {
            if (oldScene != null) {
                oldScene.removeEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
                oldScene.removeEventFilter(KeyEvent.KEY_PRESSED, onKey);
            }
            if (newScene != null) {
                newScene.addEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
                newScene.addEventFilter(KeyEvent.KEY_PRESSED, onKey);
            }
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::onFocused);
    }

    private @Nullable Node focusOwner() {
        return getScene() == null ? null : getScene().getFocusOwner();
    }

    private void onFocused(@Nullable Node focused) {
        if (!clicked && NodeTree.isWithin(form, focused)) {
            problems.unfoldedProperty().set(false);
        }
    }

    /** Keeps the height from a press in the form until a second click can no longer follow. */
    private void holdDuringClicks() {
        PauseTransition clicking = new PauseTransition(DOUBLE_CLICK);
        clicking.setOnFinished(_ -> release());
        form.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            clicking.stop();
            heldHeight = OptionalDouble.of(getHeight());
        });
        form.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> clicking.playFromStart());
    }

    private void release() {
        if (heldHeight.isPresent()) {
            heldHeight = OptionalDouble.empty();
            requestLayout();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return heldHeight.orElseGet(() -> super.computePrefHeight(width));
    }
}
