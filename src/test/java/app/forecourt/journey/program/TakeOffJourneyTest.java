package app.forecourt.journey.program;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.fx.NodeTree;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sold and corrected cars whose adverts are still at AutoChat, on both environments, and after a restart. */
@Tag("proof")
class TakeOffJourneyTest extends AutochatJourneyTest {

    private void sendCar(String plate, String model) throws Exception {
        typeCar(plate, model);
        send("STAGING");
    }

    /** Sends the car in the form, a second time if something is worth a look. */
    private void send(String profile) throws Exception {
        press(SHORTCUT, ENTER);
        until("an answer, or what is worth a look", () -> isVisible("problems") || isAccepted(profile));
        if (isVisible("problems")) {
            press(SHORTCUT, ENTER);
        }
        untilAccepted(profile);
    }

    private void runAction(String words) throws Exception {
        press(SHORTCUT, SHIFT, K);
        until("the palette", () -> isFocused("commandSearch"));
        write(words);
        press(ENTER);
        untilHidden("commandSearch");
    }

    private String count() {
        return isVisible("takeOffCount") ? label("takeOffCount") : "";
    }

    private void openList() throws Exception {
        runAction("adverts to take off");
        until("the list", () -> isVisible("takeOffTick") && isFocused("stock"));
    }

    /** Returns the names of the listed cars. */
    private List<String> cars() {
        return onFxThread(() -> node("stock").lookupAll(".car .stock-title").stream()
                .filter(this::isInFilledCell)
                .map(title -> ((Labeled) title).getText())
                .sorted()
                .toList());
    }

    private boolean isInFilledCell(Node title) {
        return NodeTree.selfAndAncestors(title).allMatch(Node::isVisible);
    }

    private void untilListed(String... names) {
        until("the cars " + List.of(names), () -> cars().equals(List.of(names)));
    }

    private void chooseProfile(String key) throws Exception {
        push("profile-" + key);
        until("the profile", () -> title().endsWith(key.toUpperCase(Locale.ROOT)));
    }

    @Test
    void soldAndCorrectedCarsAreListed() throws Exception {
        untilReady();
        sendCar("R-759-BK", "corsa");
        press(SHORTCUT, SHIFT, ENTER);
        untilReady();
        press(SHORTCUT, ENTER);
        confirm();
        untilAccepted("PRODUCTION");
        chooseProfile("staging");
        press(SHORTCUT, N);
        untilReady();
        sendCar("XF-100-F", "astra");
        press(SHORTCUT, N);
        sendCar("VJ-318-B", "vivaro");
        assertEquals(4, autochat.posts());
        assertEquals("", count());

        runAction("correct and send again");
        untilOutcome("Correction of ");
        overtype("salesPrice", "11.900");
        send("STAGING");
        assertEquals("1 to take off", count());
        robot.clickOn("Opel Corsa");
        untilAccepted("STAGING");
        runAction("mark as sold");
        until("two adverts", () -> count().equals("2 to take off"));

        openList();
        untilListed("Opel Corsa", "Opel Vivaro");
        chooseProfile("production");
        assertEquals("1 to take off", count());

        shutDown();
        launch();
        until("the cars", () -> count().equals("1 to take off"));
        push("takeOffCount");
        until("the list", () -> isVisible("takeOffTick") && isFocused("stock"));
        untilListed("Opel Corsa", "Opel Vivaro");
        robot.clickOn("Opel Corsa");
        push("takeOffTick");
        untilListed("Opel Vivaro");
        assertEquals("", count(), "both adverts of the car are confirmed");
        press(SHORTCUT, Z);
        untilListed("Opel Corsa", "Opel Vivaro");
        assertEquals("1 to take off", count());
        press(SPACE);
        untilListed("Opel Vivaro");
        press(SHORTCUT, N);
        openList();
        closingAsksOnce();
        assertEquals(5, autochat.posts());
    }

    private void closingAsksOnce() throws Exception {
        requestClose();
        until("the question", this::isCovered);
        press(ESCAPE);
        until("the list in its place", () -> isVisible("takeOffTick") && isFocused("stock"));
        assertTrue(isShowing());
        requestClose();
        until("the end", () -> !isShowing());
    }

    private Stage stage() {
        return (Stage) scene().getWindow();
    }

    private boolean isShowing() {
        return onFxThread(() -> stage().isShowing());
    }

    /** Asks the window to close, as its cross does. A question waits in a nested event loop. */
    private void requestClose() {
        Platform.runLater(() -> Event.fireEvent(stage(), new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }
}
