package app.forecourt.ui.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.forecourt.text.Language;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the question about photos that are not public. */
class PhotosQuestionTest extends PaneTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void noAnswerIsCutOff(Language language) {
        ask(language, Optional.empty(), "sendWhenPublic");
        ask(language, Optional.of("photo.set_up"), "photosHelp");
    }

    private void ask(Language language, Optional<String> help, String first) {
        messages = new Messages(language.locale(), clock);
        show(900, 600, VBox::new);
        var answer = new AtomicReference<PhotosQuestion.Answer>();
        Platform.runLater(() -> answer.set(PhotosQuestion.ask(dialogs(), messages, "Ten photos", help)));
        until("the question", () -> isVisible(first));
        layOut();
        List<Button> buttons = onFxThread(() -> frontScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .toList());
        assertNotEquals(0, buttons.size());
        for (Button button : buttons) {
            assertEquals(button.getText(), onFxThread(() -> ((Text) button.lookup(".text")).getText()));
        }
        press(KeyCode.ESCAPE);
        until("the answer", () -> answer.get() == PhotosQuestion.Answer.NOT_NOW);
    }
}
