package app.forecourt.ui.form;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.VERSION;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.ui.PaneTest;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Suggested words below the fields of the form, by keyboard. */
class WordSuggestionSourceTest extends PaneTest {

    private void untilSuggested() {
        until("the words", () -> Window.getWindows().size() == 2);
    }

    @Test
    void modelOfEarlierCarIsSuggestedAndAccepted() {
        startModel();
        typeVan();
        show(1_000, 700, () -> createFormPane(form()));
        onFxThread(() -> {
            newCar();
            type(BRAND, "opel");
            focus("model");
            setFocusedText("tou");
        });
        untilSuggested();
        press(DOWN);
        press(ENTER);
        assertEquals("Combo Tour", text(MODEL));
        untilFocused("version");
        press(DOWN);
        untilSuggested();
        press(ENTER);
        assertEquals("1.5 CDTI", text(VERSION));
    }
}
