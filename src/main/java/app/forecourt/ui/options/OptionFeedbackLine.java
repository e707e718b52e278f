package app.forecourt.ui.options;

import app.forecourt.model.AppModel;
import app.forecourt.stock.SendingStatus;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/**
 * The line above the option list that says what the last key or click did. It keeps its space when it is empty, so that
 * the list does not move. For a sent car it has the button that reopens the car for correction.
 */
final class OptionFeedbackLine extends HBox {
    /** Time in which nobody reads the line. A second Enter by mistake must not reopen the car. */
    private static final Duration UNREAD = Duration.millis(700);

    /** Pixels by which the button is higher than the line, above and below. */
    private static final double BUTTON_RISE = 4;

    private final AppModel model;
    private final Messages messages;
    private final Label text = LiveRegion.label("optionSaid", "note");
    private final Button correct;
    private final PauseTransition unread = new PauseTransition(UNREAD);

    OptionFeedbackLine(AppModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("note-line");
        setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        correct = new Button(messages.get("outcome.correct.short") + " ↵");
        correct.setId("correctOptions");
        correct.getStyleClass().add("offer");
        correct.setMinWidth(USE_PREF_SIZE);
        correct.setFocusTraversable(false);
        // No higher than the empty line.
        HBox.setMargin(correct, new Insets(-BUTTON_RISE, 0, -BUTTON_RISE, 0));
        correct.setOnAction(_ -> model.correctionWorkflow().start());
        NodeVisibility.set(correct, false);
        getChildren().addAll(text, correct);
        messages.listenerScope().listen(model.cars().current().status(), _ -> show(""));
    }

    /** Shows a text, or none if it is empty. */
    void show(String said) {
        text.setText(said);
        NodeVisibility.set(correct, false);
    }

    String text() {
        return text.getText();
    }

    /** Shows that nothing was changed in a read-only car, and what the user may do. */
    void showLocked() {
        SendingStatus status = model.cars().current().status().get();
        // Short, so that the line stays one and the list does not move under the mouse.
        show(messages.get(messages.briefKey("locked." + Messages.key(status))));
        NodeVisibility.set(correct, status == SendingStatus.SENT);
        unread.playFromStart();
    }

    /**
     * Accepts the offer to correct the car.
     *
     * @return false if it is not shown, or not long enough to be read
     */
    boolean acceptCorrection() {
        boolean isRead = correct.isVisible() && !isUnread();
        if (isRead) {
            correct.fire();
        }
        return isRead;
    }

    /** Returns whether the line has just changed, so that nobody has read it. */
    boolean isUnread() {
        return unread.getStatus() == Animation.Status.RUNNING;
    }
}
