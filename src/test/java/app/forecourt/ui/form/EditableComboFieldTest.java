package app.forecourt.ui.form;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.ui.InputEvents.mouse;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** The arrow of a field with a list, by mouse. */
class EditableComboFieldTest extends FieldsFixture {
    private void pressButton(String id, MouseButton button) {
        onFxThread(() ->
                Event.fireEvent(node(id).lookup(".field-button"), mouse(MouseEvent.MOUSE_PRESSED, 1, 1, button, 1)));
        layOut();
    }

    private void pressText(String id) {
        onFxThread(() -> Event.fireEvent(node(id), mouse(MouseEvent.MOUSE_PRESSED, 5, 5)));
        layOut();
    }

    @Test
    void pressInEmptyFieldOpensTheList() {
        showFields(BODY_COLOR, BRAND);
        focus("brand");
        pressText("bodyColor");
        assertTrue(isPopupShowing());
        press(TAB);
        assertFalse(isPopupShowing());
        assertText("bodyColor", "", "nothing is chosen");
        pressText("bodyColor");
        pressText("bodyColor");
        assertFalse(isPopupShowing(), "the second press closes it");
        retype("bodyColor", "pistachio");
        focus("brand");
        pressText("bodyColor");
        assertFalse(isPopupShowing(), "a press sets the caret in a text");
    }

    private boolean isNoteOpen() {
        return onFxThread(
                () -> !frontScene().getRoot().lookupAll(".note-backdrop").isEmpty());
    }

    @Test
    void openListHidesTheOpenNote() {
        show(160, 400, () -> new VBox(createField(BODY_COLOR), createField(BRAND)));
        set(BODY_COLOR, "oranj");
        onFxThread(form::showAllProblems);
        focus("bodyColor");
        until("the note", this::isNoteOpen);
        pressButton("bodyColor", MouseButton.SECONDARY);
        assertFalse(isPopupShowing());
        pressButton("bodyColor", MouseButton.PRIMARY);
        assertTrue(isPopupShowing());
        until("no note behind the list", () -> !isNoteOpen());
        pressButton("bodyColor", MouseButton.PRIMARY);
        until("the note again", this::isNoteOpen);
    }

    @Test
    void doubleClickLeavesTheListOpen() {
        showFields(BODY_COLOR);
        doubleClick(node(BODY_COLOR.apiName()).lookup(".field-button"));
        assertTrue(isPopupShowing());
    }

    @Test
    void arrowsOfAllFieldsAreInOnePlace() {
        showFields(BODY_COLOR);
        ComboBox<String> box = onFxThread(() -> {
            ComboBox<String> added = new ComboBox<>();
            added.setMaxWidth(Double.MAX_VALUE);
            ((Pane) frontScene().getRoot()).getChildren().add(added);
            return added;
        });
        layOut();
        assertEquals(fromRight(box, ".arrow"), fromRight(node("bodyColor"), ".chevron-mark"), 0.5);
        assertEquals(
                box.lookup(".arrow").getLayoutBounds(),
                node("bodyColor").lookup(".chevron-mark").getLayoutBounds());
    }

    /** Returns the distance of the middle of an arrow from the right edge of its control. */
    private static double fromRight(Node control, String arrow) {
        return inScene(control).getMaxX() - inScene(control.lookup(arrow)).getCenterX();
    }
}
