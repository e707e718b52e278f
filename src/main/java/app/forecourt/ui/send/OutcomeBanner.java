package app.forecourt.ui.send;

import app.forecourt.car.Problem;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.CurrentCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.ButtonTypingForwarder;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.ProblemMessages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Banner with the outcome of the car in the form. It leads the focus to what the user may do about the outcome. */
public final class OutcomeBanner extends VBox {
    private final AppModel model;
    private final Messages messages;
    private final OutcomeContentBuilder builder;
    private final OutcomeButtons outcomeButtons;
    private final Runnable pause;
    private final Runnable viewChanged;
    private final Label title = LiveRegion.label("outcomeTitle", "banner-title");
    private final Label sentence = LiveRegion.label("outcomeSentence");
    private final Label changed = LiveRegion.label("outcomeChanges");
    /** Link to the problems, which have the same place. */
    private final Hyperlink link = new Hyperlink();
    /** The most likely button first. */
    private final FlowPane buttons = new FlowPane();
    /** Whether a button of the banner had the focus when the banner changed, so that the next button gets it. */
    private boolean hadFocus;

    private Optional<OutcomeContent> content = Optional.empty();
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private Runnable onDecision = () -> {};
    /** Ids of the car and of the buttons that were offered for it last; empty if the banner was not shown. */
    private List<String> question = List.of();

    private Arrival arrival = new Arrival(new UUID(0, 0), Optional.empty(), Optional.empty());

    /** The outcome of a car's submission, with the state in which it arrived. */
    private record Arrival(UUID car, Optional<UUID> submission, Optional<SubmissionState> state) {}

    /**
     * Creates the banner.
     *
     * @param pause action that pauses confirmations; runs when an outcome arrives while its car is in the form
     * @param viewChanged action that rejects a doubled key; runs when the user opens a car with an outcome
     */
    public OutcomeBanner(
            AppModel model, Messages messages, Runnable pause, Runnable viewChanged, OutcomeButtons.Actions actions) {
        this.model = model;
        this.messages = messages;
        this.pause = pause;
        this.viewChanged = viewChanged;
        this.outcomeButtons = new OutcomeButtons(model, messages, actions);
        this.builder = new OutcomeContentBuilder(model, messages, outcomeButtons);
        setId("outcome");
        setMinHeight(USE_PREF_SIZE);
        link.setId("showProblems");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(title, link);
        head.getStyleClass().add("banner-head");
        buttons.getStyleClass().add("banner-buttons");
        getChildren().addAll(head, sentence, changed, buttons);
        showLink(false);
        addEventHandler(KeyEvent.KEY_TYPED, key -> {
            if (offersNewCar() && ButtonTypingForwarder.isIgnoredByButton(key)) {
                // The user types the next car's plate.
                ButtonTypingForwarder.typeInto(() -> actions.run(WindowShortcut.NEW_CAR), key);
            }
        });
        CurrentCar current = model.cars().current();
        ListenerScope listening = messages.listenerScope();
        List.<ObservableValue<?>>of(
                        current.shownSubmission(),
                        current.status(),
                        current.mark().value(),
                        current.mark().author(),
                        model.sendWorkflow().missingCredentials(),
                        model.profileModel().firstWaiting(),
                        model.sharedStock().sender(),
                        model.cars().stock().staleAdverts(),
                        model.correctionWorkflow().unsentFields())
                .forEach(value -> listening.listen(value, _ -> refresh()));
        listening.listen(model.profile(), _ -> {
            refresh();
            // The banner of another profile is another question, for which the focus must not wait.
            hadFocus = false;
        });
        listening.listen(model.form().draft(), _ -> refreshChanges());
        listening.listen(model.form().problems().visible(), _ -> refreshChanges());
    }

    private void refresh() {
        UUID car = model.cars().current().car().get().id();
        // The hidden button that has opened the next car keeps the focus for a moment.
        hadFocus = arrival.car().equals(car) && (hadFocus || (isVisible() && isFocusWithin()));
        content = builder.build();
        content.ifPresent(this::show);
        refreshChanges();
        shown.set(content.isPresent());
        pauseIfOutcomeArrived(car);
        bringNewDecisionToFront(car);
        if (hadFocus && isVisible()) {
            hadFocus = false;
            focusFirstButton();
        }
    }

    private void show(OutcomeContent newContent) {
        if (newContent.corrected().isEmpty()) {
            title.setText(newContent.title());
        }
        sentence.setText(newContent.sentence());
        getStyleClass().setAll("banner", newContent.tone().styleClass);
        title.setGraphic(Icons.of(newContent.icon(), "banner-icon"));
        buttons.getChildren().setAll(newContent.buttons());
    }

    private boolean is(OutcomeContent.Kind kind) {
        return content.filter(current -> current.kind() == kind).isPresent();
    }

    private boolean offersNewCar() {
        return buttons.getChildren().stream().anyMatch(button -> OutcomeButtons.NEXT_CAR.equals(button.getId()));
    }

    /** Pauses if an answer has just arrived. The banner of a car that the user has just opened is no surprise. */
    private void pauseIfOutcomeArrived(UUID car) {
        Optional<Submission> answered = builder.answered();
        Arrival now = new Arrival(car, answered.map(Submission::id), answered.map(Submission::state));
        if (shown.get() && !now.equals(arrival)) {
            (car.equals(arrival.car()) ? pause : viewChanged).run();
        }
        arrival = now;
    }

    private void bringNewDecisionToFront(UUID car) {
        List<String> newQuestion = Stream.concat(
                        Stream.of(car.toString()),
                        buttons.getChildren().stream().map(Node::getId))
                .filter(_ -> shown.get())
                .toList();
        if (!newQuestion.equals(question) && is(OutcomeContent.Kind.DECISION)) {
            onDecision.run();
        }
        question = newQuestion;
    }

    /**
     * Shows the changes since the last submission, so that the user sees them before the car goes to this profile. The
     * title of a correction names a single changed field, because it is visible in each width.
     */
    private void refreshChanges() {
        if (hasUnsent()) {
            NodeVisibility.set(changed, true);
            changed.setText(messages.get(
                    "outcome.unsent",
                    model.correctionWorkflow().unsentFields().get().stream()
                            .map(messages::name)
                            .collect(Collectors.joining(", "))));
        } else {
            refreshCorrection();
        }
    }

    /** Returns whether the selected profile has the car, and a change of it was not sent. */
    private boolean hasUnsent() {
        return is(OutcomeContent.Kind.ARRIVAL)
                && !model.correctionWorkflow().unsentFields().get().isEmpty();
    }

    private Optional<Submission> corrected() {
        return content.flatMap(OutcomeContent::corrected);
    }

    private void refreshCorrection() {
        boolean isComparable = model.cars()
                .current()
                .shownSubmission()
                .get()
                .filter(last -> builder.isCorrected(last)
                        || last.profile() != model.profile().get())
                .isPresent();
        List<String> fields = model.correctionWorkflow().changedFields().stream()
                .map(messages::name)
                .toList();
        corrected().ifPresent(submission -> {
            title.setText(messages.get(
                    "outcome.correcting",
                    messages.moment(submission.changedAt()),
                    fields.size(),
                    String.join(", ", fields)));
            outcomeButtons.nameDiscarding(buttons.getChildren(), !fields.isEmpty());
        });
        Optional<Problem> unchanged = model.form().problems().visible().stream()
                .filter(problem -> problem.code() == Problem.Code.SENT_UNCHANGED)
                .findFirst();
        NodeVisibility.set(
                changed,
                unchanged.isPresent()
                        || (isComparable && fields.size() > (corrected().isPresent() ? 1 : 0)));
        changed.setText(unchanged
                .map(new ProblemMessages(messages)::text)
                .orElseGet(() -> messages.get("outcome.correcting.changes", String.join(", ", fields))));
    }

    /** Returns whether there is something to show. The place of the banner decides when it is visible. */
    ReadOnlyBooleanProperty shownProperty() {
        return shown;
    }

    /** Returns the title. */
    ObservableValue<String> summaryProperty() {
        return title.textProperty();
    }

    /** Sets the link to the problems. */
    void linkTo(ObservableValue<String> text, Runnable action) {
        link.textProperty().bind(text);
        link.setOnAction(_ -> action.run());
    }

    /** Shows or hides the link to the problems. */
    void showLink(boolean visible) {
        NodeVisibility.set(link, visible);
    }

    /** Sets the action that runs when the banner asks for a decision. */
    void setOnDecision(Runnable action) {
        onDecision = action;
    }

    /** Pauses confirmations and moves the focus to the first button, so that the user decides about the outcome. */
    void requestDecision() {
        pause.run();
        focusFirstButton();
    }

    /** Shows the banner and moves the focus to its first button that drops nothing. */
    void focusFirstButton() {
        onDecision.run();
        boolean dropsChanges = corrected().isPresent()
                && !model.correctionWorkflow().changedFields().isEmpty();
        buttons.getChildren().stream()
                .filter(button -> !dropsChanges || !OutcomeButtons.DISCARD.equals(button.getId()))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }
}
