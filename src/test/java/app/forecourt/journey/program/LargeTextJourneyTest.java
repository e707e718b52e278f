package app.forecourt.journey.program;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.INSERT;
import static javafx.scene.input.KeyCode.SPACE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.Placeholder;
import app.forecourt.journey.WindowTest;
import java.nio.file.Files;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Large text in the language with the longest words, on a small laptop's screen. Everything that does not fit is
 * reached by keys.
 */
class LargeTextJourneyTest extends WindowTest {
    /** Size of the menu's shadow in pixels. */
    private static final int SHADOW = 10;

    @Override
    public void prepare() throws Exception {
        Files.writeString(home.resolve("preferences.json"), """
                {"profile": "practice", "theme": "light", "language": "de", "textSize": "130"}""");
    }

    @Tag("proof")
    @Test
    void placeholderMenuScrollsToItsEnd() throws Exception {
        resizeToSmallLaptop();
        focus("brand");
        type("brand", "opel");
        focus("brand");
        until("the cars", () -> !isVisible("reading"));
        openBuilder();
        assertEmpty(truncatedTexts(node("builtText").getScene()));
        saveScreenshot("large-builder", node("builtText").getScene());
        onFxThread(() -> node("blocks").requestFocus());
        press(INSERT);
        until("the new block", () -> isFocused("blockText"));
        press(CONTROL, SPACE);
        until("the menu", () -> find("#insert-title").isPresent());
        Scene menu = node("insert-title").getScene();
        assertEmpty(truncatedTexts(menu));
        saveScreenshot("large-menu", menu);
        Bounds menuBounds = menu.getRoot().localToScreen(menu.getRoot().getLayoutBounds());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        // The shadow may extend beyond the screen.
        assertTrue(
                screen.contains(
                        menuBounds.getMinX(),
                        menuBounds.getMinY() + SHADOW,
                        menuBounds.getWidth(),
                        menuBounds.getHeight() - 2 * SHADOW),
                menuBounds + " on " + screen);
        for (Placeholder placeholder : Placeholder.values()) {
            press(DOWN);
            until(placeholder + " in sight", () -> {
                Node marked = menu.getFocusOwner();
                if (marked == null || !("insert-" + placeholder.key()).equals(marked.getId())) {
                    return false;
                }
                Bounds line = marked.localToScene(marked.getLayoutBounds());
                return line.getMinY() >= 0 && line.getMaxY() <= menu.getHeight();
            });
        }
        saveScreenshot("large-menu-end", menu);
        press(ENTER);
        until(
                "the text",
                () -> text("blockText").equals(Placeholder.values()[Placeholder.values().length - 1].inBraces()));
        press(ESCAPE);
    }

    @Tag("proof")
    @Test
    void textFitsSmallestWindow() throws Exception {
        until("the cars", () -> !isVisible("reading"));
        Stage window = (Stage) scene().getWindow();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        onFxThread(() -> {
            window.setWidth(window.getMinWidth());
            window.setHeight(window.getMinHeight());
        });
        until(
                "the smallest window",
                () -> scene().getWidth() == window.getMinWidth() && scene().getHeight() == window.getMinHeight());
        assertEmpty(truncatedTexts(scene()));
        saveScreenshot("large-smallest");
        Node wheel = node("settings");
        until("the wheel", () -> wheel.localToScene(wheel.getLayoutBounds()).getMaxX() <= scene().getWidth());
        assertTrue(
                window.getMinWidth() <= screen.getWidth() && window.getMinHeight() <= screen.getHeight(),
                window.getMinWidth() + " x " + window.getMinHeight());
    }
}
