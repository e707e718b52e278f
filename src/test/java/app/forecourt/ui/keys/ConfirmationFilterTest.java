package app.forecourt.ui.keys;

import static app.forecourt.ui.InputEvents.keyPressed;
import static app.forecourt.ui.InputEvents.keyReleased;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.PaneTest;
import java.time.Duration;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys and clicks that the filter drops, with a clock that the test sets. */
class ConfirmationFilterTest extends PaneTest {
    private long nanoTime;
    private int cancelled;
    private int sent;
    private final ConfirmationFilter filter = new ConfirmationFilter(new ConfirmationPolicy(() -> nanoTime));

    @BeforeEach
    void showControls() {
        show(700, 500, () -> {
            TextField field = new TextField();
            field.setId("field");
            TextArea area = new TextArea();
            area.setId("area");
            CheckBox box = new CheckBox("Box");
            box.setId("box");
            Button cancel = new Button("Cancel");
            cancel.setId("cancel");
            cancel.setOnAction(_ -> cancelled++);
            ConfirmationFilter.markHarmless(cancel);
            Button send = new Button("Send");
            send.setId("send");
            send.setOnAction(_ -> sent++);
            ConfirmationFilter.markConfirming(send);
            ComboBox<String> choice = new ComboBox<>();
            choice.getItems().add("value");
            choice.setId("choice");
            MenuButton menu = new MenuButton("Menu", null, new MenuItem("Item"));
            menu.setId("menu");
            return new VBox(field, area, box, cancel, send, choice, menu);
        });
        onFxThread(filter::install);
        nanoTime += 2 * ConfirmationPolicy.QUIET.toNanos();
    }

    @AfterEach
    void closeFilter() {
        onFxThread(filter::close);
        onFxThread(question::hide);
    }

    /** Presses Enter without its release, as a held key does. */
    private void holdEnter(String id) {
        focus(id);
        onFxThread(() -> Event.fireEvent(node(id), keyPressed(ENTER)));
    }

    @Test
    void heldEnterTypesLinesOnlyWhereItBegan() {
        holdEnter("field");
        holdEnter("area");
        holdEnter("area");
        assertText("area", "");
        onFxThread(() -> Event.fireEvent(node("area"), keyReleased(ENTER)));
        holdEnter("area");
        holdEnter("area");
        assertText("area", "\n\n");
    }

    private void click(String id, int count) {
        click(node(id), count);
    }

    private void click(Node target, int count) {
        fireMouse(target, count, MouseEvent.MOUSE_ENTERED, MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED);
    }

    /** Presses the mouse in another window, at the place of a button of this one. */
    private void pressOver(String id, Node above) {
        fireMouse(above, middle(node(id)), 1, MouseEvent.MOUSE_PRESSED);
    }

    /** The first click may have put another button under the mouse. */
    @Test
    void secondClickOnAnotherControlIsDropped() {
        click("box", 1);
        click("cancel", 2);
        assertEquals(0, cancelled);
        click("cancel", 1);
        click("cancel", 2);
        assertEquals(2, cancelled, "the same button may be clicked quickly");
    }

    @Test
    void clickThroughClosedPopupIsDropped() {
        Popup popup = onFxThread(() -> {
            Popup created = new Popup();
            created.getContent().add(new Rectangle(300, 200));
            created.show(stage(), 0, 0);
            return created;
        });
        pressOver("cancel", popup.getContent().getFirst());
        onFxThread(popup::hide);
        click("cancel", 1);
        assertEquals(0, cancelled);
        nanoTime += StrayClickDetector.DOUBLE.toNanos();
        click("cancel", 1);
        assertEquals(1, cancelled);
        onFxThread(() -> popup.show(stage(), 0, 0));
        onFxThread(popup::hide);
        click("cancel", 1);
        assertEquals(2, cancelled, "a popup closed by a key swallows no click");
    }

    private final Stage question = onFxThread(() -> new Stage());

    private void openQuestion() {
        onFxThread(() -> {
            question.setScene(new Scene(new StackPane(new Rectangle(300, 200))));
            question.setX(0);
            question.show();
        });
    }

    private void closeQuestion() {
        onFxThread(() -> {
            question.hide();
            stage().requestFocus();
        });
        until("the focus of the window", stage()::isFocused);
    }

    /** Begins the pause, as each window does that opens. */
    private void beginPause() {
        onFxThread(() -> Event.fireEvent(stage(), new WindowEvent(stage(), WindowEvent.WINDOW_SHOWN)));
    }

    @Test
    void clickAndKeyCountAtOnceAfterQuestionIsClosed() {
        openQuestion();
        nanoTime += 2 * ConfirmationPolicy.QUIET.toNanos();
        closeQuestion();
        openQuestion();
        closeQuestion();
        click("send", 1);
        focus("send");
        press(ENTER);
        assertEquals(2, sent);
    }

    @Test
    void doubleClickThroughClosedQuestionIsDropped() {
        openQuestion();
        Node picture = onFxThread(
                () -> question.getScene().getRoot().getChildrenUnmodifiable().getFirst());
        pressOver("send", picture);
        closeQuestion();
        click("send", 1);
        assertEquals(0, sent);
        nanoTime += StrayClickDetector.DOUBLE.toNanos();
        click("send", 1);
        assertEquals(1, sent);
    }

    @Test
    void harmlessButtonCountsDuringPause() {
        beginPause();
        for (String id : List.of("cancel", "send")) {
            click(id, 1);
            focus(id);
            press(ENTER);
            nanoTime += Duration.ofMillis(300).toNanos();
            press(SPACE);
            nanoTime += Duration.ofMillis(1).toNanos();
        }
        assertEquals(3, cancelled);
        assertEquals(0, sent);
        focus("cancel");
        press(SHORTCUT, ENTER);
        assertEquals(3, cancelled, "Ctrl Enter is no press of the button");
    }

    @Test
    void heldOrDoubledEnterPressesNoHarmlessButton() {
        beginPause();
        holdEnter("send");
        for (int repeat = 0; repeat < 20; repeat++) {
            nanoTime += Duration.ofMillis(33).toNanos();
            holdEnter("cancel");
        }
        assertEquals(0, cancelled, "held");
        onFxThread(() -> Event.fireEvent(node("cancel"), keyReleased(ENTER)));
        nanoTime += Duration.ofMillis(20).toNanos();
        press(ENTER);
        assertEquals(0, cancelled, "doubled");
        nanoTime += Duration.ofMillis(400).toNanos();
        press(ENTER);
        assertEquals(1, cancelled);
    }

    @Test
    void doubleClickLeavesListsOpen() {
        click("choice", 1);
        click("choice", 2);
        assertTrue(onFxThread(() -> node("choice", ComboBox.class).isShowing()));
        click("choice", 1);
        assertFalse(onFxThread(() -> node("choice", ComboBox.class).isShowing()), "a click of its own");
        Node words = node("menu").lookup(".label");
        click(words, 1);
        click(words, 2);
        assertTrue(onFxThread(() -> node("menu", MenuButton.class).isShowing()));
    }

    @Test
    void secondClickOfDoubleOneLeavesTheBox() {
        CheckBox box = node("box", CheckBox.class);
        click("box", 1);
        click("box", 2);
        assertTrue(box.isSelected());
        click("box", 1);
        assertFalse(box.isSelected(), "a click of its own");
    }
}
