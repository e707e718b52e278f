package app.forecourt.ui;

import static javafx.scene.input.KeyCode.ALT;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;

import app.forecourt.car.check.CarValidator;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.WebSpacePreferences;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet;
import app.forecourt.journey.Await;
import app.forecourt.model.AppModel;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.photos.WebSpaceCheck;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.sharing.SharedStockMembership;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.form.WordSuggestionSource;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.keys.ConfirmationPolicy;
import app.forecourt.ui.settings.SettingsDialog;
import app.forecourt.ui.transfer.ExportRestoreActions;
import app.forecourt.ui.window.MainWindowContent;
import app.forecourt.ui.window.WindowContext;
import app.forecourt.ui.words.Messages;
import app.forecourt.upload.FakeWebSpace;
import atlantafx.base.controls.Notification;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The base class of tests of panes on a model, in a window of their own. The test sends key events to the node with the
 * focus. No robot takes part, and the program is not started.
 */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
public abstract class PaneTest extends AppModelFixture implements WindowVerbs {
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    public Messages messages = new Messages(Locale.UK, clock);
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
            Theme.apply(preferences);
            stage = new Stage();
        });
    }

    @AfterEach
    final void closeWindows() {
        onFxThread(() -> {
            hideWindows();
            theme().close();
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
    public final WindowDialogs dialogs() {
        return new WindowDialogs(this::stage, messages, _ -> false);
    }

    public final Theme theme() {
        return Objects.requireNonNull(theme);
    }

    /** Creates the actions of the files and copies. */
    public final ExportRestoreActions createExchange(AppModel model, TaskRunner taskRunner) {
        return new ExportRestoreActions(
                model, journal, new CarValidator(clock, vocabulary), taskRunner, messages, dialogs());
    }

    /**
     * Creates the shared stock of the settings.
     *
     * @param failure supplier of the reason why its server can't be used
     */
    public final SettingsDialog.SharedStock createSharedStock(Supplier<Optional<ServerFailure>> failure) {
        return new SettingsDialog.SharedStock(
                new SharedStockMembership(preferences, vault), () -> "anna, desk-2", failure);
    }

    /** Creates a test of the web space, which may be on this computer. */
    public final WebSpaceCheck createWebSpaceCheck() {
        HttpClients http = new HttpClients("test");
        return new WebSpaceCheck(
                new WebSpacePreferences(preferences, vault),
                http,
                new PublicCheck(
                        http, new UntrustedGet.Targets(true, InetAddress::isLoopbackAddress), PublicCheck.PATIENCE),
                () -> {});
    }

    /** Creates the content of the main window. */
    public final MainWindowContent createMainWindow(AppModel model, TaskRunner taskRunner) {
        return new MainWindowContent(
                new WindowContext(
                        model,
                        messages,
                        dialogs(),
                        new ConfirmationPolicy(System::nanoTime),
                        vocabulary,
                        createExchange(model, taskRunner)),
                _ -> {},
                () -> {});
    }

    /** Creates the form with all its cards. */
    public final FormPane createFormPane(CarFormModel form) {
        var source = new WordSuggestionSource(vocabulary, cars().earlierCars(), messages.locale());
        FormPane pane = new FormPane(form, messages, source);
        pane.stepsOfSecondCard().forEach(Runnable::run);
        pane.stepsOfLastCards().forEach(Runnable::run);
        return pane;
    }

    /** Creates a model of a form that runs tasks at once and delivers their results with the next FX task. */
    public final AppModel createModel(CarFormModel form) {
        return createModel(form, Runnable::run);
    }

    /** Creates a model of a form with an executor of its tasks. It is closed after the test. */
    public final AppModel createModel(CarFormModel form, Executor executor) {
        TaskRunner taskRunner = new TaskRunner(executor, Platform::runLater);
        AppModel model = new AppModel(
                clients,
                journal,
                form,
                new FakeWebSpace()
                        .uploads(journal, home.resolve("photos"), files -> fileOrder.apply(files), taskRunner),
                SubmissionClaims.NOT_SHARED,
                taskRunner,
                clock);
        models.add(model);
        return model;
    }

    /** Creates a pane on the FX thread, shows it and lays it out. */
    public final <P extends Parent> P show(double width, double height, Supplier<P> pane) {
        P shown = onFxThread(pane::get);
        showScene(() -> new Scene(shown, width, height));
        return shown;
    }

    /** Creates a scene on the FX thread, shows it in the window's size and lays it out. */
    public final void showScene(Supplier<Scene> newScene) {
        onFxThread(() -> {
            Scene scene = newScene.get();
            Theme.addStyleSheet(scene);
            stage().setScene(scene);
            stage().show();
            stage().requestFocus();
        });
        until("the focus of the window", stage()::isFocused);
        layOut();
    }

    @Override
    public final void until(String what, Callable<Boolean> condition) {
        Await.untilTrue(what, condition);
    }

    /** Creates the skins and cells of all windows. Without its skin a control handles no key. */
    public static void layOut() {
        Await.onFxThread(() -> Window.getWindows().stream()
                .map(Window::getScene)
                .filter(Objects::nonNull)
                .map(Scene::getRoot)
                .forEach(root -> {
                    root.applyCss();
                    root.layout();
                    TrimmedStyles.check(root);
                }));
    }

    @Override
    public final void press(KeyCode... keys) {
        List<KeyCode> modifiers = Arrays.asList(keys).subList(0, keys.length - 1);
        boolean shortcut = modifiers.contains(SHORTCUT);
        untilFocused();
        Future<?> pressed = WaitForAsyncUtils.asyncFx(() -> {
            layOut();
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                fire(new KeyEvent(
                        type,
                        "",
                        "",
                        keys[keys.length - 1],
                        modifiers.contains(SHIFT),
                        shortcut && !MAC,
                        modifiers.contains(ALT),
                        shortcut && MAC));
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

    /** Clicks on a node, whose skin must exist. */
    public final void click(String id) {
        click(node(id));
    }

    /** Clicks on a node, whose skin must exist. */
    public final void click(Node target) {
        fireMouse(target, 1, MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED);
    }

    /** Fires mouse events at the middle of a node. */
    @SafeVarargs
    public final void fireMouse(String id, EventType<MouseEvent>... types) {
        fireMouse(node(id), 1, types);
    }

    /** Clicks twice on a node, with the filter that the program has. */
    public final void doubleClick(Node target) {
        ConfirmationFilter filter = new ConfirmationFilter(new ConfirmationPolicy(() -> 0));
        onFxThread(filter::install);
        for (int count = 1; count <= 2; count++) {
            fireMouse(target, count, MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED);
        }
        onFxThread(filter::close);
    }

    /** Fires mouse events at the middle of a node. */
    @SafeVarargs
    public final void fireMouse(Node target, int count, EventType<MouseEvent>... types) {
        fireMouse(target, middle(target), count, types);
    }

    /** Returns the middle of a node in its scene. */
    public final Point2D middle(Node node) {
        return onFxThread(() -> {
            Bounds bounds = node.getLayoutBounds();
            return node.localToScene(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    /** Fires mouse events at a point of the scene. */
    @SafeVarargs
    public final void fireMouse(Node target, Point2D point, int count, EventType<MouseEvent>... types) {
        onFxThread(() -> {
            for (EventType<MouseEvent> type : types) {
                Event.fireEvent(
                        target, InputEvents.mouse(type, point.getX(), point.getY(), MouseButton.PRIMARY, count));
            }
        });
        layOut();
    }

    /** Presses keys in a later task, because they may open a dialog or sheet and wait for it. */
    public final void pressLater(KeyCode... keys) {
        Platform.runLater(() -> press(keys));
    }

    /**
     * Moves the focus to a button and presses Space in a later task, because that may open a dialog and wait for it.
     */
    public final void pushLater(String id) {
        Platform.runLater(() -> {
            focus(id);
            press(SPACE);
        });
    }

    @Override
    public final void write(String letters) {
        untilFocused();
        onFxThread(() -> letters.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> fire(InputEvents.keyTyped(letter))));
        layOut();
    }

    /** Fires a button or a link. */
    public final void fire(String id) {
        onFxThread(node(id, ButtonBase.class)::fire);
    }

    private void fire(KeyEvent event) {
        Node owner = frontScene().getFocusOwner();
        Event.fireEvent(owner == null ? frontScene() : owner, event);
    }

    /** Replaces the text of the focused field without its keys. */
    public final void setFocusedText(String text) {
        onFxThread(() -> {
            TextInputControl field =
                    (TextInputControl) Objects.requireNonNull(frontScene().getFocusOwner());
            field.selectAll();
            field.replaceSelection(text);
        });
    }

    /** Moves the focus to a field and replaces its text without its keys. */
    public final void setText(String id, String text) {
        focus(id);
        setFocusedText(text);
    }

    @Override
    public final void reach(String id) {
        focus(id);
    }

    @Override
    public final void focus(String id) {
        onFxThread(() -> node(id).requestFocus());
        layOut();
    }

    public final Control control(String id) {
        return node(id);
    }

    /** A dialog sets the focus after it is shown. */
    private void untilFocused() {
        if (!Platform.isFxApplicationThread()) {
            until("a node with the focus", () -> frontScene().getFocusOwner() != null);
        }
    }

    public final boolean hasPseudoClass(String id, String state) {
        return onFxThread(() -> node(id).getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)));
    }

    /** Waits for a notice of the window that needs no answer. */
    public final void untilToast(String beginning) {
        until(
                beginning,
                () -> find("#toast").orElse(null) instanceof Notification toast
                        && toast.getMessage().startsWith(beginning));
    }

    public static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
