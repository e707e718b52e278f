package app.forecourt.ui.send;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.car.check.ValidationResult;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.AppModel;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.stock.DuplicateMatch;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.words.Messages;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.TextInputControl;

/**
 * Controller of the send actions. It shows the problems first, asks for confirmation and moves the focus to the
 * outcome.
 */
public final class SendController implements SendWorkflow.Window {
    private final AppModel model;
    private final Messages words;
    private final Dialogs dialogs;
    private final ProblemSummary problems;
    private final OutcomeBanner outcome;
    private final Runnable toField;
    /**
     * Whether the user sent the car in the form and still looks at it. The outcome of an automatic retry takes no
     * focus.
     */
    private boolean awaited;

    /**
     * Creates the controller and registers it with the send workflow.
     *
     * @param toField action that moves the focus to the field that had it last
     */
    public SendController(AppModel model, Messages words, Dialogs dialogs, ProblemSummary problems,
            OutcomeBanner outcome,
            Runnable toField) {
        this.toField = toField;
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.problems = problems;
        this.outcome = outcome;
        model.sending().setListener(this);
        ListenerScope listening = words.listenerScope();
        listening.to(model.profile(), _ -> awaited = false);
        listening.to(model.cars().current().car(), _ -> awaited = false);
        listening.to(model.cars().current().status(), this::onStatusChanged);
    }

    private void onStatusChanged(ListingStatus oldStatus, ListingStatus newStatus) {
        if (newStatus == ListingStatus.SENDING) {
            problems.close();
        } else if (oldStatus == ListingStatus.SENDING && awaited
                && model.cars().current().last().get()
                        .filter(submission -> submission.profile() == model.profile().get())
                        .flatMap(Submission::outcome).isPresent()) {
            awaited = false;
            outcome.focus();
            // Opens the summary only for a draft with errors, because the user saw the warnings before sending.
            if (newStatus == ListingStatus.DRAFT && SeverityStyle.blocks(model.form().shown())) {
                problems.open();
            }
        }
    }

    /** Sends the car in the form. Shows its problems or asks for confirmation first if needed. */
    public void send() {
        run(model.sending()::send);
    }

    /**
     * Sends a car with an unknown outcome a second time. Shows its problems or asks for confirmation first if needed.
     */
    public void sendAgain() {
        run(model.sending()::sendAgain);
    }

    private void run(Supplier<SendWorkflow.Step> action) {
        switch (action.get()) {
            case LOOK -> problems.open();
            case ASK -> {
                if (dialogs.confirmProduction(model.form().draft().get(), amount(),
                        model.form().dealership()) && model.sending().confirmProduction()) {
                    run(action);
                }
            }
            case NOT_SET_UP -> {
                problems.open();
                outcome.focus();
            }
            case SENDING -> awaited = true;
            case NOT_AGAIN -> {
            }
        }
    }

    private Optional<BigDecimal> amount() {
        return model.form().checked() instanceof ValidationResult.Ready(var car, var warnings)
                ? car.value(CarField.SALES_PRICE).map(BigDecimal.class::cast)
                : Optional.empty();
    }

    @Override
    public void look() {
        if (model.form().shown().stream().map(Problem::rule).anyMatch(ProblemCode.SENT_UNCHANGED::equals)) {
            // The correction's banner asks the question, because the summary would repeat it.
            problems.close();
            outcome.ask();
        } else {
            problems.open();
        }
    }

    @Override
    public void held(Submission submission, DuplicateMatch earlier) {
        dialogs.say("held.title", "held.text", earlier.name(), words.upperCaseName(submission.profile()),
                words.moment(earlier.begun()));
    }

    @Override
    public boolean sendNotNoted(JournalException.Reason reason) {
        return dialogs.confirmNotNoted(reason);
    }

    /** Moves the focus back into the form unless the user is typing, because the undo button disappears. */
    @Override
    public void undone() {
        awaited = false;
        boolean isTyping = problems.getScene() != null
                && problems.getScene().getFocusOwner() instanceof TextInputControl text && text.isEditable();
        if (!isTyping) {
            toField.run();
        }
    }
}
