package app.forecourt.ui.stock;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.model.stock.TakeOffList;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.StockMark;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.fx.ClipboardText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The adverts to take off, by keyboard. */
class TakeOffPaneTest extends PaneTest {
    private final List<Profile> opened = new ArrayList<>();
    private final List<UUID> cars = new ArrayList<>();
    private @Nullable TakeOffList adverts;

    private void showSoldCars(String... plates) throws Exception {
        onFxThread(() -> {
            openModel(Map.of());
            startModel();
            for (String plate : plates) {
                newCar();
                typeCar();
                type(CarField.LICENSE_PLATE, plate);
                type(CarField.INTERNAL_ID, plate);
                while (status() != ListingStatus.SENT) {
                    send();
                }
                cars().mark(carId(), StockMark.SOLD);
            }
        });
        show(1_000, 700, () -> {
            adverts = new TakeOffList(stock(), Profile.PRACTICE);
            return new HBox(new TakeOffPane(cars(), adverts, messages, opened::add, cars::add));
        });
        focus("takeOffList");
    }

    @SuppressWarnings("unchecked")
    private ListView<StaleAdvert> list() {
        return node("takeOffList", ListView.class);
    }

    private List<Boolean> ticks() {
        return onFxThread(
                () -> list().getItems().stream().map(StaleAdvert::isTakenOff).toList());
    }

    @Test
    void spaceTicksAndUndoesTheSelectedAdvert() throws Exception {
        showSoldCars("R-759-BK", "XF-100-F");
        assertEquals("Taken off", tickWord());
        press(SPACE);
        assertEquals(List.of(true, false), ticks());
        assertEquals("Undo", tickWord());
        assertEquals(0, (int) onFxThread(() -> list().getSelectionModel().getSelectedIndex()), "it stays selected");
        press(SPACE);
        assertEquals(List.of(false, false), ticks());
        assertEquals(
                List.of(0),
                onFxThread(() -> List.copyOf(list().getSelectionModel().getSelectedIndices())));
        press(SPACE);
        assertEquals(List.of(true, false), ticks());
        press(SPACE);
        assertEquals("Taken off", tickWord());
        press(DOWN);
        press(SPACE);
        assertEquals(List.of(false, true), ticks());
    }

    @Test
    void onlyAdvertStaysSelected() throws Exception {
        showSoldCars("R-759-BK");
        for (int presses = 1; presses <= 3; presses++) {
            press(SPACE);
            assertEquals(List.of(presses % 2 == 1), ticks());
            assertEquals(
                    List.of(0),
                    onFxThread(() -> List.copyOf(list().getSelectionModel().getSelectedIndices())));
        }
    }

    private String tickWord() {
        return onFxThread(() -> node("takeOffTick", Button.class).getText());
    }

    @Test
    void doubleClickTicksOnce() throws Exception {
        showSoldCars("R-759-BK");
        doubleClick(node("takeOffTick"));
        assertEquals(List.of(true), ticks());
    }

    @Test
    void listIsAsHighAsItsRows() throws Exception {
        showSoldCars("R-759-BK", "XF-100-F");
        double row = onFxThread(() -> list().getFixedCellSize());
        assertEquals(2 * row, onFxThread(() -> list().prefHeight(-1)), 1);
    }

    @Test
    void tickSelectsItsAdvert() throws Exception {
        showSoldCars("R-759-BK", "XF-100-F");
        onFxThread(() -> list().lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .max(Comparator.comparingDouble(box -> box.localToScene(0, 0).getY()))
                .orElseThrow()
                .fire());
        assertEquals(List.of(false, true), ticks());
        assertEquals(1, (int) onFxThread(() -> list().getSelectionModel().getSelectedIndex()));
    }

    @Test
    void allSelectedAdvertsAreTickedAtOnce() throws Exception {
        showSoldCars("R-759-BK", "XF-100-F");
        press(SPACE);
        press(SHORTCUT, A);
        press(SPACE);
        assertEquals(List.of(true, true), ticks(), "one of them had no tick");
        press(SPACE);
        assertEquals(List.of(false, false), ticks());
    }

    @Test
    void buttonsCopyTheSelectedAdvert() throws Exception {
        showSoldCars("R-759-BK", "XF-100-F");
        fire("takeOffPlate");
        assertEquals("XF-100-F", onFxThread(() -> ClipboardText.text()));
        fire("takeOffNumber");
        assertEquals(
                onFxThread(
                        () -> list().getItems().getFirst().submission().number().orElseThrow()),
                onFxThread(() -> ClipboardText.text()));
        assertTrue(onFxThread(() -> node("takeOffDashboard", Button.class).isDisabled()), "practice has none");
        assertEquals(
                "Practice has no dashboard",
                onFxThread(() -> node("takeOffDashboard", Button.class).getAccessibleHelp()));
        assertFalse(onFxThread(() -> node("takeOffTick", Button.class).isDisabled()));
        assertEmpty(opened);
    }

    @Test
    void rowNamesThePrice() throws Exception {
        showSoldCars("R-759-BK");
        layOut();
        String detail = onFxThread(() -> ((Label) list().lookup(".stock-detail")).getText());
        assertTrue(detail.contains(" · € "), detail);
    }

    @Test
    void enterOpensTheSelectedCar() throws Exception {
        showSoldCars("R-759-BK", "XF-100-F");
        press(DOWN);
        press(ENTER);
        assertEquals(List.of(onFxThread(() -> list().getItems().get(1).car().id())), cars);
        press(SHORTCUT, ENTER);
        assertEquals(1, cars.size(), "this key sends");
        assertEquals(List.of(false, false), ticks());
    }

    private void fire(String id) {
        onFxThread(() -> node(id, Button.class).fire());
    }
}
