package app.forecourt.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.journey.Await;
import app.forecourt.ui.PaneFixture;
import app.forecourt.ui.words.Messages;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Suggested words below the fields of the form, by keyboard. */
class WordSuggestionsTest extends PaneFixture {

    private FormPane form() {
        var messages = new Messages(Locale.UK, clock);
        var form = new FormPane(appModel.form(), messages, new WordSuggestions(Vocabulary.bundled(),
                appModel.cars().history()::modelHistory, messages.locale()));
        form.deferredParts().forEach(Runnable::run);
        return form;
    }

    private static void untilSuggested() {
        Await.untilTrue("the words", () -> Window.getWindows().size() == 2);
    }

    private void pressAll(KeyCode... keys) {
        Await.onFxThread(() -> {
            for (KeyCode key : keys) {
                press(key);
            }
        });
    }

    @Test
    void modelOfEarlierCarIsSuggestedAndAccepted() throws Exception {
        startModel();
        type(CarField.LICENSE_PLATE, "XF-100-F");
        type(CarField.BRAND, "opel");
        type(CarField.MODEL, "Combo Tour");
        type(CarField.VERSION, "1.5 CDTI");
        show(this::form);
        Await.onFxThread(() -> {
            appModel.cars().newCar();
            type(CarField.BRAND, "opel");
            focus("model");
            retype("tou");
        });
        untilSuggested();
        pressAll(KeyCode.DOWN, KeyCode.ENTER);
        assertEquals("Combo Tour", text(CarField.MODEL));
        pressAll(KeyCode.TAB);
        untilFocused("version");
        pressAll(KeyCode.DOWN);
        untilSuggested();
        pressAll(KeyCode.ENTER);
        assertEquals("1.5 CDTI", text(CarField.VERSION));
    }
}
