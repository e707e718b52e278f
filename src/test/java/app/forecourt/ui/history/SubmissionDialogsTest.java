package app.forecourt.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarDraft;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.dialog.TextDialogs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dialogs of the submissions of a car. */
class SubmissionDialogsTest extends PaneTest {
    @BeforeEach
    void show() throws Exception {
        show(1_000, 700, VBox::new);
    }

    private SubmissionDialogs submissionDialogs() {
        return new SubmissionDialogs(dialogs(), new TextDialogs(dialogs(), messages), messages);
    }

    private Submission accepted(Profile profile, String body) {
        return Submission.of(
                        UUID.randomUUID(), profile, "https://autochat.example", CarDraft.EMPTY, "{}", clock.instant())
                .asSending(clock.instant())
                .withOutcome(
                        clock.instant(),
                        new SendOutcome.Accepted(
                                new Answer(201, "application/json", body), Optional.of(body.replaceAll("\\D", ""))));
    }

    @Test
    void unsentCarHasNoSubmissions() {
        Platform.runLater(() -> submissionDialogs()
                .showHistory(
                        new SubmissionHistoryMessages(messages, appModel.displayNames(), List.of()), Profile.STAGING));
        untilToast("This car was not sent yet.");
        assertFalse(isCovered());
    }

    @Test
    void answerIsFoldedBelowItsWords() {
        Submission staging = accepted(Profile.STAGING, "{\"id\": 7}");
        Platform.runLater(() -> submissionDialogs()
                .showHistory(
                        new SubmissionHistoryMessages(
                                messages,
                                appModel.displayNames(),
                                List.of(staging, accepted(Profile.PRODUCTION, "{\"id\": 8}"))),
                        Profile.STAGING));
        untilFocused("sendingList");
        assertTrue(text("sendingText").contains("Its number there is 7"), text("sendingText"));
        assertFalse(text("sendingText").contains("{"), text("sendingText"));
        assertFalse(isVisible("answerBody"));
        push("sendingAnswer");
        until("the answer", () -> isVisible("answerBody"));
        assertEquals("Status 201, application/json\n{\"id\": 7}", text("answerBody"));
        until("room", () -> node("answerBody", TextArea.class).getLayoutBounds().getHeight() > 100);
        press(KeyCode.ESCAPE);
        untilWindowAlone();
    }
}
