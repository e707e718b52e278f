package app.forecourt.ui.advert;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.BlockRepository;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journey.Await;
import app.forecourt.model.AdvertModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.settings.Preferences;
import app.forecourt.testing.TestHome;
import app.forecourt.ui.words.Messages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;

/** Description builder without a window. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
class DescriptionPaneTest {
    @RegisterExtension
    final TestHome home = new TestHome();

    private final List<String> edited = new ArrayList<>();
    private Messages messages;
    private AdvertModel advertising;
    private DescriptionPane pane;

    @BeforeEach
    void createPane() throws Exception {
        FxToolkit.registerPrimaryStage();
        Preferences preferences = home.preferences();
        messages = new Messages(Locale.UK, Clock.systemUTC());
        Vocabulary vocabulary = Vocabulary.bundled();
        CarFormModel form = new CarFormModel(new CarValidator(Clock.systemUTC(), vocabulary), messages::value);
        form.text(BRAND).set("opel");
        form.text(MODEL).set("corsa");
        form.text(MILEAGE).set("148.000");
        advertising = new AdvertModel(
                form,
                new BlockRepository(preferences),
                vocabulary,
                Locale.UK,
                new TaskRunner(Runnable::run, Runnable::run));
        open("");
    }

    private void open(String editedEarlier) {
        Await.onFxThread(() -> advertising.whenLoaded(
                () -> pane = new DescriptionPane(advertising, messages, editedEarlier, edited::add)));
    }

    @Test
    void editedTextIsReportedAndShownAgain() {
        open("Mine");
        Await.onFxThread(() -> {
            var text = (TextArea) pane.lookup("#builtText");
            assertEquals("Mine", text.getText());
            assertTrue(pane.isEditedByHand());
            text.appendText("!");
            ((Hyperlink) pane.lookup("#buildAnew")).fire();
            assertFalse(pane.isEditedByHand());
            assertEquals(List.of("Mine!", ""), edited, "the built text is not stored");
        });
    }

    @Test
    void movedBlockIsOneUndoableChange() {
        Await.onFxThread(() -> {
            var list = (ListView<?>) pane.lookup("#blocks");
            var text = (TextArea) pane.lookup("#builtText");
            String textBefore = text.getText();
            assertTrue(textBefore.startsWith("Opel Corsa\n"), textBefore);
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, true, false));
            assertTrue(text.getText().startsWith("• Mileage: 148,000 km"), text.getText());
            assertEquals(1, list.getSelectionModel().getSelectedIndex());
            assertEquals("Opening", ((TextField) pane.lookup("#blockName")).getText());
            text.undo();
            assertEquals(textBefore, text.getText());
        });
    }
}
