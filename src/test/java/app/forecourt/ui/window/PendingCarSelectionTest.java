package app.forecourt.ui.window;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.L;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys pressed while the chosen car is being read from the journal and the form still has the car before. */
class PendingCarSelectionTest extends MainWindowContentFixture {

    @Test
    void keysDoNotActOnTheCarBefore() {
        UUID chosen = typeAndSave("first");
        onFxThread(() -> newCar());
        UUID before = typeAndSave("second");
        focus("stock");
        onFxThread(() -> {
            cars().open(chosen);
            // The list is filled again when a row changes.
            cars().current().onProfileChanged();
        });
        assertEquals(
                Optional.of(chosen),
                onFxThread(() -> cars().chosen().beingRead().get()));
        int selected = selectedRow();
        press(SHORTCUT, ENTER);
        press(SHORTCUT, L);
        press(ENTER);
        assertFocused("stock");
        assertEquals(DRAFT, status());
        await("the car", () -> carId().equals(chosen));
        assertEquals(selected, selectedRow(), "the list showed the chosen car already");
        assertFocused("licensePlate");
        assertEquals(
                0,
                onFxThread(() -> cars().store()
                        .inMemory(before)
                        .map(car -> car.submissions().all().size())
                        .orElse(0)));
    }

    /** A click in the list opens the car before the list has the focus. */
    @ParameterizedTest
    @ValueSource(strings = {"stock", "restBpm"})
    void chosenCarOpensAtItsFirstField(String focused) {
        UUID chosen = typeAndSave("first");
        onFxThread(() -> newCar());
        typeAndSave("second");
        focus("restBpm");
        focus(focused);
        onFxThread(() -> cars().open(chosen));
        await("the car", () -> carId().equals(chosen));
        focus("stock");
        press(ENTER);
        await(
                "the first field",
                () -> "licensePlate".equals(scene.getFocusOwner().getId()));
    }

    private int selectedRow() {
        return onFxThread(
                () -> ((ListView<?>) scene.lookup("#stock")).getSelectionModel().getSelectedIndex());
    }

    private UUID typeAndSave(String number) {
        step(() -> {
            typeCar();
            type(INTERNAL_ID, number);
        });
        await("the saving", () -> cars().unsavedCount() == 0);
        return onFxThread(() -> carId());
    }
}
