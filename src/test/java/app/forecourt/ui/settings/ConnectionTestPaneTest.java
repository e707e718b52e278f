package app.forecourt.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ConnectionSettings;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;

/** Connection test pane against a real server, without the settings dialog. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
class ConnectionTestPaneTest extends AppModelFixture {
    @AutoClose
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();

    private ConnectionTestPane pane;
    private Scene scene;

    @BeforeEach
    void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private void startTest(Locale locale) throws Exception {
        Await.onFxThread(() -> {
            pane = new ConnectionTestPane(
                    clients, new TaskRunner(blocking, Platform::runLater), new Messages(locale, clock));
            ScrollPane page = new ScrollPane(new VBox(pane));
            page.getStyleClass().add("settings-page");
            page.setFitToWidth(true);
            scene = new Scene(page, 640, 400);
            Theme.addStyleSheet(scene);
            // Its style sheet has the colours that the program's style sheet uses.
            Theme.apply(preferences);
            pane.start(Profile.STAGING, () -> new ConnectionSettings(preferences, vault).of(Profile.STAGING));
        });
    }

    private String resultOf(String step) {
        return ((Label) pane.lookup("#test-" + step)).getText();
    }

    private boolean isTicked(String step) {
        return Await.onFxThread(
                () -> pane.lookup("#test-" + step).getParent().getStyleClass().contains("success"));
    }

    private String host() {
        return autochat.host();
    }

    @Test
    void untriedAddressIsNotTicked() throws Exception {
        answers.put("/oauth/token", response(403, "{\"error\": \"access_denied\"}"));
        startTest(Locale.UK);
        Await.untilTrue("the sign-in", () -> !resultOf("token").isEmpty());
        assertEquals(host() + " (not tried)", resultOf("address"));
        assertEquals(false, isTicked("address"));
        assertEquals("", resultOf("options"));
    }

    @Test
    void answeringAddressIsTicked() throws Exception {
        answers.put("/api/options", response(500, ""));
        startTest(Locale.UK);
        Await.untilTrue("the options", () -> !resultOf("options").isEmpty());
        assertEquals(host(), resultOf("address"));
        assertEquals(true, isTicked("address"));
        assertEquals(false, isTicked("options"));
    }

    @Test
    void stepNamesAreNotCutOff() throws Exception {
        answers.put("/oauth/token", response(403, "{\"error\": \"access_denied\"}"));
        for (Language language : Language.values()) {
            startTest(language.locale());
            Await.untilTrue("a long sentence", () -> resultOf("token").length() > 60);
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
