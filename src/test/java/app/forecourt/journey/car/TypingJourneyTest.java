package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Typing in the form: suggestions, interpreted values and problems. */
class TypingJourneyTest extends WindowTest {

    private boolean isSuggested(String word) {
        return robot.listWindows().stream().filter(window -> window != scene().getWindow())
                .map(window -> window.getScene().getRoot().lookup(".suggestions"))
                .anyMatch(node -> node instanceof ListView<?> list && list.getItems().contains(word));
    }

    @Test
    void onlyChosenSuggestionIsAccepted() throws Exception {
        focus("brand");
        write("volkswagen");
        robot.push(KeyCode.TAB);
        write("golf");
        until("suggestions", () -> isSuggested("golf plus"));
        saveScreenshot("6-suggestions");
        robot.push(KeyCode.TAB);
        assertEquals("golf", text("model"));
        untilFocused("version");

        focus("model");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write("gol");
        until("suggestions", () -> isSuggested("golf plus"));
        robot.push(KeyCode.ENTER);
        assertEquals("gol", text("model"));

        write("f");
        until("suggestions", () -> isSuggested("golf plus"));
        robot.push(KeyCode.HOME);
        write(" ");
        until("suggestions", () -> isSuggested("golf plus"));
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        assertEquals("golf plus", text("model"));

        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write("golf");
        until("suggestions", () -> isSuggested("golf plus"));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the summary", () -> isVisible("problems"));
        assertEquals("golf", text("model"));
    }

    @Test
    void downInEmptyFieldShowsSuggestions() throws Exception {
        focus("bodyType");
        robot.push(KeyCode.DOWN);
        until("the words", () -> isSuggested("Estate"));
        robot.push(KeyCode.ESCAPE);
        assertEquals("", text("bodyType"));
    }

    @Test
    void problemsAreAtFieldsAndInSummary() throws Exception {
        focus("engineKw");
        type("engineKw", "many");
        assertTrue(label("engineKw-note").startsWith("Not a whole number"), label("engineKw-note"));
        focus("dateOfFirstRegistration");
        type("dateOfFirstRegistration", "31-02-2024");
        assertTrue(label("dateOfFirstRegistration-note").startsWith("Forecourt can't read this date"));
        assertEquals("", label("brand-note"), "an empty field is asked for only on sending");
        assertFalse(isVisible("problems"));
        focus("mileage");
        type("mileage", "120.000");
        assertEquals("120,000", label("mileage-note"));

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the summary", () -> isVisible("problems"));
        assertTrue(label("brand-note").equals("Missing"));
        assertTrue(focusedId().startsWith("problem-"), focusedId());
        saveScreenshot("7-problems");
        while (!focusedId().equals("problem-brand")) {
            robot.push(KeyCode.TAB);
        }
        robot.push(KeyCode.SPACE);
        untilFocused("brand");
        write("opel");
        assertEquals("", label("brand-note"));

        robot.push(KeyCode.F8);
        untilFocused("model");
        robot.push(KeyCode.F8);
        untilFocused("engineKw");
        robot.push(KeyCode.SHIFT, KeyCode.F8);
        untilFocused("model");
        robot.push(KeyCode.SHIFT, KeyCode.F8);
        String last = focusedId();
        assertFalse(last.equals("model"), "round and round");
        robot.push(KeyCode.F8);
        untilFocused("model");
        robot.push(KeyCode.F8);
        untilFocused("engineKw");
        assertEquals("many", text("engineKw"));
        assertEquals("31-02-2024", text("dateOfFirstRegistration"));
        assertEquals(0, practiceServer().requestCount("/api/cars"));

        Node entry = robot.lookup("#problem-model").query();
        WaitForAsyncUtils.waitForAsyncFx(5000, entry::requestFocus);
        robot.push(KeyCode.ESCAPE);
        assertFalse(isVisible("problems"));
        untilFocused("model");
    }

    /** JavaFX throws an exception at each layout of such a wrapped text. */
    @Test
    void rightToLeftTextIsShown() throws Exception {
        for (String word : List.of("\u05E9\u05DC\u05D5\u05DD ", "\u0645\u0631\u062D\u0628\u0627 ",
                "abc \u202Edef ")) {
            WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#description")
                    .<TextInputControl>query().setText("A nice car. " + word.repeat(60)));
            WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#version").<TextInputControl>query()
                    .setText(word.repeat(60)));
            WaitForAsyncUtils.waitForAsyncFx(5000, () -> scene().snapshot(null));
            focus("description");
            write("x");
            for (KeyCode key : List.of(KeyCode.BACK_SPACE, KeyCode.HOME, KeyCode.DELETE, KeyCode.RIGHT,
                    KeyCode.BACK_SPACE, KeyCode.DOWN, KeyCode.END, KeyCode.LEFT, KeyCode.DELETE)) {
                robot.push(key);
            }
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
            until("the summary", () -> isVisible("problems"));
            WaitForAsyncUtils.waitForAsyncFx(5000, () -> scene().snapshot(null));
        }
        focus("description");
        WaitForAsyncUtils.waitForAsyncFx(5000,
                () -> robot.lookup("#description").<TextArea>query().setText("A nice car"));
        until("wrapping again", () -> robot.lookup("#description").<TextArea>query().isWrapText());
    }
}
