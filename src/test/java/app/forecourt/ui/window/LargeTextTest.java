package app.forecourt.ui.window;

import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.B;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F1;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.testing.ProofTest;
import app.forecourt.text.Language;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.keys.KeySheet;
import app.forecourt.ui.settings.SettingFields;
import app.forecourt.ui.settings.SettingsDialog;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Dialogs with large text in the language with the longest words, over a window on a small laptop's screen. Everything
 * that does not fit is reached by keys.
 */
class LargeTextTest extends MainWindowContentFixture {

    LargeTextTest() {
        messages = new Messages(Locale.GERMANY, clock);
    }

    /** Waits for a dialog with a visible node, and for its first layout. */
    private Scene untilOpen(String id) {
        // The hint about cars that are being read may be cut.
        await("all cars", () -> stock().complete().get());
        await(id, () -> frontScene().lookup("#" + id) instanceof Node node && node.isVisible());
        Scene dialog = onFxThread(this::frontScene);
        Await.untilIdle();
        assertEmpty(WindowTest.truncatedTexts(dialog));
        return dialog;
    }

    private void closeDialog() {
        press(ESCAPE);
        await("the window alone", () -> !isCovered());
    }

    private void assertFitsSmallLaptop() {
        onFxThread(() -> assertTrue(
                scene.getRoot()
                        .getLayoutBounds()
                        .contains(inScene(scene.getRoot().lookup(".sheet-pane"))),
                "the sheet is in the window"));
    }

    @Test
    void keySheetScrollsToItsEnd() {
        setTextSize(130);
        press(F1);
        ScrollPane sheet = (ScrollPane) untilOpen("keySheet").lookup("#keySheet");
        await("the focus", sheet::isFocused);
        assertFitsSmallLaptop();
        press(END);
        await(
                "the last keys",
                () -> sheet.lookupAll(".key-does").stream().allMatch(label -> bottom(label) <= bottom(sheet)));
        closeDialog();
    }

    @ProofTest
    void keyCapsOverlapNoText() {
        for (Language language : Language.values()) {
            for (int percent : List.of(100, 130)) {
                KeySheet sheet = show(1_060, 420, () -> new KeySheet(new Messages(language.locale(), clock)));
                setTextSize(percent);
                assertEmpty(brokenOrOverlapping(sheet), language + " " + percent);
                step(() -> stage().setWidth(1_226));
                assertEmpty(brokenOrOverlapping(sheet), language + " " + percent);
            }
        }
    }

    /** Returns the texts of the key sheet with a broken word or on another text. */
    private List<String> brokenOrOverlapping(ScrollPane sheet) {
        return onFxThread(() -> {
            List<Label> labels = labels(sheet, ".label").toList();
            return labels.stream()
                    .filter(label -> Stream.of(label.getText().split(" "))
                                    .anyMatch(word -> width(word, label.getFont()) > label.getWidth() + 1)
                            || labels.stream().anyMatch(other -> other != label && isOver(label, other)))
                    .map(Label::getText)
                    .distinct()
                    .toList();
        });
    }

    private static boolean isOver(Label label, Label other) {
        Bounds bounds = inScene(label);
        // Each may take a pixel of the other, because their positions are rounded.
        return inScene(other)
                .intersects(bounds.getMinX() + 1, bounds.getMinY() + 1, bounds.getWidth() - 2, bounds.getHeight() - 2);
    }

    @Test
    void builderScrollsAboveItsButtons() {
        step(() -> type(DESCRIPTION, "Schönes Fahrzeug"));
        setTextSize(150);
        press(SHORTCUT, B);
        Scene builder = untilOpen("builderAdd");
        onFxThread(() -> {
            double buttons =
                    inScene(builder.lookup(".sheet-pane > .button-bar")).getMinY();
            assertEquals(
                    List.of(),
                    builder.lookup(".builder").lookupAll(".label").stream()
                            .filter(label -> shownBottom(label) > buttons)
                            .map(label -> ((Label) label).getText())
                            .toList());
        });
        closeDialog();
    }

    /** Returns where a node ends on the screen, below which a pane that scrolls may cut it off. */
    private static double shownBottom(Node node) {
        return NodeTree.selfAndAncestors(node)
                .filter(part -> part == node || part instanceof ScrollPane)
                .mapToDouble(LargeTextTest::bottom)
                .min()
                .orElseThrow();
    }

    @ProofTest
    void settingsFitTheirWindow() throws Exception {
        for (int percent : List.of(130, 150)) {
            setTextSize(percent);
            Platform.runLater(() -> new SettingsDialog(
                            new SettingFields(preferences, background(), dialogs()),
                            vault,
                            clients,
                            createWebSpaceCheck(),
                            createSharedStock(Optional::empty),
                            new SettingsDialog.Home(home.path(), home.resolve("key"), () -> {}, () -> {}, () -> {}))
                    .show(""));
            Scene settings = untilOpen("settingsSections");
            step(() -> unfold(settings));
            ListView<?> names = (ListView<?>) settings.lookup("#settingsSections");
            for (int section = 0; section < names.getItems().size(); section++) {
                int at = section;
                step(() -> names.getSelectionModel().select(at));
                assertEmpty(WindowTest.truncatedTexts(settings));
            }
            ScrollPane page = (ScrollPane) settings.lookup(".settings .form");
            await(
                    "the page within its pane",
                    () -> page.getContent().getLayoutBounds().getWidth()
                            <= page.getViewportBounds().getWidth());
            assertFitsSmallLaptop();
            step(() -> stage().setWidth(760));
            await(
                    "a way to what has no room",
                    () -> page.lookupAll(".scroll-bar").stream()
                            .map(ScrollBar.class::cast)
                            .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()));
            closeDialog();
            step(() -> stage().setWidth(1_366));
        }
    }

    @ProofTest
    void iconsGrowWithText() {
        for (int percent : List.of(130, 100)) {
            setTextSize(percent);
            assertEquals(
                    Math.round(0.16 * percent),
                    ((FontIcon) node("menu", MenuButton.class).getGraphic()).getIconSize());
        }
    }

    private static Stream<Label> labels(Node within, String selector) {
        return within.lookupAll(selector).stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast);
    }

    private static double width(String word, Font font) {
        Text text = new Text(word);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }
}
