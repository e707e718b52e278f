package app.forecourt.ui.form;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertContains;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Pasted text in a field: too long, or with letters and accents as two characters. */
class FieldViewTest extends FieldsFixture {
    private static final List<CarField> READABLE =
            List.of(LICENSE_PLATE, DATE_OF_FIRST_REGISTRATION, YEAR_OF_CONSTRUCTION, MILEAGE, SALES_PRICE, GEARS);

    @Test
    void descriptionTellsItsLength() {
        showFields(DESCRIPTION, TAGS);
        assertLabel("description-note", "");
        writeInto("description", "one 🚗");
        assertLabel("description-note", "5 of 10,000 characters · 500 are good, 1,000 best");
        paste("x".repeat(995));
        assertLabel("description-note", "1,000 of 10,000 characters");
    }

    @Test
    void tooLongPasteIsRejectedAndReported() {
        showFields(BRAND, DESCRIPTION);
        writeInto("brand", "opel");
        String page = "汽车 سيارة car ".repeat(100_000).substring(0, 1_000_000);
        paste(page);
        assertText("brand", "opel");
        assertLabel("brand-note", "Not pasted: 1,000,004 characters, at most 2,000 fit here");
        assertEquals(label("brand-note"), control("brand").getAccessibleHelp());
        assertVisible("brand-badge");
        assertEmpty(form.problems().visible(), "nothing is wrong with the car");
        assertEquals(
                page,
                onFxThread(() ->
                        Objects.requireNonNull(Clipboard.getSystemClipboard().getString())));
        write("x");
        assertText("brand", "opelx");
        assertLabel("brand-note", "");
        assertHidden("brand-badge");

        focus("description");
        paste(page.substring(0, 2_001));
        assertEquals(2_001, text("description").length(), "it has many lines");
    }

    @Test
    void completionNoteGoesWithCar() {
        showFields(BODY_COLOR, VERSION);
        writeInto("bodyColor", "oran");
        press(TAB);
        assertContains("oran", label("bodyColor-note"));
        String color = form.text(BODY_COLOR).get();
        load(CarDraft.EMPTY.with(BODY_COLOR, color).with(VERSION, "Elegance"));
        assertLabel("bodyColor-note", "");
    }

    @Test
    void buttonKeepsOffTypedText() {
        var button = onFxThread(() -> new OfferButton("Look up ↵", "↵", "Look up", () -> {}));
        show(600, 200, () -> {
            FieldView view = createField(LICENSE_PLATE);
            view.setMaxWidth(168);
            view.addInside(button);
            return new VBox(view);
        });
        writeInto("licensePlate", "XF1");
        layOut();
        assertEquals("Look up ↵", onFxThread(button::getText));
        write("00FGHJK");
        layOut();
        assertEquals("↵", onFxThread(button::getText));
        press(SHORTCUT, A);
        write("X");
        layOut();
        assertEquals("Look up ↵", onFxThread(button::getText));
    }

    @Test
    void knownWordIsShownAsPeopleWriteIt() {
        showFields(BODY_COLOR, MILEAGE_UNIT);
        type("bodyColor", "zwart");
        type("mileageUnit", "KM");
        assertEquals("Black km", text("bodyColor") + " " + text("mileageUnit"));
        assertEquals("zwart", form.text(BODY_COLOR).get());
        assertLabel("bodyColor-note", "", "it says the same");
        focus("bodyColor");
        press(SHORTCUT, Z);
        assertText("bodyColor", "zwart");
        press(SHORTCUT, A);
        write("wit");
        assertText("bodyColor", "wit");
        press(ENTER);
        assertEquals(
                List.of("White", "wit"),
                List.of(text("bodyColor"), form.text(BODY_COLOR).get()));
        // As the register does.
        set(BODY_COLOR, "rood");
        press(SHORTCUT, Z);
        assertEquals("rood", text("bodyColor"));
    }

    @Test
    void leftFieldShowsReadableForm() {
        showFields(READABLE.toArray(CarField[]::new));
        type("licensePlate", "k482tn");
        type("dateOfFirstRegistration", "13-2-21");
        type("yearOfConstruction", "85");
        type("mileage", "41300");
        assertText("mileage", "41,300");
        set(MILEAGE_UNIT, "km");
        type("salesPrice", "15944.5");
        type("gears", "six");
        assertEquals(List.of("K-482-TN", "13/02/2021", "1985", "41,300 km", "15,944.50", "six"), shown());
        assertEquals(List.of("k482tn", "13-2-21", "85", "41300", "15944.5", "six"), typed());
        focus("mileage");
        assertText("mileage", "41,300 km");
        press(SHORTCUT, Z);
        assertText("mileage", "41300");
        press(TAB);
        assertText("mileage", "41,300 km");
        load(CarDraft.EMPTY.with(MILEAGE, "500 km").with(MILEAGE_UNIT, "KM").with(LICENSE_PLATE, "7xk"));
        assertEquals(List.of("7xk", "", "", "500 km", "", ""), shown());
        set(MILEAGE_UNIT, "MI");
        assertText("mileage", "500 km", "wrong in this car, and shown as typed");
        assertEquals("500 km", form.text(MILEAGE).get());
    }

    private List<String> shown() {
        return READABLE.stream().map(CarField::apiName).map(this::text).toList();
    }

    private List<String> typed() {
        return READABLE.stream().map(field -> form.text(field).get()).toList();
    }

    @Test
    void fieldIsNotLeftBehindAnotherWindow() {
        showFields(MILEAGE, GEARS);
        writeInto("mileage", "413");
        setActive(false);
        assertText("mileage", "413");
        setActive(true);
        write("00");
        press(TAB);
        assertText("mileage", "41,300");
    }

    @Test
    void focusedFieldOfSentCarIsReadableToo() {
        showFields(LICENSE_PLATE, GEARS);
        writeInto("licensePlate", "k482tn");
        setReadOnly(true);
        assertText("licensePlate", "K-482-TN");
        assertEquals("k482tn", form.text(LICENSE_PLATE).get());
    }

    @Test
    void lockedFieldIsReachedButNotChanged() {
        showFields(SALES_PRICE, IS_TAX_DEDUCTIBLE);
        type("salesPrice", "14950");
        setReadOnly(true);
        writeInto("salesPrice", "15");
        press(BACK_SPACE);
        press(ENTER);
        assertText("salesPrice", "14,950.00");
        press(TAB);
        assertFocused("isTaxDeductible");
        press(SPACE);
        assertFalse(node("isTaxDeductible", CheckBox.class).isSelected());
        click("isTaxDeductible");
        assertFalse(node("isTaxDeductible", CheckBox.class).isSelected());
        setReadOnly(false);
        press(SPACE);
        assertTrue(node("isTaxDeductible", CheckBox.class).isSelected());
    }

    private boolean looksEditable(String id) {
        return onFxThread(() -> control(id).getBackground().getFills().stream()
                .anyMatch(fill -> !Color.TRANSPARENT.equals(fill.getFill())));
    }

    @Test
    void lockedFieldHasNoBox() {
        showFields(BRAND, VERSION, DESCRIPTION);
        onFxThread(
                () -> control("brand").getParent().getParent().getStyleClass().add("card"));
        focus("brand");
        setReadOnly(true);
        layOut();
        assertFalse(looksEditable("version"));
        assertFalse(looksEditable("description"));
        assertTrue(looksEditable("brand"), "the focus is visible");
        setReadOnly(false);
        layOut();
        assertTrue(looksEditable("version"));
    }

    @Test
    void emptyLockedFieldShowsADash() {
        showFields(LICENSE_PLATE, DESCRIPTION);
        TextInputControl plate = (TextInputControl) control("licensePlate");
        String example = plate.getPromptText();
        assertFalse(example.isEmpty());
        setReadOnly(true);
        assertEquals("–", plate.getPromptText());
        assertEquals("–", ((TextInputControl) control("description")).getPromptText());
        assertEquals("", plate.getText(), "nothing to copy");
        layOut();
        double line = onFxThread(() -> control("description").getHeight());
        setReadOnly(false);
        layOut();
        assertTrue(onFxThread(() -> control("description").getHeight()) > 3 * line);
        assertEquals(example, plate.getPromptText());
    }

    private double startOfText(String id) {
        layOut();
        return onFxThread(() -> inScene(control(id).lookup(".text")).getMinX());
    }

    private double startOfLabel(String id) {
        return onFxThread(
                () -> inScene(control(id).getParent().lookup(".field-label")).getMinX());
    }

    @Test
    void lockedTextBeginsBelowItsLabel() {
        showFields(VERSION, BRAND, INTERNAL_ID, DESCRIPTION);
        List<String> ids = List.of("version", "brand", "internalId", "description");
        onFxThread(
                () -> control("version").getParent().getParent().getStyleClass().add("card"));
        ids.forEach(id -> type(id, "opel"));
        setReadOnly(true);
        ids.forEach(id -> assertEquals(startOfLabel(id), startOfText(id), 1, id));
        assertTrue(
                onFxThread(() -> inScene(control("description").lookup(".viewport"))
                                .getMinX())
                        < startOfText("description"),
                "the first letter is cut off");
        focus("brand");
        assertEquals(startOfLabel("brand"), startOfText("brand"), 1, "the focus moves no text");
    }

    @Test
    void lockedTextIsShownFromItsBeginning() {
        showFields(DESCRIPTION);
        TextArea area = (TextArea) control("description");
        onFxThread(() -> area.setText("line\n".repeat(30)));
        layOut();
        onFxThread(area::selectAll);
        until("the end", () -> area.getScrollTop() > 0);
        setReadOnly(true);
        layOut();
        assertEquals("", onFxThread(area::getSelectedText));
        assertEquals(0, onFxThread(area::getScrollTop));
        onFxThread(() -> {
            area.setScrollTop(20);
            form.problems().add(List.of(Problem.of(DESCRIPTION, Problem.Code.NO_DESCRIPTION)));
            form.showAllProblems();
        });
        layOut();
        assertEquals(20, onFxThread(area::getScrollTop), "what the user reads stays in sight");
    }

    @Test
    void lockedFlagIsAWord() {
        showFields(IS_TAX_DEDUCTIBLE);
        CheckBox box = node("isTaxDeductible", CheckBox.class);
        assertEquals("VAT car", onFxThread(box::getText));
        setReadOnly(true);
        assertEquals("no", onFxThread(box::getText));
        set(IS_TAX_DEDUCTIBLE, "true");
        assertEquals("yes", onFxThread(box::getText));
        setReadOnly(false);
        assertEquals("VAT car", onFxThread(box::getText));
    }

    /** PDFs have letters and accents as two characters. */
    @Test
    void letterAndAccentAreComposed() {
        showFields(MODEL);
        writeInto("model", "sc");
        paste("e\u0301nic");
        write("2");
        assertText("model", "sc\u00e9nic2");
        press(SHORTCUT, Z);
        write("s");
        assertText("model", "scs");
    }

    @Test
    void checkBoxIsAsWideAsItsText() {
        showForm(850, 2_000);
        layOut();
        assertTrue(inScene(node("isTaxDeductible")).getWidth()
                < inScene(node("salesPrice")).getWidth());
    }
}
