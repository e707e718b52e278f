package app.forecourt.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** The notes below the fields: they change, and the form does not move. */
class OneLineNoteTest extends FieldsFixture {
    private final BooleanProperty inField = new SimpleBooleanProperty();
    private final Label text = new Label();
    private final TextField below = new TextField();
    private OneLineNote note;
    private OfferButton offer;

    private static List<Bounds> places() {
        layOut();
        return Stream.of(CarField.values())
                .filter(field -> field != CarField.OPTIONS && field != CarField.REST_BPM)
                .map(field -> inScene(node(field.apiName()))).toList();
    }

    /** Returns whether a node or its children get the click at a place of the scene. */
    private static boolean catchesClick(Node node, double x, double y) {
        if (!node.isVisible() || node.isMouseTransparent()) {
            return false;
        }
        boolean within = node.contains(node.sceneToLocal(x, y));
        return node instanceof Parent parent
                ? within && node.isPickOnBounds()
                        || parent.getChildrenUnmodifiable().stream()
                                .anyMatch(child -> catchesClick(child, x, y))
                : within;
    }

    @Test
    void formDoesNotMove() {
        showForm(850, 2_000);
        List<Bounds> empty = places();
        onFxThread(() -> {
            form.text(CarField.VIN).set("WVWZZZ1KZAWOOO123");
            form.text(CarField.BRAND).set("volkswagn");
            form.text(CarField.ENGINE_KW).set("x".repeat(300));
            form.text(CarField.SALES_PRICE).set("12.100");
            form.text(CarField.IS_TAX_DEDUCTIBLE).set("true");
            form.text(CarField.DESCRIPTION).set("word ".repeat(3_000));
            form.showAllProblems();
        });
        assertTrue(isVisible("salesPriceExVat-offer-0"));
        assertTrue(isVisible("vin-badge"));
        assertEquals(empty, places());
        for (String field : List.of("vin", "brand", "engineKw", "description")) {
            focus(field);
            assertEquals(empty, places(), field);
        }
    }

    @Test
    void longNoteOpensInItsField() {
        showNote();
        layOut();
        double closed = text.getHeight();
        assertTrue(closed <= note.getHeight() + 1, closed + " is more than a line");
        onFxThread(() -> inField.set(true));
        layOut();
        assertTrue(text.getHeight() > 3 * closed, "the note does not open");
        assertTrue(inScene(text).intersects(inScene(below)), "the note does not cover the field");
        assertFalse(catchesClick(note, inScene(below).getCenterX(), inScene(below).getCenterY()));
        assertTrue(catchesClick(note, inScene(offer).getCenterX(), inScene(offer).getCenterY()));
        onFxThread(() -> inField.set(false));
        layOut();
        assertEquals(closed, text.getHeight());
    }

    private void showNote() {
        show(300, 400, () -> {
            note = new OneLineNote(inField);
            OneLineNote.style(text, "text");
            text.setText("word ".repeat(100));
            offer = new OfferButton("Use it", "it", "Use it", () -> {});
            offer.setFocusTraversable(false);
            note.show(List.of(text), List.of(), List.of(offer));
            return new VBox(note, below);
        });
    }
}
