package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.model.sharing.DeskBeside;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window by its keys, beside another desk on a real PostgreSQL. */
class TwoDesksTest extends MainWindowFixture {
    private DeskBeside bert;
    private UUID car;

    @BeforeEach
    void join() throws IOException {
        bert = new DeskBeside(this);
        step(() -> appModel.sharedStock().setSource(bert.source(this)));
        await("the other desk", () -> DeskBeside.isTogether(this));
        step(() -> {
            typeCar();
            car = appModel.cars().current().car().get().id();
        });
        await("the car at the other desk", () -> bert.draft(car)
                .filter(draft -> draft.text(CarField.SALES_PRICE).equals("12500")).isPresent());
    }

    @AfterEach
    void leave() throws IOException {
        // The model's exchange ends before its server.
        super.close();
        bert.close();
    }

    @Override
    public void close() {
        // Called by leave, because the exchange needs its server until then.
    }

    @Test
    void otherFieldComesWhileTheUserTypes() {
        focus("version");
        write("1.2 Ed");
        bert.type(car, CarField.MODEL, "astra");
        await("the model", () -> text("model").equals("Astra"));
        assertEquals("version", focusedId());
        write("ition");
        assertEquals("1.2 Edition", text("version"));
        assertEquals(11, (int) onFxThread(() -> ((TextInputControl) node("version")).getCaretPosition()));
        await("the version",
                () -> bert.draft(car).orElseThrow().text(CarField.VERSION).equals("1.2 Edition"));
        assertEquals("astra", bert.draft(car).orElseThrow().text(CarField.MODEL));
        assertEquals(1, (int) onFxThread(
                () -> ((ListView<?>) node("stock")).getSelectionModel().getSelectedIndex()));
    }

    @Test
    void sameFieldIsOfferedAndTakenByEnter() {
        focus("salesPrice");
        press(KeyCode.SHORTCUT, KeyCode.A);
        write("15500");
        bert.type(car, CarField.SALES_PRICE, "15950");
        await("the offer", () -> isVisible("salesPrice-offer-0"));
        assertEquals("15500", text("salesPrice"));
        focus("internalId");
        await("the text of both desks", () -> isVisible("salesPrice-offer-0")
                && bert.draft(car).orElseThrow().text(CarField.SALES_PRICE).equals(text("salesPrice")));
        focus("salesPrice");
        String kept = text("salesPrice");
        String other = kept.equals("15500") ? "15950" : "15500";
        press(KeyCode.ENTER);
        await("the other text", () -> text("salesPrice").equals(other));
        await("the same text at the other desk",
                () -> bert.draft(car).orElseThrow().text(CarField.SALES_PRICE).equals(other));
        await("no rival", () -> bert.sync.rivals(car).isEmpty());
    }

    @Test
    void otherDeskThatHasTheCarOpenIsNamed() {
        bert.sync.onCarOpened(Optional.of(car));
        await("the tag", () -> {
            step(appModel.sharedStock()::retryNow);
            return isVisible("presenceTag");
        });
        assertTrue(label("presenceTag").contains("Bert"), label("presenceTag"));
    }
}
