package app.forecourt.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.App;
import app.forecourt.AppDirs;
import app.forecourt.AppServices;
import app.forecourt.EarlyStartup;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.http.Timeouts;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.SystemEnvironment;
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
import javafx.scene.control.PopupControl;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.robot.KeyboardRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A journey through the real window: the whole program as {@code App} puts it together, with a home of its own,
 * driven by a robot's keys. Pictures of the way go to {@code target/tour/}.
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class WindowTest {
    /** Frames after which nothing moves any more. */
    private static final int AT_REST = 10;
    /** How long a person looks at what is asked. */
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Pixels from the screen's corner to a window that has no place of its own. */
    private static final double CORNER = 40;

    public final FxRobot robot = new Hand();
    /** Time of keys and clicks. It stands still, but for a person who looks before a confirming key is pressed. */
    public final AtomicLong nanoTime = new AtomicLong();
    @TempDir
    public Path home;
    private App app;
    private Stage stage;

    /** Puts all keys of a chord down and waits, lifts them and waits: TestFX's own waits for each of them, twice. */
    private final class Hand extends FxRobot {
        @Override
        public FxRobot push(KeyCode... keys) {
            if (Stream.of(keys).anyMatch(key -> key == KeyCode.ENTER || key == KeyCode.SPACE)) {
                nanoTime.addAndGet(LOOK.toNanos());
            }
            KeyboardRobot keyboard = robotContext().getKeyboardRobot();
            keyboard.pressNoWait(keys);
            Await.frame();
            keyboard.releaseNoWait(List.of(keys).reversed().toArray(KeyCode[]::new));
            Await.rest();
            return this;
        }
    }

    @BeforeEach
    public void start() throws Exception {
        System.setProperty("forecourt.home", home.toString());
        prepare();
        launch();
    }

    /** Starts the program, the first time or once more on the same home. */
    public final void launch() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        // The tests share the stage, and one before may have moved it off the screen.
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            stage.setX(CORNER);
            stage.setY(CORNER);
        });
        App.goOnWith(EarlyStartup.of(office()));
        app = (App) FxToolkit.setupApplication(App::new);
        until("the window to show", stage::isShowing);
        // The form's lower part comes behind the first frame.
        until("the whole form", () -> visible("description"));
    }

    /** Opens what is behind the window. */
    public AppServices office() {
        return office(Timeouts.USUAL, TaskRunner.Scheduler.REAL_TIME);
    }

    public final AppServices office(Timeouts timeouts, TaskRunner.Scheduler scheduler) {
        SystemEnvironment surroundings = SystemEnvironment.ofProcess();
        return AppServices.open(AppDirs.of(surroundings), surroundings, timeouts,
                new AppServices.Timing(nanoTime::get, scheduler));
    }

    /** What has to be there before the program starts. */
    public void prepare() throws Exception {}

    /** Ends the program. */
    public final void end() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @AfterEach
    public void stop() throws Exception {
        end();
        System.clearProperty("forecourt.home");
    }

    public ProfileClients environments() {
        return Objects.requireNonNull(app.environments());
    }

    public PracticeServer practice() {
        return environments().practice().orElseThrow();
    }

    public Scene scene() {
        return stage.getScene();
    }

    public String title() {
        return stage.getTitle();
    }

    /** Waits for a condition that is looked at on the window's thread. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        Await.until(what, condition);
    }

    /** Waits until the band says that options are there, and they stand in their list. */
    public void untilReady() throws Exception {
        until("the connection", () -> label("connection").startsWith("Ready"));
        until("the options", () -> !robot.lookup("#options").<ListView<?>>query().getItems().isEmpty());
    }

    public String label(String id) {
        return robot.lookup("#" + id).queryAs(Label.class).getText();
    }

    public String text(String id) {
        return robot.lookup("#" + id).queryAs(TextInputControl.class).getText();
    }

    public boolean visible(String id) {
        return robot.lookup("#" + id).tryQuery().filter(Node::isVisible).isPresent();
    }

    public String focused() {
        return WaitForAsyncUtils.waitForAsyncFx(5000, this::owner);
    }

    private String owner() {
        Node owner = scene().getFocusOwner();
        return owner == null ? "" : String.valueOf(owner.getId());
    }

    /** Waits for the focus, which may come with a frame or with what is told later. */
    public void untilFocused(String id) {
        try {
            Await.soon("the focus on " + id, () -> id.equals(owner()));
        } catch (Exception failed) {
            throw new AssertionError("the focus is on " + focused() + " and not on " + id, failed);
        }
    }

    public boolean isFocused(String id) {
        return visible(id) && robot.lookup("#" + id).query().isFocused();
    }

    /** Whether known words or a menu lie over the window. */
    public static boolean offering() {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof PopupControl && window.isShowing());
    }

    /** Copies a text, as from another program. */
    public static void copy(String text) {
        WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    /** Puts the focus somewhere, as a click would. */
    public void focus(String id) {
        Node node = robot.lookup("#" + id).query();
        WaitForAsyncUtils.waitForAsyncFx(5000, node::requestFocus);
        untilFocused(id);
    }

    /** Types letters where the focus is, in one go: the robot's own way waits after each for longer than any typist. */
    public void write(String letters) {
        type(letters);
        Await.rest();
    }

    /** Types letters, and does not wait for more than that the window has them. */
    public void type(String letters) {
        Scene focused = WaitForAsyncUtils.waitForAsyncFx(5000, WindowTest::front);
        for (char letter : letters.toCharArray()) {
            robot.robotContext().getBaseRobot().typeKeyboard(focused, KeyCode.UNDEFINED,
                    Character.toString(letter));
        }
    }

    /** Types into the field that has the focus, which has to be that one, and goes on to the next. */
    public void type(String id, String text) {
        untilFocused(id);
        write(text);
        robot.push(KeyCode.TAB);
    }

    /** Types in place of what stands there. */
    public void retype(String id, String text) {
        untilFocused(id);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write(text);
        robot.push(KeyCode.TAB);
    }

    /** The text of what is offered first below a field. */
    public String offer(String id) {
        return robot.lookup("#" + id + "-offer-0").<Labeled>queryAs(Labeled.class).getText();
    }

    /** Keeps the car in the form as a template. */
    public void keepTemplate(Runnable beforeEnter) throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        until("the name", () -> isFocused("templateName"));
        beforeEnter.run();
        robot.push(KeyCode.ENTER);
        until("the window alone", () -> !visible("templateName"));
    }

    /** Chooses a theme in the settings. */
    public void theme(String theme) throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        until("the settings", () -> visible("theme"));
        WaitForAsyncUtils.waitForAsyncFx(5000,
                () -> robot.lookup("#theme").<ComboBox<String>>query().setValue(theme));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the settings to go", () -> !visible("theme"));
    }

    /** Makes the window as large as a small laptop's screen. */
    public void smallLaptop() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            scene().getWindow().setWidth(1_366);
            scene().getWindow().setHeight(768);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Opens the sheet of keys, which leaves a small laptop's screen to be seen around it. */
    public ScrollPane keySheet() throws Exception {
        robot.push(KeyCode.F1);
        until("the keys", () -> isFocused("keySheet"));
        ScrollPane sheet = robot.lookup("#keySheet").query();
        Window window = sheet.getScene().getWindow();
        assertTrue(window.getHeight() <= 0.9 * 768 && window.getWidth() <= 0.9 * 1366,
                window.getWidth() + " x " + window.getHeight());
        return sheet;
    }

    /**
     * What a window does not show whole. What a frame finds to be of another size it lays out in the next, and what
     * stands around that in those after.
     */
    public static List<String> cutOff(Scene scene) {
        List<String> cut = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> TruncationCheck.in(scene));
        for (int frame = 0; frame < AT_REST && !cut.isEmpty(); frame++) {
            Await.frame();
            cut = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> TruncationCheck.in(scene));
        }
        return cut;
    }

    /** Takes a picture of the window. */
    public void picture(String name) throws IOException {
        picture(name, scene());
    }

    /** The window that was opened last: the main one, or what lies over it. */
    public static Scene front() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).toList().getLast().getScene();
    }

    /** Takes a picture of a window. */
    public static void picture(String name, Scene scene) throws IOException {
        Screenshots.keep(name, WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.snapshot(null)));
    }

    /** A whole resource. */
    public static String resource(Class<?> beside, String name) throws IOException {
        try (var in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
