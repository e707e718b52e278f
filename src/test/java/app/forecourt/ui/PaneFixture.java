package app.forecourt.ui;

import app.forecourt.journey.Await;
import app.forecourt.model.AppModelFixture;
import app.forecourt.ui.fx.Theme;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;

/**
 * Base of tests of panes on a model, in a window of their own instead of the whole program. Keys go to the focus owner
 * of the front window. Call its methods on the FX thread, unless they say otherwise.
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class PaneFixture extends AppModelFixture {
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    private @Nullable Stage stage;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /** Shows panes and waits until their window has the focus. Not on the FX thread. */
    public final void show(Supplier<? extends Parent> panes) {
        showScene(() -> new Scene(panes.get()));
    }

    /** Shows a scene and waits until its window has the focus. Not on the FX thread. */
    public final void showScene(Supplier<Scene> newScene) {
        Await.onFxThread(() -> {
            // The program's style sheet uses colours of the theme.
            try (Theme theme = new Theme(preferences)) {
                theme.apply();
                stage = new Stage();
                Scene scene = newScene.get();
                Theme.addStyleSheet(scene);
                stage.setScene(scene);
                stage.setWidth(1_000);
                stage.setHeight(700);
                stage.show();
                stage.requestFocus();
            }
        });
        Await.untilTrue("the focus of the window", stage()::isFocused);
    }

    @AfterEach
    final void hideWindows() {
        Await.onFxThread(() -> List.copyOf(Window.getWindows()).reversed().forEach(Window::hide));
    }

    /** Returns the window of the panes. Any thread. */
    public final Stage stage() {
        return Objects.requireNonNull(stage);
    }

    /** Creates skins and cells, as the next frame does. Without its skin a control handles no key. */
    public static void layout() {
        Parent root = frontScene().getRoot();
        root.applyCss();
        root.layout();
    }

    /** Returns the scene of the window that was opened last: the panes or a dialog. */
    public static Scene frontScene() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).toList().getLast().getScene();
    }

    /** Returns the node of an id in the front window. */
    public final <T extends Node> T node(String id, Class<T> type) {
        Node node = frontScene().lookup("#" + id);
        return type.cast(Objects.requireNonNull(node, id));
    }

    public final String label(String id) {
        return node(id, Label.class).getText();
    }

    /** Returns whether a node exists and is visible with all its parents. */
    public final boolean isVisible(String id) {
        Node node = frontScene().lookup("#" + id);
        while (node != null && node.isVisible() && node.getParent() != null) {
            node = node.getParent();
        }
        return node != null && node.isVisible();
    }

    public final String focusedId() {
        Node owner = frontScene().getFocusOwner();
        return owner == null ? "" : String.valueOf(owner.getId());
    }

    public final void focus(String id) {
        node(id, Node.class).requestFocus();
    }

    /** Presses and releases a key. */
    public final void press(KeyCode code) {
        press(code, false);
    }

    /** Presses and releases a key together with Ctrl, or with Command on a Mac. */
    public final void pressShortcut(KeyCode code) {
        press(code, true);
    }

    private static void press(KeyCode code, boolean isShortcut) {
        layout();
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Scene front = frontScene();
            Node target = front.getFocusOwner();
            Event.fireEvent(target == null ? front : target,
                    new KeyEvent(type, "", "", code, false, isShortcut && !MAC, false, isShortcut && MAC));
        }
    }

    /** Presses a key that may open a dialog, which would block the FX thread until it is closed. Any thread. */
    public final void pressLater(KeyCode code) {
        Platform.runLater(() -> press(code));
    }

    /** Moves the focus to a button and presses Space, which may open a dialog. Any thread. */
    public final void pushLater(String id) {
        Platform.runLater(() -> {
            focus(id);
            press(KeyCode.SPACE);
        });
    }

    /** Waits for the focus, which may move in a later task. Not on the FX thread. */
    public final void untilFocused(String id) {
        Await.untilTrue("the focus on " + id, () -> id.equals(focusedId()));
    }

    /** Replaces the text of the focused field. */
    public final void retype(String text) {
        TextInputControl field = (TextInputControl) Objects.requireNonNull(frontScene().getFocusOwner());
        field.selectAll();
        field.replaceSelection(text);
    }
}
