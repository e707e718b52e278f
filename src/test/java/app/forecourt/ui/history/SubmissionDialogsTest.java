package app.forecourt.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.settings.Profile;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextDialogs;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dialogs of the answer and of the submissions of a car. */
class SubmissionDialogsTest extends PaneTest {
    @BeforeEach
    void show() throws Exception {
        show(1_000, 700, VBox::new);
    }

    private SubmissionDialogs submissionDialogs() {
        return new SubmissionDialogs(dialogs(), new TextDialogs(dialogs(), messages), messages);
    }

    @Test
    void unsentCarHasNoSubmissions() {
        Platform.runLater(() -> submissionDialogs().showHistory(
                new SubmissionHistoryMessages(messages, appModel.displayNames(), List.of())));
        untilToast("This car was not sent yet.");
        assertFalse(isCovered());
    }

    @Test
    void answerIsShownWithItsBody() {
        Platform.runLater(
                () -> submissionDialogs().showAnswer(new Answer(201, "application/json", "{\"id\": 7}"),
                        Profile.STAGING));
        untilFocused("answerBody");
        assertEquals("{\"id\": 7}", text("answerBody").strip());
        until("room", () -> node("answerBody", TextArea.class).getLayoutBounds().getHeight() > 200);
        press(KeyCode.ESCAPE);
        untilWindowAlone();
    }
}
