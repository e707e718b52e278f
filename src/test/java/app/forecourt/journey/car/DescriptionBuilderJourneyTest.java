package app.forecourt.journey.car;

import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static app.forecourt.testing.TextAssertions.assertLacks;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static javafx.scene.input.KeyCode.ALT;
import static javafx.scene.input.KeyCode.B;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.INSERT;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.UP;
import static javafx.scene.input.KeyCode.V;
import static javafx.scene.input.KeyCode.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import app.forecourt.testing.ProofTest;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;

/** The description builder with its blocks and placeholders, by keyboard only. */
class DescriptionBuilderJourneyTest extends WindowTest {

    @ProofTest
    void dutchDescriptionIsBuiltAcceptedAndUndone() throws Exception {
        untilReady();
        fillCar();
        writeInto("description", "Just in.");
        openBuilder();
        until("the list", () -> "blocks".equals(focusedId()));
        assertStartsWith("Opel Corsa\n148,000 km\n\n• Mileage: 148,000 km", text("builtText"));
        assertLacks("{", text("builtText"));

        press(SHIFT, TAB);
        press(RIGHT);
        assertFocused("language-nl");
        assertContains("• Kilometerstand: 148.000 km", text("builtText"));
        press(TAB);
        assertFocused("blocks");

        press(DOWN);
        press(SPACE);
        assertLacks("•", text("builtText"));
        press(ALT, UP);

        press(INSERT);
        until("the new block", () -> isFocused("blockText"));
        write("Garantie op deze {brand}");
        write(" {klr}");
        assertLabel("block-note", "{klr} does not exist: its line is left out");
        assertLacks("Garantie", text("builtText"));
        for (int letter = 0; letter < " {klr}".length(); letter++) {
            press(BACK_SPACE);
        }
        assertStartsWith("Garantie op deze Opel\n\nOpel Corsa", text("builtText"));
        Path saved = home.resolve("preferences.json");
        until(
                "the block to be kept",
                () -> Files.exists(saved) && Files.readString(saved).contains("Garantie op deze {brand}"));

        // Remove the text and restore it with undo.
        press(SHIFT, TAB);
        while (!"blocks".equals(focusedId())) {
            press(SHIFT, TAB);
        }
        press(DELETE);
        assertLacks("Garantie", text("builtText"));
        press(SHORTCUT, Z);
        assertStartsWith("Garantie", text("builtText"));

        while (!"builtText".equals(focusedId())) {
            press(TAB);
        }
        press(SHORTCUT, END);
        write(" Tot ziens.");
        assertVisible("buildAnew");
        press(SHORTCUT, ENTER);
        untilHidden("builtText");
        untilFocused("description");
        assertStartsWith("Garantie op deze Opel", text("description"));
        assertEndsWith(" Tot ziens.", text("description"));
        press(SHORTCUT, Z);
        assertText("description", "Just in.", "what was typed comes back");

        openBuilder();
        assertTrue(text("builtText").startsWith("Garantie op deze Opel\n\nOpel Corsa"), "language and blocks are kept");
        press(SHORTCUT, SHIFT, ENTER);
        untilHidden("builtText");
        assertStartsWith("Just in.\n\nGarantie op deze Opel", text("description"));

        openBuilder();
        String before = text("description");
        while (!"builtText".equals(focusedId())) {
            press(TAB);
        }
        write("By hand. ");
        press(ESCAPE);
        untilVisible("confirm");
        press(ENTER);
        untilHidden("confirm");
        assertTrue(text("builtText").startsWith("By hand. "), "Enter keeps it");
        press(ESCAPE);
        confirm();
        untilHidden("builtText");
        assertEquals(before, text("description"));
    }

    @ProofTest
    void menuInsertsPlaceholderIntoBlock() throws Exception {
        untilReady();
        openBuilder();
        press(INSERT);
        until("the new block", () -> isFocused("blockText"));
        press(CONTROL, SPACE);
        until("the menu", () -> find("#insert-title").isPresent());
        press(DOWN);
        press(ENTER);
        untilText("blockText", "{title}");
        press(ESCAPE);
    }

    /** The other car was selected in the list just before, and the disk is slow. */
    @Test
    void carLoadedMeanwhileDoesNotGetText() throws Exception {
        untilReady();
        fillCar();
        press(SHORTCUT, N);
        focus("brand");
        type("brand", "audi");
        writeInto("description", "An Audi.");
        openBuilder();
        ListView<?> stock = node("stock");
        onFxThread(() -> stock.getSelectionModel().selectLast());
        until("the other car", () -> text("brand").equalsIgnoreCase("opel"));
        String built = text("builtText");
        press(SHORTCUT, ENTER);
        until(
                "why not",
                () -> robot.lookup((Label label) -> label.getText().startsWith("Another car was opened meanwhile"))
                        .tryQuery()
                        .isPresent());
        press(ESCAPE);
        untilWindowAlone();
        assertHidden("builtText");
        assertText("description", "");
        focus("description");
        press(SHORTCUT, V);
        assertEquals(built, text("description"), "it is not lost");
    }

    @ProofTest
    void clickOnNameSelectsClickOnBoxToggles() throws Exception {
        untilReady();
        fillCar();
        press(SHORTCUT, B);
        until("the builder", () -> "blocks".equals(focusedId()));
        String before = text("builtText");
        robot.clickOn("#blockName-1");
        assertEquals(1, list().getSelectionModel().getSelectedIndex());
        assertText("blockName", "Facts");
        assertEquals(before, text("builtText"));
        robot.clickOn("#blockUsed-1");
        assertEquals(1, list().getSelectionModel().getSelectedIndex());
        assertLacks("•", text("builtText"));
        robot.clickOn("#blockUsed-1");
        press(ESCAPE);
        untilHidden("builtText");
    }

    @ProofTest
    void failedSaveOfBlocksIsReported() throws Exception {
        untilReady();
        fillCar();
        press(SHORTCUT, B);
        until("the builder", () -> "blocks".equals(focusedId()));
        Files.deleteIfExists(home.resolve("preferences.json"));
        Files.createDirectory(home.resolve("preferences.json"));
        press(SPACE);
        press(ESCAPE);
        untilHidden("builtText");
        until(
                "the trouble",
                () -> robot.lookup((Label label) -> label.getText().startsWith("The settings could not be saved."))
                        .tryQuery()
                        .isPresent());
        press(ESCAPE);
        Files.delete(home.resolve("preferences.json"));
    }

    private void fillCar() {
        focus("brand");
        type("brand", "opel");
        type("model", "corsa");
        writeInto("mileage", "148.000");
    }

    @SuppressWarnings("unchecked")
    private ListView<Object> list() {
        return node("blocks", ListView.class);
    }
}
