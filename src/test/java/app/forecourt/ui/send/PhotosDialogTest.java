package app.forecourt.ui.send;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static javafx.scene.input.KeyCode.ESCAPE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.forecourt.settings.Profile;
import app.forecourt.text.Language;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the dialog about photos that are not public. */
class PhotosDialogTest extends PaneTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void noAnswerIsCutOff(Language language) {
        ask(language, PRACTICE, "sendWhenPublic");
        // Without a web space.
        ask(language, STAGING, "photosHelp");
    }

    private void ask(Language language, Profile profile, String first) {
        messages = new Messages(language.locale(), clock);
        show(900, 600, VBox::new);
        onFxThread(() -> selectProfile(profile));
        var answer = new AtomicReference<PhotosDialog.Answer>();
        Platform.runLater(() -> answer.set(PhotosDialog.ask(appModel, dialogs(), messages)));
        untilVisible(first);
        layOut();
        List<Button> buttons = onFxThread(() -> frontScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .toList());
        assertNotEquals(0, buttons.size());
        for (Button button : buttons) {
            assertEquals(button.getText(), onFxThread(() -> ((Text) button.lookup(".text")).getText()));
        }
        press(ESCAPE);
        until("the answer", () -> answer.get() == PhotosDialog.Answer.NOT_NOW);
    }
}
