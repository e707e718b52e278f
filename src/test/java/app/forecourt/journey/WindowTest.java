package app.forecourt.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.App;
import app.forecourt.AppDirs;
import app.forecourt.AppServices;
import app.forecourt.EarlyStartup;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.http.HttpClients;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.ui.TrimmedStyles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The base class of end-to-end tests. Each test runs the whole program in its own home directory, driven by the keys
 * of a robot. Screenshots go to {@code target/tour/}.
 */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("journey")
public abstract class WindowTest {
    /** Frames after which the layout is stable. */
    private static final int AT_REST = 10;
    /** Time that a person looks at a question. */
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Pixels from the corner of the screen to a window without a stored position. */
    private static final double CORNER = 40;

    public final FxRobot robot = new FastRobot();
    /**
     * Time of keys and clicks in nanoseconds. It advances only before a confirming key, by the time a person looks at
     * a question.
     */
    public final AtomicLong nanoTime = new AtomicLong();
    @TempDir
    public Path home;
    private App app;
    private AppServices services;
    private Stage stage;

    /**
     * A robot that presses all keys of a combination at once and waits, then releases them and waits. The robot of
     * TestFX waits twice for each key, and moves the pointer pixel by pixel.
     */
    private final class FastRobot extends FxRobot {
        @Override
        public FxRobot push(KeyCode... keys) {
            if (Stream.of(keys).anyMatch(key -> key == KeyCode.ENTER || key == KeyCode.SPACE)) {
                nanoTime.addAndGet(LOOK.toNanos());
            }
            KeyboardRobot keyboard = robotContext().getKeyboardRobot();
            keyboard.pressNoWait(keys);
            Await.nextFrame();
            keyboard.releaseNoWait(List.of(keys).reversed().toArray(KeyCode[]::new));
            Await.untilIdle();
            return this;
        }

        @Override
        public FxRobot clickOn(PointQuery target, Motion motion, MouseButton... buttons) {
            MouseRobot mouse = robotContext().getMouseRobot();
            mouse.moveNoWait(target.query());
            Await.nextFrame();
            mouse.pressNoWait(buttons);
            mouse.releaseNoWait(buttons);
            Await.untilIdle();
            return this;
        }
    }

    @BeforeEach
    public void start() throws Exception {
        System.setProperty("forecourt.home", home.toString());
        prepare();
        launch();
    }

    /** Starts the program, also a second time with the same home directory. */
    public final void launch() throws Exception {
        // TestFX would sleep after each of the following steps.
        Stage registered = FxToolkit.toolkitContext().getRegisteredStage();
        stage = registered == null ? FxToolkit.registerPrimaryStage() : registered;
        // The tests share the stage: an earlier test may have moved it off the screen, maximised or enlarged it.
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            stage.setMaximized(false);
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            stage.setX(CORNER);
            stage.setY(CORNER);
            // Releases the events of an earlier test, which TestFX keeps together with their targets.
            FxToolkit.toolkitContext().setRegisteredStage(stage);
        });
        services = openServices();
        App.useEarlyStartup(EarlyStartup.of(services));
        Await.onFxThread(() -> {
            app = new App();
            app.start(stage);
        });
        until("the window to show", stage::isShowing);
        // The lower part of the form is added after the first frame.
        until("the whole form", () -> isVisible("description"));
    }

    /** Opens the services of the program. */
    public AppServices openServices() {
        return openServices(HttpClients.Timeouts.USUAL, TaskRunner.Scheduler.REAL_TIME);
    }

    public final AppServices openServices(HttpClients.Timeouts timeouts, TaskRunner.Scheduler scheduler) {
        SystemEnvironment surroundings = SystemEnvironment.ofProcess();
        return AppServices.open(AppDirs.of(surroundings), surroundings, timeouts,
                new AppServices.Timing(nanoTime::get, scheduler));
    }

    /** Prepares files and settings before the program starts. */
    public void prepare() throws Exception {}

    /** Stops the program. */
    public final void shutDown() throws Exception {
        Await.onFxThread(() -> {
            app.stop();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
    }

    @AfterEach
    public void stop() throws Exception {
        Await.onFxThread(() -> Window.getWindows().forEach(
                window -> TrimmedStyles.check(window.getScene().getRoot())));
        shutDown();
        System.clearProperty("forecourt.home");
    }

    public AppServices services() {
        return services;
    }

    public ProfileClients profileClients() {
        return services.profileClients();
    }

    public PracticeServer practiceServer() {
        return profileClients().runningPractice().orElseThrow();
    }

    public Scene scene() {
        return stage.getScene();
    }

    public String title() {
        return stage.getTitle();
    }

    /** Waits for a condition, checked on the FX thread. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        Await.until(what, condition);
    }

    /** Waits until the band shows the connection as ready and the option list is filled. */
    public void untilReady() throws Exception {
        until("the connection", () -> label("connection").startsWith("Ready"));
        until("the options", () -> !robot.lookup("#options").<ListView<?>>query().getItems().isEmpty());
    }

    /** Returns the text of a label; empty if it is not in the scene, as the note of a field without a text. */
    public String label(String id) {
        return robot.lookup("#" + id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    public String text(String id) {
        return robot.lookup("#" + id).queryAs(TextInputControl.class).getText();
    }

    /** Returns whether a node exists and is visible with all its parents. */
    public boolean isVisible(String id) {
        return robot.lookup("#" + id).tryQuery().filter(node -> Stream
                .<Node>iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible))
                .isPresent();
    }

    public String focusedId() {
        return WaitForAsyncUtils.waitForAsyncFx(5000, this::focusOwnerId);
    }

    private String focusOwnerId() {
        Node owner = scene().getFocusOwner();
        return owner == null ? "" : String.valueOf(owner.getId());
    }

    /** Waits for the focus, which may move in a later frame or task. */
    public void untilFocused(String id) {
        try {
            Await.untilTrue("the focus on " + id, () -> id.equals(focusOwnerId()));
        } catch (AssertionError failed) {
            throw new AssertionError("the focus is on " + focusedId() + " and not on " + id, failed);
        }
    }

    public boolean isFocused(String id) {
        return isVisible(id) && robot.lookup("#" + id).query().isFocused();
    }

    /** Returns whether suggestions or a menu are open. */
    public static boolean isPopupShowing() {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof PopupWindow && window.isShowing());
    }

    /** Copies a text to the clipboard. */
    public static void copyToClipboard(String text) {
        WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    /**
     * Focuses a node without a key, as a click would. Tries again if the program moves the focus meanwhile, for example
     * when the banner of an outcome replaces its buttons.
     */
    public void focus(String id) {
        Await.untilTrue("the focus on " + id, () -> {
            if (id.equals(focusOwnerId())) {
                return true;
            }
            robot.lookup("#" + id).query().requestFocus();
            return false;
        });
    }

    /**
     * Types letters into the focused node and waits for rest once. The robot of TestFX waits after each letter,
     * longer than any typist.
     */
    public void write(String letters) {
        type(letters);
        Await.untilIdle();
    }

    /** Types letters and waits only until the window has received them. */
    public void type(String letters) {
        Scene focused = WaitForAsyncUtils.waitForAsyncFx(5000, WindowTest::frontScene);
        for (char letter : letters.toCharArray()) {
            robot.robotContext().getBaseRobot().typeKeyboard(focused, KeyCode.UNDEFINED,
                    Character.toString(letter));
        }
    }

    /** Types into a field, which must have the focus, and moves to the next field. */
    public void type(String id, String text) {
        untilFocused(id);
        write(text);
        robot.push(KeyCode.TAB);
    }

    /** Replaces the content of a field, which must have the focus, and moves to the next field. */
    public void retype(String id, String text) {
        untilFocused(id);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write(text);
        robot.push(KeyCode.TAB);
    }

    /**
     * Waits for an outcome and some frames more, because its banner replaces its buttons once more when the journal has
     * the outcome.
     */
    public void untilOutcome(String beginning) throws Exception {
        until(beginning, () -> isVisible("outcomeTitle") && label("outcomeTitle").startsWith(beginning));
        Await.frames(AT_REST);
    }

    /** Waits until the banner says that a profile accepted the car. */
    public void untilAccepted(String profile) throws Exception {
        until("accepted by " + profile,
                () -> isVisible("outcomeTitle")
                        && label("outcomeTitle").endsWith(" is at " + profile));
        Await.frames(AT_REST);
    }

    /** Returns the text of the first offer below a field. */
    public String firstOffer(String id) {
        return robot.lookup("#" + id + "-offer-0").<Labeled>queryAs(Labeled.class).getText();
    }

    /** Saves the car in the form as a template. */
    public void saveAsTemplate(Runnable beforeEnter) throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        until("the name", () -> isFocused("templateName"));
        beforeEnter.run();
        robot.push(KeyCode.ENTER);
        until("the window alone", () -> !isVisible("templateName"));
    }

    /** Chooses a theme in the settings. */
    public void chooseTheme(String theme) throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        until("the settings", () -> isVisible("theme"));
        WaitForAsyncUtils.waitForAsyncFx(5000,
                () -> robot.lookup("#theme").<ComboBox<String>>query().setValue(theme));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the settings to go", () -> !isVisible("theme"));
    }

    /** Resizes the window to the screen of a small laptop. */
    public void resizeToSmallLaptop() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            scene().getWindow().setWidth(1_366);
            scene().getWindow().setHeight(768);
        });
        Await.untilIdle();
    }

    /** Opens the key overview. It must be within the window. */
    public ScrollPane openKeyOverview() throws Exception {
        robot.push(KeyCode.F1);
        until("the keys", () -> isFocused("keySheet"));
        ScrollPane sheet = robot.lookup("#keySheet").query();
        assertTrue(scene().getRoot().getLayoutBounds()
                .contains(sheet.localToScene(sheet.getLayoutBounds())), "the sheet is in the window");
        return sheet;
    }

    /**
     * Returns the truncated texts of a window. Waits some frames, because a change of size spreads from one frame to
     * the next.
     */
    public static List<String> truncatedTexts(Scene scene) {
        List<String> cut = WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> TruncationCheck.truncatedTexts(scene));
        for (int frame = 0; frame < AT_REST && !cut.isEmpty(); frame++) {
            Await.nextFrame();
            cut = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> TruncationCheck.truncatedTexts(scene));
        }
        return cut;
    }

    /** Saves a screenshot of the main window. */
    public void saveScreenshot(String name) throws IOException {
        saveScreenshot(name, scene());
    }

    /** Returns the scene of the window opened last: the main window or a dialog. */
    public static Scene frontScene() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).toList().getLast().getScene();
    }

    /** Saves a screenshot of a scene. */
    public static void saveScreenshot(String name, Scene scene) throws IOException {
        Screenshots.save(name, WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.snapshot(null)));
    }

    /** Returns whether a sheet or a dialog covers the window. */
    public boolean isCovered() {
        return frontScene() != scene() || scene().lookup(".sheet-pane") != null;
    }

    /** Returns the content of a resource. */
    public static String resource(Class<?> beside, String name) throws IOException {
        try (var in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
