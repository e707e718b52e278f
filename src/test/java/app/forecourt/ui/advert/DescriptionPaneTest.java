package app.forecourt.ui.advert;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static javafx.scene.input.KeyCode.DOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.AdvertModel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Description builder without a window. */
class DescriptionPaneTest extends AdvertFixture {
    private final List<String> edited = new ArrayList<>();
    private AdvertModel advertising;
    private DescriptionPane pane;

    @BeforeEach
    void createPane() {
        form.text(BRAND).set("opel");
        form.text(MODEL).set("corsa");
        form.text(MILEAGE).set("148.000");
        advertising = createModel();
        open("");
    }

    private void open(String editedEarlier) {
        onFxThread(() -> advertising.whenLoaded(
                () -> pane = new DescriptionPane(advertising, messages, editedEarlier, edited::add)));
    }

    @Test
    void editedTextIsReportedAndShownAgain() {
        open("Mine");
        onFxThread(() -> {
            var text = (TextArea) pane.lookup("#builtText");
            assertEquals("Mine", text.getText());
            assertTrue(pane.isEditedByHand());
            text.appendText("!");
            ((Hyperlink) pane.lookup("#buildAnew")).fire();
            assertFalse(pane.isEditedByHand());
            assertEquals(List.of("Mine!", ""), edited, "the built text is not stored");
        });
    }

    @Test
    void movedBlockIsOneUndoableChange() {
        onFxThread(() -> {
            var list = (ListView<?>) pane.lookup("#blocks");
            var text = (TextArea) pane.lookup("#builtText");
            String textBefore = text.getText();
            assertStartsWith("Opel Corsa\n", textBefore);
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", DOWN, false, false, true, false));
            assertStartsWith("• Mileage: 148,000 km", text.getText());
            assertEquals(1, list.getSelectionModel().getSelectedIndex());
            assertEquals("Opening", ((TextField) pane.lookup("#blockName")).getText());
            text.undo();
            assertEquals(textBefore, text.getText());
        });
    }
}
