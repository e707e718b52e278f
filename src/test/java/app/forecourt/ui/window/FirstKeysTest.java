package app.forecourt.ui.window;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.forecourt.journal.JournalOpenState;
import app.forecourt.stock.EditPosition;
import app.forecourt.ui.PaneTest;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys pressed before the window is complete and before the journal's cars are loaded. */
class FirstKeysTest extends PaneTest {
    private MainWindowContent mainWindow;
    private List<Runnable> deferredParts;

    FirstKeysTest() {
        properties.put("forecourt.profile", "practice");
    }

    @BeforeEach
    void showFirstFrame() {
        showScene(() -> {
            stage().setWidth(1_366);
            stage().setHeight(768);
            mainWindow = createMainWindow(appModel, background());
            deferredParts = mainWindow.deferredParts();
            return mainWindow.createScene();
        });
        onFxThread(mainWindow::focusFirstField);
    }

    @Test
    void tabLeadsToTheNextCard() {
        write("XF100F");
        for (int field = 0; field < 4; field++) {
            press(TAB);
        }
        write("bmw");
        press(TAB);
        write("x6");
        onFxThread(() -> deferredParts.forEach(Runnable::run));
        assertEquals("XF100F", text(LICENSE_PLATE));
        assertEquals("bmw", text(BRAND));
        assertEquals("x6", text(MODEL));
    }

    @Test
    void readingHintGoesWhenAllCarsAreThere() {
        assertVisible("reading");
        onFxThread(() -> stock().setComplete());
        assertHidden("reading");
    }

    @Test
    void keyOfThePanesAtTheSideFindsThemWithTheirSkins() {
        onFxThread(() -> {
            Scene scene = frontScene();
            Event.fireEvent(
                    scene.getFocusOwner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", K, false, true, false, true));
            // Without its skin the search would lose the letters that follow.
            assertNotNull(((Control) scene.lookup("#optionSearch")).getSkin());
        });
    }

    @Test
    void loadedCarsLeaveTheFocusWhereItWasMoved() {
        press(SHORTCUT, F);
        onFxThread(() -> mainWindow.onJournalLoaded(JournalOpenState.of(JournalOpenState.Kind.SOUND), position("vin")));
        assertFocused("stockSearch");
    }

    @Test
    void keyAfterTheLoadDoesNotReplaceTheText() {
        onFxThread(() -> {
            type(BRAND, "audi");
            deferredParts.forEach(Runnable::run);
        });
        layOut();
        onFxThread(() -> {
            mainWindow.onJournalLoaded(JournalOpenState.of(JournalOpenState.Kind.SOUND), position("brand"));
            TextInputControl brand = (TextInputControl) frontScene().getFocusOwner();
            assertEquals("", brand.getSelectedText());
            assertEquals(4, brand.getCaretPosition());
        });
    }

    @Test
    void damagedJournalIsReported() {
        Platform.runLater(() -> mainWindow.onJournalLoaded(
                new JournalOpenState(JournalOpenState.Kind.DAMAGED, Optional.of(home.resolve("bad")), Optional.empty()),
                Optional.empty()));
        until("the message", this::isCovered);
        assertStartsWith(
                "The file of your cars was damaged",
                ((Label) frontScene().getRoot().lookup(".dialog-content")).getText());
        press(ESCAPE);
        untilWindowAlone();
    }

    private Optional<EditPosition> position(String field) {
        return Optional.of(new EditPosition(carId(), field, 0));
    }
}
