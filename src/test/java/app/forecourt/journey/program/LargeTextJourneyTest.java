package app.forecourt.journey.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.Placeholder;
import app.forecourt.journey.WindowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

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

    @Test
    void keySheetScrollsToItsEnd() throws Exception {
        resizeToSmallLaptop();
        ScrollPane sheet = openKeyOverview();
        assertEquals(List.of(), truncatedTexts(sheet.getScene()));
        saveScreenshot("large-keys", sheet.getScene());
        robot.push(KeyCode.END);
        until("the last keys", () -> robot.from(robot.lookup("#keySheet")).lookup(".key-does")
                .<Label>queryAll().stream().map(LargeTextJourneyTest::bottom).max(Double::compare)
                .orElseThrow() <= bottom(sheet));
        saveScreenshot("large-keys-end", sheet.getScene());
    }

    @Test
    void placeholderMenuScrollsToItsEnd() throws Exception {
        resizeToSmallLaptop();
        focus("brand");
        type("brand", "opel");
        focus("brand");
        robot.push(KeyCode.SHORTCUT, KeyCode.B);
        until("the builder", () -> isVisible("builtText"));
        assertEquals(List.of(), truncatedTexts(robot.lookup("#builtText").query().getScene()));
        saveScreenshot("large-builder", robot.lookup("#builtText").query().getScene());
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#blocks").query().requestFocus());
        robot.push(KeyCode.INSERT);
        until("the new block", () -> isFocused("blockText"));
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        until("the menu", () -> robot.lookup("#insert-title").tryQuery().isPresent());
        Scene menu = robot.lookup("#insert-title").query().getScene();
        assertEquals(List.of(), truncatedTexts(menu));
        saveScreenshot("large-menu", menu);
        Bounds menuBounds = menu.getRoot().localToScreen(menu.getRoot().getLayoutBounds());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        // The shadow may extend beyond the screen.
        assertTrue(screen.contains(menuBounds.getMinX(), menuBounds.getMinY() + SHADOW,
                menuBounds.getWidth(), menuBounds.getHeight() - 2 * SHADOW), menuBounds + " on " + screen);
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
        saveScreenshot("large-menu-end", menu);
        robot.push(KeyCode.ENTER);
        until("the text", () -> text("blockText")
                .equals(Placeholder.values()[Placeholder.values().length - 1].inBraces()));
        robot.push(KeyCode.ESCAPE);
    }

    @ParameterizedTest
    @ValueSource(ints = {130, 150})
    void settingsFitTheirWindow(int percent) throws Exception {
        restartWithTextSize(percent);
        resizeToSmallLaptop();
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        until("the settings", () -> isVisible("settingsSections"));
        Scene settings = robot.lookup("#settingsSections").query().getScene();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> settings.getRoot().lookupAll(".disclosure-head")
                .forEach(head -> ((ToggleButton) head).setSelected(true)));
        ListView<?> names = robot.lookup("#settingsSections").query();
        for (int section = 0; section < names.getItems().size(); section++) {
            int at = section;
            WaitForAsyncUtils.waitForAsyncFx(5000, () -> names.getSelectionModel().select(at));
            assertEquals(List.of(), truncatedTexts(settings));
            saveScreenshot("large-settings-" + percent + "-" + section, settings);
        }
        ScrollPane page = robot.lookup(".settings .form").query();
        until("the page within its pane", () -> page.getContent().getLayoutBounds().getWidth() <= page
                .getViewportBounds().getWidth());
        Window window = settings.getWindow();
        assertTrue(window.getWidth() <= 0.9 * 1366 && window.getHeight() <= 0.9 * 768,
                window.getWidth() + " x " + window.getHeight());
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> window.setWidth(760));
        until("a way to what has no room", () -> page.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()));
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void textFitsSmallestWindow() throws Exception {
        until("the cars", () -> !isVisible("reading"));
        Stage window = (Stage) scene().getWindow();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            window.setWidth(window.getMinWidth());
            window.setHeight(window.getMinHeight());
        });
        until("the smallest window", () -> scene().getWidth() == window.getMinWidth()
                && scene().getHeight() == window.getMinHeight());
        assertEquals(List.of(), truncatedTexts(scene()));
        saveScreenshot("large-smallest");
        Node wheel = robot.lookup("#settings").query();
        until("the wheel", () -> wheel.localToScene(wheel.getLayoutBounds()).getMaxX() <= scene().getWidth());
        assertTrue(window.getMinWidth() <= screen.getWidth() && window.getMinHeight() <= screen.getHeight(),
                window.getMinWidth() + " x " + window.getMinHeight());
    }

    @ParameterizedTest
    @ValueSource(ints = {130, 150})
    void builderButtonsShowTheirWholeText(int percent) throws Exception {
        restartWithTextSize(percent);
        resizeToSmallLaptop();
        WaitForAsyncUtils.waitForAsyncFx(5000,
                () -> robot.lookup("#description").queryTextInputControl().setText("Schönes Fahrzeug"));
        robot.push(KeyCode.SHORTCUT, KeyCode.B);
        until("the builder", () -> isVisible("builderAdd"));
        Scene builder = robot.lookup("#builderAdd").query().getScene();
        assertEquals(List.of(), truncatedTexts(builder));
        saveScreenshot("large-builder-" + percent, builder);
        robot.push(KeyCode.ESCAPE);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 130, 150})
    void keySheetBreaksNoWord(int percent) throws Exception {
        restartWithTextSize(percent);
        resizeToSmallLaptop();
        robot.push(KeyCode.F1);
        until("the keys", () -> isFocused("keySheet"));
        ScrollPane sheet = robot.lookup("#keySheet").query();
        assertEquals(List.of(), truncatedTexts(sheet.getScene()));
        saveScreenshot("large-keys-" + percent, sheet.getScene());
        assertEquals(List.of(), robot.from(sheet).lookup(".label").<Label>queryAll().stream()
                .filter(label -> Stream.of(label.getText().split(" ")).anyMatch(word -> width(word,
                        label.getFont()) > label.getWidth() + 1))
                .map(Label::getText).distinct().toList());
        robot.push(KeyCode.ESCAPE);
    }

    private static double width(String word, Font font) {
        Text text = new Text(word);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    /** Restarts the program with another text size. */
    private void restartWithTextSize(int percent) throws Exception {
        shutDown();
        Path preferences = home.resolve("preferences.json");
        Files.writeString(preferences, Files.readString(preferences).replaceFirst(
                "(\"textSize\"\\s*:\\s*\")\\d+", "$1" + percent));
        launch();
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }
}
