package app.forecourt.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ConnectionSettings;
import app.forecourt.journey.Await;
import app.forecourt.model.AppModelFixture;
import app.forecourt.settings.Profile;
import app.forecourt.text.Language;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.words.Messages;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Steps of a connection's test against a real server, without the settings around them. */
@Execution(ExecutionMode.SAME_THREAD)
class ConnectionTestPaneTest extends AppModelFixture {
    @AutoClose
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private ConnectionTestPane steps;
    private Scene scene;

    @BeforeEach
    void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private void test(Locale locale) throws Exception {
        Await.onTheWindowsThread(() -> {
            steps = new ConnectionTestPane(environments, new TaskRunner(blocking, Platform::runLater),
                    new Messages(locale, clock));
            ScrollPane page = new ScrollPane(new VBox(steps));
            page.getStyleClass().add("settings-page");
            page.setFitToWidth(true);
            scene = new Scene(page, 640, 400);
            scene.getStylesheets().add(Theme.STYLE_SHEET);
            steps.begin(Profile.STAGING,
                    () -> new ConnectionSettings(preferences, vault).of(Profile.STAGING));
        });
    }

    private String said(String step) {
        return ((Label) steps.lookup("#test-" + step)).getText();
    }

    private boolean ticked(String step) {
        return WaitForAsyncUtils.waitForAsyncFx(5000,
                () -> steps.lookup("#test-" + step).getParent().getStyleClass().contains("success"));
    }

    private String host() {
        return "127.0.0.1:" + autochat.getPort();
    }

    @Test
    void addressNobodyAskedIsNotTicked() throws Exception {
        answers.put("/oauth/token", answer(403, "{\"error\": \"access_denied\"}"));
        test(Locale.UK);
        Await.soon("the sign-in", () -> !said("token").isEmpty());
        assertEquals(host() + " (not tried)", said("address"));
        assertEquals(false, ticked("address"));
        assertEquals("", said("options"));
    }

    @Test
    void addressThatAnsweredIsTicked() throws Exception {
        answers.put("/api/options", answer(500, ""));
        test(Locale.UK);
        Await.soon("the options", () -> !said("options").isEmpty());
        assertEquals(host(), said("address"));
        assertEquals(true, ticked("address"));
        assertEquals(false, ticked("options"));
    }

    @Test
    void namesOfStepsAreNotCutOff() throws Exception {
        answers.put("/oauth/token", answer(403, "{\"error\": \"access_denied\"}"));
        for (Language language : Language.values()) {
            test(language.locale());
            Await.soon("a long sentence", () -> said("token").length() > 60);
            Await.onTheWindowsThread(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                steps.lookupAll(".test-step").forEach(node -> {
                    Label name = (Label) node;
                    assertTrue(name.getWidth() >= Math.floor(name.prefWidth(-1)),
                            language + ": " + name.getText() + " " + name.getWidth() + " "
                                    + name.prefWidth(-1));
                });
            });
        }
    }
}
