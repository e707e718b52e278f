package app.forecourt.ui;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journey.Await;
import app.forecourt.model.AppModel;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The base class of tests of one pane on its model, in a window of its own. The test sends key events to the node with
 * the focus. No robot takes part, and the program is not started.
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class PaneTest extends AppModelFixture {
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(60);
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    public final Messages messages = new Messages(Locale.UK, clock);
    private final List<AppModel> models = new ArrayList<>();
    private @Nullable Stage stage;
    private @Nullable Theme theme;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    final void openWindow() {
        onFxThread(() -> {
            // Headless JavaFX hangs if an earlier test has left a window without a scene.
            hideWindows();
            theme = new Theme(preferences);
            theme.apply();
            stage = new Stage();
        });
    }

    @AfterEach
    final void closeWindows() {
        onFxThread(() -> {
            hideWindows();
            Objects.requireNonNull(theme).close();
            models.forEach(AppModel::close);
        });
    }

    private static void hideWindows() {
        List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
    }

    /** Returns the window of the pane. */
    public final Stage stage() {
        return Objects.requireNonNull(stage);
    }

    /** Returns the dialogs of the pane's window. */
    public final Dialogs dialogs() {
        return new Dialogs(this::stage, messages, () -> false);
    }

    /** Creates a model of a form that runs tasks at once and delivers their results with the next FX task. */
    public final AppModel createModel(CarFormModel form) {
        return createModel(form, Runnable::run);
    }

    /** Creates a model of a form with an executor of its tasks. It is closed after the test. */
    public final AppModel createModel(CarFormModel form, Executor executor) {
        AppModel model = new AppModel(preferences, clients, journal, form,
                new TaskRunner(executor, Platform::runLater), clock);
        models.add(model);
        return model;
    }

    /** Creates a pane on the FX thread, shows it and lays it out. */
    public final <P extends Parent> P show(double width, double height, Supplier<P> pane) {
        P shown = onFxThread(() -> {
            P created = pane.get();
            Scene scene = new Scene(created, width, height);
            Theme.addStyleSheet(scene);
            stage().setScene(scene);
            stage().show();
            stage().requestFocus();
            return created;
        });
        until("the focus of the window", stage()::isFocused);
        layOut();
        return shown;
    }

    public static void onFxThread(Runnable steps) {
        Await.onFxThread(steps);
    }

    public static <T> T onFxThread(Callable<T> steps) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, steps);
    }

    /** Waits for a condition, checked on the FX thread. */
    public static void until(String what, Callable<Boolean> condition) {
        Await.untilTrue(what, condition);
    }

    /** Lays out the window or dialog in front, after the tasks that the last step has left for later. */
    public static void layOut() {
        onFxThread(() -> {
            Parent root = frontScene().getRoot();
            root.applyCss();
            root.layout();
        });
    }

    private static Scene frontScene() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).toList().getLast().getScene();
    }

    /** Presses the last of some keys together with the others, on the node with the focus. */
    public static void press(KeyCode... keys) {
        List<KeyCode> modifiers = Arrays.asList(keys).subList(0, keys.length - 1);
        boolean shortcut = modifiers.contains(KeyCode.SHORTCUT);
        untilFocused();
        Future<?> pressed = WaitForAsyncUtils.asyncFx(() -> {
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                focusOwner().fireEvent(new KeyEvent(type, "", "", keys[keys.length - 1],
                        modifiers.contains(KeyCode.SHIFT), shortcut && !MAC, false, shortcut && MAC));
            }
        });
        // Waits for the key, so that the layout follows the tasks that the key leaves for later.
        onFxThread(() -> {});
        layOut();
        // A key that opens a dialog returns only when the dialog is closed.
        if (pressed.isDone()) {
            WaitForAsyncUtils.waitFor(pressed);
        }
    }

    /** Types letters into the node with the focus. */
    public static void write(String letters) {
        untilFocused();
        onFxThread(() -> letters.codePoints().mapToObj(Character::toString)
                .forEach(letter -> focusOwner().fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, letter, "",
                        KeyCode.UNDEFINED, false, false, false, false))));
        layOut();
    }

    /** Types into a field, which gets the focus, and moves to the next field. */
    public static void type(String id, String text) {
        focus(id);
        write(text);
        press(KeyCode.TAB);
    }

    /** Replaces the text of a field, which gets the focus, and moves to the next field. */
    public static void retype(String id, String text) {
        focus(id);
        press(KeyCode.SHORTCUT, KeyCode.A);
        write(text);
        press(KeyCode.TAB);
    }

    public static void copyToClipboard(String text) {
        onFxThread(() -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        });
    }

    /** Pastes a text into the node with the focus. */
    public static void paste(String text) {
        copyToClipboard(text);
        press(KeyCode.SHORTCUT, KeyCode.V);
    }

    public static void focus(String id) {
        onFxThread(() -> node(id).requestFocus());
        layOut();
    }

    /** A dialog sets the focus after it is shown. */
    private static void untilFocused() {
        until("a node with the focus", () -> frontScene().getFocusOwner() != null);
    }

    private static Node focusOwner() {
        return Objects.requireNonNull(frontScene().getFocusOwner(), "nothing has the focus");
    }

    /** Returns the id of the node with the focus. */
    public static String focusedId() {
        return onFxThread(() -> String.valueOf(focusOwner().getId()));
    }

    /** Returns a node of the window or dialog in front. */
    public static Node node(String id) {
        return Objects.requireNonNull(frontScene().getRoot().lookup("#" + id), id);
    }

    public static Control control(String id) {
        return (Control) node(id);
    }

    public static boolean isVisible(String id) {
        return onFxThread(() -> {
            Node found = frontScene().getRoot().lookup("#" + id);
            return found != null && found.isVisible();
        });
    }

    public static String label(String id) {
        return onFxThread(() -> ((Label) node(id)).getText());
    }

    public static String text(String id) {
        return onFxThread(() -> ((TextInputControl) node(id)).getText());
    }

    public static boolean hasPseudoClass(String id, String state) {
        return onFxThread(() -> node(id).getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)));
    }

    public static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** Returns whether suggestions or a menu are open. */
    public static boolean isPopupShowing() {
        return onFxThread(() -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance));
    }
}
