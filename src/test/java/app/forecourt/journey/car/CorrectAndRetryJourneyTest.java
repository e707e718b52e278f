package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.CountingServer;
import app.forecourt.journey.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The correction of a sent car with a wrong price, and retries while the network is down. */
class CorrectAndRetryJourneyTest extends WindowTest {
    private static final Pattern TRIES = Pattern.compile("after (\\d+) tries");

    private CountingServer staging;

    @Override
    public void prepare() throws IOException {
        staging = new CountingServer(
                car -> new CountingServer.Reaction(CountingServer.Reset.NEVER, 201, Duration.ZERO));
        Files.writeString(home.resolve("preferences.json"), """
                {"clientId": "id", "clientSecret": "secret", "stagingUrl": "%1$s",
                 "tokenUrl": "%1$s/oauth/token", "stagingDealershipId": "dealer-s"}"""
                .formatted(staging.url("")));
    }

    @AfterEach
    void close() throws IOException {
        staging.close();
    }

    private void typeCar() {
        focus("internalId");
        type("internalId", "SEB-1");
        focus("brand");
        type("brand", "opel");
        type("model", "corsa");
        focus("salesPrice");
        type("salesPrice", "12500");
    }

    /** Waits for at least that many tries, because a slow computer may miss some of them. */
    private void untilTried(int times) throws Exception {
        until("try " + times, () -> isVisible("outcomeSentence") && TRIES.matcher(label("outcomeSentence"))
                .results().anyMatch(tries -> Integer.parseInt(tries.group(1)) >= times));
    }

    private void send() {
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    }

    @Test
    void wrongPriceIsCorrectedAndSentAgain() throws Exception {
        typeCar();
        send();
        untilOutcome("Accepted by STAGING");
        untilFocused("nextCar");
        robot.push(KeyCode.TAB);
        untilFocused("publish");
        robot.push(KeyCode.TAB);
        untilFocused("correct");
        robot.push(KeyCode.SPACE);
        untilOutcome("You are correcting a car that STAGING already has");
        assertFalse(isVisible("outcomeChanges"));
        retype("salesPrice", "11900");
        assertEquals("Changed since it was sent: Sales price.", label("outcomeChanges"));
        send();
        until("the warning", () -> isVisible("problems"));
        assertEquals(Map.of("SEB-1", 1), staging.posts(), "a warning first");
        saveScreenshot("23-correcting");
        send();
        untilOutcome("Accepted by STAGING");
        assertEquals(Map.of("SEB-1", 2), staging.posts());
        saveScreenshot("24-corrected");

        robot.push(KeyCode.SHORTCUT, KeyCode.J);
        until("the sendings", () -> isVisible("sendingText"));
        assertTrue(text("sendingText").contains("""
                Price then: 11,900.00 EUR
                Dealership then: dealer-s
                Options then: 0
                Corrects the submission of\s"""), text("sendingText"));
        robot.push(KeyCode.DOWN);
        assertTrue(text("sendingText").contains("""
                Price then: 12,500.00 EUR
                Dealership then: dealer-s
                Options then: 0
                Corrected by the submission of\s"""), text("sendingText"));
        robot.push(KeyCode.ESCAPE);
        until("the form", () -> !isVisible("sendingText"));
        focus("sendings");
        robot.push(KeyCode.SPACE);
        until("the sendings", () -> isVisible("sendingText"));
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void unchangedCorrectionAsksInOneBanner() throws Exception {
        typeCar();
        send();
        untilOutcome("Accepted by STAGING");
        focus("correct");
        robot.push(KeyCode.SPACE);
        untilOutcome("You are correcting a car that STAGING already has");
        send();
        until("the question",
                () -> isVisible("problems") || label("outcomeChanges").startsWith("Nothing differs"));
        assertFalse(isVisible("problems"), "one banner, not two");
        assertTrue(isVisible("outcomeChanges"));
        untilFocused("leaveAsSent");
        assertEquals(Map.of("SEB-1", 1), staging.posts());
        saveScreenshot("27-nothing-differs");
        send();
        untilOutcome("Accepted by STAGING");
        assertEquals(Map.of("SEB-1", 2), staging.posts());
    }

    /** A click on a row loads its car, perhaps a moment after the menu has opened. */
    @Test
    void menuOfRowBelongsToItsCar() throws Exception {
        typeCar();
        send();
        untilOutcome("Accepted by STAGING");
        String sent = text("brand") + " " + text("model");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        focus("brand");
        type("brand", "volvo");
        type("model", "v60");
        until("the draft", () -> robot.lookup("#stock").lookup("volvo v60").tryQuery().isPresent());
        ContextMenu menu = openMenu(sent, Set.of("menu-describe"));
        until("what can be done with it",
                () -> enabledItems(menu).containsAll(Set.of("menu-correct", "menu-sendings")));
        assertFalse(enabledItems(menu).contains("menu-describe"));
        assertEquals(sent, text("brand") + " " + text("model"));
        robot.push(KeyCode.ESCAPE);
        ContextMenu other = openMenu("volvo v60", Set.of("menu-correct", "menu-sendings"));
        until("what can be done with it", () -> enabledItems(other).contains("menu-describe"));
        assertFalse(enabledItems(other).contains("menu-correct")
                || enabledItems(other).contains("menu-sendings"));
        robot.push(KeyCode.ESCAPE);
    }

    /**
     * Opens the menu as a right click would, which the headless screen does not support.
     *
     * @param foreign items of the car that the form has shown so far
     */
    private ContextMenu openMenu(String line, Set<String> foreign) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            Node shown = robot.lookup("#stock").lookup(line).query();
            while (!(shown instanceof ListCell<?>)) {
                shown = shown.getParent();
            }
            ListCell<?> cell = (ListCell<?>) shown;
            cell.getListView().getSelectionModel().select(cell.getIndex());
            Event.fireEvent(cell, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 50,
                    200, false, null));
            assertTrue(cell.getContextMenu().isShowing());
            assertTrue(Collections.disjoint(foreign, enabledItems(cell.getContextMenu())),
                    "nothing of the car that the form showed before");
            return cell.getContextMenu();
        });
    }

    private static Set<String> enabledItems(ContextMenu menu) {
        return menu.getItems().stream().filter(item -> item.getId() != null && !item.isDisable())
                .map(MenuItem::getId).collect(Collectors.toSet());
    }

    @Test
    void unsentCarHasNoSubmissions() throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.J);
        until("word of it", () -> robot.lookup("This car was not sent yet.").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void waitingCarIsRetriedOrCancelledByKeyboard() throws Exception {
        staging.refuse();
        typeCar();
        send();
        untilOutcome("Waiting to go to STAGING");
        untilFocused("hurry");
        saveScreenshot("25-waiting");
        robot.push(KeyCode.SPACE);
        untilTried(2);
        untilFocused("hurry");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        untilTried(3);
        assertEquals("stockSearch", focusedId(), "a try that nobody asked for takes no focus");
        focus("hurry");
        robot.push(KeyCode.TAB);
        untilFocused("dont");
        robot.push(KeyCode.SPACE);
        untilOutcome("Not sent to STAGING");
        untilFocused("again");
        assertTrue(label("outcomeSentence").contains("You stopped waiting."), label("outcomeSentence"));

        send();
        untilOutcome("Waiting to go to STAGING");
        staging.accept();
        robot.push(KeyCode.SPACE);
        untilOutcome("Accepted by STAGING");
        assertEquals(Map.of("SEB-1", 1), staging.posts());
        assertEquals(Set.of("SEB-1"), staging.accepted());
    }
}
