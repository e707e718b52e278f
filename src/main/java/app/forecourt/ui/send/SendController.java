package app.forecourt.ui.send;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.AppModel;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Submission;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.SearchField;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.ProblemMessages;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.TextInputControl;

/**
 * Controller of the send actions. It shows the problems first, asks for confirmation and moves the focus to the
 * outcome.
 */
public final class SendController implements SendWorkflow.Listener {
    private final AppModel model;
    private final Messages messages;
    private final WindowDialogs dialogs;
    private final ProblemSummary problems;
    private final OutcomeBanner outcome;
    private final Consumer<CarField> toField;
    private final Runnable setUpWebSpace;
    /**
     * Whether the user sent the car in the form and still looks at it. The outcome of an automatic retry takes no
     * focus.
     */
    private boolean awaited;
    /** Id and text of the search that had the focus when the user sent the car; empty if none had it. */
    private Optional<String> searchedWhenSent = Optional.empty();

    /**
     * Creates the controller and registers it with the send workflow.
     *
     * @param toField moves the focus to a field
     * @param setUpWebSpace opens the settings of the web space
     */
    public SendController(
            AppModel model,
            Messages messages,
            WindowDialogs dialogs,
            ProblemSummary problems,
            OutcomeBanner outcome,
            Consumer<CarField> toField,
            Runnable setUpWebSpace) {
        this.toField = toField;
        this.setUpWebSpace = setUpWebSpace;
        this.model = model;
        this.messages = messages;
        this.dialogs = dialogs;
        this.problems = problems;
        this.outcome = outcome;
        model.sendWorkflow().setListener(this);
        ListenerScope listening = messages.listenerScope();
        listening.listen(model.profile(), _ -> awaited = false);
        listening.listen(model.cars().current().car(), _ -> awaited = false);
        listening.listen(model.cars().current().status(), this::onStatusChanged);
    }

    private void onStatusChanged(SendingStatus oldStatus, SendingStatus newStatus) {
        if (newStatus == SendingStatus.SENDING) {
            problems.setRequested(false);
        } else if (oldStatus == SendingStatus.SENDING
                && awaited
                && model.cars()
                        .current()
                        .shownSubmission()
                        .get()
                        .filter(submission ->
                                submission.profile() == model.profile().get())
                        .flatMap(Submission::outcome)
                        .isPresent()) {
            awaited = false;
            // The next key of a user who has gone on searching must not press a button of the outcome.
            if (searchedText().isEmpty() || searchedText().equals(searchedWhenSent)) {
                outcome.focusFirstButton();
            }
            // Opens the summary only for a draft with errors, because the user saw the warnings before sending.
            if (newStatus == SendingStatus.DRAFT
                    && SeverityStyle.blocks(model.form().problems().visible())) {
                problems.open();
            }
        }
    }

    /** Returns id and text of the search that has the focus; empty if none has it. */
    private Optional<String> searchedText() {
        return outcome.getScene() != null && outcome.getScene().getFocusOwner() instanceof SearchField search
                ? Optional.of(search.getId() + " " + search.getText())
                : Optional.empty();
    }

    /** Sends the car in the form. Shows its problems or asks for confirmation first if needed. */
    public void send() {
        run(model.sendWorkflow()::send);
    }

    /**
     * Sends a car with an unknown outcome a second time. Shows its problems or asks for confirmation first if needed.
     */
    public void sendAgain() {
        run(model.sendWorkflow()::sendAgain);
    }

    private void run(Supplier<SendWorkflow.Step> action) {
        switch (action.get()) {
            case PROBLEMS_SHOWN -> showProblemsBeforeSending();
            case CONFIRMATION_NEEDED -> {
                if (ProductionDialog.ask(model, dialogs, messages)
                        && model.sendWorkflow().confirmProduction()) {
                    run(action);
                }
            }
            case MARKED -> {
                if (askAboutMark()) {
                    run(action);
                }
            }
            case PHOTOS_UNDER_WAY -> askAboutPhotos(action);
            case PHOTOS_BEING_ADDED -> dialogs.toasts().show("send.photos.adding");
            case NO_CREDENTIALS -> {
                problems.open();
                outcome.focusFirstButton();
            }
            case SENDING -> {
                awaited = true;
                searchedWhenSent = searchedText();
            }
            case ALREADY_SENT -> {
                if (isUnknown()) {
                    outcome.requestDecision();
                }
            }
        }
    }

    private boolean isUnknown() {
        return model.cars().current().status().get() == SendingStatus.UNKNOWN;
    }

    /**
     * Shows the problems to look at. After an unknown outcome the buttons that send again stay in front, unless an
     * error has to be fixed first.
     */
    private void showProblemsBeforeSending() {
        if (isUnknown() && !SeverityStyle.blocks(model.form().problems().visible())) {
            outcome.requestDecision();
        } else {
            problems.open();
        }
    }

    /** Asks what to do with the photos that are not public, and does it. */
    private void askAboutPhotos(Supplier<SendWorkflow.Step> action) {
        switch (PhotosDialog.ask(model, dialogs, messages)) {
            case WHEN_PUBLIC -> model.sendWorkflow().photos().sendWhenPublic();
            case WITHOUT -> {
                model.sendWorkflow().photos().leaveOut();
                run(action);
            }
            case SHOW -> toField.accept(CarField.IMAGES);
            case SET_UP -> setUpWebSpace.run();
            case NOT_NOW -> returnToField();
        }
    }

    private void returnToField() {
        toField.accept(model.cars().current().position().focusedField());
    }

    /** Asks whether a car that was sold, withdrawn or archived is for sale again, and removes its mark then. */
    private boolean askAboutMark() {
        CarInMemory car = model.cars().current().car().get();
        boolean forSale = dialogs.ask(
                "marked.title",
                "marked.text",
                "marked.yes",
                "send.ask.no",
                model.cars().names().name(model.form().draft().get()::text),
                messages.get("mark." + Messages.key(car.mark())),
                messages.upperCaseName(model.profile().get()));
        if (forSale) {
            model.cars().mark(car.id(), StockMark.NONE);
        }
        return forSale;
    }

    @Override
    public void showProblems() {
        if (model.form().problems().visible().stream()
                .map(Problem::code)
                .anyMatch(Problem.Code.SENT_UNCHANGED::equals)) {
            // The correction's banner asks the question, because the summary would repeat it.
            problems.setRequested(false);
            outcome.requestDecision();
        } else {
            problems.open();
        }
    }

    @Override
    public void onPhotosAwaited(boolean arePublic) {
        if (arePublic) {
            send();
        } else {
            dialogs.toasts()
                    .show(
                            model.profile().get() == Profile.PRACTICE
                                    ? "send.photos.stopped.practice"
                                    : "send.photos.stopped");
        }
    }

    @Override
    public void onWarningsAdded() {
        problems.pauseForMore();
    }

    @Override
    public void onNotSent(Submission submission, DuplicateSubmission duplicate) {
        if (!duplicate.isSentBefore()) {
            dialogs.showMessage(
                    "held.title",
                    "held.reason",
                    model.cars().names().name(duplicate::text),
                    new ProblemMessages(messages).text(model.sendWorkflow().warning(duplicate, submission.profile())));
            return;
        }
        dialogs.showMessage(
                "held.title",
                "held.text",
                model.cars().names().name(duplicate::text),
                messages.upperCaseName(submission.profile()),
                messages.moment(duplicate.requestedAt()));
    }

    @Override
    public void onNotRecorded(JournalException.Reason reason) {
        String key = Messages.key(reason);
        dialogs.showMessage(
                "norecord.title", "norecord.text", messages.get("disk." + key), messages.get("norecord." + key));
    }

    /**
     * Says that nothing was sent, and moves the focus back into the form unless the user is typing, because the undo
     * button disappears.
     */
    @Override
    public void onUndone() {
        awaited = false;
        dialogs.toasts().show("send.undone");
        boolean isTyping = problems.getScene() != null
                && problems.getScene().getFocusOwner() instanceof TextInputControl text
                && text.isEditable();
        if (!isTyping) {
            returnToField();
        }
    }
}
