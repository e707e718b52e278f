package app.forecourt.ui.send;

import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENDING;
import static app.forecourt.stock.SendingStatus.SENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.JournalOpenState;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.stock.SendingStatus;
import app.forecourt.ui.PaneTest;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

/** Tests when the send button can be pressed. The bar alone is shown, so the tests are short. */
class SendBarTest extends PaneTest {
    private void inBar(Runnable steps) {
        show(1_600, 100, () -> new SendBar(appModel, messages, () -> {}, _ -> {}, _ -> {}, _ -> {}));
        onFxThread(() -> {
            startModel();
            selectProfile(STAGING);
            typeCar();
            assertStatusAndButton(DRAFT);
            steps.run();
        });
    }

    /** Only a draft can be sent. */
    private void assertStatusAndButton(SendingStatus expected) {
        assertStatus(expected);
        assertEquals(expected != DRAFT, node("send", Button.class).isDisable());
    }

    @Test
    void sentCarDisablesSend() {
        inBar(() -> {
            assertEquals(SendWorkflow.Step.SENDING, sendWorkflow.send());
            assertStatusAndButton(SENDING);
            untilSent();
            assertStatusAndButton(SENT);
            newCar();
            assertStatusAndButton(DRAFT);
        });
    }

    @Test
    void sentCarTellsWhatProductionAsksFor() {
        inBar(() -> {
            assertHidden("productionAsks");
            type(MILEAGE, "41300");
            type(DESCRIPTION, "Tidy.");
            assertEquals(SendWorkflow.Step.SENDING, sendWorkflow.send(), "no question");
            untilSent();
            assertVisible("productionAsks");
            assertLabel("productionAsks", "PRODUCTION will ask for: First registration, Photos");
            newCar();
            assertHidden("productionAsks");
        });
    }

    @Test
    void buttonSaysWhyNothingCanBeSent() {
        inBar(() -> {
            cars().autosave().onJournalOpened(JournalOpenState.of(JournalOpenState.Kind.UNWRITABLE));
            assertLabel("send", "Can't send to STAGING: read-only");
            assertStatusAndButton(DRAFT);
            cars().autosave().onJournalOpened(JournalOpenState.of(JournalOpenState.Kind.SOUND));
            type(MILEAGE, "41300");
            awaitSaved();
            window.until("the usual text", () -> label("send").startsWith("Send to STAGING"));
        });
    }
}
