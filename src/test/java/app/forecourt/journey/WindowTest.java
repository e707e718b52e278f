package app.forecourt.journey;

import static javafx.scene.input.KeyCode.B;
import static javafx.scene.input.KeyCode.COMMA;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.F1;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.T;
import static javafx.scene.input.KeyCode.UNDEFINED;
import static javafx.scene.input.KeyCode.V;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.App;
import app.forecourt.autochat.json.CarImportParser;
import app.forecourt.autochat.json.CarImportResult;
import app.forecourt.car.CarDraft;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.home.AppDirs;
import app.forecourt.http.HttpClients;
import app.forecourt.journal.Journal;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.start.AppServices;
import app.forecourt.start.BackgroundStartup;
import app.forecourt.ui.TrimmedStyles;
import app.forecourt.ui.WindowVerbs;
import app.forecourt.ui.fx.NodeTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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

/**
 * The base class of end-to-end tests. Each test runs the whole program in its own home directory, driven by the keys of
 * a robot.
 */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("journey")
public abstract class WindowTest implements WindowVerbs {
    /** Frames after which the layout is stable. */
    private static final int AT_REST = 10;
    /** Time that a person looks at a question. */
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Pixels from the corner of the screen to a window without a stored position. */
    private static final double CORNER = 40;

    public final FxRobot robot = new FastRobot();
    /**
     * Time of keys and clicks in nanoseconds. It advances only before a confirming key, by the time a person looks at a
     * question.
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
            if (Stream.of(keys).anyMatch(key -> key == ENTER || key == SPACE)) {
                // A window that closes gives the focus back later, and the look begins then.
                Await.untilTrue(
                        "a window with the focus",
                        () -> frontScene().getWindow().isFocused());
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
        onFxThread(() -> {
            stage.setMaximized(false);
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            stage.setX(CORNER);
            stage.setY(CORNER);
            // Releases the events of an earlier test, which TestFX keeps together with their targets.
            FxToolkit.toolkitContext().setRegisteredStage(stage);
        });
        services = openServices();
        App.useBackgroundStartup(BackgroundStartup.of(services));
        onFxThread(() -> {
            app = new App();
            app.start(stage);
        });
        until("the window to show", stage::isShowing);
        // The lower part of the form is added after the first frame.
        untilVisible("description");
    }

    /** Opens the services of the program. */
    public AppServices openServices() {
        return openServices(HttpClients.Timeouts.USUAL, TaskRunner.Scheduler.REAL_TIME);
    }

    public final AppServices openServices(HttpClients.Timeouts timeouts, TaskRunner.Scheduler scheduler) {
        SystemEnvironment surroundings = SystemEnvironment.ofProcess();
        return AppServices.open(
                AppDirs.of(surroundings), surroundings, timeouts, new AppServices.Timing(nanoTime::get, scheduler));
    }

    /** Prepares files and settings before the program starts. */
    public void prepare() throws Exception {}

    /** Stops the program. */
    public final void shutDown() throws Exception {
        onFxThread(() -> {
            app.stop();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
    }

    @AfterEach
    public void stop() throws Exception {
        onFxThread(() -> Window.getWindows()
                .forEach(window -> TrimmedStyles.check(window.getScene().getRoot())));
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

    /** Waits until the band shows the connection as ready and the option list is filled. */
    public void untilReady() throws Exception {
        until("the connection", () -> label("connection").startsWith("Ready"));
        until("the options", () -> !this.<ListView<?>>node("options").getItems().isEmpty());
    }

    @Override
    public final void until(String what, Callable<Boolean> condition) {
        Await.until(what, condition);
    }

    @Override
    public final void press(KeyCode... keys) {
        robot.push(keys);
    }

    @Override
    public final void reach(String id) {
        untilFocused(id);
    }

    /**
     * {@inheritDoc} Tries again if the program moves the focus meanwhile, for example when the banner of an outcome
     * replaces its buttons.
     */
    @Override
    public final void focus(String id) {
        Await.untilTrue("the focus on " + id, () -> {
            if (id.equals(focusedId())) {
                return true;
            }
            node(id).requestFocus();
            return false;
        });
    }

    /** {@inheritDoc} Waits for rest once. The robot of TestFX waits after each letter, longer than any typist. */
    @Override
    public final void write(String letters) {
        type(letters);
        Await.untilIdle();
    }

    /** Types letters and waits only until the window has received them. */
    public void type(String letters) {
        Scene focused = onFxThread(this::frontScene);
        for (char letter : letters.toCharArray()) {
            robot.robotContext().getBaseRobot().typeKeyboard(focused, UNDEFINED, Character.toString(letter));
        }
    }

    /**
     * Waits for an outcome and some frames more, because its banner replaces its buttons once more when the journal has
     * the outcome.
     */
    public void untilOutcome(String beginning) throws Exception {
        until(
                beginning,
                () -> isVisible("outcomeTitle") && label("outcomeTitle").startsWith(beginning));
        Await.frames(AT_REST);
    }

    /** Waits until the banner says that a profile accepted the car. */
    public void untilAccepted(String profile) throws Exception {
        until("accepted by " + profile, () -> isAccepted(profile));
        Await.frames(AT_REST);
    }

    /** Returns whether the banner says so in its title, or after a correction in its detail. */
    public final boolean isAccepted(String profile) {
        return isVisible("outcomeTitle")
                && (label("outcomeTitle") + ". " + label("outcomeSentence")).contains(" is at " + profile + ". ");
    }

    /** Compares the window, or some parts of it, with a picture of the manual. */
    public final void takePicture(String name, Node... parts) throws IOException {
        ManualPictures.check(name, scene(), parts);
    }

    /** Returns the card of the form that has a field. */
    public final Node card(String field) {
        return NodeTree.selfAndAncestors(node(field))
                .filter(node -> node.getStyleClass().contains("card"))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the content of the window that was opened last, also of a popup. */
    public final Node frontRoot() {
        return onFxThread(() -> Window.getWindows().getLast().getScene().getRoot());
    }

    /** Moves the focus to a field, replaces its text and moves on. */
    public final void fill(String field, String text) {
        focus(field);
        retype(field, text);
    }

    /** Confirms the question over the window by its button. */
    public final void confirm() {
        untilVisible("confirm");
        push("confirm");
    }

    /** Saves the car in the form as a template. */
    public void saveAsTemplate(Runnable beforeEnter) throws Exception {
        press(SHORTCUT, SHIFT, T);
        until("the name", () -> isFocused("templateName"));
        beforeEnter.run();
        press(ENTER);
        untilHidden("templateName");
    }

    /**
     * Opens the settings.
     *
     * @param control id of the control to wait for
     */
    public final void openSettings(String control) {
        press(SHORTCUT, COMMA);
        untilVisible(control);
    }

    /** Opens the pasted equipment list by its keys. */
    public final void openPastedList() {
        press(SHORTCUT, SHIFT, V);
        untilPasted();
    }

    /** Waits for the rows of a pasted list. */
    public final void untilPasted() {
        until(
                "the list",
                () -> isVisible("pasteFound")
                        && !this.<ListView<?>>node("pasteFound").getItems().isEmpty());
    }

    /** Opens the journal of the home before the program starts. */
    public static Journal openJournal() {
        AppDirs dirs = AppDirs.of(SystemEnvironment.ofProcess());
        Journal journal = new Journal(dirs.journal(), dirs.backups(), List.of(), Clock.systemUTC());
        journal.open();
        return journal;
    }

    /** Returns the draft of a car in AutoChat's JSON. */
    public static CarDraft draft(String json) {
        return ((CarImportResult.Cars) CarImportParser.parse(json))
                .cars()
                .getFirst()
                .draft();
    }

    /** Opens the builder of the description. */
    public final void openBuilder() {
        press(SHORTCUT, B);
        untilVisible("builtText");
    }

    /** Chooses a theme in the settings. */
    public void chooseTheme(String theme) throws Exception {
        openSettings("theme");
        onFxThread(() -> this.<ComboBox<String>>node("theme").setValue(theme));
        press(SHORTCUT, ENTER);
        untilHidden("theme");
    }

    /** Resizes the window to the screen of a small laptop. */
    public void resizeToSmallLaptop() {
        onFxThread(() -> {
            scene().getWindow().setWidth(1_366);
            scene().getWindow().setHeight(768);
        });
        Await.untilIdle();
    }

    /** Opens the key overview. It must be within the window. */
    public ScrollPane openKeyOverview() throws Exception {
        press(F1);
        until("the keys", () -> isFocused("keySheet"));
        ScrollPane sheet = node("keySheet");
        assertTrue(
                scene().getRoot().getLayoutBounds().contains(sheet.localToScene(sheet.getLayoutBounds())),
                "the sheet is in the window");
        return sheet;
    }

    /**
     * Returns the truncated texts of a window. Waits some frames, because a change of size spreads from one frame to
     * the next.
     */
    public static List<String> truncatedTexts(Scene scene) {
        List<String> cut = Await.onFxThread(() -> TruncationCheck.truncatedTexts(scene));
        for (int frame = 0; frame < AT_REST && !cut.isEmpty(); frame++) {
            Await.nextFrame();
            cut = Await.onFxThread(() -> TruncationCheck.truncatedTexts(scene));
        }
        return cut;
    }

    /** Returns the content of a resource. */
    public static String resource(Class<?> beside, String name) throws IOException {
        try (var in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
