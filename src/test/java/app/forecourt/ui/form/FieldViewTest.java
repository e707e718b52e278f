package app.forecourt.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.model.form.AcceptedSuggestions;
import app.forecourt.stock.ListingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Pasted text in a field: too long, or with letters and accents as two characters. */
class FieldViewTest extends FieldsFixture {

    @Test
    void descriptionTellsItsLength() {
        showFields(CarField.DESCRIPTION, CarField.TAGS);
        assertEquals("", label("description-note"));
        focus("description");
        write("one 🚗");
        assertEquals("5 of 10,000 characters · 500 are good, 1,000 best", label("description-note"));
        paste("x".repeat(995));
        assertEquals("1,000 of 10,000 characters", label("description-note"));
    }

    @Test
    void tooLongPasteIsRejectedAndReported() {
        showFields(CarField.BRAND, CarField.DESCRIPTION, CarField.TAGS);
        focus("brand");
        write("opel");
        String page = "汽车 سيارة car ".repeat(100_000).substring(0, 1_000_000);
        paste(page);
        assertEquals("opel", text("brand"));
        assertEquals("Not pasted: 1,000,004 characters, at most 2,000 fit here", label("brand-note"));
        assertEquals(label("brand-note"), control("brand").getAccessibleHelp());
        assertTrue(isVisible("brand-badge"));
        assertEquals(List.of(), form.problems().visible(), "nothing is wrong with the car");
        assertEquals(page,
                onFxThread(() -> Objects.requireNonNull(Clipboard.getSystemClipboard().getString())));
        write("x");
        assertEquals("opelx", text("brand"));
        assertEquals("", label("brand-note"));
        assertFalse(isVisible("brand-badge"));

        focus("description");
        paste(page.substring(0, 2_001));
        assertEquals(2_001, text("description").length(), "it has many lines");
        paste(page.substring(0, 98_000));
        assertEquals("Not pasted: 100,001 characters, at most 100,000 fit here",
                label("description-note"));
        press(KeyCode.TAB);
        assertEquals("tags", focusedId());
        assertFalse(label("description-note").startsWith("Not pasted"), label("description-note"));
    }

    @Test
    void completionNoteGoesWithCar() {
        showFields(CarField.BODY_COLOR, CarField.VERSION);
        focus("bodyColor");
        write("oran");
        press(KeyCode.TAB);
        assertTrue(label("bodyColor-note").contains("oran"), label("bodyColor-note"));
        String color = form.text(CarField.BODY_COLOR).get();
        onFxThread(() -> form.load(CarDraft.EMPTY.with(CarField.BODY_COLOR, color)
                .with(CarField.VERSION, "Elegance"), new AcceptedSuggestions()));
        assertEquals("", label("bodyColor-note"));
    }

    @Test
    void buttonKeepsOffTypedText() {
        List<FieldView> views = new ArrayList<>();
        show(600, 200, () -> {
            views.add(createField(CarField.LICENSE_PLATE));
            views.getFirst().setMaxWidth(168);
            return new VBox(views.getFirst());
        });
        var button = onFxThread(() -> new OfferButton("Look up ↵", "Look up ↵", "Look up", () -> {}));
        onFxThread(() -> views.getFirst().addInside(button));
        focus("licensePlate");
        write("XF1");
        layOut();
        assertEquals("Look up ↵", onFxThread(button::getText));
        write("00FGHJK");
        layOut();
        assertEquals("↵", onFxThread(button::getText));
        press(KeyCode.SHORTCUT, KeyCode.A);
        write("X");
        layOut();
        assertEquals("Look up ↵", onFxThread(button::getText));
    }

    @Test
    void knownWordIsShownAsPeopleWriteIt() {
        showFields(CarField.BRAND, CarField.BODY_COLOR, CarField.MILEAGE_UNIT, CarField.VERSION);
        type("brand", "bmw");
        type("bodyColor", "zwart");
        type("mileageUnit", "KM");
        assertEquals(List.of("BMW", "Black", "km"),
                List.of(text("brand"), text("bodyColor"), text("mileageUnit")));
        assertEquals(List.of("bmw", "zwart", "KM"), List.of(form.text(CarField.BRAND).get(),
                form.text(CarField.BODY_COLOR).get(), form.text(CarField.MILEAGE_UNIT).get()));
        assertEquals("", label("bodyColor-note"), "it says the same");
        focus("bodyColor");
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("zwart", text("bodyColor"));
        press(KeyCode.SHORTCUT, KeyCode.A);
        write("wit");
        assertEquals("wit", text("bodyColor"));
        press(KeyCode.ENTER);
        assertEquals(List.of("White", "wit"),
                List.of(text("bodyColor"), form.text(CarField.BODY_COLOR).get()));
        retype("brand", "vw");
        focus("version");
        assertEquals("vw", text("brand"), "another name of the brand");
        onFxThread(
                () -> form.load(CarDraft.EMPTY.with(CarField.BODY_COLOR, "rood"), new AcceptedSuggestions()));
        assertEquals("Red", text("bodyColor"));
        focus("bodyColor");
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("Red", text("bodyColor"), "another car's word is not brought back");
        assertEquals("rood", form.text(CarField.BODY_COLOR).get());
    }

    @Test
    void typingInSentCarOffersCorrection() {
        lockedCar = new LockedCar(() -> ListingStatus.SENT, () -> form.setReadOnly(false));
        showFields(CarField.SALES_PRICE, CarField.DESCRIPTION);
        onFxThread(() -> {
            form.text(CarField.SALES_PRICE).set("14950");
            form.setReadOnly(true);
        });
        for (KeyCode[] keys : new KeyCode[][]{{KeyCode.BACK_SPACE}, {KeyCode.SHORTCUT, KeyCode.V}, {}}) {
            focus("description");
            focus("salesPrice");
            assertFalse(isVisible("salesPrice-offer-0"), "nothing before a key that types");
            if (keys.length > 0) {
                press(keys);
            } else {
                write("14");
            }
            assertEquals("Locked: the car was sent. To change it:", label("salesPrice-note"));
        }
        assertEquals("14950", text("salesPrice"));
        press(KeyCode.ENTER);
        assertTrue(isVisible("salesPrice-offer-0"), "a scanner ends its code with Enter");
        untilEnterCounts("salesPrice");
        press(KeyCode.ENTER);
        assertFalse(isVisible("salesPrice-offer-0"));
        write("15");
        assertEquals("15", text("salesPrice"), "it is selected");

        onFxThread(() -> form.setReadOnly(true));
        focus("description");
        write("a");
        untilEnterCounts("description");
        press(KeyCode.ENTER);
        write("b");
        assertEquals("b", text("description"));
    }

    private boolean looksEditable(String id) {
        return onFxThread(() -> control(id).getBackground().getFills().stream()
                .anyMatch(fill -> !Color.TRANSPARENT.equals(fill.getFill())));
    }

    @Test
    void lockedFieldHasNoBox() {
        showFields(CarField.BRAND, CarField.VERSION, CarField.DESCRIPTION);
        onFxThread(() -> control("brand").getParent().getParent().getStyleClass().add("card"));
        focus("brand");
        onFxThread(() -> form.setReadOnly(true));
        layOut();
        assertFalse(looksEditable("version"));
        assertFalse(looksEditable("description"));
        assertTrue(looksEditable("brand"), "the focus is visible");
        onFxThread(() -> form.setReadOnly(false));
        layOut();
        assertTrue(looksEditable("version"));
    }

    @Test
    void emptyLockedFieldShowsADash() {
        showFields(CarField.LICENSE_PLATE, CarField.DESCRIPTION);
        TextInputControl plate = (TextInputControl) control("licensePlate");
        String example = plate.getPromptText();
        assertFalse(example.isEmpty());
        onFxThread(() -> form.setReadOnly(true));
        assertEquals("–", plate.getPromptText());
        assertEquals("–", ((TextInputControl) control("description")).getPromptText());
        assertEquals("", plate.getText(), "nothing to copy");
        layOut();
        double line = onFxThread(() -> plate.getHeight());
        assertEquals(line, onFxThread(() -> control("description").getHeight()), 10, "one line");
        onFxThread(() -> form.setReadOnly(false));
        layOut();
        assertTrue(onFxThread(() -> control("description").getHeight()) > 4 * line);
        assertEquals(example, plate.getPromptText());
    }

    private double startOfText(String id) {
        layOut();
        return onFxThread(() -> inScene(control(id).lookup(".text")).getMinX());
    }

    private double startOfLabel(String id) {
        return onFxThread(() -> inScene(control(id).getParent().lookup(".field-label")).getMinX());
    }

    @Test
    void lockedTextBeginsBelowItsLabel() {
        showFields(CarField.VERSION, CarField.BRAND, CarField.INTERNAL_ID, CarField.DESCRIPTION);
        List<String> ids = List.of("version", "brand", "internalId", "description");
        onFxThread(() -> control("version").getParent().getParent().getStyleClass().add("card"));
        ids.forEach(id -> type(id, "opel"));
        List<Double> starts = ids.stream().map(this::startOfText).toList();
        double height = onFxThread(() -> control("description").getHeight());
        onFxThread(() -> form.setReadOnly(true));
        ids.forEach(id -> assertEquals(startOfLabel(id), startOfText(id), 1, id));
        assertTrue(
                onFxThread(() -> inScene(control("description").lookup(".viewport")).getMinX()) < startOfText(
                        "description"),
                "the first letter is cut off");
        focus("brand");
        assertEquals(startOfLabel("brand"), startOfText("brand"), 1, "the focus moves no text");
        assertEquals(height, onFxThread(() -> control("description").getHeight()));
        onFxThread(() -> form.setReadOnly(false));
        layOut();
        assertEquals(starts, ids.stream().map(this::startOfText).toList());
        assertEquals(height, onFxThread(() -> control("description").getHeight()));
    }

    @Test
    void lockedTextIsShownFromItsBeginning() {
        showFields(CarField.DESCRIPTION);
        TextArea area = (TextArea) control("description");
        onFxThread(() -> area.setText("line\n".repeat(30)));
        layOut();
        onFxThread(area::selectAll);
        until("the end", () -> area.getScrollTop() > 0);
        onFxThread(() -> form.setReadOnly(true));
        layOut();
        assertEquals("", onFxThread(area::getSelectedText));
        assertEquals(0, onFxThread(area::getScrollTop));
    }

    @Test
    void clickOnLockedTextOffersCorrection() {
        lockedCar = new LockedCar(() -> ListingStatus.SENT, () -> form.setReadOnly(false));
        showFields(CarField.SALES_PRICE);
        onFxThread(() -> form.setReadOnly(true));
        click("salesPrice");
        assertEquals("Locked: the car was sent. To change it:", label("salesPrice-note"));
    }

    @Test
    void clickOnLockedCheckBoxOffersCorrection() {
        lockedCar = new LockedCar(() -> ListingStatus.SENT, () -> form.setReadOnly(false));
        showFields(CarField.BRAND, CarField.IS_TAX_DEDUCTIBLE);
        onFxThread(() -> form.setReadOnly(true));
        click("isTaxDeductible");
        assertEquals("Locked: the car was sent. To change it:", label("isTaxDeductible-note"));
        assertEquals("isTaxDeductible", focusedId());
        focus("brand");
        assertFalse(label("isTaxDeductible-note").startsWith("Locked"), "only while the focus is there");
        focus("isTaxDeductible");
        press(KeyCode.SPACE);
        assertTrue(isVisible("isTaxDeductible-offer-0"));
        assertFalse(node("isTaxDeductible", CheckBox.class).isSelected());
        untilEnterCounts("isTaxDeductible");
        press(KeyCode.ENTER);
        assertFalse(form.isReadOnly());
        press(KeyCode.SPACE);
        assertTrue(node("isTaxDeductible", CheckBox.class).isSelected());
    }

    @Test
    void lockedFlagIsAWord() {
        showFields(CarField.IS_TAX_DEDUCTIBLE);
        CheckBox box = node("isTaxDeductible", CheckBox.class);
        assertEquals("VAT car", onFxThread(box::getText));
        onFxThread(() -> form.setReadOnly(true));
        assertEquals("no", onFxThread(box::getText));
        onFxThread(() -> form.text(CarField.IS_TAX_DEDUCTIBLE).set("true"));
        assertEquals("yes", onFxThread(box::getText));
        onFxThread(() -> form.setReadOnly(false));
        assertEquals("VAT car", onFxThread(box::getText));
    }

    private void untilEnterCounts(String id) {
        until("the note to be read", () -> !LockedInput.isUnread(control(id)));
    }

    @Test
    void typingInLeavingCarOffersNothing() {
        lockedCar = new LockedCar(() -> ListingStatus.SENDING, () -> form.setReadOnly(false));
        showFields(CarField.BRAND, CarField.MODEL);
        onFxThread(() -> form.setReadOnly(true));
        focus("brand");
        write("o");
        assertEquals("Locked: the car is being sent", label("brand-note"));
        press(KeyCode.ENTER);
        assertTrue(form.isReadOnly());
        focus("model");
        assertEquals("", label("brand-note"));
    }

    /** PDFs have letters and accents as two characters. */
    @Test
    void letterAndAccentAreComposed() {
        showFields(CarField.MODEL);
        focus("model");
        write("sc");
        paste("e\u0301nic");
        write("2");
        assertEquals("sc\u00e9nic2", text("model"));
        press(KeyCode.SHORTCUT, KeyCode.Z);
        write("s");
        assertEquals("scs", text("model"));
    }

    /** An accepted suggestion sets the text in this way. */
    @Test
    void letterAndAccentMayBeSetUncomposed() {
        showFields(CarField.MODEL);
        onFxThread(() -> ((TextInputControl) node("model")).setText("e\u0301"));
        assertEquals("\u00e9", text("model"));
    }

    @Test
    void checkBoxIsAsWideAsItsText() {
        showForm(850, 2_000);
        layOut();
        assertTrue(inScene(node("isTaxDeductible")).getWidth() < inScene(node("salesPrice")).getWidth());
    }
}
