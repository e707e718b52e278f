package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The dealer's own vocabulary, from its file to the form. */
class CustomVocabularyJourneyTest extends WindowTest {

    @Override
    public void prepare() throws IOException {
        Files.writeString(home.resolve("vocabulary.properties"), """
                bodyColor = matt black, steam
                bodyColor.matt_black = Stealth
                colour.red = Ferrari red
                """);
    }

    private boolean dialogShows(String part) {
        return robot.lookup(".dialog-content").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains(part));
    }

    @Test
    void ownWordsWorkAndBadLineIsReported() throws Exception {
        until("the line that can't be used", () -> dialogShows("colour.red"));
        assertTrue(dialogShows(home.resolve("vocabulary.properties").toString()));
        robot.push(KeyCode.ESCAPE);
        until("the dialog to go", () -> !dialogShows("colour.red") && scene().getWindow().isFocused());

        WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#bodyColor").query().requestFocus());
        untilFocused("bodyColor");
        write("steal");
        // After the last letter it is the only suggestion. Suggestions for fewer letters are gone by then.
        until("the word", () -> robot.listWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(".suggestions"))
                .anyMatch(node -> node instanceof ListView<?> list
                        && list.getItems().equals(List.of("Stealth"))));
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        assertEquals("Stealth", text("bodyColor"));
        assertEquals("", label("bodyColor-note"), "her own name for it needs no explanation");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write("zwart");
        assertEquals("Black", label("bodyColor-note"));
    }
}
