package app.forecourt.journey.car;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.F10;
import static javafx.scene.input.KeyCode.F2;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.T;
import static javafx.scene.input.KeyCode.Z;
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
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Templates, the key overview and the menu, by keyboard only. */
@Tag("proof")
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
        return this.<ListView<Template>>node("templates").getItems().stream()
                .map(Template::name)
                .toList();
    }

    @Test
    void templateIsFoundRenamedDeletedAndRestored() throws Exception {
        press(SHORTCUT, SHIFT, T);
        assertFalse(isVisible("templateName"), "of nothing there is no template");
        typeCar();
        press(SHORTCUT, SHIFT, T);
        until("the name", () -> isFocused("templateName"));
        assertEquals("Opel Combo Tour 1.5 CDTI", text("templateName"), "as it is called, to be typed over");
        press(ESCAPE);
        until("the window alone", () -> !isVisible("templateName"));
        saveAsTemplate(() -> write("Taxi"));
        saveAsTemplate(() -> write("Bakery"));

        press(SHORTCUT, T);
        until("the templates", () -> isFocused("templateSearch"));
        assertEquals(List.of("Bakery", "Taxi"), names());
        write("tax");
        assertEquals(List.of("Taxi"), names());
        press(F2);
        until("the name", () -> isFocused("templateName"));
        write("bakery");
        assertEquals("Another template has this name.", label("templateNote"));
        press(SHORTCUT, A);
        write("Taxi and co");
        press(ENTER);
        until("the templates", () -> !isVisible("templateName"));
        assertEquals(List.of("Taxi and co"), names());
        press(DOWN);
        press(DELETE);
        assertEmpty(names());
        assertEquals("“Taxi and co” is deleted", label("templateSaid"));
        press(SHORTCUT, Z);
        assertEquals(List.of("Taxi and co"), names());
        press(ENTER);
        until("the car", () -> text("licensePlate").isEmpty());
        untilFocused("licensePlate");
        assertEquals("Combo Tour", text("model"));
        assertEquals("1.5 CDTI", text("version"));

        press(SHORTCUT, T);
        until("the templates", () -> isFocused("templateSearch"));
        press(DOWN);
        press(ESCAPE);
        until("the window alone", () -> !isVisible("templateSearch"));
    }

    @Test
    void keyOverviewFitsAndClosesWithEscape() throws Exception {
        untilReady();
        ScrollPane sheet = openKeyOverview();
        assertTrue(
                sheet.getContent().getLayoutBounds().getHeight()
                        <= sheet.getViewportBounds().getHeight(),
                sheet.getContent().getLayoutBounds() + " in " + sheet.getViewportBounds());
        assertEmpty(robot.lookup(".key-does").<Label>queryAll().stream()
                .filter(label -> shown(label).endsWith("…"))
                .map(Label::getText)
                .toList());
        press(ESCAPE);
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
        press(END);
        press(F10);
        until("the menu", this::isPopupShowing);
        press(ESCAPE);
        until("the window alone", () -> !isPopupShowing());
        write("s");
        assertEquals("Combo Tours", text("model"), "the caret is where it was");
        press(SHORTCUT, F);
        press(ENTER);
        untilFocused("stock");
        press(ENTER);
        assertEquals("model", focusedId(), "into the car, where she was last");

        press(F10);
        until("the menu", () -> find("#menu-new").isPresent());
        assertEquals(
                "Ctrl T",
                robot.lookup("#menu-fromtemplate .accelerator-text")
                        .<Label>queryAs(Label.class)
                        .getText());
        press(DOWN);
        press(ENTER);
        until("a new car", () -> text("licensePlate").isEmpty());
        untilFocused("licensePlate");
        press(F10);
        until("the menu", () -> find("#menu-new").isPresent());
        press(ESCAPE);
        press(SHORTCUT, T);
        until("the templates: a menu made anew takes no key away", () -> isFocused("templateSearch"));
    }
}
