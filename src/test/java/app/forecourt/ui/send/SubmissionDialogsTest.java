package app.forecourt.ui.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.journey.Await;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextDialogs;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Window;
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
                new SendHistoryMessages(messages, appModel.displayNames(), List.of())));
        until("the message",
                () -> frontScene().getRoot().lookup(".dialog-content") instanceof Label text
                        && text.getText().equals("This car was not sent yet."));
        press(KeyCode.ESCAPE);
        until("the window alone", () -> Window.getWindows().size() == 1);
    }

    /** The window may extend beyond the edge of the screen. */
    @Test
    void answerStaysOnScreen() {
        onFxThread(() -> {
            stage().setX(1_500);
            stage().setY(900);
        });
        Platform.runLater(
                () -> submissionDialogs().showAnswer(new Answer(201, "application/json", "{\"id\": 7}")));
        Await.until("the answer", () -> isVisible("answerBody"));
        Await.until("it to be laid out",
                () -> node("answerBody", TextArea.class).getLayoutBounds().getHeight() > 200);
        onFxThread(() -> {
            assertEquals("{\"id\": 7}", node("answerBody", TextArea.class).getText().strip());
            Window paper = frontScene().getWindow();
            assertTrue(Screen.getPrimary().getVisualBounds().contains(paper.getX(), paper.getY(),
                    paper.getWidth(), paper.getHeight()), paper.getX() + " " + paper.getY());
            press(KeyCode.ESCAPE);
        });
        until("the answer to go", () -> Window.getWindows().size() == 1);
    }
}
