package app.forecourt.journey.car;

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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The description builder with its blocks and placeholders, by keyboard only. */
class DescriptionBuilderJourneyTest extends WindowTest {

    @Tag("proof")
    @Test
    void dutchDescriptionIsBuiltAcceptedAndUndone() throws Exception {
        untilReady();
        fillCar();
        focus("description");
        write("Just in.");
        openBuilder();
        until("the list", () -> "blocks".equals(ownerId()));
        assertTrue(text("builtText").startsWith("Opel Corsa\n148,000 km\n\n• Mileage: 148,000 km"), text("builtText"));
        assertFalse(text("builtText").contains("{"), text("builtText"));

        press(SHIFT, TAB);
        press(RIGHT);
        assertEquals("language-nl", textInFront());
        assertTrue(text("builtText").contains("• Kilometerstand: 148.000 km"), text("builtText"));
        press(TAB);
        assertEquals("blocks", textInFront());

        press(DOWN);
        press(SPACE);
        assertFalse(text("builtText").contains("•"), text("builtText"));
        press(ALT, UP);

        press(INSERT);
        until("the new block", () -> isFocused("blockText"));
        write("Garantie op deze {brand}");
        write(" {klr}");
        assertEquals("{klr} does not exist: its line is left out", label("block-note"));
        assertFalse(text("builtText").contains("Garantie"), text("builtText"));
        for (int letter = 0; letter < " {klr}".length(); letter++) {
            press(BACK_SPACE);
        }
        assertTrue(text("builtText").startsWith("Garantie op deze Opel\n\nOpel Corsa"), text("builtText"));
        Path saved = home.resolve("preferences.json");
        until(
                "the block to be kept",
                () -> Files.exists(saved) && Files.readString(saved).contains("Garantie op deze {brand}"));

        // Remove the text and restore it with undo.
        press(SHIFT, TAB);
        while (!"blocks".equals(textInFront())) {
            press(SHIFT, TAB);
        }
        press(DELETE);
        assertFalse(text("builtText").contains("Garantie"), text("builtText"));
        press(SHORTCUT, Z);
        assertTrue(text("builtText").startsWith("Garantie"), text("builtText"));

        while (!"builtText".equals(textInFront())) {
            press(TAB);
        }
        press(SHORTCUT, END);
        write(" Tot ziens.");
        assertTrue(isVisible("buildAnew"));
        press(SHORTCUT, ENTER);
        until("the builder to go", () -> !isVisible("builtText"));
        untilFocused("description");
        assertTrue(text("description").startsWith("Garantie op deze Opel"), text("description"));
        assertTrue(text("description").endsWith(" Tot ziens."), text("description"));
        press(SHORTCUT, Z);
        assertEquals("Just in.", text("description"), "what was typed comes back");

        openBuilder();
        assertTrue(text("builtText").startsWith("Garantie op deze Opel\n\nOpel Corsa"), "language and blocks are kept");
        press(SHORTCUT, SHIFT, ENTER);
        until("the builder to go", () -> !isVisible("builtText"));
        assertTrue(text("description").startsWith("Just in.\n\nGarantie op deze Opel"), text("description"));

        openBuilder();
        String before = text("description");
        while (!"builtText".equals(textInFront())) {
            press(TAB);
        }
        write("By hand. ");
        press(ESCAPE);
        until("the question", () -> isVisible("confirm"));
        press(ENTER);
        until("the question to go", () -> !isVisible("confirm"));
        assertTrue(text("builtText").startsWith("By hand. "), "Enter keeps it");
        press(ESCAPE);
        confirm();
        until("the builder to go", () -> !isVisible("builtText"));
        assertEquals(before, text("description"));
    }

    @Tag("proof")
    @Test
    void menuInsertsPlaceholderIntoBlock() throws Exception {
        untilReady();
        openBuilder();
        press(INSERT);
        until("the new block", () -> isFocused("blockText"));
        press(CONTROL, SPACE);
        until("the menu", () -> find("#insert-title").isPresent());
        press(DOWN);
        press(ENTER);
        until("the text", () -> text("blockText").equals("{title}"));
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
        focus("description");
        write("An Audi.");
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
        until("the window alone", () -> !isCovered());
        assertFalse(isVisible("builtText"));
        assertEquals("", text("description"));
        focus("description");
        press(SHORTCUT, V);
        assertEquals(built, text("description"), "it is not lost");
    }

    @Tag("proof")
    @Test
    void clickOnNameSelectsClickOnBoxToggles() throws Exception {
        untilReady();
        fillCar();
        press(SHORTCUT, B);
        until("the builder", () -> "blocks".equals(ownerId()));
        String before = text("builtText");
        robot.clickOn("#blockName-1");
        assertEquals(1, list().getSelectionModel().getSelectedIndex());
        assertEquals("Facts", text("blockName"));
        assertEquals(before, text("builtText"));
        robot.clickOn("#blockUsed-1");
        assertEquals(1, list().getSelectionModel().getSelectedIndex());
        assertFalse(text("builtText").contains("•"), text("builtText"));
        robot.clickOn("#blockUsed-1");
        press(ESCAPE);
        until("the builder to go", () -> !isVisible("builtText"));
    }

    @Tag("proof")
    @Test
    void failedSaveOfBlocksIsReported() throws Exception {
        untilReady();
        fillCar();
        press(SHORTCUT, B);
        until("the builder", () -> "blocks".equals(ownerId()));
        Files.deleteIfExists(home.resolve("preferences.json"));
        Files.createDirectory(home.resolve("preferences.json"));
        press(SPACE);
        press(ESCAPE);
        until("the builder to go", () -> !isVisible("builtText"));
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
        focus("mileage");
        write("148.000");
    }

    @SuppressWarnings("unchecked")
    private ListView<Object> list() {
        return node("blocks", ListView.class);
    }

    private String textInFront() {
        return onFxThread(this::ownerId);
    }

    /** Returns the id of the focused node. For the FX thread only. */
    private String ownerId() {
        Node owner = frontScene().getFocusOwner();
        return owner == null ? "" : String.valueOf(owner.getId());
    }
}
