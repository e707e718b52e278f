package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.Await;
import app.forecourt.journey.OptionLines;
import app.forecourt.journey.WindowTest;
import app.forecourt.option.CarOption;
import app.forecourt.option.paste.OptionCatalogue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The paste of an equipment list by keyboard, and the groups of the option list. */
class PasteListJourneyTest extends WindowTest {
    private static final String LIST = """
            Comfort:
            • Stoelverwarming voor
            • Climate control 2-zone
            • Achteruitrijcamra
            • Parkeersensoren
            • Zonder trekhaak
            • Solardach
            • 12 maanden garantie
            """;

    private List<?> lines(String id) {
        return robot.lookup("#" + id).<ListView<?>>query().getItems();
    }

    private boolean ticked(String option) {
        return robot.lookup("#paste-" + option).queryAs(CheckBox.class).isSelected();
    }

    private String take() {
        return robot.lookup("#takePasted").queryAs(Button.class).getText();
    }

    private void untilRead(int found) throws Exception {
        until("the list", () -> isVisible("pasteFound") && lines("pasteFound").size() == found);
    }

    @Test
    void listPastedIntoSearchIsReviewedAndAdded() throws Exception {
        untilReady();
        copyToClipboard(LIST);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        untilRead(5);
        assertEquals(3, lines("pasteRest").size());
        assertEquals("0 chosen", label("optionCount"), "nothing is chosen before she says so");
        assertTrue(ticked("seat_heating"));
        assertFalse(ticked("parking_assist_system_sensors_rear"), "front or rear is for her to say");
        assertEquals("Choose 3 options", take());

        // Matches to be checked come first: the two sensors, then the one with another spelling.
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        assertEquals("Choose 3 options", take());
        robot.push(KeyCode.SPACE);
        assertEquals("Choose 4 options", take());
        robot.push(KeyCode.ENTER);
        until("the window alone", () -> !isVisible("pasteFound"));
        assertEquals("4 chosen", label("optionCount"));
        assertEquals("4 options chosen from the list", label("optionSaid"));
        untilFocused("optionSearch");

        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        untilRead(5);
        assertEquals("Choose", take(), "what is chosen stays so");
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> !isVisible("pasteFound"));
        assertEquals("4 chosen", label("optionCount"));
    }

    @Test
    void wordBesideOptionIsUnmatched() throws Exception {
        untilReady();
        copyToClipboard("ABS\nLED-Scheinwerfer mit Kurvenfahrlicht\nSchaltknauf in Leder");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        untilRead(3);
        assertTrue(ticked("led_headlights"));
        assertFalse(ticked("leather_upholstery"), "the gear knob is of leather");
        until("the rest", () -> lines("pasteRest").size() == 2);
        until("the rest with its line", () -> robot.from(robot.lookup("#pasteRest").queryAll())
                .lookup((Label label) -> label.isVisible()
                        && label.getText().equals("LED-Scheinwerfer mit Kurvenfahrlicht"))
                .tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> !isVisible("pasteFound"));
    }

    @Test
    void endKeyShowsWholeLastRow() throws Exception {
        untilReady();
        resizeToSmallLaptop();
        copyToClipboard(
                String.join("\n", OptionLines.options(robot.lookup("#options").query()).stream().limit(25)
                        .map(CarOption::prettyName).toList()));
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        until("the list", () -> isVisible("pasteFound") && lines("pasteFound").size() > 20);
        robot.push(KeyCode.END);
        untilFullyVisible("pasteFound");
        robot.push(KeyCode.HOME);
        untilFullyVisible("pasteFound");
        robot.push(KeyCode.PAGE_DOWN);
        untilFullyVisible("pasteFound");
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> !isVisible("pasteFound"));
    }

    private void untilFullyVisible(String id) throws Exception {
        until("the marked line whole", () -> {
            Node list = robot.lookup("#" + id).query();
            Bounds shown = list.localToScene(list.getLayoutBounds());
            return list.lookupAll(".list-cell").stream().map(ListCell.class::cast)
                    .filter(cell -> cell.isSelected() && cell.isVisible())
                    .map(cell -> cell.localToScene(cell.getLayoutBounds()))
                    .anyMatch(cell -> cell.getMinY() > shown.getMinY() - 1
                            && cell.getMaxY() < shown.getMaxY() + 1);
        });
    }

    /** The other car was selected in the list just before, and the disk is slow. */
    @Test
    void carLoadedMeanwhileDoesNotGetOptions() throws Exception {
        untilReady();
        focus("model");
        type("model", "corsa");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        focus("model");
        type("model", "a3");
        copyToClipboard(LIST);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        untilRead(5);
        ListView<?> stock = robot.lookup("#stock").query();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> stock.getSelectionModel().selectLast());
        until("the other car", () -> text("model").equals("corsa"));
        robot.push(KeyCode.ENTER);
        until("why not", () -> robot.lookup((Label label) -> label.getText()
                .startsWith("Another car was opened meanwhile")).tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> frontScene() == scene());
        assertFalse(isVisible("pasteFound"));
        assertEquals("0 chosen", label("optionCount"));
    }

    @Test
    void tooLongOrEmptyListIsReportedAndReplaced() throws Exception {
        untilReady();
        copyToClipboard("x ".repeat(OptionCatalogue.MAX_LIST_LENGTH));
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        until("the reason",
                () -> isVisible("pasteState") && label("pasteState").contains("400,000 characters"));
        copyToClipboard("One two three\nfour five six");
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        until("the reason", () -> label("pasteState").startsWith("No options were found"));
        copyToClipboard("ABS\nESP");
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        untilRead(2);
        robot.push(KeyCode.ENTER);
        until("the window alone", () -> !isVisible("pasteFound"));
        assertEquals("2 chosen", label("optionCount"));
    }

    @Test
    void lateResultOfLongListIsIgnored() throws Exception {
        untilReady();
        String all = IntStream.range(0, 20_000)
                .mapToObj(number -> "onbekend" + (char) ('a' + number % 26) + number)
                .collect(Collectors.joining("\n"));
        String longest = all.substring(0, OptionCatalogue.MAX_LIST_LENGTH);
        copyToClipboard(longest);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        until("the dialog", () -> isVisible("pasteState"));
        copyToClipboard("ABS\nESP");
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        untilRead(2);
        // The reading below is queued behind the long list and ends later.
        var own = new OptionCatalogue(OptionLines.options(robot.lookup("#options").query()));
        own.parse(longest, List.of());
        own.parse(longest, List.of());
        Await.untilIdle();
        assertEquals("Choose 2 options", take());
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> !isVisible("pasteFound"));
    }

    @Test
    void shortTextIsPastedIntoSearchUnchanged() throws Exception {
        untilReady();
        copyToClipboard("Sitzheizung");
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertEquals("Sitzheizung", text("optionSearch"));
        robot.push(KeyCode.ENTER);
        assertEquals("1 chosen", label("optionCount"));
    }

    @Test
    void keysSkipGroupHeadings() throws Exception {
        untilReady();
        ListView<?> list = robot.lookup("#options").query();
        assertEquals(7, OptionLines.headings(list).size());
        assertTrue(OptionLines.headings(list).getFirst().startsWith("SAFETY 0/"));

        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.push(KeyCode.DOWN);
        assertEquals(1, list.getSelectionModel().getSelectedIndex());
        robot.push(KeyCode.RIGHT);
        int comfort = list.getSelectionModel().getSelectedIndex();
        robot.push(KeyCode.UP);
        assertEquals(comfort - 2, list.getSelectionModel().getSelectedIndex(), "over the heading");
        robot.push(KeyCode.DOWN);
        assertEquals(comfort, list.getSelectionModel().getSelectedIndex());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        assertTrue(OptionLines.headings(list).get(1).startsWith("COMFORT 1/"));
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.HOME);
        until("the first option", () -> list.getSelectionModel().getSelectedIndex() == 1);
        robot.push(KeyCode.UP);
        untilFocused("optionSearch");
    }

    @Test
    void selectedOptionsComeFirstInTheirGroup() throws Exception {
        untilReady();
        ListView<?> list = robot.lookup("#options").query();
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        write("tyre pressure");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ESCAPE);
        assertEquals("tyre_pressure_monitoring", OptionLines.options(list).getFirst().name());
        assertTrue(OptionLines.headings(list).getFirst().startsWith("SAFETY 1/"));
    }

    @Test
    void startAndEndOfSearchScrollToTop() throws Exception {
        untilReady();
        ListView<?> list = robot.lookup("#options").query();
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.END);
        until("the end of the list", () -> top(list) > 0);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        write("a");
        until("the best", () -> top(list) == 0);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.END);
        until("the end of what was found", () -> top(list) > 0);
        robot.push(KeyCode.ESCAPE);
        until("the first group", () -> top(list) == 0);
    }

    private static int top(ListView<?> list) {
        return ((VirtualFlow<?>) list.lookup(".virtual-flow")).getFirstVisibleCell().getIndex();
    }
}
