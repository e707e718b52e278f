package app.forecourt.ui.options;

import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static app.forecourt.ui.InputEvents.mouse;
import static javafx.scene.input.KeyCode.B;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.PAGE_DOWN;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.S;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.model.AppModel;
import app.forecourt.model.form.AcceptedSuggestions;
import app.forecourt.option.CarOption;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.options.OptionRows.Fold;
import app.forecourt.ui.options.OptionRows.Row;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** Search and choice of options by keys, and the groups of the list. */
class OptionKeysTest extends OptionsFixture {

    private OptionsPane showSearch() {
        OptionsPane pane = showPane();
        focusSearch(pane);
        return pane;
    }

    private void assertChosen(int count) {
        assertEquals(count + " chosen", label("optionCount"));
    }

    @Test
    void optionsAreFoundAndRemovedAgain() {
        showSearch();
        assertFocused("optionSearch");
        write("heated s");
        press(ENTER);
        assertChosen(1);
        press(ENTER);
        assertLabel("optionCount", "1 chosen", "Enter removes nothing");
        assertContains("already chosen", label("optionSaid"));
        press(ENTER);
        assertLabel("optionCount", "0 chosen", "the next one does");
        press(ENTER);
        assertChosen(1);
        press(DOWN);
        assertFocused("options");
        press(SPACE);
        assertChosen(0);
        press(SPACE);
        assertChosen(1);
        press(ESCAPE);
        assertFocused("optionSearch");
        write("zzz");
        assertContains("zzz", label("optionSaid"));
    }

    @Test
    void optionsOfTheNextPageHaveTheirStyles() {
        showPane();
        for (KeyCode key : List.of(PAGE_DOWN, PAGE_DOWN, END, HOME)) {
            onFxThread(() -> assertStyled(node("options"), key));
            layOut();
        }
    }

    @Test
    void lettersInListGoToSearch() {
        OptionsPane pane = showPane();
        choose(pane, "trailer");
        press(DOWN);
        press(SPACE);
        write(" ");
        assertFocused("options");
        press(SHORTCUT, S);
        assertFocused("options");
        press(B);
        write("blue");
        assertFocused("optionSearch");
        assertText("optionSearch", "blue");
        press(DOWN);
        press(BACK_SPACE);
        assertText("optionSearch", "blu");
        write("e");
        assertText("optionSearch", "blue");
    }

    @ProofTest
    void clickClearsWhatWasSaidOfTheOption() {
        OptionsPane pane = showPane();
        choose(pane, "abs");
        focusSearch(pane);
        press(DOWN);
        press(SPACE);
        assertLabel("optionSaid", "ABS: no longer chosen");
        onFxThread(() -> node("option-abs", CheckBox.class).fire());
        assertChosen(1);
        assertLabel("optionSaid", "");
    }

    @ProofTest
    void doubleClickChoosesOptionOnce() {
        showSearch();
        doubleClick(node("option-active_bonnet"));
        assertTrue(onFxThread(() -> node("option-active_bonnet", CheckBox.class).isSelected()));
    }

    @ProofTest
    void doubleClickFoldsGroupOnce() {
        showPane();
        int rows = onFxThread(() -> list("options").getItems().size());
        doubleClick(onFxThread(() -> node("options").lookup(".list-cell:heading")));
        assertTrue(onFxThread(() -> list("options").getItems().size()) < rows);
    }

    @ProofTest
    void clickOnOptionFocusesList() {
        showSearch();
        onFxThread(() -> node("option-active_bonnet").fireEvent(mouse(MouseEvent.MOUSE_PRESSED, 1, 1)));
        assertFocused("options");
        press(SPACE);
        assertEquals(List.of("active_bonnet"), form().options());
    }

    @Test
    void arrowKeysGoThroughGroups() {
        OptionsPane pane = showPane();
        assertEquals(7, headings().size());
        assertTrue(headings().getFirst().startsWith("SAFETY 0/"));

        focusSearch(pane);
        press(DOWN);
        assertEquals(1, highlightedIndex(), "the first option");
        press(RIGHT);
        int comfort = highlightedIndex();
        assertTrue(isHeading(comfort));
        press(RIGHT);
        assertEquals(comfort + 1, highlightedIndex());
        press(SPACE);
        assertTrue(headings().get(1).startsWith("COMFORT 1/"));
        press(LEFT);
        assertEquals(comfort, highlightedIndex());
        onFxThread(() -> form().load(CarDraft.EMPTY, new AcceptedSuggestions()));
        focusSearch(pane);
        press(DOWN);
        press(HOME);
        assertEquals(0, highlightedIndex());
        press(UP);
        assertFocused("optionSearch");
    }

    private boolean isHeading(int index) {
        return onFxThread(() -> list("options").getItems().get(index) instanceof OptionRows.Row.Heading);
    }

    @ProofTest
    void groupFoldsAndIsStillSearched() {
        AppModel model = createModel(form());
        OptionsPane pane = showPane(model);
        setOptions(options);
        focusSearch(pane);
        press(DOWN);
        press(LEFT);
        press(LEFT);
        assertEquals(0, highlightedIndex());
        assertTrue(isHeading(1), "the options of the first group are hidden");
        assertEquals(7, headings().size());
        press(ESCAPE);
        write("abs");
        assertEquals("abs", listed().getFirst().name());
        press(ENTER);
        press(ESCAPE);
        assertStartsWith("SAFETY 1/", headings().getFirst());

        // Another language makes a new pane.
        showPane(model);
        setOptions(options.subList(0, options.size() - 1));
        assertTrue(isHeading(1), "it stays folded");
        clickOnHeading(0);
        assertFalse(isHeading(1), "a click unfolds it");
    }

    private void clickOnHeading(int index) {
        onFxThread(() -> ((VirtualFlow<?>) list("options").lookup(".virtual-flow"))
                .getCell(index)
                .fireEvent(mouse(MouseEvent.MOUSE_CLICKED, 1, 1)));
        layOut();
    }

    @ProofTest
    void pillShowsOnlyChosenOptions() {
        OptionsPane pane = showPane();
        assertTrue(node("optionCount").isDisabled(), "there is nothing to show");
        choose(pane, "abs");
        choose(pane, "heated s");
        press(ESCAPE);
        int rows = list("options").getItems().size();
        push("optionCount");
        assertTrue(list("options").getItems().stream()
                .allMatch(row -> !(row instanceof Row.Heading heading) || heading.fold() == Fold.FIXED));
        press(SPACE);
        assertEquals(rows, list("options").getItems().size());
        press(SPACE);
        assertEquals(
                List.of("abs", "heated_seats"),
                listed().stream().map(CarOption::name).toList());
        assertTrue(hasPseudoClass("optionCount", "selected"));
        focusSearch(pane);
        write("tow");
        assertFalse(hasPseudoClass("optionCount", "selected"), "a search goes through all options");
        assertFalse(list("options").getItems().isEmpty());
    }

    @ProofTest
    void startAndEndOfSearchScrollToTop() {
        OptionsPane pane = showPane();
        ListView<?> list = list("options");
        focusSearch(pane);
        press(DOWN);
        press(END);
        until("the end of the list", () -> top(list) > 0);
        focusSearch(pane);
        write("a");
        until("the best", () -> top(list) == 0);
        press(DOWN);
        press(END);
        until("the end of the result", () -> top(list) > 0);
        press(ESCAPE);
        until("the first group", () -> top(list) == 0);
    }

    private static int top(ListView<?> list) {
        return ((VirtualFlow<?>) list.lookup(".virtual-flow"))
                .getFirstVisibleCell()
                .getIndex();
    }

    @ProofTest
    void shortTextIsPastedIntoSearchUnchanged() {
        showSearch();
        paste("Sitzheizung");
        assertText("optionSearch", "Sitzheizung");
        press(ENTER);
        assertChosen(1);
    }

    @ProofTest
    void tooLongTextIsNotPastedIntoSearch() {
        showSearch();
        paste("汽车 سيارة car ".repeat(100_000).substring(0, 1_000_000));
        assertText("optionSearch", "");
        assertLabel("optionSaid", "Not pasted: 1,000,000 characters, at most 100 fit here");
    }
}
