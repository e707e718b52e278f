package app.forecourt.ui.options;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static app.forecourt.ui.InputEvents.mouse;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.AccessibilityCheck;
import app.forecourt.option.CarOption;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** The chips of the chosen options: their keys, their cross and their rows. */
class ChosenChipsPaneTest extends OptionsFixture {

    private OptionsPane showChosen(int count) {
        OptionsPane pane = showPane();
        choose(count);
        layOut();
        return pane;
    }

    private void choose(int count) {
        onFxThread(() -> form().options()
                .setAll(options.stream().limit(count).map(CarOption::name).toList()));
        layOut();
    }

    private List<OptionChip> chips() {
        return onFxThread(() -> node("optionChips").lookupAll(".option-chip").stream()
                .filter(OptionChip.class::isInstance)
                .map(OptionChip.class::cast)
                .filter(Node::isVisible)
                .toList());
    }

    private List<String> texts() {
        return chips().stream().map(OptionChip::getText).toList();
    }

    private String focusedText() {
        return onFxThread(() -> frontScene().getFocusOwner() instanceof OptionChip chip ? chip.getText() : "");
    }

    private void click(OptionChip chip, double x) {
        onFxThread(() -> Stream.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)
                .forEach(type -> chip.fireEvent(mouse(type, x, 10))));
        layOut();
    }

    @ProofTest
    void listStaysUnderTheMouse() {
        OptionsPane pane = showPane();
        double top = inScene(node("options")).getMinY();
        onFxThread(() -> node("options").fireEvent(mouse(MouseEvent.MOUSE_PRESSED, 10, 10)));
        choose(9);
        assertEquals(top, inScene(node("options")).getMinY());
        focusSearch(pane);
        press(RIGHT);
        layOut();
        assertTrue(inScene(node("options")).getMinY() > top, "a key ends the wait");
        assertFalse(chips().isEmpty());
    }

    /** A car with many options hides the others, and what was just chosen must be seen. */
    @Test
    void optionChosenLastIsFirst() {
        showChosen(30);
        String newest = options.get(30).name();
        onFxThread(() -> form().toggleOption(newest));
        layOut();
        assertEquals(newest, chips().getFirst().option().name());
    }

    @Test
    void keysRemoveChipsAndKeepFocus() {
        OptionsPane pane = showChosen(4);
        List<String> all = texts();
        assertEquals(4, all.size());
        focusSearch(pane);
        press(TAB);
        assertEquals(all.getFirst(), focusedText());
        press(RIGHT);
        press(DELETE);
        assertEquals(all.get(2), focusedText(), "the next one");
        press(BACK_SPACE);
        assertEquals(all.get(3), focusedText());
        press(ENTER);
        assertEquals(2, texts().size(), "Enter removes nothing");
        assertFocused("options");
        press(SHIFT, TAB);
        assertEquals(all.get(3), focusedText(), "Tab stops where the focus was");
        press(SPACE);
        assertFocused("optionSearch", "there is no next one");
        assertEquals(List.of(all.getFirst()), texts());
        assertLabel("optionCount", "1 chosen");
        assertEndsWith("no longer chosen", label("optionSaid"));
    }

    @Test
    void doubleClickOnCrossRemovesOneOption() {
        showChosen(3);
        OptionChip chip = chips().getFirst();
        doubleClick(chip.lookup(".chip-cross"));
        assertEquals(2, texts().size());
    }

    @ProofTest
    void onlyCrossRemovesByMouse() {
        OptionsPane pane = showChosen(2);
        focusSearch(pane);
        OptionChip chip = chips().getFirst();
        String option = chip.option().name();
        click(chip, 5);
        assertEquals(2, texts().size());
        assertFocused("options", "the name shows the option in the list");
        assertEquals(option, highlighted());
        click(chip, chip.getWidth() - 8);
        assertFalse(form().options().contains(option));
        assertFocused("options", "the focus stays");
    }

    @Test
    void buttonBehindThreeRowsShowsAllInList() {
        showChosen(30);
        int few = chips().size();
        assertEquals(30 - few + " more", label("moreOptions"));
        assertEquals(3, chips().stream().map(Node::getLayoutY).distinct().count());
        push("moreOptions");
        layOut();
        assertFocused("options");
        assertEquals(30, listed().size());
        assertTrue(hasPseudoClass("optionCount", "selected"));
    }

    /** In a narrow pane the text of a chip wraps. */
    @ProofTest
    void longNameIsNotCutOff() {
        messages = new Messages(Locale.GERMANY, clock);
        showChosen(40);
        onFxThread(() -> stage().setWidth(270));
        until("the narrow window", () -> frontScene().getWidth() == 270);
        layOut();
        for (OptionChip chip : chips()) {
            assertTrue(inScene(chip).getMaxX() <= 270, chip.getText());
            assertEquals(chip.getText(), onFxThread(() -> ((Text) chip.lookup(".text")).getText()));
        }
        assertTrue(chips().stream().allMatch(chip -> chip.getAccessibleText().endsWith(" entfernen")));
        assertEmpty(onFxThread(() -> AccessibilityCheck.faults(frontScene())));
    }

    @Test
    void readOnlyCarKeepsItsChips() {
        locked.set(true);
        showChosen(2);
        OptionChip chip = chips().getLast();
        click(chip, chip.getWidth() - 4);
        onFxThread(chip::fire);
        assertEquals(2, form().options().size());
        assertLabel("optionSaid", "");
        assertEquals(chip.getText(), chip.getAccessibleText());
    }
}
