package app.forecourt.journey.car;

import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.WindowTest;
import java.util.Locale;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;

/** Typing in the form: suggestions, interpreted values and problems. */
class TypingJourneyTest extends WindowTest {

    private boolean isSuggested(String word) {
        return robot.listWindows().stream()
                .filter(window -> window != scene().getWindow())
                .map(window -> window.getScene().getRoot().lookup(".suggestions"))
                .anyMatch(node ->
                        node instanceof ListView<?> list && list.getItems().contains(word));
    }

    @Test
    void onlyChosenSuggestionIsAccepted() throws Exception {
        writeInto("brand", "volkswagen");
        press(TAB);
        write("golf");
        until("suggestions", () -> isSuggested("Golf Plus"));
        press(TAB);
        untilFocused("version");
        assertText("model", "Golf");

        overtype("model", "gol");
        until("suggestions", () -> isSuggested("Golf Plus"));
        press(ENTER);
        assertText("model", "gol");
        untilFocused("version");

        focus("model");
        press(END);
        write("f");
        until("suggestions", () -> isSuggested("Golf Plus"));
        press(HOME);
        write(" ");
        until("suggestions", () -> isSuggested("Golf Plus"));
        press(DOWN);
        press(DOWN);
        press(ENTER);
        assertText("model", "Golf Plus");

        overtype("model", "golf");
        until("suggestions", () -> isSuggested("Golf Plus"));
        press(SHORTCUT, ENTER);
        untilVisible("problems");
        assertEquals("golf", text("model").toLowerCase(Locale.ROOT));
    }
}
