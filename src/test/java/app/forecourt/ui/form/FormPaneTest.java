package app.forecourt.ui.form;

import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.testing.TextAssertions.assertLacks;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static app.forecourt.ui.InputEvents.keyPressed;
import static app.forecourt.ui.InputEvents.mouse;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.input.TextWidth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The badges of fields with problems, in the whole form. */
class FormPaneTest extends FieldsFixture {
    /** Pixels between a badge and its message. */
    private static final double GAP = 4.2;
    /** Height of a line of a message in pixels. */
    private static final double LINE = 17;

    /** Asserts that a badge is before the first line of its message, at the left edge of its field. */
    private void assertShown(String id) {
        Bounds badge = inScene(node(id + "-badge"));
        Bounds message = inScene(node(id + "-note"));
        assertTrue(badge.getWidth() >= 12 && badge.getHeight() >= 12, "" + badge);
        assertEquals(inScene(control(id)).getMinX(), badge.getMinX(), 1);
        assertEquals(GAP, message.getMinX() - badge.getMaxX(), 1);
        assertEquals(message.getMinY() + LINE / 2, badge.getCenterY(), 1);
    }

    /** A width as beside the list and the options at a scale of 150 %. */
    @Test
    void identifiersAreWholeInNarrowForm() {
        showForm(425, 480);
        onFxThread(() -> {
            set(VIN, "WMWMM31050TM12345");
            set(INTERNAL_ID, "SEB-2134795");
        });
        for (boolean locked : new boolean[] {false, true}) {
            setReadOnly(locked);
            layOut();
            onFxThread(() -> {
                for (String id : List.of("vin", "internalId")) {
                    TextField field = node(id, TextField.class);
                    double room = field.getWidth()
                            - field.getInsets().getLeft()
                            - field.getInsets().getRight();
                    assertTrue(TextWidth.of(field.getText(), field.getFont()) <= room, id + " cut in " + room);
                }
            });
        }
    }

    @Test
    void badgeStaysUntilProblemIsFixed() {
        showForm(850, 620);
        type("engineKw", "many");
        assertVisible("engineKw-badge");
        assertShown("engineKw");
        assertTrue(hasPseudoClass("engineKw-badge", "danger"));
        assertStartsWith("Not a whole number", label("engineKw-note"));
        assertEquals(label("engineKw-note"), control("engineKw").getTooltip().getText());
        assertEquals(label("engineKw-note"), control("engineKw").getAccessibleHelp());

        onFxThread(form::showAllProblems);
        layOut();
        assertVisible("licensePlate-badge");
        assertShown("licensePlate");
        assertTrue(hasPseudoClass("licensePlate-badge", "warning"));
        assertFalse(hasPseudoClass("licensePlate-badge", "danger"));

        for (String typed : List.of("71", "x", "72", "y", "73")) {
            retype("engineKw", typed);
            assertEquals(!Character.isDigit(typed.charAt(0)), isVisible("engineKw-badge"), typed);
        }
        assertNull(control("engineKw").getTooltip());
    }

    /** A digit of the serial number that is wrong shows in the shorter part only. */
    @Test
    void noteRepeatsTheVinInParts() {
        showForm(850, 620);
        writeInto("vin", "wvwzzz1kzaw123456");
        until("the whole note", () -> label("vin-note").startsWith("WVW ZZZ1KZ AW123456"));
        press(TAB);
        until("the brief note", () -> label("vin-note").startsWith("Volkswagen"));
        retype("vin", "WVWZZZ1KZAW12345");
        assertLacks("WVW ZZZ1KZ", label("vin-note"));
        assertEquals(
                "By Opel",
                new FullAndBriefText("W0L 0AHL35 85000001", "")
                        .and(new FullAndBriefText("Made by Opel", "By Opel"))
                        .brief());
    }

    @Test
    void clickBesideTheFieldsKeepsTheFocus() {
        FormPane pane = showForm(850, 620);
        focus("version");
        onFxThread(() -> Event.fireEvent(pane.getContent(), mouse(MouseEvent.MOUSE_PRESSED, 5, 5)));
        assertFocused("version");
    }

    @Test
    void enterGoesToNextEmptyField() {
        showForm(850, 620);
        onFxThread(() -> {
            set(DEALERSHIP_ID, "d-1");
            set(MODEL, "Corsa");
        });
        type("internalId", "SEB-1");
        focus("internalId");
        press(ENTER);
        assertFocused("brand");
        write("Opel");
        press(ESCAPE);
        press(ENTER);
        assertFocused("version");
        type("engineKw", "many");
        focus("engineKw");
        press(ENTER);
        assertFocused("engineKw", "what is wrong is corrected first");
        focus("currency");
        press(ENTER);
        assertFocused("isTaxDeductible", "a box without a tick is a question");
        press(ENTER);
        assertFocused("restBpm");
    }

    /** Some remote desktops send a held key as many presses. */
    @Test
    void repeatedEnterTypesNoLineIntoTheDescription() {
        showForm(850, 620);
        focus("internalId");
        for (int presses = 0; presses < 40; presses++) {
            press(ENTER);
        }
        assertFocused("description");
        assertText("description", "");
        write("Clean.");
        press(ENTER);
        write("New tyres.");
        assertText("description", "Clean.\nNew tyres.");
        set(DESCRIPTION, "");
        press(SHIFT, TAB);
        press(TAB);
        assertFocused("description");
        press(ENTER);
        assertText("description", "\n", "the key began here");
    }

    /** A held key repeats: on the way it would accept the offer of each field. */
    @Test
    void heldEnterGoesOneFieldOn() {
        showForm(850, 620);
        focus("internalId");
        onFxThread(() -> {
            for (int repeat = 0; repeat < 5; repeat++) {
                Node focused = stage().getScene().getFocusOwner();
                Event.fireEvent(focused, keyPressed(ENTER));
            }
        });
        assertFocused("dealershipId");
    }

    @ParameterizedTest
    @CsvSource({"zw, Black", "bla, Black", "bl, bl", "zx, zx"})
    void wordIsCompletedByItsNameInAnyLanguage(String typed, String completed) {
        showForm(850, 620);
        writeInto("bodyColor", typed);
        press(TAB);
        assertEquals(completed, text("bodyColor"));
    }

    @Test
    void tabScrollsNoFurtherThanNeeded() {
        FormPane pane = showForm(850, 560);
        focus("gears");
        layOut();
        press(TAB);
        assertFocused("dateOfFirstRegistration");
        until(
                "the field with its note",
                () -> inScene(node("dateOfFirstRegistration").getParent()).getMaxY() <= 560);
        assertTrue(inScene(node("gears")).getMinY() > 300, "it scrolled too far");
        onFxThread(() -> pane.setVvalue(1));
        layOut();
        press(SHIFT, TAB);
        press(TAB);
        Node card = node("dateOfFirstRegistration").getParent().getParent().getParent();
        until("the title of the card", () -> inScene(card.lookup(".card-title")).getMinY() >= 0);
    }

    @Test
    void activatedWindowScrollsNoForm() {
        FormPane pane = showForm(850, 560);
        focus("licensePlate");
        layOut();
        onFxThread(() -> pane.setVvalue(1));
        // Headless windows never lose the focus to each other.
        setActive(false);
        setActive(true);
        assertTrue(node("licensePlate").isFocused());
        layOut();
        // The form scrolls to a field with the task after the focus.
        onFxThread(() -> {});
        assertEquals(1, pane.getVvalue());
    }

    @Test
    void fieldIsLeftAlsoWhileTheWindowIsBehind() {
        showForm(850, 560);
        focus("licensePlate");
        setActive(false);
        AtomicInteger left = new AtomicInteger();
        onFxThread(() -> form.whenFieldLeft(left::incrementAndGet));
        focus("vin");
        assertEquals(1, left.get());
        setActive(true);
        assertEquals(1, left.get());
        focus("licensePlate");
        assertEquals(2, left.get());
    }

    @Test
    void noteThatOpensIsScrolledIntoView() {
        FormPane pane = showForm(850, 560);
        focus("taxAmount");
        until("the field at the lower edge", () -> inScene(node("taxAmount")).getMaxY() < 560);
        double before = pane.getVvalue();
        onFxThread(() -> form.problems().onPasteRejected(TAX_AMOUNT, 1_000_000));
        layOut();
        assertTrue(inScene(node("taxAmount-note")).getMaxY() < 560, "its last line is cut off");
        assertTrue(pane.getVvalue() > before, "the field was not at the edge");
    }

    @Test
    void cardsGrowWithTheRowsOfANarrowForm() {
        showForm(900, 620);
        onFxThread(() -> stage().setWidth(560));
        until(
                "fewer fields in a row",
                () -> inScene(control("dealershipId")).getMinY()
                        > inScene(control("licensePlate")).getMaxY());
        layOut();
        Node card = NodeTree.selfAndAncestors(control("dealershipId"))
                .filter(node -> node.getStyleClass().contains("card"))
                .findFirst()
                .orElseThrow();
        assertTrue(inScene(card).getMaxY() > inScene(control("dealershipId")).getMaxY());
    }

    @Test
    void wordsFollowTheTitle() {
        FormPane pane = showForm(850, 620);
        Label tag = onFxThread(() -> new Label("sold"));
        onFxThread(() -> pane.addBesideTitle(CarField.Section.IDENTITY, tag));
        layOut();
        Node title = onFxThread(() -> tag.getParent().getChildrenUnmodifiable().getFirst());
        assertEquals(
                onFxThread(() -> inScene(title).getMaxX()),
                onFxThread(() -> inScene(tag).getMinX()),
                1);
    }
}
