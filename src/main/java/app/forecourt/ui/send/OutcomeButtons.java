package app.forecourt.ui.send;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Submission;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** Factory of the buttons below an outcome, the most likely action first. */
public final class OutcomeButtons {
    /** Id of the button that drops the changes of a correction. */
    static final String DISCARD = "leaveAsSent";

    /** Id of the button that begins a new car. */
    static final String NEXT_CAR = "nextCar";

    /** Time for which the button says that the number was copied. */
    private static final Duration COPIED = Duration.ofSeconds(2);

    private final AppModel model;
    private final Messages words;
    private final Actions actions;

    /** Actions that the window provides for the buttons. */
    public interface Actions {
        /** Runs the action of an accelerator. */
        void run(WindowShortcut shortcut);

        void openDashboard(Profile profile);

        void sendAgain();

        void startCorrection();

        void leaveAsSent();

        /** Shows the adverts to take off AutoChat. */
        void showTakeOff();
    }

    OutcomeButtons(AppModel model, Messages words, Actions actions) {
        this.model = model;
        this.words = words;
        this.actions = actions;
    }

    /** Returns the buttons for a correction. {@link #nameDiscarding} names the first of them. */
    List<Button> forCorrection(Submission submission) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(confirmingButton(DISCARD, "outcome.leave", actions::leaveAsSent));
        dashboardButton(submission).ifPresent(buttons::add);
        return buttons;
    }

    /** Names the button that ends a correction: without changes it discards nothing. */
    void nameDiscarding(List<Node> buttons, boolean isChanged) {
        buttons.stream()
                .filter(button -> DISCARD.equals(button.getId()))
                .map(Button.class::cast)
                .forEach(button -> button.setText(words.get(isChanged ? "outcome.leave" : "outcome.cancel")));
    }

    /** Returns the buttons for a car that was sold, withdrawn or archived. */
    List<Button> forMarked(MarkedCarBannerText car) {
        // The first button gets the focus of one that has just gone, so it must not put the car back.
        return List.of(
                car.isLeft() ? takeOffButton() : nextCarButton(),
                button(
                        "unmark",
                        "menu.unmark",
                        () -> model.cars()
                                .mark(model.cars().current().car().get().id(), StockMark.NONE)));
    }

    List<Button> forWaiting() {
        return List.of(
                confirmingButton("hurry", "outcome.hurry", model.sendWorkflow()::retryNow),
                button("dont", "send.dont", model.sendWorkflow()::stop));
    }

    /** Returns the button to publish a car that is on staging. Returns none while that car is being corrected. */
    List<Button> forRehearsal() {
        return publishButton().stream().toList();
    }

    /**
     * Returns the buttons for an outcome.
     *
     * @param settled true if the outcome is unknown and the user confirmed that the car is on AutoChat
     * @param earlierLeft true if the advert before the correction is still there
     */
    List<Button> forOutcome(Submission submission, SendOutcome outcome, boolean settled, boolean earlierLeft) {
        List<Button> buttons = new ArrayList<>();
        switch (outcome) {
            case SendOutcome.Accepted(var answer, var id) -> {
                buttons.addAll(nextSteps(submission, earlierLeft));
                id.map(this::copyButton).ifPresent(buttons::add);
                dashboardButton(submission).ifPresent(buttons::add);
                buttons.add(answerButton());
            }
            case SendOutcome.Rejected(var answer, var problems, var messages) -> buttons.add(answerButton());
            case SendOutcome.SignInRefused refused -> buttons.add(settingsButton());
            case SendOutcome.NotSent notSent -> {
                buttons.add(sendButton());
                buttons.add(settingsButton());
            }
            case SendOutcome.Limited limited -> buttons.add(sendButton());
            case SendOutcome.Unknown unknown
            when settled -> {
                buttons.addAll(nextSteps(submission, earlierLeft));
                dashboardButton(submission).ifPresent(buttons::add);
            }
            case SendOutcome.Unknown(var cause, var answer) -> {
                dashboardButton(submission).ifPresent(buttons::add);
                buttons.add(confirmingButton("itIsThere", "outcome.there", model.sendWorkflow()::confirmArrival));
                buttons.add(confirmingButton("sendAgain", "outcome.sendagain", actions::sendAgain));
                answer.ifPresent(_ -> buttons.add(answerButton()));
            }
        }
        return buttons;
    }

    /** Returns the buttons for what the user may do next with a car that has arrived. */
    private List<Button> nextSteps(Submission submission, boolean earlierLeft) {
        List<Button> buttons = new ArrayList<>();
        if (earlierLeft) {
            buttons.add(takeOffButton());
        }
        buttons.add(nextCarButton());
        publishButton().filter(_ -> submission.profile() == Profile.STAGING).ifPresent(buttons::add);
        buttons.add(button("correct", "outcome.correct.short", actions::startCorrection));
        return buttons;
    }

    private Button nextCarButton() {
        // Not in the accent colour, because the same button above the list of cars has it.
        return button(NEXT_CAR, "stock.new", () -> actions.run(WindowShortcut.NEW_CAR));
    }

    private Button takeOffButton() {
        return button("takeOff", "marked.takeoff", actions::showTakeOff);
    }

    private Optional<Button> publishButton() {
        if (!model.publishWorkflow().canPublish()) {
            return Optional.empty();
        }
        Button publish = confirmingButton("publish", "outcome.publish", () -> actions.run(WindowShortcut.PUBLISH));
        publish.setTooltip(new Tooltip(WindowShortcut.PUBLISH.keyText(words)));
        publish.getStyleClass().addAll("publish", "profile-" + Profile.PRODUCTION.key());
        return Optional.of(publish);
    }

    /** Returns the button that opens the dashboard, except for practice, because that has no dashboard. */
    private Optional<Button> dashboardButton(Submission submission) {
        return submission.profile() == Profile.PRACTICE
                ? Optional.empty()
                : Optional.of(
                        button("dashboard", "outcome.dashboard", () -> actions.openDashboard(submission.profile())));
    }

    /** Returns the button that copies AutoChat's number of the car, and says so for a moment. */
    private Button copyButton(String number) {
        Button copy = new Button(words.get("outcome.copy"));
        copy.setId("copyNumber");
        ConfirmationFilter.markHarmless(copy);
        LiveRegion.announceChanges(copy);
        copy.setOnAction(_ -> {
            ClipboardText.text(number);
            // Keeps its width, so that no other button moves under the mouse.
            copy.setMinWidth(copy.getWidth());
            copy.setText(words.get("outcome.copied"));
            model.taskRunner().runLater(COPIED, () -> copy.setText(words.get("outcome.copy")));
        });
        return copy;
    }

    Button settingsButton() {
        return button("openSettings", "settings.open", () -> actions.run(WindowShortcut.SETTINGS));
    }

    private Button sendButton() {
        return confirmingButton("again", "outcome.again", () -> actions.run(WindowShortcut.SEND));
    }

    private Button answerButton() {
        return button("showAnswer", "outcome.answer", () -> actions.run(WindowShortcut.SENDINGS));
    }

    /** Returns a button that sends the car or decides about it, so that confirmation rules apply to it. */
    private Button confirmingButton(String id, String key, Runnable action) {
        Button button = button(id, key, action);
        ConfirmationFilter.markConfirming(button);
        return button;
    }

    /** Returns a button whose action sends and discards nothing, so that it counts as soon as it is there. */
    private Button button(String id, String key, Runnable action) {
        Button button = new Button(words.get(key));
        ConfirmationFilter.markHarmless(button);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
