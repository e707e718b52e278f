package app.forecourt.journey.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Second dealership by keyboard: added in the settings, made the default and chosen for a car. */
class DealershipSettingsJourneyTest extends WindowTest {

    @Override
    public void prepare() throws Exception {
        Files.writeString(home.resolve("preferences.json"),
                "{\"profile\": \"practice\", \"stagingDealershipId\": \"s-s\", \"productionDealershipId\": \"s-p\"}");
    }

    @Test
    void addedDealershipBecomesDefaultAndIsChosen() throws Exception {
        untilReady();
        assertFalse(isVisible("stockDealership"), "with one there is nothing to choose");
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        until("the settings", () -> isVisible("addDealership"));
        assertEquals("s-p", text("dealership-production-0"));
        goTo("settingsSections");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.TAB);
        until("the first field of the section", () -> hasFocus("dealership-name-0"));
        enter("South");
        goTo("addDealership");
        robot.push(KeyCode.SPACE);
        until("a new line", () -> hasFocus("dealership-name-1"));
        enter("North");
        robot.push(KeyCode.TAB);
        enter(" s-s ");
        until("what is wrong", () -> isVisible("dealership-staging-1-note"));
        assertTrue(isVisible("dealership-staging-0-note"), "said of both");
        goTo("settingsSave");
        robot.push(KeyCode.SPACE);
        until("the first of them", () -> hasFocus("dealership-staging-0"));
        goTo("dealership-staging-1");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        enter(" n-s ");
        until("nothing wrong", () -> !isVisible("dealership-staging-1-note"));
        goTo("dealership-production-0");
        robot.push(KeyCode.TAB);
        until("the default", () -> hasFocus("dealership-default-0"));
        robot.push(KeyCode.DOWN);
        until("the other one", () -> hasFocus("dealership-default-1"));
        assertTrue(robot.lookup("#dealership-default-1").queryAs(RadioButton.class).isSelected());
        assertEquals("Default, dealership 2",
                robot.lookup("#dealership-default-1").query().getAccessibleText());
        goTo("settingsSave");
        robot.push(KeyCode.SPACE);
        until("the settings to go", () -> !isVisible("addDealership"));
        assertEquals(List.of(new Dealership("North", "n-s", ""), new Dealership("South", "s-s", "s-p")),
                profileClients().dealerships().stored());

        until("the choice", () -> isVisible("stockDealership"));
        focus("dealershipId");
        assertEquals("North", label("dealershipId-note"));
        robot.push(KeyCode.DOWN);
        until("the names", () -> robot.lookup(".suggestions").tryQuery().isPresent());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        until("the other one", () -> label("dealershipId-note").equals("South"));
        assertEquals(profileClients().dealerships().ids(Profile.PRACTICE).getLast(),
                text("dealershipId"), "what is sent is the id");
        saveScreenshot("14-dealership");
    }

    private boolean hasFocus(String id) {
        return robot.lookup("#" + id).tryQuery().filter(Node::isFocused).isPresent();
    }

    private void goTo(String id) {
        Node node = robot.lookup("#" + id).query();
        WaitForAsyncUtils.waitForAsyncFx(5000, node::requestFocus);
    }

    /** Types into the settings dialog. The robot might otherwise target the main window. */
    private void enter(String text) {
        robot.targetWindow(robot.lookup("#addDealership").<Node>query()).write(text, 0);
    }
}
