package app.forecourt.ui.send;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.check.CarValidator;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.AppModel;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.model.store.CarRecord;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Submission;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.SearchField;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.ProblemMessages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.TextInputControl;

/**
 * Controller of the send actions. It shows the problems first, asks for confirmation and moves the focus to the
 * outcome.
 */
public final class SendController implements SendWorkflow.Listener {
    /** Number of files that the question about photos names. */
    private static final int MOST_NAMES = 3;

    private final AppModel model;
    private final Messages messages;
    private final Dialogs dialogs;
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
            Dialogs dialogs,
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

    private void onStatusChanged(ListingStatus oldStatus, ListingStatus newStatus) {
        if (newStatus == ListingStatus.SENDING) {
            problems.setRequested(false);
        } else if (oldStatus == ListingStatus.SENDING
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
            if (newStatus == ListingStatus.DRAFT
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
                if (askAboutProduction() && model.sendWorkflow().confirmProduction()) {
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
        return model.cars().current().status().get() == ListingStatus.UNKNOWN;
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

    /**
     * Asks before the first submission to production in a run of the program. Names the car, its price and dealership,
     * and what the advert lacks.
     */
    private boolean askAboutProduction() {
        CarDraft draft = model.form().draft().get();
        String price = amount().map(messages::value)
                        .orElseGet(() -> draft.text(CarField.SALES_PRICE).strip()) + " "
                + draft.text(CarField.CURRENCY).strip();
        String dealershipAndId = Stream.concat(
                        model.form().dealership().stream(),
                        Stream.of(draft.text(CarField.DEALERSHIP_ID).strip()))
                .collect(Collectors.joining(" · "));
        List<String> lacks = model.sendWorkflow().missingContent().stream()
                .map(new ProblemMessages(messages)::text)
                .toList();
        return ProductionQuestion.ask(
                dialogs,
                messages,
                messages.get("send.ask.text", model.cars().names().name(draft::text), price.strip(), dealershipAndId),
                lacks);
    }

    /** Asks what to do with the photos that are not public, and does it. */
    private void askAboutPhotos(Supplier<SendWorkflow.Step> action) {
        List<String> lines = model.sendWorkflow().photosWithoutAddress();
        List<String> names = lines.stream()
                .map(line -> model.photos().name(line).orElseGet(() -> messages.get("photo.elsewhere")))
                .toList();
        boolean isSetUp = isPractice() || model.photos().webSpace().get();
        boolean canWait = isSetUp && lines.stream().allMatch(model.photos().addresses()::isUnderWay);
        Runnable help = isSetUp ? () -> toField.accept(CarField.IMAGES) : setUpWebSpace;
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        // In Practice no photo goes to the web.
        String text = messages.getFor(
                model.profile().get(),
                canWait ? "send.photos.text" : "send.photos.failed",
                canWait ? "send.photos.text.practice" : "send.photos.failed.practice",
                lines.size(),
                names.size() <= MOST_NAMES ? first : messages.get("options.names", first, names.size() - MOST_NAMES));
        switch (PhotosQuestion.ask(
                dialogs,
                messages,
                text,
                canWait ? Optional.empty() : Optional.of(isSetUp ? "send.photos.show" : "photo.set_up"))) {
            case WHEN_PUBLIC -> model.sendWorkflow().sendWhenPublic();
            case WITHOUT -> {
                model.sendWorkflow().leaveOutPhotos();
                run(action);
            }
            case HELP -> help.run();
            case NOT_NOW -> returnToField();
        }
    }

    private void returnToField() {
        toField.accept(model.cars().current().focusedField());
    }

    private boolean isPractice() {
        return model.profile().get() == Profile.PRACTICE;
    }

    /** Asks whether a car that was sold, withdrawn or archived is for sale again, and removes its mark then. */
    private boolean askAboutMark() {
        CarRecord car = model.cars().current().car().get();
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

    /** Returns the sales price if the car is valid. */
    private Optional<BigDecimal> amount() {
        return model.form().problems().result() instanceof CarValidator.Result.Valid(var car, var warnings)
                ? car.value(CarField.SALES_PRICE).map(BigDecimal.class::cast)
                : Optional.empty();
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
    public void onPhotosPublic() {
        send();
    }

    @Override
    public void onPhotosFailed() {
        dialogs.toasts().show(isPractice() ? "send.photos.stopped.practice" : "send.photos.stopped");
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

    /** Moves the focus back into the form unless the user is typing, because the undo button disappears. */
    @Override
    public void onUndone() {
        awaited = false;
        boolean isTyping = problems.getScene() != null
                && problems.getScene().getFocusOwner() instanceof TextInputControl text
                && text.isEditable();
        if (!isTyping) {
            returnToField();
        }
    }
}
