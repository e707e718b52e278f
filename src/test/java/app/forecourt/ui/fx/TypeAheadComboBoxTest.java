package app.forecourt.ui.fx;

import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.UNDEFINED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.Await;
import app.forecourt.ui.ToolkitTest;
import java.util.function.Consumer;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Test of {@link TypeAheadComboBox}: what the combo boxes of JavaFX and ControlsFX lack. */
class TypeAheadComboBoxTest extends ToolkitTest {
    private static void withBox(Consumer<ComboBox<String>> test) {
        Await.onFxThread(() -> {
            ComboBox<String> box = new TypeAheadComboBox<>(country -> country);
            box.getItems().setAll("Belgium", "Netherlands", "Norway");
            box.setValue("Belgium");
            Stage stage = new Stage();
            stage.setScene(new Scene(box));
            stage.show();
            test.accept(box);
            stage.close();
        });
    }

    private static void press(ComboBox<String> box, KeyCode key, String text, boolean ctrl) {
        fire(box, KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, text, key, ctrl);
        fire(box, KeyEvent.KEY_TYPED, text, "", UNDEFINED, ctrl);
    }

    private static void fire(
            ComboBox<String> box, EventType<KeyEvent> type, String character, String text, KeyCode key, boolean ctrl) {
        box.fireEvent(new KeyEvent(type, character, text, key, false, ctrl, false, false));
    }

    @Test
    void sameLetterChoosesTheNextValue() {
        withBox(box -> {
            press(box, N, "n", false);
            assertEquals("Netherlands", box.getValue());
            press(box, N, "n", false);
            assertEquals("Norway", box.getValue());
        });
    }

    @Test
    void shortcutChoosesNothing() {
        withBox(box -> {
            press(box, N, "n", true);
            assertEquals("Belgium", box.getValue());
        });
    }

    @Test
    void spaceOpensTheList() {
        withBox(box -> {
            press(box, SPACE, " ", false);
            assertTrue(box.isShowing());
        });
    }
}
