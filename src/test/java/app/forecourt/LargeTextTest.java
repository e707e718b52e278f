package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.Placeholder;
import java.nio.file.Files;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A text size for tired eyes, in the language with the longest words, on a small laptop's screen: what has no room is reached by keys. */
class LargeTextTest extends WindowTest {
    /** Pixels. */
    private static final int SHADOW = 10;

    @Override
    void prepare() throws Exception {
        Files.writeString(home.resolve("preferences.json"), """
                {"profile": "practice", "theme": "light", "language": "de", "textSize": "130"}""");
    }

    @Test
    void keySheetIsReadToItsEnd() throws Exception {
        smallLaptop();
        robot.push(KeyCode.F1);
        until("the keys", () -> isFocused("keySheet"));
        ScrollPane sheet = robot.lookup("#keySheet").query();
        Window window = sheet.getScene().getWindow();
        assertTrue(window.getHeight() <= 0.9 * 768 && window.getWidth() <= 0.9 * 1366,
                window.getWidth() + " x " + window.getHeight());
        assertEquals(List.of(), cutOff(sheet.getScene()));
        picture("large-keys", sheet.getScene());
        robot.push(KeyCode.END);
        until("the last keys", () -> robot.from(robot.lookup("#keySheet")).lookup(".key-does")
                .<Label>queryAll().stream().map(LargeTextTest::bottom).max(Double::compare)
                .orElseThrow() <= bottom(sheet));
        picture("large-keys-end", sheet.getScene());
    }

    @Test
    void menuOfWhatTheCarHasIsGoneThroughToItsEnd() throws Exception {
        smallLaptop();
        focus("brand");
        type("brand", "opel");
        focus("brand");
        robot.push(KeyCode.SHORTCUT, KeyCode.B);
        until("the builder", () -> visible("builtText"));
        assertEquals(List.of(), cutOff(robot.lookup("#builtText").query().getScene()));
        picture("large-builder", robot.lookup("#builtText").query().getScene());
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#blocks").query().requestFocus());
        robot.push(KeyCode.INSERT);
        until("the new block", () -> isFocused("blockText"));
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        until("the menu", () -> robot.lookup("#insert-title").tryQuery().isPresent());
        Scene menu = robot.lookup("#insert-title").query().getScene();
        assertEquals(List.of(), cutOff(menu));
        picture("large-menu", menu);
        Bounds there = menu.getRoot().localToScreen(menu.getRoot().getLayoutBounds());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        // Its shadow may reach out of the screen.
        assertTrue(screen.contains(there.getMinX(), there.getMinY() + SHADOW,
                there.getWidth(), there.getHeight() - 2 * SHADOW), there + " on " + screen);
        for (Placeholder placeholder : Placeholder.values()) {
            robot.push(KeyCode.DOWN);
            until(placeholder + " in sight", () -> {
                Node marked = menu.getFocusOwner();
                if (marked == null || !("insert-" + placeholder.key()).equals(marked.getId())) {
                    return false;
                }
                Bounds line = marked.localToScene(marked.getLayoutBounds());
                return line.getMinY() >= 0 && line.getMaxY() <= menu.getHeight();
            });
        }
        picture("large-menu-end", menu);
        robot.push(KeyCode.ENTER);
        until("the text", () -> text("blockText")
                .equals(Placeholder.values()[Placeholder.values().length - 1].written()));
        robot.push(KeyCode.ESCAPE);
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }
}
