package app.forecourt.ui.send;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.car.Problem;
import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.text.TextSanitizer;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.TypedCharacter;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/**
 * Banner with the outcome of the car's last submission to the selected profile. If there is none, it shows the
 * submission to staging.
 */
public final class OutcomeBanner extends FoldingBanner {
    /** Id of the last button, which only the unfolded banner has. */
    private static final String UNFOLDED_ONLY = "showAnswer";

    private final AppModel model;
    private final Messages messages;
    private final OutcomeMessages outcomeMessages;
    private final OutcomeButtons outcomeButtons;
    private final Runnable pause;
    private final Runnable viewChanged;
    private final Label title;
    private final Label sentence;
    private final Label changed;
    /** Whether a button of the banner had the focus when the banner changed, so that the next button gets it. */
    private boolean hadFocus;
    /** Submission that the user is correcting, if there is one. */
    private Optional<Submission> corrected = Optional.empty();
    /** Whether the banner says that the selected profile has the car. */
    private boolean isArrival;
    /** Whether the outcome asks for a decision, for which the user has to read all of it. */
    private boolean needsReading;

    private final BooleanProperty shown = new SimpleBooleanProperty();
    private Runnable onDecision = () -> {};
    /** Last question shown. */
    private Question question = new Question(Optional.empty(), List.of());

    private Arrival arrival = new Arrival(Optional.empty(), Optional.empty(), Optional.empty());

    /** Car of the banner and ids of the buttons offered for it. */
    private record Question(Optional<UUID> car, List<String> buttons) {}

    /** The outcome of a car's submission, with the state in which it arrived. */
    private record Arrival(Optional<UUID> car, Optional<UUID> submission, Optional<SubmissionState> state) {}

    /**
     * Creates the banner.
     *
     * @param pause action that pauses confirmations; runs when an outcome arrives while its car is in the form
     * @param viewChanged action that rejects a doubled key; runs when the user opens a car with an outcome
     */
    public OutcomeBanner(
            AppModel model, Messages messages, Runnable pause, Runnable viewChanged, OutcomeButtons.Actions actions) {
        this(
                model,
                messages,
                pause,
                viewChanged,
                actions,
                LiveRegion.label("outcomeTitle", "banner-title"),
                LiveRegion.label("outcomeSentence"),
                LiveRegion.label("outcomeChanges"));
    }

    private OutcomeBanner(
            AppModel model,
            Messages messages,
            Runnable pause,
            Runnable viewChanged,
            OutcomeButtons.Actions actions,
            Label title,
            Label sentence,
            Label changed) {
        super(messages, title, List.of(sentence, changed));
        this.title = title;
        this.sentence = sentence;
        this.changed = changed;
        this.model = model;
        this.messages = messages;
        this.pause = pause;
        this.viewChanged = viewChanged;
        this.outcomeMessages = new OutcomeMessages(messages);
        this.outcomeButtons = new OutcomeButtons(model, messages, actions);
        setId("outcome");
        getStyleClass().add("banner");
        addEventHandler(KeyEvent.KEY_TYPED, key -> {
            if (offersNewCar() && TypedCharacter.isIgnoredByButton(key)) {
                // The user types the next car's plate.
                TypedCharacter.typeInto(() -> actions.run(WindowShortcut.NEW_CAR), key);
            }
        });
        ListenerScope listening = messages.listenerScope();
        listening.listen(model.cars().current().shownSubmission(), _ -> refresh());
        listening.listen(model.cars().current().status(), _ -> refresh());
        listening.listen(model.sendWorkflow().missingCredentials(), _ -> refresh());
        listening.listen(model.profile(), _ -> {
            refresh();
            // The banner of another profile is another question, for which the focus must not wait.
            hadFocus = false;
        });
        listening.listen(model.firstWaiting(), _ -> refresh());
        listening.listen(model.cars().current().mark(), _ -> refresh());
        listening.listen(model.cars().current().markAuthor(), _ -> refresh());
        listening.listen(model.sharedStock().sender(), _ -> refresh());
        listening.listen(model.cars().stock().staleAdverts(), _ -> refresh());
        listening.listen(model.form().draft(), _ -> refreshChanges());
        listening.listen(model.form().problems().visible(), _ -> refreshChanges());
        listening.listen(model.correctionWorkflow().unsentFields(), _ -> refresh());
    }

    private void refresh() {
        boolean isSameCar = arrival.car()
                .equals(Optional.of(model.cars().current().car().get().id()));
        // The hidden button that has opened the next car keeps the focus for a moment.
        hadFocus = isSameCar && (hadFocus || (isVisible() && isFocusWithin()));
        Optional<Submission> submission = model.cars()
                .current()
                .shownSubmission()
                .get()
                .filter(_ -> model.cars().current().status().get() != ListingStatus.SENDING);
        Optional<SendOutcome> outcome = submission.flatMap(this::outcome);
        boolean barred = model.sendWorkflow().missingCredentials().get();
        Optional<MarkedCar> marked = MarkedCar.of(model);
        needsReading = false;
        isArrival = false;
        corrected = Optional.empty();
        if (marked.isPresent()) {
            showMarked(marked.get());
        } else if (barred) {
            showMissingCredentials(model.profile().get());
        } else {
            outcome.ifPresent(result -> {
                if (submission.get().profile() == model.profile().get()) {
                    showOutcome(submission.get(), result);
                } else {
                    showRehearsal(submission.get(), result);
                }
            });
        }
        refreshChanges();
        shown.set(barred || outcome.isPresent() || marked.isPresent());
        pauseIfOutcomeArrived(submission.filter(_ -> outcome.isPresent()));
        openIfQuestionChanged();
        if (hadFocus && isVisible()) {
            hadFocus = false;
            focusFirstButton();
        }
    }

    private boolean offersNewCar() {
        return buttons().stream().anyMatch(button -> OutcomeButtons.NEXT_CAR.equals(button.getId()));
    }

    /**
     * Returns the outcome to show for a submission. If it waits in the queue, that is the outcome of the first in the
     * queue.
     */
    private Optional<SendOutcome> outcome(Submission submission) {
        return submission
                .outcome()
                .or(() -> submission.state() == SubmissionState.WAITING
                        ? model.firstWaiting().get().flatMap(Submission::outcome)
                        : Optional.empty());
    }

    /** Pauses if an answer has just arrived. The banner of a car that the user has just opened is no surprise. */
    private void pauseIfOutcomeArrived(Optional<Submission> answered) {
        UUID car = model.cars().current().car().get().id();
        Arrival now = new Arrival(Optional.of(car), answered.map(Submission::id), answered.map(Submission::state));
        if (shown.get() && !now.equals(arrival)) {
            (now.car().equals(arrival.car()) ? pause : viewChanged).run();
        }
        arrival = now;
    }

    private void openIfQuestionChanged() {
        Question newQuestion = shown.get()
                ? new Question(
                        Optional.of(model.cars().current().car().get().id()),
                        buttons().stream().map(Node::getId).toList())
                : new Question(Optional.empty(), List.of());
        if (!newQuestion.equals(question)) {
            setUnfolded(needsReading);
            if (needsReading) {
                onDecision.run();
            }
        }
        question = newQuestion;
    }

    private void showMarked(MarkedCar car) {
        title.setText(car.title(messages));
        sentence.setText(car.sentence(messages));
        setAppearance(OutcomeMessages.Tone.DOUBTFUL, Feather.TAG, outcomeButtons.forMarked(car));
    }

    private void showMissingCredentials(Profile profile) {
        var failure = new SignInFailure(SignInFailure.Kind.NOT_SET_UP, Optional.empty());
        title.setText(outcomeMessages.title(new SendOutcome.SignInRefused(failure), profile));
        sentence.setText(outcomeMessages.sentence(failure, profile));
        setAppearance(OutcomeMessages.Tone.DOUBTFUL, Feather.ALERT_CIRCLE, List.of(outcomeButtons.settingsButton()));
    }

    /** Shows that the car was sent to staging, while the user looks at another profile. */
    private void showRehearsal(Submission submission, SendOutcome outcome) {
        title.setText(messages.get(
                "outcome.rehearsed",
                messages.upperCaseName(submission.profile()),
                messages.upperCaseName(model.profile().get())));
        String number = submission.state() == SubmissionState.ACCEPTED
                ? outcomeMessages.sentence(outcome, submission.profile())
                : messages.get("sending.there");
        sentence.setText(messages.get("outcome.rehearsed.what", messages.moment(submission.changedAt()), number));
        setAppearance(OutcomeMessages.Tone.DOUBTFUL, Feather.INFO, outcomeButtons.forRehearsal());
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
        return isArrival && !model.correctionWorkflow().unsentFields().get().isEmpty();
    }

    private void refreshCorrection() {
        boolean isComparable = model.cars()
                .current()
                .shownSubmission()
                .get()
                .filter(last ->
                        isCorrected(last) || last.profile() != model.profile().get())
                .isPresent();
        List<String> fields = model.correctionWorkflow().changedFields().stream()
                .map(messages::name)
                .toList();
        corrected.ifPresent(submission -> {
            title.setText(messages.get(
                    "outcome.correcting",
                    messages.moment(submission.changedAt()),
                    fields.size(),
                    String.join(", ", fields)));
            outcomeButtons.nameDiscarding(buttons(), !fields.isEmpty());
        });
        Optional<Problem> unchanged = unchangedProblem();
        NodeVisibility.set(
                changed, unchanged.isPresent() || (isComparable && fields.size() > (corrected.isPresent() ? 1 : 0)));
        changed.setText(unchanged
                .map(messages::problem)
                .orElseGet(() -> messages.get("outcome.correcting.changes", String.join(", ", fields))));
        if (corrected.isPresent()) {
            setDetailGivesWay(!changed.isManaged());
        }
    }

    private Optional<Problem> unchangedProblem() {
        return model.form().problems().visible().stream()
                .filter(problem -> problem.code() == Problem.Code.SENT_UNCHANGED)
                .findFirst();
    }

    private boolean isCorrected(Submission submission) {
        return submission.isAccepted()
                && submission.profile() == model.profile().get()
                && model.cars().current().status().get() == ListingStatus.DRAFT;
    }

    private void setAppearance(OutcomeMessages.Tone tone, Feather icon, List<? extends Node> newButtons) {
        getStyleClass().setAll("banner", tone.styleClass);
        // A tag is about an advert to take off, for which the title and the buttons say enough.
        setDetailGivesWay((icon == Feather.TAG || tone == OutcomeMessages.Tone.GOOD) && !hasUnsent());
        setButtonsBeforeDetail(hasUnsent() ? OutcomeButtons.STEPS_TO_CORRECTION : 0);
        int inLine = (int) newButtons.stream()
                .filter(button -> !UNFOLDED_ONLY.equals(button.getId()))
                .count();
        // A decision has its buttons below the text that the user has to read.
        setButtonsInLine(needsReading ? 0 : Math.max(inLine, Math.min(1, newButtons.size())));
        setContent(Icons.of(icon, "banner-icon"), newButtons);
    }

    private void showOutcome(Submission submission, SendOutcome outcome) {
        boolean settled = submission.isAccepted() && submission.state() != SubmissionState.ACCEPTED;
        boolean correcting = isCorrected(submission);
        boolean waiting = submission.state() == SubmissionState.WAITING;
        String where = messages.upperCaseName(submission.profile());
        OutcomeMessages.Tone tone = correcting || waiting
                ? OutcomeMessages.Tone.DOUBTFUL
                : settled ? OutcomeMessages.Tone.GOOD : outcomeMessages.tone(outcome);
        if (correcting) {
            corrected = Optional.of(submission);
            sentence.setText(messages.get("outcome.correcting.what", messages.moment(submission.changedAt())));
        } else if (waiting) {
            title.setText(messages.get("outcome.waiting", where));
            sentence.setText(outcomeMessages.reason(outcome, submission.profile()) + " " + waitingReason(submission));
        } else if (settled) {
            title.setText(messages.get("outcome.settled", where));
            sentence.setText(messages.get("outcome.settled.what"));
        } else {
            String when = messages.moment(submission.changedAt());
            String what = laterFailure(submission) + outcomeMessages.sentence(outcome, submission.profile());
            boolean isThere = outcome instanceof SendOutcome.Accepted;
            isArrival = isThere;
            title.setText(withSender(
                    isThere
                            ? outcomeMessages.isThere(
                                    TextSanitizer.excerpt(model.cars().names().name(submission.draft()::text)),
                                    submission.profile())
                            : outcomeMessages.title(outcome, submission.profile()) + " · " + when));
            // The title of an accepted car is short, so that the next steps fit beside it.
            sentence.setText(isThere ? messages.get("outcome.rehearsed.what", when, what) : what);
        }
        boolean isCorrection = !correcting
                && !waiting
                && submission.isAccepted()
                && MarkedCar.adverts(model).stream()
                        .anyMatch(advert -> !advert.isTakenOff() && advert.reason() == StaleAdvert.Reason.CORRECTED);
        // Practice has no adverts.
        boolean earlierLeft = isCorrection && submission.profile() != Profile.PRACTICE;
        if (isCorrection) {
            // The title has what is still to do, because the detail may be folded.
            sentence.setText(title.getText() + ". " + sentence.getText());
            title.setText(
                    messages.getFor(submission.profile(), "outcome.corrected", "outcome.corrected.practice", where));
        }
        if (earlierLeft) {
            tone = OutcomeMessages.Tone.DOUBTFUL;
        }
        needsReading = outcome instanceof SendOutcome.Unknown && !settled && !correcting && !waiting;
        setAppearance(
                tone,
                earlierLeft
                        ? Feather.TAG
                        : waiting
                                ? Feather.CLOCK
                                : switch (tone) {
                                    case GOOD -> Feather.CHECK_CIRCLE;
                                    case DOUBTFUL -> Feather.HELP_CIRCLE;
                                    case BAD -> Feather.ALERT_CIRCLE;
                                },
                correcting
                        ? outcomeButtons.forCorrection(submission)
                        : waiting
                                ? outcomeButtons.forWaiting()
                                : outcomeButtons.forOutcome(submission, outcome, settled, earlierLeft));
    }

    /** Returns {@code Opel Corsa is at PRODUCTION (Anna, desk 2)}, because the user may not know of that submission. */
    private String withSender(String text) {
        return model.sharedStock()
                .sender()
                .get()
                .map(desk -> messages.get("marked.by", text, desk))
                .orElse(text);
    }

    private String waitingReason(Submission submission) {
        boolean tried = submission.outcome().isPresent();
        Submission first = tried ? submission : model.firstWaiting().get().orElse(submission);
        String due = messages.timeOfDay(first.due().orElse(first.changedAt()));
        return tried
                ? messages.get("outcome.waiting.what", due, submission.tries())
                : messages.get("outcome.waiting.behind", due);
    }

    /** Returns the title of a later failed submission, if the banner still shows the earlier one. */
    private String laterFailure(Submission submission) {
        return model.cars()
                .current()
                .car()
                .get()
                .submissionsTo(submission.profile())
                .findFirst()
                .filter(newest -> !newest.id().equals(submission.id()))
                .flatMap(newest ->
                        newest.outcome().map(outcome -> outcomeMessages.title(outcome, newest.profile()) + ". "))
                .orElse("");
    }

    /** Returns whether there is something to show. The place of the banner decides when it is visible. */
    ReadOnlyBooleanProperty shownProperty() {
        return shown;
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

    /**
     * Shows the banner and moves the focus to its first button that drops nothing. Without one the title's button to
     * unfold gets the focus.
     */
    void focusFirstButton() {
        onDecision.run();
        boolean dropsChanges = corrected.isPresent()
                && !model.correctionWorkflow().changedFields().isEmpty();
        buttons().stream()
                .filter(button -> !dropsChanges || !OutcomeButtons.DISCARD.equals(button.getId()))
                .findFirst()
                .ifPresentOrElse(Node::requestFocus, this::focusFold);
    }
}
