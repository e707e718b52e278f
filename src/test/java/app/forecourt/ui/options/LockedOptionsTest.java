package app.forecourt.ui.options;

import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENT;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.window.MainWindowContentFixture;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clicks and keys on the options of a sent car. */
@Tag("proof")
class LockedOptionsTest extends MainWindowContentFixture {

    @Test
    void clickOnLockedOptionOffersCorrection() {
        step(this::typeCar);
        awaitVisible("option-abs");
        step(() -> form().toggleOption("abs"));
        press(SHORTCUT, ENTER);
        press(SHORTCUT, ENTER);
        await("the arrival", () -> status() == SENT);
        layOut();
        double before = topOfList();
        click("option-abs");
        assertLabel("optionSaid", "Locked: already sent");
        assertEquals(before, topOfList(), "a second click goes to the same option");
        assertVisible("correctOptions");
        assertTrue(isChosen());
        assertFocused("options");
        press(ENTER);
        assertEquals(SENT, status(), "nobody has read it yet");
        until(
                "the note to be read",
                () -> !((OptionFeedbackLine) node("optionSaid").getParent()).isUnread());
        press(ENTER);
        assertEquals(DRAFT, status());
        assertLabel("optionSaid", "");
        assertHidden("correctOptions");
        click("option-abs");
        assertFalse(isChosen());
    }

    private double topOfList() {
        layOut();
        return onFxThread(() -> inScene(node("options")).getMinY());
    }

    private boolean isChosen() {
        return onFxThread(() -> node("option-abs", CheckBox.class).isSelected());
    }
}
