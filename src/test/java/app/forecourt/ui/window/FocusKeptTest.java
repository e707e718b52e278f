package app.forecourt.ui.window;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.stock.StockMark.SOLD;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F1;
import static javafx.scene.input.KeyCode.F8;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.Await;
import app.forecourt.testing.ProofTest;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The focus after its owner has gone or something else was clicked, so that no key is lost. */
class FocusKeptTest extends MainWindowContentFixture {
    @BeforeEach
    void leaveCaretInPrice() {
        writeInto("salesPrice", "12");
        press(LEFT);
    }

    private void assertCaretInPrice() {
        untilFocused("salesPrice");
        write("3");
        assertEquals("132", text(SALES_PRICE));
    }

    private void click(Supplier<Node> target) {
        click(onFxThread(target::get));
        Await.untilIdle();
    }

    private void markAsSold() {
        step(() -> {
            typeCar();
            type(SALES_PRICE, "12");
        });
        await("the saving", () -> cars().unsavedCount() == 0);
        focus("salesPrice");
        press(HOME);
        press(RIGHT);
        step(() -> cars().mark(carId(), SOLD));
        awaitVisible("undo");
    }

    /** In the readable form, 944.50, the 9 would make an amount of 944,590. */
    @Test
    void decimalsGoOnAfterASheet() {
        overtype("salesPrice", "944.5");
        pressLater(F1);
        awaitVisible("keySheet");
        press(ESCAPE);
        untilWindowAlone();
        write("9");
        assertEquals("944.59", text(SALES_PRICE));
    }

    /** In the readable form, 45.00, the 0 would make an amount of 45,000. */
    @Test
    void amountGoesOnAfterAnotherCar() {
        step(this::typeCar);
        await("the saving", () -> cars().unsavedCount() == 0);
        UUID other = onFxThread(this::carId);
        onFxThread(this::newCar);
        step(this::typeCar);
        UUID car = onFxThread(this::carId);
        focus("brand");
        overtype("salesPrice", "45");
        await("the saving", () -> cars().unsavedCount() == 0);
        focus("stock");
        List.of(other, car).forEach(id -> {
            onFxThread(() -> cars().open(id));
            await("the car", () -> carId().equals(id));
        });
        press(ENTER);
        untilFocused("salesPrice");
        write("0");
        assertEquals("450", text(SALES_PRICE));
    }

    @ProofTest
    void undoClicked() {
        markAsSold();
        click(() -> node("undo"));
        assertCaretInPrice();
    }

    @ProofTest
    void problemGoneWithItsCar() {
        press(SHORTCUT, ENTER);
        assertTrue(focusedId().startsWith("problem-"));
        step(() -> newCar());
        untilFocused("licensePlate");
    }

    @Test
    void correctionKept() {
        step(this::typeCar);
        sendByKeys();
        click(() -> node("correct"));
        writeInto("version", "GT");
        pushLater("leaveAsSent");
        until("the question", this::isCovered);
        press(ENTER);
        untilWindowAlone();
        untilFocused("version");
    }

    @ProofTest
    void optionSearchCleared() {
        writeInto("optionSearch", "abs");
        focus("salesPrice");
        click(() -> node("optionSearch").lookup(".clear-search"));
        assertText("optionSearch", "");
        assertFocused("optionSearch");
        write("abs");
        press(ESCAPE);
        assertText("optionSearch", "");
        assertFocused("optionSearch");
    }

    @ProofTest
    void toastTakesNoKey() {
        press(F8);
        untilToast("");
        assertCaretInPrice();
    }

    @ProofTest
    void undoPressed() {
        markAsSold();
        push("undo");
        assertCaretInPrice();
    }

    @ProofTest
    void carChosenByMouse() {
        step(() -> {
            typeCar();
            newCar();
            type(BRAND, "kia");
        });
        await("two cars", () -> stockTitles().size() == 2);
        focus("salesPrice");
        click(() -> stockTitles().stream()
                .filter(title -> title.getText().contains("Corsa"))
                .findFirst()
                .orElseThrow());
        await("the car", () -> text(BRAND).equalsIgnoreCase("opel"));
        assertFocused("stock");
        press(ENTER);
        untilFocused("salesPrice");
    }
}
