package app.forecourt.ui.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.journey.OptionLines;
import app.forecourt.model.form.AcceptedSuggestions;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Search and choice of options by keys, and the groups of the list. */
class OptionKeysTest extends OptionsFixture {

    @Test
    void optionsAreFoundAndRemovedAgain() {
        OptionsPane pane = showPane();
        focusSearch(pane);
        assertEquals("optionSearch", focusedId());
        write("heated s");
        press(KeyCode.ENTER);
        assertEquals("1 chosen", label("optionCount"));
        press(KeyCode.ENTER);
        assertEquals("1 chosen", label("optionCount"), "Enter removes nothing");
        assertTrue(label("optionSaid").contains("already chosen"), label("optionSaid"));
        press(KeyCode.DOWN);
        assertEquals("options", focusedId());
        press(KeyCode.SPACE);
        assertEquals("0 chosen", label("optionCount"));
        press(KeyCode.SPACE);
        assertEquals("1 chosen", label("optionCount"));
        press(KeyCode.ESCAPE);
        assertEquals("optionSearch", focusedId());
        write("zzz");
        assertTrue(label("optionSaid").contains("zzz"));
    }

    @Test
    void keysSkipGroupHeadings() {
        OptionsPane pane = showPane();
        assertEquals(7, headings().size());
        assertTrue(headings().getFirst().startsWith("SAFETY 0/"));

        focusSearch(pane);
        press(KeyCode.DOWN);
        assertEquals(1, highlightedIndex());
        press(KeyCode.RIGHT);
        int comfort = highlightedIndex();
        press(KeyCode.UP);
        assertEquals(comfort - 2, highlightedIndex(), "over the heading");
        press(KeyCode.DOWN);
        assertEquals(comfort, highlightedIndex());
        press(KeyCode.DOWN);
        press(KeyCode.SPACE);
        assertTrue(headings().get(1).startsWith("COMFORT 1/"));
        onFxThread(() -> appModel.form().load(CarDraft.EMPTY, new AcceptedSuggestions()));
        focusSearch(pane);
        press(KeyCode.DOWN);
        press(KeyCode.HOME);
        assertEquals(1, highlightedIndex());
        press(KeyCode.UP);
        assertEquals("optionSearch", focusedId());
    }

    @Test
    void selectedOptionsComeFirstInTheirGroup() {
        OptionsPane pane = showPane();
        choose(pane, "tyre pressure");
        press(KeyCode.ESCAPE);
        assertEquals("tyre_pressure_monitoring", OptionLines.options(list("options")).getFirst().name());
        assertTrue(headings().getFirst().startsWith("SAFETY 1/"));
    }

    @Test
    void startAndEndOfSearchScrollToTop() {
        OptionsPane pane = showPane();
        ListView<?> list = list("options");
        focusSearch(pane);
        press(KeyCode.DOWN);
        press(KeyCode.END);
        until("the end of the list", () -> top(list) > 0);
        focusSearch(pane);
        write("a");
        until("the best", () -> top(list) == 0);
        press(KeyCode.DOWN);
        press(KeyCode.END);
        until("the end of the result", () -> top(list) > 0);
        press(KeyCode.ESCAPE);
        until("the first group", () -> top(list) == 0);
    }

    private static int top(ListView<?> list) {
        return ((VirtualFlow<?>) list.lookup(".virtual-flow")).getFirstVisibleCell().getIndex();
    }

    @Test
    void shortTextIsPastedIntoSearchUnchanged() {
        OptionsPane pane = showPane();
        focusSearch(pane);
        paste("Sitzheizung");
        assertEquals("Sitzheizung", text("optionSearch"));
        press(KeyCode.ENTER);
        assertEquals("1 chosen", label("optionCount"));
    }

    @Test
    void tooLongTextIsNotPastedIntoSearch() {
        OptionsPane pane = showPane();
        focusSearch(pane);
        paste("汽车 سيارة car ".repeat(100_000).substring(0, 1_000_000));
        assertEquals("", text("optionSearch"));
        assertEquals("Not pasted: 1,000,000 characters, at most 100 fit here", label("optionSaid"));
    }
}
