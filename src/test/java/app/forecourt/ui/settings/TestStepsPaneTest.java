package app.forecourt.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ConnectionSettingsReader;
import app.forecourt.journey.Await;
import app.forecourt.model.AppModelFixture;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.testing.LongWait;
import app.forecourt.text.Language;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.words.Messages;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;

/** Test of the pane of a test in the settings, mostly with the test of a connection against a real server. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
class TestStepsPaneTest extends AppModelFixture {
    @AutoClose
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();

    private TestStepsPane pane;
    private Button start;
    private Scene scene;

    @BeforeEach
    void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private void open(Locale locale) {
        Await.onFxThread(() -> {
            SettingFields form = new SettingFields(
                    preferences,
                    new TaskRunner(blocking, Platform::runLater),
                    new WindowDialogs(Stage::new, new Messages(locale, clock), _ -> false));
            pane = new TestStepsPane("test", form);
            start = form.button("test-staging", "settings.test.staging", _ -> {});
            ScrollPane page = new ScrollPane(new VBox(start, pane));
            page.getStyleClass().add("settings-page");
            page.setFitToWidth(true);
            scene = new Scene(page, 640, 400);
            Theme.addStyleSheet(scene);
            // Its style sheet has the colours that the program's style sheet uses.
            Theme.apply(preferences);
        });
    }

    private void run(Consumer<TestStepsPane.Run> test) {
        Await.onFxThread(() -> pane.start(start, test, "Staging"));
    }

    private void testConnection(Locale locale) {
        testConnection(locale, setting -> setting.isSecret() ? vault.secret(setting) : preferences.get(setting));
    }

    private void testConnection(Locale locale, Function<Setting, String> values) {
        open(locale);
        AutochatConnection typed = new ConnectionSettingsReader(preferences, vault).of(Profile.STAGING, values);
        ConnectionTestSteps test = new ConnectionTestSteps(clients, new Messages(locale, clock));
        run(run -> test.run(Profile.STAGING, typed, run));
    }

    private String text(String id) {
        return Await.onFxThread(() -> pane.lookup("#" + id) instanceof Label label ? label.getText() : "");
    }

    private void untilTitle(String title) {
        Await.untilTrue(title, () -> text("testTitle").equals(title));
    }

    private boolean isTicked(String step) {
        return Await.onFxThread(
                () -> pane.lookup("#test-" + step).getParent().getStyleClass().contains("success"));
    }

    private boolean isStopVisible() {
        return Await.onFxThread(() -> pane.lookup("#testStop").isVisible());
    }

    private void stop() {
        Await.onFxThread(((Button) pane.lookup("#testStop"))::fire);
    }

    @Test
    void nothingFollowsAFailedSignIn() {
        answers.put("/oauth/token", response(403, "{\"error\": \"access_denied\"}"));
        testConnection(Locale.UK);
        untilTitle("Staging can't be used yet");
        assertFalse(text("test-token").isEmpty());
        assertEquals(false, isTicked("token"));
        assertEquals("", text("test-options"));
        assertFalse(isStopVisible());
    }

    @Test
    void failedOptionListFailsTheTest() {
        answers.put("/api/options", response(500, ""));
        testConnection(Locale.UK);
        untilTitle("Staging can't be used yet");
        assertEquals(true, isTicked("token"));
        assertEquals(false, isTicked("options"));
    }

    @Test
    void loadedOptionListPasses() {
        answers.put("/api/options", response(200, "[]"));
        testConnection(Locale.UK);
        untilTitle("Staging works");
        assertEquals("None", text("test-options"));
        assertEquals("", text("test-address"), "nothing is wrong with it");
    }

    @Test
    void faultyAddressIsNamed() {
        testConnection(Locale.UK, _ -> "nonsense");
        untilTitle("Staging can't be used yet");
        assertFalse(text("test-address").isEmpty());
        assertEquals("", text("test-token"));
    }

    @Test
    void stoppedTestIsInterruptedAndShowsNothingMore() {
        open(Locale.UK);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        run(run -> {
            run.passed("token", "first");
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                run.passed("options", "late");
                interrupted.countDown();
            }
        });
        LongWait.untilOpen(begun);
        Await.untilTrue("the first step", () -> text("test-token").equals("first"));
        assertEquals("Testing Staging…", text("testTitle"));
        stop();
        LongWait.untilOpen(interrupted);
        Await.onFxThread(() -> {});
        assertEquals("Stopped", text("testTitle"));
        assertEquals("first", text("test-token"));
        assertEquals("", text("test-options"));
        assertFalse(isStopVisible());
    }

    @Test
    void resultsOfAnEarlierTestAreNotShown() throws Exception {
        open(Locale.UK);
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        run(run -> {
            run.onStop(() -> {});
            LongWait.untilOpen(released);
            run.failed("token", "of the earlier test");
            ended.countDown();
        });
        run(run -> run.passed("options", "of the later test"));
        untilTitle("Staging works");
        released.countDown();
        LongWait.untilOpen(ended);
        Await.onFxThread(() -> {});
        assertEquals("", text("test-token"));
        assertEquals("Staging works", text("testTitle"));
        Await.onFxThread(pane::reset);
        assertFalse(pane.isVisible());
        assertEquals("", text("test-options"));
    }

    @Test
    void stepNamesAreNotCutOff() {
        answers.put("/oauth/token", response(403, "{\"error\": \"access_denied\"}"));
        for (Language language : Language.values()) {
            testConnection(language.locale());
            Await.untilTrue("a long sentence", () -> text("test-token").length() > 60);
            Await.onFxThread(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                pane.lookupAll(".test-step").forEach(node -> {
                    Label name = (Label) node;
                    assertTrue(
                            name.getWidth() >= Math.floor(name.prefWidth(-1)),
                            language + ": " + name.getText() + " " + name.getWidth() + " " + name.prefWidth(-1));
                });
            });
        }
    }
}
