package app.forecourt.ui.history;

import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.history.CarHistory;
import app.forecourt.settings.Profile;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextDialogs;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.words.Messages;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Dialogs about the past of a car: its history, its submissions and the raw answer to one of them. */
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

    /** Shows an answer of a profile's server as it came, without secrets. */
    public void showAnswer(Answer answer, Profile profile) {
        String title = profile == Profile.PRACTICE ? "answer.title.practice" : "answer.title";
        TextArea body = TextDialogs.readOnlyText();
        body.setId("answerBody");
        AccessibleName.set(body, messages.get(title));
        body.setText(messages.answer(answer));
        body.getStyleClass().add("code");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox content = new VBox(
                new Label(
                        messages.get("answer.status", String.valueOf(answer.status()), answer.contentType())),
                body);
        content.getStyleClass().add("dialog-content");
        texts.show(title, content, body);
    }

    /**
     * Shows the steps of a car, or a notice if they can't be read.
     *
     * @param car name of the car
     */
    public void showHistory(Optional<CarHistory> history, String car, CarHistoryMessages historyMessages) {
        history.map(steps -> new CarHistoryPane(steps, historyMessages)).ifPresentOrElse(
                pane -> texts.showTitled(messages.get("history.title.of", car), pane, pane.list()),
                () -> dialogs.toasts().show("history.unreadable"));
    }

    /** Shows all submissions of a car, or a notice if there are none. */
    public void showHistory(SubmissionHistoryMessages history) {
        if (history.submissions().isEmpty()) {
            dialogs.toasts().show("sendings.none");
        } else {
            var pane = new SubmissionHistoryPane(history);
            texts.show("sendings.title", pane, pane.list());
        }
    }
}
