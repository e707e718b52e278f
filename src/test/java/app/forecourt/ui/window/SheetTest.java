package app.forecourt.ui.window;

import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F8;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.ProofTest;
import app.forecourt.ui.keys.WindowShortcut;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** Sheets over the main window: their place, the focus, and the keys that must not reach the car behind. */
class SheetTest extends MainWindowContentFixture {
    private void openPreview() {
        pressLater(SHORTCUT, SHIFT, P);
        awaitVisible("advertTitle");
        await("the focus in it", () -> isInSheet(scene.getFocusOwner()));
    }

    private Node sheet() {
        return scene.getRoot().lookup(".sheet-pane");
    }

    private boolean isInSheet(Node node) {
        return node != null && (node == sheet() || isInSheet(node.getParent()));
    }

    private void untilClosed() {
        await("the window alone", () -> sheet() == null);
    }

    private boolean isClosed() {
        return onFxThread(() -> sheet() == null);
    }

    private void assertInRoomBelowBand() {
        // The band may get its height in the same layout, and the sheet in the next one.
        await("the sheet in the window", () -> {
            layOut();
            return inScene(sheet()).getMaxY() < scene.getHeight()
                    && inScene(sheet()).getMinY()
                            > inScene(node("environmentBand")).getMaxY();
        });
        Bounds bounds = onFxThread(() -> inScene(sheet()));
        assertEquals(scene.getWidth() / 2, bounds.getCenterX(), 1);
        Bounds close = onFxThread(() -> inScene(sheet().lookup(".button-bar")));
        assertTrue(close.getMaxY() <= bounds.getMaxY(), () -> close + " in " + bounds);
    }

    @ProofTest
    void sheetFitsBelowTheBandOnSmallScreens() {
        openPreview();
        assertInRoomBelowBand();
        step(() -> {
            stage().setWidth(1_093);
            stage().setHeight(614);
        });
        assertInRoomBelowBand();
    }

    @ProofTest
    void tabStaysInTheSheetAndTheFocusComesBack() {
        focus("version");
        openPreview();
        onFxThread(() -> {
            assertEquals(AccessibleRole.DIALOG, sheet().getAccessibleRole());
            assertEquals("Preview", sheet().queryAccessibleAttribute(AccessibleAttribute.TEXT));
        });
        for (int stop = 0; stop < 12; stop++) {
            press(TAB);
            assertTrue(onFxThread(() -> isInSheet(scene.getFocusOwner())), "after Tab " + stop);
        }
        press(SHIFT, TAB);
        step(() -> scene.lookup("#send").requestFocus());
        assertTrue(onFxThread(() -> isInSheet(scene.getFocusOwner())), "nothing behind takes the focus");
        press(ESCAPE);
        untilClosed();
        assertFocused("send", "what asked for the focus has it now");
    }

    @ProofTest
    void keysOfTheWindowDoNotReachTheCarBehind() {
        type("brand", "opel");
        openPreview();
        press(SHORTCUT, ENTER);
        press(SHORTCUT, N);
        press(F8);
        // Publishing sends in the same way, when its option list is there.
        step(scene.getAccelerators().get(WindowShortcut.SEND.combination()));
        assertText("brand", "Opel");
        assertHidden("problems");
        assertFalse(isClosed());
        onFxThread(() -> assertTrue(scene.lookup("#environmentBand").isMouseTransparent()));
        press(ESCAPE);
        untilClosed();
        onFxThread(() -> assertFalse(scene.lookup("#environmentBand").isMouseTransparent()));
        press(SHORTCUT, ENTER);
        assertVisible("problems", "now the key is one of the window again");
    }

    @Test
    void publishingBehindASheetIsRefused() {
        step(() -> {
            appModel.selectProfile(STAGING);
            typeCar();
        });
        press(SHORTCUT, ENTER);
        awaitVisible("publish");
        openPreview();
        step(scene.getAccelerators().get(WindowShortcut.PUBLISH.combination()));
        assertEquals(STAGING, appModel.profile().get());
        press(ESCAPE);
        untilClosed();
        step(scene.getAccelerators().get(WindowShortcut.PUBLISH.combination()));
        assertEquals(PRODUCTION, appModel.profile().get());
    }

    @ProofTest
    void closingWindowClosesItsSheet() {
        openPreview();
        step(() -> assertTrue(mainWindow.closeSheet()));
        untilClosed();
        Platform.runLater(() -> dialogs().createSheet("preview.title").showAndWait());
        await("a sheet", () -> sheet() != null);
        step(() -> stage().hide());
        untilClosed();
    }

    @ProofTest
    void clickInTheBandLeavesTheFocus() {
        focus("version");
        fireMouse(node("profile-staging"), 1, MouseEvent.MOUSE_PRESSED);
        assertFocused("version");
    }
}
