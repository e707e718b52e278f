package app.forecourt.ui;

import static java.util.stream.Collectors.joining;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.T;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.V;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.Await;
import app.forecourt.ui.fx.NodeTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The verbs of tests with open windows: what a user does there and sees there. Pane tests fire the events of a key
 * themselves, journeys have a robot. The methods may be called on each thread; those that wait for a condition only off
 * the FX thread.
 */
public interface WindowVerbs {

    /** Presses the last of some keys together with the others, on the node with the focus. */
    void press(KeyCode... keys);

    /** Types letters into the node with the focus. */
    void write(String letters);

    /** Moves the focus to a node without a key, as a click would. */
    void focus(String id);

    /** Moves the focus to a field to type into, or checks that the user's way has led there. */
    void reach(String id);

    /** Waits for a condition, checked on the FX thread. */
    void until(String what, Callable<Boolean> condition);

    default void onFxThread(Runnable steps) {
        Await.onFxThread(steps);
    }

    default <T> T onFxThread(Callable<T> steps) {
        return Await.onFxThread(steps);
    }

    /** Types into a field and moves to the next field. */
    default void type(String id, String text) {
        reach(id);
        write(text);
        press(TAB);
    }

    /** Replaces the text of a field and moves to the next field. */
    default void retype(String id, String text) {
        reach(id);
        press(SHORTCUT, A);
        write(text);
        press(TAB);
    }

    /** Moves the focus to a field and types into it. */
    default void writeInto(String id, String text) {
        focus(id);
        write(text);
    }

    /** Moves the focus to a field and types over its text. */
    default void overtype(String id, String text) {
        focus(id);
        press(SHORTCUT, A);
        write(text);
    }

    /** Presses a button by its key. */
    default void push(String id) {
        focus(id);
        press(SPACE);
    }

    default void copyToClipboard(String text) {
        onFxThread(() -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        });
    }

    /** Copies files as a file manager does. */
    default void copyToClipboard(List<Path> files) {
        onFxThread(() -> {
            var content = new ClipboardContent();
            content.putFiles(files.stream().map(Path::toFile).toList());
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    /** Pastes a text into the node with the focus. */
    default void paste(String text) {
        copyToClipboard(text);
        press(SHORTCUT, V);
    }

    /** Returns the scene of the window that was opened last: the main window or a dialog. */
    default Scene frontScene() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .toList()
                .getLast()
                .getScene();
    }

    /** Returns the first node that a selector finds in the windows and popups, the one that was opened last first. */
    default Optional<Node> find(String selector) {
        return onFxThread(() -> Window.getWindows().reversed().stream()
                .map(Window::getScene)
                .filter(Objects::nonNull)
                .<Node>mapMulti((scene, found) -> {
                    if (scene.getRoot().lookup(selector) instanceof Node node) {
                        found.accept(node);
                    }
                })
                .findFirst());
    }

    /** Returns a node; waits for it except on the FX thread, because a row of a list has its nodes after its layout. */
    @SuppressWarnings("unchecked")
    default <T extends Node> T node(String id) {
        if (!Platform.isFxApplicationThread()) {
            until(id, () -> find("#" + id).isPresent());
        }
        return (T) find("#" + id).orElseThrow(() -> new AssertionError("no " + id));
    }

    default <T extends Node> T node(String id, Class<T> type) {
        return type.cast(node(id));
    }

    /** Returns whether a node exists and is visible with all its parents. */
    default boolean isVisible(String id) {
        return onFxThread(() -> find("#" + id)
                .filter(node -> NodeTree.selfAndAncestors(node).allMatch(Node::isVisible))
                .isPresent());
    }

    default void assertVisible(String id) {
        assertTrue(isVisible(id), id);
    }

    default void assertVisible(String id, String reason) {
        assertTrue(isVisible(id), reason);
    }

    /** Asserts that a node does not exist, or that it or one of its parents is hidden. */
    default void assertHidden(String id) {
        assertFalse(isVisible(id), id);
    }

    default void assertHidden(String id, String reason) {
        assertFalse(isVisible(id), reason);
    }

    default void untilVisible(String id) {
        until(id, () -> isVisible(id));
    }

    default void untilHidden(String id) {
        until("no " + id, () -> !isVisible(id));
    }

    /** Returns the text of a label; empty if it is not in the scene, as the note of a field without a text. */
    default String label(String id) {
        return onFxThread(() -> find("#" + id).orElse(null) instanceof Labeled label ? label.getText() : "");
    }

    default String text(String id) {
        return onFxThread(() -> node(id, TextInputControl.class).getText());
    }

    default void assertLabel(String id, String text) {
        assertEquals(text, label(id), id);
    }

    default void assertLabel(String id, String text, String reason) {
        assertEquals(text, label(id), reason);
    }

    default void assertText(String id, String text) {
        assertEquals(text, text(id), id);
    }

    default void assertText(String id, String text, String reason) {
        assertEquals(text, text(id), reason);
    }

    default void untilLabel(String id, String text) {
        until(text, () -> label(id).equals(text));
    }

    default void untilText(String id, String text) {
        until(text, () -> text(id).equals(text));
    }

    /** Returns the id of the node with the focus; empty without one. */
    default String focusedId() {
        return onFxThread(() -> {
            Node owner = frontScene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    default void assertFocused(String id) {
        assertEquals(id, focusedId());
    }

    default void assertFocused(String id, String reason) {
        assertEquals(id, focusedId(), reason);
    }

    default boolean isFocused(String id) {
        return isVisible(id) && node(id).isFocused();
    }

    /** Waits for the focus, which may move in a later frame or task. */
    default void untilFocused(String id) {
        try {
            Await.untilTrue("the focus on " + id, () -> id.equals(focusedId()));
        } catch (AssertionError failed) {
            throw new AssertionError("the focus is on " + focusedId() + " and not on " + id, failed);
        }
    }

    /** Unfolds all parts of a dialog. */
    default void unfold(Scene dialog) {
        onFxThread(() -> dialog.getRoot()
                .lookupAll(".disclosure-head")
                .forEach(head -> ((ToggleButton) head).setSelected(true)));
    }

    /** Returns the texts of all labels of the window in front. */
    default String shownText() {
        return onFxThread(() -> frontScene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .collect(joining("\n")));
    }

    /** Returns whether suggestions or a menu are open. */
    default boolean isPopupShowing() {
        return onFxThread(() -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance));
    }

    default void untilPopup() {
        until("suggestions or a menu", this::isPopupShowing);
    }

    /** Returns whether a sheet or a dialog covers the window. */
    default boolean isCovered() {
        return onFxThread(() ->
                Window.getWindows().stream().filter(Stage.class::isInstance).count() > 1
                        || frontScene().getRoot().lookup(".sheet-pane") != null);
    }

    /** Waits until no sheet and no dialog covers the window. */
    default void untilWindowAlone() {
        until("the window alone", () -> !isCovered());
    }

    /** Returns the titles of the cars in the stock list. The list has further rows, which it shows to nobody. */
    default List<Label> stockTitles() {
        return onFxThread(() -> frontScene().getRoot().lookupAll("#stock .stock-title").stream()
                .map(Label.class::cast)
                .filter(title -> NodeTree.selfAndAncestors(title).allMatch(Node::isVisible))
                .toList());
    }
}
