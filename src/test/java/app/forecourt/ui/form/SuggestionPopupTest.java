package app.forecourt.ui.form;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.ui.InputEvents.keyPressed;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F10;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.PAGE_DOWN;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.PaneTest;
import app.forecourt.ui.input.KnownValues;
import app.forecourt.ui.input.SuggestionPopup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suggestions below a text field, by keys and by mouse. */
class SuggestionPopupTest extends PaneTest {
    private final List<String> words = new ArrayList<>(List.of("golf plus", "golf", "polo"));

    private final TextField field = new TextField();
    private final TextField next = new TextField();
    private final List<String> requests = new ArrayList<>();
    private Runnable toggle;
    private final List<String> completions = new ArrayList<>();
    private final List<KeyCode> keysBelow = new ArrayList<>();

    @BeforeEach
    void showField() {
        field.setId("model");
        show(400, 300, () -> {
            toggle = SuggestionPopup.install(
                    field, new Models(), (typed, text) -> completions.add(typed + " → " + text), () -> {});
            Label label = new Label("Model");
            label.setLabelFor(field);
            field.addEventHandler(
                    ActionEvent.ACTION, _ -> field.setText(field.getText().toUpperCase(Locale.ROOT)));
            VBox root = new VBox(label, next, field);
            root.addEventHandler(KeyEvent.KEY_PRESSED, key -> keysBelow.add(key.getCode()));
            return root;
        });
        onFxThread(next::requestFocus);
        focus("model");
    }

    private final class Models implements KnownValues {
        @Override
        public List<String> matching(String typed, boolean asked) {
            requests.add(typed + (asked ? " asked" : ""));
            return words.stream().filter(word -> word.startsWith(typed)).toList();
        }

        @Override
        public boolean isKnown(String typed) {
            return words.contains(typed);
        }

        @Override
        public String typedText(String shown) {
            return shown.equals("polo") ? "VW polo" : shown;
        }
    }

    private static ListView<?> list() {
        return Window.getWindows().stream()
                .filter(Popup.class::isInstance)
                .map(popup -> (ListView<?>) popup.getScene().getRoot().lookup(".suggestions"))
                .findFirst()
                .orElseThrow();
    }

    private void typeAndOpen(String text) {
        write(text);
        untilPopup();
    }

    /** Moves to the next field. */
    private void tab() {
        press(TAB);
        until("the next field", next::isFocused);
    }

    private void assertValue(String expected) {
        assertEquals(expected, field.getText());
    }

    private void assertValue(String expected, String reason) {
        assertEquals(expected, field.getText(), reason);
    }

    @Test
    void spaceOnSelectedTextOpensList() {
        onFxThread(() -> {
            field.setText("golf");
            field.selectAll();
        });
        press(ESCAPE);
        assertFalse(isPopupShowing());
        write(" ");
        assertTrue(isPopupShowing());
        write(" ");
        assertValue("golf");
        write("p");
        assertValue("p", "a letter replaces the text");
        write(" ");
        assertValue("p ");
        onFxThread(() -> field.setText(""));
        write(" ");
        assertValue(" ");
    }

    @Test
    void listIsAsWideAsItsLongestValue() {
        String model = "polo with the very longest name of all models";
        words.set(0, model);
        onFxThread(() -> field.setMaxWidth(100));
        typeAndOpen(model.substring(0, 8));
        Text text = new Text(model);
        text.setFont(field.getFont());
        assertTrue(list().getWidth() > text.getLayoutBounds().getWidth(), () -> "wide " + list().getWidth());
    }

    @Test
    void typingShowsListAndTakesNothing() {
        typeAndOpen("golf");
        assertEquals(List.of("golf"), requests, "one request for four letters, as a known word is not completed");
        assertEquals(List.of("golf plus", "golf"), list().getItems());
        assertEquals("Model", list().getAccessibleText());
        press(ENTER);
        assertFalse(isPopupShowing());
        assertValue("GOLF");
        assertEmpty(keysBelow);
    }

    @Test
    void tabLeavesInputAndMovesFocus() {
        typeAndOpen("gol");
        tab();
        assertFalse(isPopupShowing());
        assertValue("gol");
    }

    @Test
    void onlyValueThatBeginsSoIsCompleted() {
        write("po");
        tab();
        assertValue("VW polo", "also before the list is there");
        assertEquals(List.of("po → VW polo"), completions);
        onFxThread(() -> {
            field.requestFocus();
            field.undo();
        });
        assertValue("po");
        tab();
        assertValue("po", "what Ctrl+Z brought back stays");
        assertEquals(1, completions.size());
    }

    @Test
    void textOfOtherCarIsNotCompleted() {
        onFxThread(() -> field.setText("po"));
        tab();
        assertValue("po");
        assertEmpty(completions);
    }

    @Test
    void openedListOfValueTakesNothing() {
        onFxThread(() -> field.setText("golf"));
        press(DOWN);
        assertEquals("golf", list().getSelectionModel().getSelectedItem());
        tab();
        assertValue("golf");
        onFxThread(field::clear);
        onFxThread(toggle);
        untilPopup();
        assertEquals(-1, list().getSelectionModel().getSelectedIndex(), "a click only shows the list");
        tab();
        assertValue("");
    }

    @Test
    void onlyRowThatTabTakesIsFilled() {
        typeAndOpen("go");
        assertEquals(0, opacityOfSelectedRow(), "several values begin with the input");
        press(DOWN);
        assertTrue(opacityOfSelectedRow() > 0, "chosen by a key");
    }

    private double opacityOfSelectedRow() {
        return onFxThread(() -> {
            list().applyCss();
            list().layout();
            Region row = (Region) list().lookupAll(".list-cell").stream()
                    .filter(cell -> ((ListCell<?>) cell).isSelected())
                    .findFirst()
                    .orElseThrow();
            return row.getBackground() == null
                    ? 0.0
                    : (double)
                            ((Color) row.getBackground().getFills().getFirst().getFill()).getOpacity();
        });
    }

    @Test
    void pageKeysChooseRow() {
        typeAndOpen("gol");
        press(PAGE_DOWN);
        Object marked = list().getSelectionModel().getSelectedItem();
        press(ENTER);
        assertEquals(marked, field.getText(), "the row that is marked is taken");
    }

    @Test
    void sameWordIsCompletedInNextVisit() {
        for (int car = 0; car < 2; car++) {
            onFxThread(() -> {
                field.clear();
                field.requestFocus();
            });
            write("po");
            tab();
            assertValue("VW polo");
        }
    }

    @Test
    void wholeWordIsNotCompleted() {
        words.add("xsara picasso");
        write("xsara");
        tab();
        assertValue("xsara");
        assertEmpty(completions);
    }

    @Test
    void escapeKeepsInputAsTyped() {
        write("po");
        press(ESCAPE);
        tab();
        assertValue("po", "Escape before the list is there");
        onFxThread(() -> {
            field.requestFocus();
            field.clear();
        });
        typeAndOpen("po");
        keysBelow.clear();
        press(ESCAPE);
        assertFalse(isPopupShowing());
        assertEmpty(keysBelow);
        tab();
        assertValue("po", "Escape in the list");
        onFxThread(() -> {
            field.requestFocus();
            next.requestFocus();
        });
        press(TAB);
        assertValue("po", "an earlier input is not completed");
        assertEmpty(completions);
    }

    @Test
    void chosenSuggestionIsInsertedAndCanBeUndone() {
        typeAndOpen("g");
        press(DOWN);
        press(ENTER);
        assertValue("golf plus");
        assertEquals(field.getLength(), field.getCaretPosition());
        assertFalse(isPopupShowing());
        assertEmpty(completions, "the user chose it");
        onFxThread(field::undo);
        assertValue("g");
    }

    @Test
    void downOpensAllAndSelectsFirst() {
        press(DOWN);
        assertEquals(List.of(" asked"), requests);
        assertEquals(words, list().getItems());
        press(ENTER);
        assertValue("golf plus");
    }

    /** Keys of a scanner come before the next frame. */
    @Test
    void keyBeforeTheNextFrameReachesTheList() {
        onFxThread(() -> {
            Event.fireEvent(field, keyPressed(DOWN));
            Event.fireEvent(field, keyPressed(ENTER));
        });
        assertValue("golf plus");
    }

    @Test
    void returningToFieldShowsNoOldSuggestions() {
        typeAndOpen("g");
        onFxThread(field::clear);
        until("no list", () -> !isPopupShowing());
        requests.clear();
        typeAndOpen("g");
        onFxThread(() -> {
            field.appendText("o");
            next.requestFocus();
            field.requestFocus();
        });
        assertFalse(isPopupShowing());
        press(DOWN);
        assertEquals(List.of("g", "go asked"), requests);
    }

    @Test
    void readOnlyFieldHasNoList() {
        onFxThread(() -> field.setEditable(false));
        press(DOWN);
        assertEmpty(requests);
    }

    @Test
    void caretAndFunctionKeysHideList() {
        typeAndOpen("go");
        press(F10);
        assertFalse(isPopupShowing());
        typeAndOpen("l");
        press(HOME);
        assertFalse(isPopupShowing());
        until("the caret", () -> field.getCaretPosition() == 0);
    }

    @Test
    void clickedSuggestionIsInserted() {
        typeAndOpen("golf");
        click(onFxThread(() -> list().lookupAll(".list-cell").stream()
                .filter(cell -> "golf plus".equals(((ListCell<?>) cell).getText()))
                .findFirst()
                .orElseThrow()));
        assertValue("golf plus");
        assertFalse(isPopupShowing());
    }
}
