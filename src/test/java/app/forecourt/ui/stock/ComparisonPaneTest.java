package app.forecourt.ui.stock;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.PhotoReference;
import app.forecourt.model.stock.ComparisonCandidate;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.dialog.FieldComparisonTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

/** The comparison of two cars, by keyboard. */
class ComparisonPaneTest extends PaneTest {
    private final List<UUID> opened = new ArrayList<>();

    private void showThreeCars() throws Exception {
        onFxThread(() -> {
            openModel(Map.of());
            startModel();
            newCar();
            typeCar();
            type(LICENSE_PLATE, "XF-100-F");
            type(MILEAGE, "10");
            newCar();
            type(BRAND, "Kia");
            newCar();
            typeCar();
            type(LICENSE_PLATE, "xf100f");
            type(MILEAGE, "20");
        });
        show(1_000, 700, () -> new HBox(new ComparisonPane(appModel, messages, opened::add)));
        focus("compareSearch");
    }

    @SuppressWarnings("unchecked")
    private List<CarField> fields() {
        return onFxThread(() -> ((ListView<FieldComparisonTable.Row>) node("compareFields", ListView.class))
                .getItems().stream()
                .map(FieldComparisonTable.Row::field).toList());
    }

    @SuppressWarnings("unchecked")
    private ComparisonCandidate chosen() {
        return onFxThread(
                () -> ((ListView<ComparisonCandidate>) node("compareCars", ListView.class))
                        .getSelectionModel()
                        .getSelectedItem());
    }

    private void fire(String id) {
        onFxThread(() -> node(id, ButtonBase.class).fire());
    }

    @Test
    void possibleDuplicateIsComparedFirst() throws Exception {
        showThreeCars();
        assertEquals("XF-100-F", chosen().car().text(LICENSE_PLATE));
        until("the comparison", () -> !fields().isEmpty());
        assertTrue(label("compareVerdict").startsWith("Same licence plate, stock no.: "),
                label("compareVerdict"));
        assertTrue(label("compareVerdict").endsWith("One field differs"), label("compareVerdict"));
        assertEquals(List.of(MILEAGE), fields());
        fire("compareAll");
        assertTrue(fields().contains(LICENSE_PLATE), fields().toString());
        fire("compareOpen");
        assertEquals(List.of(chosen().car().id()), opened);
    }

    @SuppressWarnings("unchecked")
    private List<String> values(CarField field) {
        return onFxThread(() -> ((ListView<FieldComparisonTable.Row>) node("compareFields", ListView.class))
                .getItems().stream().filter(row -> row.field() == field)
                .flatMap(row -> Stream.of(row.first(), row.second())).toList());
    }

    @Test
    void photosWithoutAddressHaveTheNameOfTheirFile() throws Exception {
        onFxThread(() -> {
            openModel(Map.of());
            startModel();
            newCar();
            typeCar();
            PhotoUpload file = PhotoUpload.chosen(Path.of("/card/front.jpg"),
                    carId(), false, clock.instant());
            journal.photos().save(List.of(file));
            type(IMAGES, PhotoReference.of(file.id()));
            newCar();
            typeCar();
            type(IMAGES, "https://a/1");
        });
        show(1_000, 700, () -> new HBox(new ComparisonPane(appModel, messages, opened::add)));
        until("the comparison", () -> {
            onFxThread(window::runQueued);
            return values(IMAGES).equals(List.of("https://a/1", "front.jpg"));
        });
    }

    /** Returns the left edges of the texts of the other car's value, each by its field's name. */
    private Map<String, Double> edges() {
        return onFxThread(
                () -> node("compareFields").lookupAll(".field-line").stream().map(Parent.class::cast)
                        .map(line -> line.getChildrenUnmodifiable().stream().map(Label.class::cast).toList())
                        .filter(labels -> !labels.getFirst().getText().isEmpty())
                        .collect(Collectors.toMap(labels -> labels.getFirst().getText(),
                                labels -> inScene(labels.getLast().lookup(".text")).getMinX())));
    }

    @Test
    void numbersAndWordsBeginAtOneEdge() throws Exception {
        showThreeCars();
        until("the comparison", () -> !fields().isEmpty());
        fire("compareAll");
        layOut();
        Map<String, Double> edges = edges();
        assertEquals(edges.get("Mileage"), edges.get("Sales price"), 1);
        assertEquals(edges.get("Brand"), edges.get("Mileage"), 1);
    }

    @Test
    void candidateHasPriceAndMileage() throws Exception {
        showThreeCars();
        String spoken = onFxThread(() -> node("compareCars").lookupAll(".list-cell").stream()
                .map(Node::getAccessibleText).filter(Objects::nonNull)
                .filter(text -> text.contains("XF-100-F")).findFirst().orElseThrow());
        assertTrue(spoken.contains(" · 10 km, "), spoken);
        assertTrue(onFxThread(() -> node("compareCars").lookupAll(".stock-detail").stream()
                .map(Label.class::cast).anyMatch(line -> line.getText().endsWith(" · 10 km"))));
    }

    @Test
    void enterGoesToTheComparison() throws Exception {
        showThreeCars();
        write("kia");
        until("the comparison", () -> fields().contains(BRAND));
        press(ENTER);
        assertEquals("compareFields", focusedId());
        assertEquals("Kia", chosen().car().text(BRAND));
        assertEmpty(opened);
        focus("compareCars");
        press(ENTER);
        assertEquals("compareFields", focusedId());
    }

    @Test
    void downGoesToTheListAndUpReturns() throws Exception {
        showThreeCars();
        press(DOWN);
        assertEquals("compareCars", focusedId());
        assertEquals("Kia", chosen().car().text(BRAND), "the first was chosen already");
        press(UP);
        assertEquals("compareCars", focusedId());
        assertEquals("XF-100-F", chosen().car().text(LICENSE_PLATE));
        press(UP);
        assertEquals("compareSearch", focusedId());
        press(DOWN);
        write("op");
        assertEquals("op", text("compareSearch"), "letters search");
        assertEquals("compareSearch", focusedId());
    }

    @Test
    void anotherCarIsFoundByItsName() throws Exception {
        showThreeCars();
        write("kia");
        assertEquals("Kia", chosen().car().text(BRAND));
        until("the comparison", () -> fields().contains(BRAND));
        assertTrue(label("compareVerdict").endsWith("fields differ"), label("compareVerdict"));
        press(SHORTCUT, A);
        write("nothing like it");
        assertEmpty(fields());
        assertEquals("", label("compareVerdict"));
        assertEquals("",
                onFxThread(() -> ((Label) node("compareFields", ListView.class).getPlaceholder()).getText()));
        assertTrue(onFxThread(() -> node("compareOpen").isDisabled()));
    }
}
