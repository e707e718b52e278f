package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.check.CarValidator;
import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.model.AppModelFixture;
import app.forecourt.settings.Setting;
import app.forecourt.transfer.MigrationArchive;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.keys.ConfirmationPolicy;
import app.forecourt.ui.transfer.ImportExportActions;
import app.forecourt.ui.words.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Fixture of the main window's content in a scene, on the model of {@link AppModelFixture}. The program is not started,
 * and no robot takes part: the events go to the control with the focus.
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class MainWindowFixture extends AppModelFixture {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final boolean IS_MAC = System.getProperty("os.name").startsWith("Mac");

    public Messages messages = new Messages(Locale.UK, clock);
    public Dialogs dialogs;
    public MainWindow mainWindow;
    public Scene scene;
    /** Exceptions of tasks and of the layout, which no step of a test receives. */
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private Theme theme;

    /** Begins in Practice, although the credentials of Staging and Production are there. */
    protected MainWindowFixture() {
        properties.put("forecourt.profile", "practice");
    }

    @Override
    public final String format(BigDecimal amount) {
        return messages.value(amount);
    }

    @BeforeEach
    void showWindow() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        onFxThread(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> uncaught.add(failure));
            theme = new Theme(preferences);
            theme.apply();
            mainWindow = createWindow(stage);
            scene = mainWindow.createScene();
            Theme.addStyleSheet(scene);
            stage.setScene(scene);
            stage.setWidth(1_366);
            stage.setHeight(768);
            stage.show();
            stage.requestFocus();
            mainWindow.deferredParts().forEach(Runnable::run);
            startModel();
            mainWindow.focusFirstField();
        });
        until("the window in front", () -> scene.getWindow().isFocused());
        Await.untilIdle();
    }

    private MainWindow createWindow(Stage stage) {
        dialogs = new Dialogs(() -> stage, messages, () -> false);
        var exchange = new ImportExportActions(appModel, journal,
                new MigrationArchive(journal, preferences, home.resolve("vocabulary.properties")),
                new CarValidator(clock, vocabulary), background(), messages, dialogs);
        return new MainWindow(appModel, exchange, messages, vocabulary, dialogs,
                new ConfirmationPolicy(System::nanoTime), _ -> {}, () -> {});
    }

    @AfterEach
    void hideWindow() {
        onFxThread(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            ((Stage) scene.getWindow()).setScene(null);
            theme.close();
            Thread.currentThread().setUncaughtExceptionHandler(null);
        });
        assertEquals(List.of(), uncaught);
    }

    /** Runs steps on the FX thread, then the tasks that they schedule and the layout. */
    public final void onFxThread(Runnable steps) {
        Await.onFxThread(steps);
        // A task that moves the caret schedules one more.
        Await.onFxThread(() -> {});
        Await.onFxThread(MainWindowFixture::layOutWindows);
    }

    /** Creates the skins of new controls, because a control without a skin handles no keys. */
    private static void layOutWindows() {
        Window.getWindows().stream().map(shown -> shown.getScene()).filter(Objects::nonNull)
                .map(Scene::getRoot).forEach(root -> {
                    root.applyCss();
                    root.layout();
                });
    }

    /** Returns a value that is read on the FX thread. */
    public final <T> T read(Supplier<T> value) {
        return WaitForAsyncUtils.waitForAsyncFx(TIMEOUT_MILLIS, value::get);
    }

    /** Waits for a condition, with the background tasks delivered on the FX thread meanwhile. */
    public final void until(String what, Callable<Boolean> condition) {
        Await.untilTrue(what, () -> {
            // A task of its own, because a delivery may open a dialog and wait for it.
            Platform.runLater(window::runQueued);
            return condition.call();
        });
    }

    public final <T extends Node> T node(String id, Class<T> type) {
        return read(() -> type.cast(Objects.requireNonNull(scene.lookup("#" + id), id)));
    }

    /** Returns the text of a label; empty if it is not in the scene. */
    public final String label(String id) {
        return read(() -> scene.lookup("#" + id) instanceof Labeled label ? label.getText() : "");
    }

    public final String text(String id) {
        return node(id, TextInputControl.class).getText();
    }

    public final boolean isVisible(String id) {
        return read(() -> scene.lookup("#" + id) instanceof Node node && node.isVisible());
    }

    public final String focusedId() {
        return read(() -> String.valueOf(focusOwner().getId()));
    }

    /** Returns the control with the focus in the window or in the dialog over it. */
    private static Node focusOwner() {
        return Objects.requireNonNull(WindowTest.frontScene().getFocusOwner());
    }

    public final void focus(String id) {
        onFxThread(() -> scene.lookup("#" + id).requestFocus());
    }

    /** Types letters into the control with the focus. */
    public final void write(String letters) {
        onFxThread(() -> letters.chars().forEach(letter -> Event.fireEvent(focusOwner(),
                new KeyEvent(KeyEvent.KEY_TYPED, Character.toString(letter), "", KeyCode.UNDEFINED, false,
                        false, false, false))));
    }

    /** Presses a key, with the modifiers before it. */
    public final void push(KeyCode... keys) {
        onFxThread(() -> press(keys));
    }

    /** Presses a key that opens a dialog, and does not wait for the end of the dialog. */
    public final void pushForDialog(KeyCode... keys) {
        Platform.runLater(() -> press(keys));
    }

    private static void press(KeyCode... keys) {
        Set<KeyCode> held = Set.of(keys);
        boolean shortcut = held.contains(KeyCode.SHORTCUT);
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(focusOwner(),
                    new KeyEvent(type, "", "", keys[keys.length - 1], held.contains(KeyCode.SHIFT),
                            shortcut && !IS_MAC, held.contains(KeyCode.ALT), shortcut && IS_MAC));
        }
    }

    /** Sets the size of all texts in percent. */
    public final void setTextSize(int percent) {
        onFxThread(() -> {
            preferences.put(Setting.TEXT_SIZE, Integer.toString(percent));
            theme.apply();
        });
        Await.untilIdle();
    }
}
