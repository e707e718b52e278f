package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import app.forecourt.stock.Template;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** Templates, the key overview and the menu, by keyboard only. */
class TemplateKeysJourneyTest extends WindowTest {
    private void typeCar() throws Exception {
        untilReady();
        type("licensePlate", "XF-100-F");
        focus("brand");
        type("brand", "opel");
        type("model", "Combo Tour");
        type("version", "1.5 CDTI");
    }

    private List<String> names() {
        return robot.lookup("#templates").<ListView<Template>>query().getItems().stream().map(Template::name)
                .toList();
    }

    @Test
    void templateIsFoundRenamedDeletedAndRestored() throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        assertFalse(isVisible("templateName"), "of nothing there is no template");
        typeCar();
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        until("the name", () -> isFocused("templateName"));
        assertEquals("Opel Combo Tour 1.5 CDTI", text("templateName"), "as it is called, to be typed over");
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> !isVisible("templateName"));
        saveAsTemplate(() -> write("Taxi"));
        saveAsTemplate(() -> write("Bakery"));

        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        until("the templates", () -> isFocused("templateSearch"));
        assertEquals(List.of("Bakery", "Taxi"), names());
        write("tax");
        assertEquals(List.of("Taxi"), names());
        robot.push(KeyCode.F2);
        until("the name", () -> isFocused("templateName"));
        write("bakery");
        assertEquals("Another template has this name.", label("templateNote"));
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write("Taxi and co");
        robot.push(KeyCode.ENTER);
        until("the templates", () -> !isVisible("templateName"));
        assertEquals(List.of("Taxi and co"), names());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DELETE);
        assertEquals(List.of(), names());
        assertEquals("“Taxi and co” is deleted", label("templateSaid"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(List.of("Taxi and co"), names());
        robot.push(KeyCode.ENTER);
        until("the car", () -> text("licensePlate").isEmpty());
        untilFocused("licensePlate");
        assertEquals("Combo Tour", text("model"));
        assertEquals("1.5 CDTI", text("version"));

        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        until("the templates", () -> isFocused("templateSearch"));
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> !isVisible("templateSearch"));
    }

    @Test
    void keyOverviewFitsAndClosesWithEscape() throws Exception {
        untilReady();
        ScrollPane sheet = openKeyOverview();
        assertTrue(sheet.getContent().getLayoutBounds().getHeight() <= sheet.getViewportBounds().getHeight(),
                sheet.getContent().getLayoutBounds() + " in " + sheet.getViewportBounds());
        assertEquals(List.of(), robot.lookup(".key-does").<Label>queryAll().stream()
                .filter(label -> shown(label).endsWith("…")).map(Label::getText).toList());
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> !isVisible("keySheet"));
        untilFocused("licensePlate");
    }

    private static String shown(Label label) {
        Node text = label.lookup(".text");
        return text instanceof Text drawn ? drawn.getText() : "";
    }

    @Test
    void menuWorksByKeys() throws Exception {
        typeCar();
        focus("model");
        robot.push(KeyCode.END);
        robot.push(KeyCode.F10);
        until("the menu", WindowTest::isPopupShowing);
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> !isPopupShowing());
        write("s");
        assertEquals("Combo Tours", text("model"), "the caret is where it was");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.push(KeyCode.ENTER);
        untilFocused("stock");
        robot.push(KeyCode.ENTER);
        assertEquals("model", focusedId(), "into the car, where she was last");

        robot.push(KeyCode.F10);
        until("the menu", () -> robot.lookup("#menu-new").tryQuery().isPresent());
        assertEquals("Ctrl T",
                robot.lookup("#menu-fromtemplate .accelerator-text").<Label>queryAs(Label.class).getText());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        until("a new car", () -> text("licensePlate").isEmpty());
        untilFocused("licensePlate");
        robot.push(KeyCode.F10);
        until("the menu", () -> robot.lookup("#menu-new").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        until("the templates: a menu made anew takes no key away", () -> isFocused("templateSearch"));
    }
}
