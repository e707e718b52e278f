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

/** What the keys for sending do: show what there is to look at first, ask, and take the focus to what came of it. */
public final class SendController implements SendWorkflow.Window {
    private final AppModel desk;
    private final Messages words;
    private final Dialogs dialogs;
    private final ProblemSummary problems;
    private final OutcomeBanner outcome;
    private final Runnable toField;
    /** Whether she has sent the car in the form and not gone elsewhere; a try that nobody asked for takes no focus. */
    private boolean awaited;

    /** @param toField puts the focus into the field that had it last */
    public SendController(AppModel desk, Messages words, Dialogs dialogs, ProblemSummary problems,
            OutcomeBanner outcome,
            Runnable toField) {
        this.toField = toField;
        this.desk = desk;
        this.words = words;
        this.dialogs = dialogs;
        this.problems = problems;
        this.outcome = outcome;
        desk.sending().setListener(this);
        ListenerScope listening = words.listenerScope();
        listening.to(desk.profile(), any -> awaited = false);
        listening.to(desk.cars().current().car(), any -> awaited = false);
        listening.to(desk.cars().current().status(), this::stands);
    }

    private void stands(ListingStatus before, ListingStatus now) {
        if (now == ListingStatus.SENDING) {
            problems.close();
        } else if (before == ListingStatus.SENDING && awaited
                && desk.cars().current().last().get()
                        .filter(attempt -> attempt.profile() == desk.profile().get())
                        .flatMap(Submission::outcome).isPresent()) {
            awaited = false;
            outcome.focus();
            // What she had been told of before it went is no news.
            if (now == ListingStatus.DRAFT && SeverityStyle.blocks(desk.form().shown())) {
                problems.open();
            }
        }
    }

    public void send() {
        press(desk.sending()::send);
    }

    public void sendAgain() {
        press(desk.sending()::sendAgain);
    }

    private void press(Supplier<SendWorkflow.Step> way) {
        switch (way.get()) {
            case LOOK -> problems.open();
            case ASK -> {
                if (dialogs.confirmProduction(desk.form().draft().get(), amount(),
                        desk.form().dealership()) && desk.sending().confirmProduction()) {
                    press(way);
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
        return desk.form().checked() instanceof ValidationResult.Ready(var car, var warnings)
                ? car.value(CarField.SALES_PRICE).map(BigDecimal.class::cast)
                : Optional.empty();
    }

    @Override
    public void look() {
        if (desk.form().shown().stream().map(Problem::rule).anyMatch(ProblemCode.SENT_UNCHANGED::equals)) {
            // The banner of the correction asks it, because a second one would say the same.
            problems.close();
            outcome.ask();
        } else {
            problems.open();
        }
    }

    @Override
    public void held(Submission attempt, DuplicateMatch earlier) {
        dialogs.say("held.title", "held.text", earlier.name(), words.upperCaseName(attempt.profile()),
                words.moment(earlier.begun()));
    }

    @Override
    public boolean sendNotNoted(JournalException.Reason reason) {
        return dialogs.confirmNotNoted(reason);
    }

    /** Puts the focus back into the car, unless the user types somewhere, because the button that had it is gone. */
    @Override
    public void undone() {
        awaited = false;
        boolean types = problems.getScene() != null
                && problems.getScene().getFocusOwner() instanceof TextInputControl text && text.isEditable();
        if (!types) {
            toField.run();
        }
    }
}
