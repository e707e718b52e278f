package app.forecourt.ui.form;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.ALT;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.DIGIT9;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.PAGE_DOWN;
import static javafx.scene.input.KeyCode.PAGE_UP;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.AccessibilityCheck;
import app.forecourt.ui.words.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DateCell;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** The calendar of a date field, by keys and by mouse. */
class DateFieldTest extends FieldsFixture {
    private static final String DATE = DATE_OF_FIRST_REGISTRATION.apiName();

    /** Colour of what Enter takes, in the light theme. */
    private static final Color ACCENT = Color.web("#0969da");

    private void showField() {
        showFields(DATE_OF_FIRST_REGISTRATION, YEAR_OF_CONSTRUCTION);
        focus(DATE);
    }

    private Scene calendar() {
        return onFxThread(() -> Window.getWindows().stream().filter(PopupWindow.class::isInstance)
                .findFirst().orElseThrow().getScene());
    }

    private Stream<DateCell> days() {
        return calendar().getRoot().lookupAll(".day-cell").stream().map(DateCell.class::cast);
    }

    private LocalDate marked() {
        return onFxThread(() -> ((DateCell) calendar().getFocusOwner()).getItem());
    }

    private String month() {
        return onFxThread(
                () -> String.join(" ", calendar().getRoot().lookupAll(".month-title .label").stream()
                        .map(label -> ((Label) label).getText()).toList()));
    }

    private void click(Node node) {
        onFxThread(
                () -> List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)
                        .forEach(type -> Event.fireEvent(node,
                                new MouseEvent(type, 0, 0, 0, 0, MouseButton.PRIMARY, 1,
                                        false, false, false, false, type == MouseEvent.MOUSE_PRESSED, false,
                                        false, true, false,
                                        true, null))));
        layOut();
    }

    private void clickButton(String name) {
        click(onFxThread(() -> calendar().getRoot().lookupAll(".button").stream()
                .filter(button -> name.equals(button.getAccessibleText())).findFirst().orElseThrow()));
    }

    @Test
    void typedDateStaysAsTyped() {
        showField();
        write("12-3-2019");
        assertFalse(isPopupShowing());
        press(ESCAPE);
        press(TAB);
        assertEquals("12-3-2019", text(DATE));
        assertEquals("yearOfConstruction", focusedId(), "the calendar's button is no stop of Tab");
    }

    @Test
    void pickedDayIsWrittenAndCanBeUndone() {
        showField();
        write("12-3-2019");
        press(ALT, DOWN);
        assertEquals(LocalDate.of(2019, 3, 12), marked());
        assertEquals(ACCENT,
                onFxThread(() -> ((DateCell) calendar().getFocusOwner()).getBackground().getFills()
                        .getFirst().getFill()),
                "Enter takes it");
        for (KeyCode key : List.of(RIGHT, DOWN, PAGE_UP)) {
            press(key);
        }
        press(SHIFT, PAGE_DOWN);
        assertEquals(LocalDate.of(2020, 2, 20), marked());
        assertEquals("12-3-2019", text(DATE), "only a picked day is written");
        press(ENTER);
        assertFalse(isPopupShowing());
        assertEquals("20/02/2020", text(DATE));
        assertEquals(DATE, focusedId());
        press(SHORTCUT, Z);
        assertEquals("12-3-2019", text(DATE));
    }

    @Test
    void escapeClosesAndChangesNothing() {
        showField();
        write("3/2019");
        press(DOWN);
        press(PAGE_UP);
        press(ESCAPE);
        assertFalse(isPopupShowing());
        assertEquals("3/2019", text(DATE));
        assertEquals(DATE, focusedId());
    }

    @Test
    void calendarClosesWhenCarIsOnItsWay() {
        showField();
        write("12-3-2019");
        press(DOWN);
        assertTrue(isPopupShowing());
        onFxThread(() -> form.setReadOnly(true));
        assertFalse(isPopupShowing());
        assertEquals("12-3-2019", text(DATE));
    }

    @Test
    void typingClosesCalendarAndGoesOn() {
        showField();
        write("12-3-201");
        press(DOWN);
        press(DIGIT9);
        write("9");
        assertFalse(isPopupShowing());
        assertEquals("12-3-2019", text(DATE));
        press(DOWN);
        press(BACK_SPACE);
        assertFalse(isPopupShowing());
        assertEquals("12-3-201", text(DATE));
        press(DOWN);
        press(TAB);
        assertFalse(isPopupShowing());
        assertEquals("yearOfConstruction", focusedId());
    }

    @Test
    void opensAtYearOfCarAndEndsToday() {
        showField();
        press(DOWN);
        assertEquals(messages.today(), marked());
        press(PAGE_DOWN);
        assertEquals(messages.today(), marked(), "a car is not registered in the future");
        onFxThread(() -> assertTrue(days().filter(DateCell::isDisabled)
                .allMatch(day -> day.getItem().isAfter(messages.today()))));
        press(ESCAPE);
        type("yearOfConstruction", "2015");
        focus(DATE);
        press(DOWN);
        assertEquals(LocalDate.of(2015, 1, 1), marked());
    }

    @Test
    void mouseStepsYearsAndPicksDay() {
        showField();
        write("12-3-2019");
        Node button = onFxThread(() -> node(DATE).lookup(".field-button"));
        click(button);
        clickButton("Previous year");
        clickButton("Next month");
        assertEquals("April 2018", month());
        click(onFxThread(
                () -> days().filter(day -> day.getItem().equals(LocalDate.of(2018, 4, 5))).findFirst()
                        .orElseThrow()));
        assertEquals("05/04/2018", text(DATE));
        assertFalse(isPopupShowing());
        assertEquals("Show the calendar: First registration", button.getAccessibleText());
    }

    @Test
    void arrowsOfAllFieldsAreInOnePlace() {
        showFields(BODY_COLOR, DATE_OF_FIRST_REGISTRATION);
        ComboBox<String> box = onFxThread(() -> {
            ComboBox<String> added = new ComboBox<>();
            added.setMaxWidth(Double.MAX_VALUE);
            ((Pane) frontScene().getRoot()).getChildren().add(added);
            return added;
        });
        layOut();
        double distance = fromRight(box, ".arrow");
        assertEquals(distance, fromRight(node("bodyColor"), ".chevron-mark"), 0.5);
        assertEquals(distance, fromRight(node(DATE), ".field-button .ikonli-font-icon"), 0.5);
        assertEquals(box.lookup(".arrow").getLayoutBounds(),
                node("bodyColor").lookup(".chevron-mark").getLayoutBounds());
    }

    /** Returns the distance of the middle of an arrow from the right edge of its control. */
    private static double fromRight(Node control, String arrow) {
        return inScene(control).getMaxX() - inScene(control.lookup(arrow)).getCenterX();
    }

    @Test
    void calendarSpeaksLanguageOfWindow() {
        messages = new Messages(Locale.GERMANY, clock);
        showField();
        write("12.3.2019");
        press(DOWN);
        assertEquals("März 2019", month());
        assertEquals("Mo",
                onFxThread(() -> ((DateCell) calendar().getRoot().lookup(".day-name-cell")).getText()));
        assertEmpty(onFxThread(() -> AccessibilityCheck.faults(calendar())));
        press(ENTER);
        assertEquals("12.03.2019", text(DATE));
    }
}
