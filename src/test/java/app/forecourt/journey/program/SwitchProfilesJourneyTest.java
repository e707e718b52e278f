package app.forecourt.journey.program;

import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static app.forecourt.ui.InputEvents.mouse;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** Switch between staging and production, and the question before the first submission to production. */
class SwitchProfilesJourneyTest extends AutochatJourneyTest {

    @Test
    void profileSwitchKeepsDraft() throws Exception {
        untilReady();
        assertEquals("Forecourt — STAGING", title());
        type("licensePlate", "R-759-BK");
        assertText("dealershipId", "dealer-s");
        List<Bounds> places = profileButtonBounds();

        focus("profile-staging");
        press(RIGHT);
        assertEquals("Forecourt — STAGING", title(), "an arrow only goes there");
        press(SPACE);
        untilReady();
        assertEquals("Forecourt — PRODUCTION", title());
        assertLabel("environmentWord", "PRODUCTION");
        assertStartsWith("Send to PRODUCTION", label("send"));
        assertText("dealershipId", "dealer-p");
        assertText("licensePlate", "R-759-BK");
        assertTrue(scene().getRoot().getStyleClass().contains("profile-production"));
        assertEquals(places, profileButtonBounds(), "the switch stays where it is");

        focus("profile-production");
        press(LEFT);
        press(LEFT);
        press(SPACE);
        untilReady();
        assertEquals("Forecourt — PRACTICE", title());
        assertEquals(places, profileButtonBounds(), "the switch stays where it is");

        answers.put("/api/options", answer(500, ""));
        onFxThread(() -> {
            click("staging");
            click("production");
        });
        assertEquals("Forecourt — STAGING", title(), "the second click of a double one chooses nothing");
        untilVisible("connectionAgain");
        assertEquals(places, profileButtonBounds(), "the switch stays where it is");
    }

    /** Returns the bounds of the three profile buttons in the window. */
    private List<Bounds> profileButtonBounds() {
        return onFxThread(() -> {
            scene().getRoot().layout();
            return Stream.of("practice", "staging", "production")
                    .map(key -> robot.lookup("#profile-" + key).<Node>query())
                    .map(node -> node.localToScene(node.getLayoutBounds()))
                    .toList();
        });
    }

    private void click(String key) {
        Node button = robot.lookup("#profile-" + key).query();
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            Event.fireEvent(button, mouse(type, 5, 5));
        }
    }

    @Test
    void escapeCancelsFirstSendToProduction() throws Exception {
        focus("profile-staging");
        press(RIGHT);
        press(SPACE);
        untilReady();
        focus("licensePlate");
        typeCar("R-759-BK", "corsa");
        press(SHORTCUT, ENTER);
        untilVisible("confirm");
        assertTrue(
                robot.lookup(".question-warnings .note").<Labeled>queryAll().stream()
                        .anyMatch(line -> line.getText().equals("No photo yet")),
                "what the advert lacks");
        press(ESCAPE);
        untilHidden("confirm");
        assertEquals(0, autochat.posts());

        press(SHORTCUT, ENTER);
        confirm();
        untilAccepted("PRODUCTION");
        assertEquals(1, autochat.posts());
    }
}
