package app.forecourt.ui.options;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static java.util.stream.Collectors.joining;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.PAGE_DOWN;
import static javafx.scene.input.KeyCode.PAGE_UP;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.UNDEFINED;
import static javafx.scene.input.KeyCode.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.model.form.AcceptedSuggestions;
import app.forecourt.option.CarOption;
import app.forecourt.option.paste.OptionCatalogue;
import app.forecourt.testing.ProofTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** The dialog of a pasted equipment list: its states, and lists that are replaced, late or for another car. */
class PasteOptionsDialogTest extends OptionsFixture {

    /** Opens the dialog for a pasted list, as its shortcut does. */
    private void pasteList(OptionsPane pane, String list) {
        copyToClipboard(list);
        Platform.runLater(pane::pasteList);
        until("the dialog", this::isDialogOpen);
        layOut();
    }

    private boolean isDialogOpen() {
        return isCovered();
    }

    private void closeDialog() {
        press(ESCAPE);
        assertFalse(isDialogOpen());
    }

    private boolean ticked(String option) {
        return box(option).isSelected();
    }

    private CheckBox box(String option) {
        return (CheckBox) node("pasteFound").lookupAll(".check-box").stream()
                .filter(node -> option.equals(node.getUserData()))
                .findFirst()
                .orElseThrow();
    }

    private void assertRead(int matches) {
        assertEquals(matches, rows(PasteRow.Found.class));
    }

    private long rows(Class<? extends PasteRow> type) {
        return onFxThread(() ->
                list("pasteFound").getItems().stream().filter(type::isInstance).count());
    }

    private static Stream<Label> labels(Node node) {
        return node.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(Node::isVisible);
    }

    @ProofTest
    void wordBesideOptionIsUnmatched() {
        pasteList(showPane(), "ABS\nLED-Scheinwerfer mit Kurvenfahrlicht\nSchaltknauf in Leder");
        assertRead(3);
        assertTrue(onFxThread(() -> labels(frontScene().getRoot())
                .anyMatch(label -> label.getText().equals("2 of 3 new options  ·  2 left over"))));
        assertLabel("takePasted", "Choose 2 options");
        assertTrue(ticked("led_headlights"));
        assertFalse(ticked("leather_upholstery"), "the gear knob is of leather");
        assertEquals(2, rows(PasteRow.Leftover.class));
        closeDialog();
    }

    @ProofTest
    void optionIsPickedForTextLeftOver() {
        pasteList(showPane(), "ABS\nZetel die opwarmt\nTrekhaak");
        highlighted(DOWN);
        assertEquals(2, highlighted(DOWN), "below what was recognised");
        press(ENTER);
        assertFocused("pasteSearch");
        assertText("pasteSearch", "Zetel die opwarmt");
        press(ESCAPE);
        assertTrue(isDialogOpen(), "Esc closes only the search");
        assertFocused("pasteFound");
        press(ENTER);
        write("seat heat");
        press(DOWN);
        press(UP);
        press(ENTER);
        assertTrue(ticked("seat_heating"));
        assertEquals(2, highlighted(UNDEFINED), "in the row of the text");
        assertEquals(0, rows(PasteRow.Leftover.class));
        press(ENTER);
        assertFalse(isDialogOpen());
        assertEquals(List.of("abs", "towbar", "seat_heating"), form().options());
    }

    /** What a search finds for a whole line may be the opposite of what the line says. */
    @Test
    void secondEnterPicksNothing() {
        pasteList(showPane(), "ABS\nzonder panoramadak");
        assertEquals(1, highlighted(DOWN));
        press(ENTER);
        assertFocused("pasteSearch");
        assertFalse(onFxThread(() -> list("pasteHits").getItems().isEmpty()));
        press(ENTER);
        assertEquals(1, rows(PasteRow.Leftover.class));
        press(DOWN);
        assertEquals(0, onFxThread(() -> list("pasteHits").getSelectionModel().getSelectedIndex()));
        press(ENTER);
        assertEquals(0, rows(PasteRow.Leftover.class));
        closeDialog();
    }

    /** Presses a key and returns the index of the highlighted row. */
    private int highlighted(KeyCode key) {
        press(key);
        return onFxThread(() -> list("pasteFound").getSelectionModel().getSelectedIndex());
    }

    /** JavaFX would paint a row that is taken away and added again once without its styles. */
    @ProofTest
    void tickLeavesTheRowsInTheirCells() {
        pasteList(showPane(), "ABS\nTrekhaak");
        assertRead(2);
        List<Node> changed = new ArrayList<>();
        onFxThread(() -> node("pasteFound").lookupAll(".list-cell").stream()
                .map(ListCell.class::cast)
                .forEach(cell -> cell.graphicProperty().addListener(_ -> changed.add(cell))));
        press(SPACE);
        assertFalse(ticked("abs"));
        onFxThread(box("towbar")::fire);
        layOut();
        assertFalse(ticked("towbar"));
        press(SPACE);
        assertTrue(ticked("abs"));
        assertEmpty(changed);
        closeDialog();
    }

    @ProofTest
    void firstOptionOfListIsShown() {
        OptionsPane pane = showPane();
        pasteList(pane, "Sports suspension\nTraction control");
        press(ENTER);
        assertFalse(isDialogOpen());
        assertEquals(2, form().options().size());
        assertEquals("traction_control", highlighted(), "the first in the list");
    }

    @ProofTest
    void endKeyShowsWholeLastRow() {
        OptionsPane pane = showPane();
        pasteList(
                pane,
                String.join(
                        "\n",
                        listed().stream().limit(25).map(CarOption::prettyName).toList()));
        assertTrue(list("pasteFound").getItems().size() > 20);
        assertFocused("pasteFound");
        for (KeyCode key : List.of(END, HOME, PAGE_DOWN)) {
            press(key);
            until("the highlighted row is whole", this::isHighlightedRowWhole);
        }
        closeDialog();
    }

    /** JavaFX applies the styles, then lays out the rows of the next page, and then paints them. */
    @Test
    void rowsOfTheNextPageHaveTheirStyles() {
        OptionsPane pane = showPane();
        List<String> names =
                listed().stream().limit(60).map(CarOption::prettyName).toList();
        pasteList(
                pane,
                IntStream.range(0, names.size())
                        .mapToObj(row -> switch (row % 3) {
                            case 0 -> "Zetel " + row + " die opwarmt";
                            case 1 -> names.get(row);
                            default -> names.get(row).substring(1);
                        })
                        .collect(joining("\n")));
        for (KeyCode key : List.of(PAGE_DOWN, PAGE_DOWN, PAGE_UP, END, HOME)) {
            onFxThread(() -> assertStyled(node("pasteFound"), key));
            layOut();
        }
        closeDialog();
    }

    private boolean isHighlightedRowWhole() {
        Node list = node("pasteFound");
        Bounds shown = inScene(list);
        return list.lookupAll(".list-cell").stream()
                .map(ListCell.class::cast)
                .filter(cell -> cell.isSelected() && cell.isVisible())
                .map(cell -> inScene(cell))
                .anyMatch(cell -> cell.getMinY() > shown.getMinY() - 1 && cell.getMaxY() < shown.getMaxY() + 1);
    }

    @Test
    void carLoadedMeanwhileDoesNotGetOptions() {
        pasteList(showPane(), "Stoelverwarming voor\nABS");
        assertRead(2);
        onFxThread(() -> form().load(CarDraft.EMPTY, new AcceptedSuggestions()));
        press(ENTER);
        until(
                "the message",
                () -> labels(Window.getWindows().getLast().getScene().getRoot())
                        .anyMatch(label -> label.getText().startsWith("Another car was opened meanwhile")));
        closeDialog();
        assertEmpty(form().options());
        assertLabel("optionCount", "0 chosen");
    }

    @Test
    void tooLongOrEmptyListIsReportedAndReplaced() {
        pasteList(showPane(), "x ".repeat(OptionCatalogue.MAX_LIST_LENGTH));
        assertTrue(isVisible("pasteState") && label("pasteState").contains("400,000 characters"));
        assertFocused("pasteAgain");
        assertHidden("pasteFound");
        paste("One two three\nfour five six");
        assertStartsWith("No options were found", label("pasteState"));
        paste("ABS\nESP");
        assertRead(2);
        press(ENTER);
        assertFalse(isDialogOpen());
        assertLabel("optionCount", "2 chosen");
    }

    @Test
    void lateResultOfEarlierOrClosedListIsIgnored() {
        Deque<Runnable> work = new ArrayDeque<>();
        OptionsPane pane = showPane(createModel(form(), work::add));
        setOptions(options);
        work.forEach(Runnable::run);
        work.clear();
        layOut();
        pasteList(pane, "ABS\nESP\nStoelverwarming voor");
        paste("ABS\nESP");
        assertEquals(2, work.size(), "the readings");
        work.removeLast().run();
        layOut();
        assertRead(2);
        work.removeLast().run();
        layOut();
        assertRead(2);
        assertLabel("takePasted", "Choose 2 options");
        paste("ABS");
        closeDialog();
        work.remove().run();
        layOut();
        assertEmpty(form().options());
    }
}
