package app.forecourt.ui.window;

import static app.forecourt.settings.Setting.TEXT_SIZE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SHORTCUT;

import app.forecourt.journey.Await;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.fx.Theme;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The base class of tests of the main window's content, on a small laptop's screen and in Practice. */
public abstract class MainWindowContentFixture extends PaneTest {
    /** Exceptions of tasks and of the layout, which no step of a test receives. */
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

    public MainWindowContent mainWindow;
    public Scene scene;

    /** Begins in Practice, although the credentials of Staging and Production are there. */
    protected MainWindowContentFixture() {
        properties.put("forecourt.profile", "practice");
    }

    @Override
    public final String format(BigDecimal amount) {
        return messages.value(amount);
    }

    @BeforeEach
    void showWindow() {
        showScene(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> uncaught.add(failure));
            stage().setWidth(1_366);
            stage().setHeight(768);
            mainWindow = createMainWindow(appModel, background());
            scene = mainWindow.createScene();
            return scene;
        });
        step(() -> {
            mainWindow.deferredParts().forEach(Runnable::run);
            startModel();
            mainWindow.focusFirstField();
        });
        Await.untilIdle();
    }

    @AfterEach
    void checkUncaught() {
        onFxThread(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        assertEmpty(uncaught);
    }

    /** Runs steps on the FX thread, then the tasks that they schedule and the layout. */
    public void step(Runnable steps) {
        onFxThread(steps);
        // A task that moves the caret schedules one more.
        onFxThread(() -> {});
        layOut();
    }

    /** Waits for a condition, with the background tasks delivered on the FX thread meanwhile. */
    public final void await(String what, Callable<Boolean> condition) {
        until(what, () -> {
            // A task of its own, because a delivery may open a dialog and wait for it.
            Platform.runLater(window::runQueued);
            return condition.call();
        });
    }

    public final void awaitVisible(String id) {
        await(id, () -> isVisible(id));
    }

    /** Returns the names of the files of the car's photos. */
    public final List<String> photoNames() {
        return onFxThread(() -> form().photos().addresses().stream()
                .map(line -> appModel.photos().name(line).orElseThrow())
                .toList());
    }

    /** Sends the car in the form, whose warnings need a second press. Waits for the banner of its arrival. */
    public final void sendByKeys() {
        press(SHORTCUT, ENTER);
        press(SHORTCUT, ENTER);
        await("the car's arrival", () -> focusedId().equals("nextCar"));
    }

    /** Sets the size of all texts in percent. */
    public final void setTextSize(int percent) {
        step(() -> {
            preferences.put(TEXT_SIZE, Integer.toString(percent));
            Theme.apply(preferences);
        });
        Await.untilIdle();
    }
}
