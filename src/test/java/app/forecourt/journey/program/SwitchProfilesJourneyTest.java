package app.forecourt.journey.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Screen;
import javafx.stage.Window;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Switch between staging and production, and failed submissions on both. */
class SwitchProfilesJourneyTest extends AutochatJourneyTest {

    private String sendButtonText() {
        return robot.lookup("#send").<Button>query().getText();
    }

    private void typeCar() {
        type("licensePlate", "R-759-BK");
        focus("brand");
        type("brand", "opel");
        type("model", "corsa");
        focus("salesPrice");
        type("salesPrice", "12.500");
    }

    @Test
    void profileSwitchKeepsDraft() throws Exception {
        untilReady();
        assertEquals("Forecourt — STAGING", title());
        type("licensePlate", "R-759-BK");
        assertEquals("dealer-s", text("dealershipId"));
        List<Bounds> places = profileButtonBounds();

        focus("profile-staging");
        robot.push(KeyCode.RIGHT);
        assertEquals("Forecourt — STAGING", title(), "an arrow only goes there");
        robot.push(KeyCode.SPACE);
        untilReady();
        assertEquals("Forecourt — PRODUCTION", title());
        assertEquals("PRODUCTION", label("environmentWord"));
        assertTrue(sendButtonText().startsWith("Send to PRODUCTION"), sendButtonText());
        assertEquals("dealer-p", text("dealershipId"));
        assertEquals("R-759-BK", text("licensePlate"));
        assertTrue(scene().getRoot().getStyleClass().contains("profile-production"));
        saveScreenshot("8-production");
        assertEquals(places, profileButtonBounds(), "the switch stays where it is");

        focus("profile-production");
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.SPACE);
        untilReady();
        assertEquals("Forecourt — PRACTICE", title());
        assertEquals(places, profileButtonBounds(), "the switch stays where it is");

        answers.put("/api/options", answer(500, ""));
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            click("staging");
            click("production");
        });
        assertEquals("Forecourt — STAGING", title(), "the second click of a double one chooses nothing");
        until("the trouble", () -> isVisible("connectionAgain"));
        assertEquals(places, profileButtonBounds(), "the switch stays where it is");
    }

    /** Returns the bounds of the three profile buttons in the window. */
    private List<Bounds> profileButtonBounds() {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            scene().getRoot().layout();
            return Stream.of("practice", "staging", "production")
                    .map(key -> robot.lookup("#profile-" + key).<Node>query())
                    .map(node -> node.localToScene(node.getLayoutBounds())).toList();
        });
    }

    private void click(String key) {
        Node button = robot.lookup("#profile-" + key).query();
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            Event.fireEvent(button, new MouseEvent(type, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false, false,
                    false, false, type == MouseEvent.MOUSE_PRESSED, false, false, false, false, true, null));
        }
    }

    @Test
    void escapeCancelsFirstSendToProduction() throws Exception {
        focus("profile-staging");
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.SPACE);
        untilReady();
        focus("licensePlate");
        typeCar();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the question", () -> isVisible("confirm"));
        robot.push(KeyCode.ESCAPE);
        until("the question to go", () -> !isVisible("confirm"));
        assertEquals(0, autochat.posts());

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the question", () -> isVisible("confirm"));
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#confirm").query().requestFocus());
        robot.push(KeyCode.SPACE);
        untilOutcome("Accepted by PRODUCTION");
        assertEquals(1, autochat.posts());
    }

    @Test
    void rejectedFieldIsMarkedAndFailureIsNotRetried() throws Exception {
        untilReady();
        answers.put("/api/cars", answer(422, """
                {"violations": [{"propertyPath": "model", "message": "This brand has no such model."}]}"""));
        typeCar();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        untilOutcome("STAGING did not accept this car");
        assertEquals("AutoChat: This brand has no such model.", label("model-note"));
        untilFocused("problem-model");
        saveScreenshot("9-refused");

        answers.put("/api/cars", answer(500, "oops"));
        focus("model");
        retype("model", "astra");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        untilOutcome("This car may have arrived at STAGING");
        saveScreenshot("10-unknown");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertEquals(2, autochat.posts());
        assertEquals("astra", text("model"));

        answers.put("/api/cars", answer(201, ""));
        focus("sendAgain");
        robot.push(KeyCode.SPACE);
        untilOutcome("Accepted by STAGING");
        assertEquals(3, autochat.posts());
        // A dialog stays on the screen even if its window extends beyond the edge.
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            scene().getWindow().setX(1_500);
            scene().getWindow().setY(900);
        });
        focus("showAnswer");
        robot.push(KeyCode.SPACE);
        until("the answer", () -> isVisible("answerBody"));
        Node body = robot.lookup("#answerBody").query();
        until("it to be laid out", () -> body.getLayoutBounds().getHeight() > 200);
        Window paper = body.getScene().getWindow();
        assertTrue(Screen.getPrimary().getVisualBounds().contains(paper.getX(), paper.getY(),
                paper.getWidth(), paper.getHeight()), paper.getX() + " " + paper.getY());
        robot.push(KeyCode.ESCAPE);
        until("the answer to go", () -> !isVisible("answerBody"));
    }

    @Test
    void stoppedSendShowsUnknownOutcome() throws Exception {
        untilReady();
        answers.put("/api/cars",
                new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        typeCar();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the posting", () -> autochat.posts() == 1 && isVisible("stop"));
        focus("profile-production");
        robot.push(KeyCode.SPACE);
        assertEquals("Forecourt — PRODUCTION", title());
        assertTrue(sendButtonText().startsWith("Send to PRODUCTION"), "there it is not on its way");
        focus("profile-staging");
        robot.push(KeyCode.SPACE);
        assertEquals("Sending to STAGING…", sendButtonText());
        focus("stop");
        robot.push(KeyCode.SPACE);
        untilOutcome("This car may have arrived at STAGING");
        assertTrue(label("outcomeSentence").startsWith("You stopped waiting."), label("outcomeSentence"));
        assertFalse(isVisible("stop"));
        assertEquals(1, autochat.posts());
    }

    @Test
    void settingsAreTestedBeforeSaving() throws Exception {
        untilReady();
        answers.put("/api/options", answer(500, ""));
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        until("the settings", () -> isVisible("test-staging"));
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#test-staging").query().requestFocus());
        robot.push(KeyCode.SPACE);
        until("the bad news", () -> label("test-options").equals("Staging had an internal error (500)."));
        assertTrue(label("test-token").startsWith("Signed in until "), label("test-token"));
        assertEquals(autochat.host(), label("test-address"));
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            System.setProperty("forecourt.staging.url", "http://127.0.0.1:" + silent.getLocalPort());
            robot.push(KeyCode.SPACE);
            try (Socket call = silent.accept()) {
                until("the button", () -> isVisible("testStop"));
                WaitForAsyncUtils.waitForAsyncFx(5000,
                        () -> robot.lookup("#testStop").<Button>query().fire());
                assertEquals("Stopped", label("test-options"));
                call.setSoTimeout(10_000);
                call.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        } finally {
            System.clearProperty("forecourt.staging.url");
        }
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#test-staging").query().requestFocus());
        answers.put("/api/options", answer(200, "[]"));
        robot.push(KeyCode.SPACE);
        until("the good news", () -> label("test-options").equals("None"));
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#clientId").query().requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        Node clientId = robot.lookup("#clientId").query();
        robot.targetWindow(clientId).write("another", 0);
        assertEquals("another", text("clientId"));
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#settingsSave").query().requestFocus());
        robot.push(KeyCode.SPACE);
        until("the settings to go", () -> !isVisible("test-staging"));
        until("the file", () -> Files.readString(home.resolve("preferences.json")).contains("another"));
    }

    @Test
    void publishReplacesOptionsAndKeepsToItsHost()
            throws Exception {
        answers.put("/api/options", answer(200, """
                [{"name": "seat_heating", "prettyName": "Seat heating"},
                 {"name": "tow_bar", "prettyName": "Tow bar"}]"""));
        focus("profile-staging");
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.SPACE);
        untilReady();
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.SPACE);
        until("the options", () -> robot.lookup("#option-tow_bar").tryQuery().isPresent());
        focus("licensePlate");
        typeCar();
        for (String option : new String[]{"seat h", "tow"}) {
            robot.push(KeyCode.SHORTCUT, KeyCode.K);
            write(option);
            robot.push(KeyCode.ENTER);
        }
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        untilOutcome("Accepted by STAGING");

        answers.put("/api/options", answer(200, """
                [{"name": "heated_seats", "prettyName": "Heated seats"},
                 {"name": "fixed_tow_bar", "prettyName": "Fixed tow bar"}]"""));
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.ENTER);
        until("what is not there", () -> isVisible("options-note") && isVisible("problems"));
        assertEquals("Forecourt — PRODUCTION", title());
        assertEquals("dealer-p", text("dealershipId"));
        assertEquals("This car is at STAGING; it was not sent to PRODUCTION", label("outcomeTitle"));
        assertTrue(isVisible("publish"));
        assertEquals(1, autochat.posts());
        saveScreenshot("15-publish");
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.ENTER);
        until("the next one", () -> label("options-note").contains("Tow bar"));
        robot.push(KeyCode.ENTER);
        until("nothing left", () -> !isVisible("options-note"));
        assertEquals("2 chosen", label("optionCount"));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the question", () -> isVisible("confirm"));
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#confirm").query().requestFocus());
        robot.push(KeyCode.SPACE);
        untilOutcome("Accepted by PRODUCTION");
        assertEquals(2, autochat.posts());

        System.setProperty("forecourt.production.url", "https://staging.autochat.ai");
        try {
            robot.push(KeyCode.SHORTCUT, KeyCode.N);
            typeCar();
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
            until("the warning of the one before", () -> isVisible("problems"));
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
            untilOutcome("Not sent to PRODUCTION");
            assertTrue(label("outcomeSentence")
                    .startsWith("The address of Production in Settings belongs to the other environment."));
            assertEquals(2, autochat.posts());
            saveScreenshot("16-others-address");
        } finally {
            System.clearProperty("forecourt.production.url");
        }
    }
}
