package app.forecourt.ui.fx;

import static app.forecourt.ui.InputEvents.mouse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.forecourt.journey.Await;
import app.forecourt.ui.ToolkitTest;
import java.util.Objects;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** Test of {@link SearchField}: the cross is there with the text and clears the text. */
class SearchFieldTest extends ToolkitTest {
    private static void fire(SearchField field, EventType<MouseEvent> type) {
        field.fireEvent(mouse(type, 0, 0));
    }

    /** What is typed after a click replaces the last search. A second click places the caret. */
    @Test
    void clickThatGivesFocusSelectsTheText() {
        Await.onFxThread(() -> {
            SearchField field = new SearchField();
            new Scene(new VBox(new TextField(), field));
            field.setText("airco");
            fire(field, MouseEvent.MOUSE_PRESSED);
            field.requestFocus();
            fire(field, MouseEvent.MOUSE_RELEASED);
            assertEquals("airco", field.getSelectedText());
            field.deselect();
            fire(field, MouseEvent.MOUSE_PRESSED);
            fire(field, MouseEvent.MOUSE_RELEASED);
            assertEquals("", field.getSelectedText());
        });
    }

    @Test
    void crossClearsTheText() {
        Await.onFxThread(() -> {
            SearchField field = new SearchField();
            assertNotNull(field.getLeft());
            assertNull(field.getRight(), "nothing to clear");
            field.setText("airco");
            Node cross = Objects.requireNonNull(field.getRight());
            cross.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, 0, 0));
            assertEquals("", field.getText());
            assertNull(field.getRight());
        });
    }
}
