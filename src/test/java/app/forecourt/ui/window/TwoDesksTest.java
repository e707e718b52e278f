package app.forecourt.ui.window;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.model.sharing.DeskBeside;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window by its keys, beside another desk on a real PostgreSQL. */
@Needs(SystemFeature.LOCAL_SERVERS)
class TwoDesksTest extends MainWindowContentFixture {
    private DeskBeside bert;
    private UUID car;

    @BeforeEach
    void join() throws IOException {
        bert = new DeskBeside(this);
        step(() -> appModel.sharedStock().setSyncFactory(bert.source(this)));
        await("the other desk", () -> DeskBeside.isTogether(this));
        step(() -> {
            typeCar();
            car = carId();
        });
        await("the car at the other desk", () -> textThere(SALES_PRICE).equals("12500"));
    }

    @AfterEach
    void leave() throws IOException {
        // The model's sync ends before its server.
        super.close();
        bert.close();
    }

    @Override
    public void close() {
        // Called by leave, because the sync needs its server until then.
    }

    private String textThere(CarField field) {
        return bert.draft(car).map(draft -> draft.text(field)).orElse("no car");
    }

    private void typeAstraThere() {
        bert.type(car, MODEL, "astra");
        await("the model", () -> text("model").equals("Astra"));
    }

    @ProofTest
    void replacedTextIsToldAndItsHistoryShown() {
        overtype("salesPrice", "15,500.00");
        bert.type(car, SALES_PRICE, "15,950.00");
        awaitVisible("toast");
        assertText("salesPrice", "15,500.00");
        fire("toastOpen");
        awaitVisible("historyList");
    }

    private void deleteThere() {
        bert.journal.setMark(car, DELETED, Optional.empty());
        bert.sync.onCarChanged(car);
        awaitVisible("undoSaid");
    }

    @ProofTest
    void keysAfterADeletionElsewhereBeginNoCar() {
        focus("version");
        deleteThere();

        write("GT");
        assertText("version", "");
        assertFocused("undoSaid");
        assertNotNull(onFxThread(() -> node("undoSaid", Label.class).getBackground()), "the focus is visible");
        assertStartsWith("Bert deleted Opel Corsa", label("undoSaid"));
        press(TAB);
        assertFocused("undo");
        press(SPACE);
        await("the car", () -> text("model").equals("Corsa"));
    }

    private ListView<?> list() {
        return (ListView<?>) node("stock");
    }

    private int focusedRow() {
        return onFxThread(() -> list().getFocusModel().getFocusedIndex());
    }

    private int selectedRow() {
        return onFxThread(() -> list().getSelectionModel().getSelectedIndex());
    }

    private void typeSaab(UUID saab) {
        bert.type(saab, BRAND, "Saab");
        await("the row", () -> stock().row(saab).isPresent());
    }

    @ProofTest
    void listKeepsTheFocusAndTheRowWhenOtherCarsCome() {
        focus("stock");
        typeSaab(UUID.randomUUID());
        assertFocused("stock");
        assertEquals(2, selectedRow());
        assertEquals(2, focusedRow());
        typeAstraThere();
        assertFocused("stock");
        assertEquals(2, focusedRow());
    }

    /** Sends the car as the other desk had it before this desk typed a version. */
    private void sendThere() {
        bert.send(car, bert.draft(car).orElseThrow().with(VERSION, ""));
    }

    private boolean isSentThere() {
        return isVisible("outcomeTitle") && label("outcomeTitle").equals("Opel Corsa is at STAGING (Bert)");
    }

    @Test
    void keysAfterAnotherDeskSentTheCarPressNoButton() {
        step(() -> appModel.selectProfile(STAGING));
        sendByKeys();
        press(SPACE);
        step(() -> {
            typeCar();
            type(INTERNAL_ID, "SEB-2");
            car = carId();
        });
        await("the car at the other desk", () -> textThere(INTERNAL_ID).equals("SEB-2"));
        writeInto("version", "GT");
        sendThere();
        await("the banner", this::isSentThere);
        write("i w");
        assertFocused("version");
        assertEquals(car, onFxThread(() -> carId()));
    }

    @ProofTest
    void otherDeskThatHasTheCarOpenIsNamed() {
        bert.sync.onCarOpened(Optional.of(car));
        await("the tag", () -> {
            step(appModel.sharedStock()::retryNow);
            return isVisible("presenceTag");
        });
        assertContains("Bert", label("presenceTag"));
    }

    @ProofTest
    void listGoesOnFromTheRowOfACarDeletedElsewhere() {
        for (int number = 0; number < 3; number++) {
            typeSaab(UUID.randomUUID());
        }
        focus("stock");
        assertEquals(4, selectedRow());
        press(UP);
        await("the car above", () -> !carId().equals(car));
        car = carId();
        // The dealership that the program fills in is an edit, for which the car would stay.
        await("the saved car", () -> cars().unsavedCount() == 0);
        deleteThere();

        await("the list without the car", () -> selectedRow() < 0);
        assertFocused("stock");
        assertEquals(3, focusedRow());
        press(DOWN);
        assertEquals(3, selectedRow());
    }

    @ProofTest
    void textTypedWhileAnotherDeskSentTheCarIsNamed() {
        step(() -> appModel.selectProfile(STAGING));
        writeInto("version", "GT");
        sendThere();
        await("the banner", this::isSentThere);
        await("the text that was not sent", () -> label("outcomeChanges").equals("Not sent yet: Version"));
        assertText("version", "");
        assertVisible("outcomeChanges");
        Bounds correct = onFxThread(() -> inScene(node("correct")));
        assertTrue(onFxThread(() -> inScene(node("outcome"))).contains(correct), "the button is in the line");
        assertEquals("GT", onFxThread(() -> cars().current().draft().text(VERSION)));
    }

    @ProofTest
    void textOfAnotherDeskDoesNotMixWithTheFirstKey() {
        focus("salesPrice");
        press(SHORTCUT, A);
        press(DELETE);
        await("the empty field at the other desk", () -> textThere(SALES_PRICE).isEmpty());
        focus("internalId");
        focus("salesPrice");
        bert.type(car, SALES_PRICE, "8.950");
        typeAstraThere();
        assertText("salesPrice", "");
        write("1");
        awaitVisible("toast");
        focus("internalId");
        await("the typed text at the other desk", () -> textThere(SALES_PRICE).equals("1"));
        assertText("salesPrice", "1.00");
    }
}
