package app.forecourt.ui.history;

import app.forecourt.history.CarHistory;
import app.forecourt.settings.Profile;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextDialogs;
import app.forecourt.ui.words.Messages;
import java.util.Optional;

/** Dialogs about the past of a car: its history and its submissions. */
public final class SubmissionDialogs {
    private final Dialogs dialogs;
    private final TextDialogs texts;
    private final Messages messages;

    /** Creates the dialogs of one window. */
    public SubmissionDialogs(Dialogs dialogs, TextDialogs texts, Messages messages) {
        this.dialogs = dialogs;
        this.texts = texts;
        this.messages = messages;
    }

    /**
     * Shows the steps of a car, or a notice if they can't be read.
     *
     * @param car name of the car
     */
    public void showHistory(Optional<CarHistory> history, String car, CarHistoryMessages historyMessages) {
        history.map(steps -> new CarHistoryPane(steps, historyMessages))
                .ifPresentOrElse(
                        pane -> texts.showTitled(messages.get("history.title.of", car), pane, pane.list()),
                        () -> dialogs.toasts().show("history.unreadable"));
    }

    /** Shows all submissions of a car, with the last one to a profile selected, or a notice if there are none. */
    public void showHistory(SubmissionHistoryMessages history, Profile profile) {
        if (history.submissions().isEmpty()) {
            dialogs.toasts().show("sendings.none");
        } else {
            var pane = new SubmissionHistoryPane(history, profile);
            texts.show("sendings.title", pane, pane.list());
        }
    }
}
