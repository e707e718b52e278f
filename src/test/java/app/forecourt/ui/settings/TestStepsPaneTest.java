package app.forecourt.ui.settings;

import static app.forecourt.settings.Profile.STAGING;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ConnectionSettingsReader;
import app.forecourt.settings.Setting;
import app.forecourt.testing.LongWait;
import app.forecourt.text.Language;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.words.Messages;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Test of the pane of a test in the settings, mostly with the test of a connection against a real server. */
class TestStepsPaneTest extends PaneTest {
    @AutoClose
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();

    private TestStepsPane pane;
    private Button start;

    private void open(Locale locale) {
        messages = new Messages(locale, clock);
        show(640, 400, () -> {
            SettingFields form =
                    new SettingFields(preferences, new TaskRunner(blocking, Platform::runLater), dialogs());
            pane = new TestStepsPane("test", form);
            start = form.button("test-staging", "settings.test.staging", _ -> {});
            ScrollPane page = SectionFixture.page(new VBox(start, pane));
            page.getStyleClass().add("settings-page");
            return page;
        });
    }

    private void run(Consumer<TestStepsPane.Run> test) {
        onFxThread(() -> pane.start(start, test, "Staging"));
    }

    private void testConnection(Locale locale) {
        testConnection(locale, setting -> setting.isSecret() ? vault.secret(setting) : preferences.get(setting));
    }

    private void testConnection(Locale locale, Function<Setting, String> values) {
        open(locale);
        AutochatConnection typed = new ConnectionSettingsReader(preferences, vault).of(STAGING, values);
        ConnectionTestSteps test = new ConnectionTestSteps(clients, messages);
        run(run -> test.run(STAGING, typed, run));
    }

    private void untilTitle(String title) {
        untilLabel("testTitle", title);
    }

    private boolean isTicked(String step) {
        return onFxThread(() -> node("test-" + step).getParent().getStyleClass().contains("success"));
    }

    @Test
    void nothingFollowsAFailedSignIn() {
        answers.put("/oauth/token", response(403, "{\"error\": \"access_denied\"}"));
        testConnection(Locale.UK);
        untilTitle("Staging can't be used yet");
        assertNotEquals("", label("test-token"));
        assertFalse(isTicked("token"));
        assertLabel("test-options", "");
        assertFalse(node("testStop").isVisible());
    }

    @Test
    void failedOptionListFailsTheTest() {
        answers.put("/api/options", response(500, ""));
        testConnection(Locale.UK);
        untilTitle("Staging can't be used yet");
        assertTrue(isTicked("token"));
        assertFalse(isTicked("options"));
    }

    @Test
    void loadedOptionListPasses() {
        answers.put("/api/options", response(200, "[]"));
        testConnection(Locale.UK);
        untilTitle("Staging works");
        assertLabel("test-options", "None");
        assertLabel("test-address", "", "nothing is wrong with it");
    }

    @Test
    void faultyAddressIsNamed() {
        testConnection(Locale.UK, _ -> "nonsense");
        untilTitle("Staging can't be used yet");
        assertNotEquals("", label("test-address"));
        assertLabel("test-token", "");
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
        untilLabel("test-token", "first");
        assertLabel("testTitle", "Testing Staging…");
        fire("testStop");
        LongWait.untilOpen(interrupted);
        onFxThread(() -> {});
        assertLabel("testTitle", "Stopped");
        assertLabel("test-token", "first");
        assertLabel("test-options", "");
        assertFalse(node("testStop").isVisible());
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
        onFxThread(() -> {});
        assertLabel("test-token", "");
        assertLabel("testTitle", "Staging works");
        onFxThread(pane::reset);
        assertFalse(pane.isVisible());
        assertLabel("test-options", "");
    }

    @Test
    void stepNamesAreNotCutOff() {
        answers.put("/oauth/token", response(403, "{\"error\": \"access_denied\"}"));
        for (Language language : Language.values()) {
            testConnection(language.locale());
            until("a long sentence", () -> label("test-token").length() > 60);
            layOut();
            onFxThread(() -> pane.lookupAll(".test-step").forEach(node -> {
                Label name = (Label) node;
                assertTrue(
                        name.getWidth() >= Math.floor(name.prefWidth(-1)),
                        language + ": " + name.getText() + " " + name.getWidth() + " " + name.prefWidth(-1));
            }));
        }
    }
}
