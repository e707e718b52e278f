package app.forecourt.journey.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Settings section for price calculation. */
class PricingSettingsJourneyTest extends WindowTest {
    private Path file;

    @Override
    public void prepare() throws Exception {
        file = home.resolve("preferences.json");
        Files.writeString(file, "{\"country\": \"atlantis\", \"tradeDiscount\": \"half\"}");
    }

    @Test
    void choicesAreSavedExceptInvalidDiscount() throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        until("the settings", () -> isVisible("tradeDiscount"));
        assertEquals("10", text("tradeDiscount"), "nonsense in the file is not shown");
        assertEquals("", chosen("country"));
        assertEquals("vat", chosen("taxAmountMeans"));

        retypeDiscount("ten");
        until("the note", () -> isVisible("tradeDiscount-note"));
        Window settings = robot.lookup("#tradeDiscount").query().getScene().getWindow();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> settings.setHeight(500));
        goTo("clientId");
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        until("the top", () -> !inView("tradeDiscount"));
        press("settingsSave");
        assertTrue(isVisible("settingsSave"), "the settings stay open");
        until("the focus", () -> robot.lookup("#tradeDiscount").query().isFocused());
        assertTrue(inView("tradeDiscount"), "nobody has to look for what is wrong");

        retypeDiscount(" ");
        until("no note", () -> !isVisible("tradeDiscount-note"));
        goTo("country");
        robot.push(KeyCode.DOWN);
        assertEquals("nl", chosen("country"));
        robot.push(KeyCode.DOWN);
        goTo("taxAmountMeans");
        robot.push(KeyCode.DOWN);
        press("settingsSave");
        until("the settings to go", () -> !isVisible("tradeDiscount"));
        until("the file", () -> Files.readString(file).contains("taxAmountMeans"));
        String saved = Files.readString(file);
        assertTrue(saved.contains("\"country\" : \"be\""), saved);
        assertTrue(saved.contains("\"taxAmountMeans\" : \"bpm\""), saved);
        assertTrue(saved.contains("\"tradeDiscount\" : \"0\""), saved);
    }

    private boolean inView(String id) {
        Node node = robot.lookup("#" + id).query();
        Node page = node.getParent();
        while (!page.getStyleClass().contains("viewport")) {
            page = page.getParent();
        }
        return page.localToScene(page.getLayoutBounds()).contains(node.localToScene(node.getLayoutBounds()));
    }

    private Object chosen(String id) {
        return robot.lookup("#" + id).queryAs(ComboBox.class).getValue();
    }

    private void goTo(String id) {
        Node node = robot.lookup("#" + id).query();
        WaitForAsyncUtils.waitForAsyncFx(5000, node::requestFocus);
    }

    private void press(String id) {
        goTo(id);
        robot.push(KeyCode.SPACE);
        Await.untilIdle();
    }

    private void retypeDiscount(String text) {
        goTo("tradeDiscount");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        Node discount = robot.lookup("#tradeDiscount").query();
        robot.targetWindow(discount).write(text, 0);
    }
}
