package app.forecourt.ui.form;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.SourcedValue;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.model.form.Rival;
import app.forecourt.ui.fx.FocusKeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The texts of other desks in the form: those taken over, and those offered below a field. */
class RivalOfferTest extends FieldsFixture {
    private final List<CarField> dismissed = new ArrayList<>();

    @BeforeEach
    void showForm() {
        showFields(MODEL, SALES_PRICE, INTERNAL_ID);
        onFxThread(() -> form.rivals().whenDismissed(dismissed::add));
        type("salesPrice", "15,500.00");
        type("model", "Corsa");
        focus("internalId");
    }

    private void offerPrice() {
        setRivals(new Rival(SALES_PRICE, "15,950.00", "Anna, desk 2", Optional.of(clock.instant())));
    }

    private void setRivals(Rival... rivals) {
        onFxThread(() -> form.rivals().set(List.of(rivals)));
    }

    private String buttonText(String id) {
        return onFxThread(() -> node(id, Button.class).getText());
    }

    private String offer(int number) {
        return buttonText("salesPrice-offer-" + number);
    }

    @Test
    void enterTakesTheOtherText() {
        offerPrice();
        assertStartsWith("Anna, desk 2", label("salesPrice-note"));
        focus("salesPrice");
        assertEquals("15,950.00 ↵", offer(0).replace("Use ", ""));
        assertEquals("Keep 15,500.00", offer(1));
        press(ENTER);
        assertEquals("15,950.00", text("salesPrice"));
        assertFalse(isVisible("salesPrice-offer-0"));
        assertEquals(List.of(SALES_PRICE), dismissed);
        focus("salesPrice");
        press(SHORTCUT, Z);
        assertEquals("15,500.00", text("salesPrice"));
    }

    @Test
    void textsOfTwoDesksAreNamedWithTheirDesks() {
        setRivals(
                new Rival(SALES_PRICE, "15,950.00", "Anna", Optional.empty()),
                new Rival(SALES_PRICE, "16,250.00", "Carla", Optional.empty()),
                new Rival(SALES_PRICE, "14,950.00", "Bert", Optional.empty(), true));
        focus("salesPrice");
        String note = label("salesPrice-note");
        assertContains("Anna: 15,950.00", note);
        assertContains("Carla: 16,250.00", note);
        assertContains("You: 14,950.00", note);
    }

    /** Offers a model of the register, and one of another desk. */
    private void offerTwoModels() {
        onFxThread(() -> {
            form.externalValues()
                    .applyRegisterValues(
                            LicensePlate.of("R-759-BK").orElseThrow(),
                            List.of(new ExternalValues.Value(
                                    new SourcedValue(MODEL, "Kadett", SourcedValue.Origin.RDW, true), "Kadett")));
            form.rivals().set(List.of(new Rival(MODEL, "Astra", "Anna", Optional.empty())));
        });
    }

    @Test
    void eachOfferIsNamedWithItsSource() {
        offerTwoModels();
        focus("model");
        String note = label("model-note") + label("model-source");
        assertContains("Anna: Astra", note);
        assertContains("Differs from RDW (Kadett)", note);
        assertEquals("Use Kadett", buttonText("model-offer-2"));
    }

    @Test
    void tabGoesToTheFirstOfSeveralOffers() {
        offerTwoModels();
        focus("model");
        press(TAB);
        assertEquals("model-offer-0", focusedId());
        press(TAB);
        assertEquals("model-offer-2", focusedId());
        press(TAB);
        assertEquals("salesPrice", focusedId());
    }

    @Test
    void tabGoesToTheFirstOfSeveralOffersInABlankField() {
        setText("model", "");
        offerTwoModels();
        onFxThread(() -> form.type(MODEL, ""));
        focus("model");
        assertEquals(node("model").getParent(), node("model-offer-0").getParent(), "inside the field");
        press(TAB);
        assertEquals("model-offer-0", focusedId());
        press(TAB);
        assertEquals("model-offer-1", focusedId());
        press(TAB);
        assertEquals("salesPrice", focusedId());
    }

    @Test
    void narrowOffersKeepTheirValues() {
        OfferButton first = onFxThread(() -> new OfferButton("Use 66 ↵", "66 ↵", "Enter: 66", () -> {}));
        OfferButton second = onFxThread(() -> new OfferButton("Use 74", "74", "Use 74", () -> {}));
        show(400, 100, () -> new HBox(first, second));
        onFxThread(() -> {
            first.fit(1, 1);
            second.fit(1, 1);
        });
        assertEquals("66 ↵", onFxThread(first::getText));
        assertEquals("74", onFxThread(second::getText));
    }

    @Test
    void escapeKeepsTheOwnText() {
        offerPrice();
        focus("salesPrice");
        press(ESCAPE);
        assertEquals("15,500.00", text("salesPrice"));
        assertFalse(isVisible("salesPrice-offer-0"));
        assertEquals(List.of(SALES_PRICE), dismissed);
    }

    @Test
    void enterAfterTypingKeepsTheOwnText() {
        focus("salesPrice");
        offerPrice();
        press(SHORTCUT, A);
        write("15,600.00");
        // The stock has no rival any more, because the field was edited.
        setRivals();
        assertTrue(isVisible("salesPrice-offer-0"), "the user has not answered yet");
        press(ENTER);
        assertEquals("15,600.00", text("salesPrice"));
    }

    @Test
    void longTextsShowTheirDifference() {
        String begin = "A tidy car with towing hook, first owner, ";
        String end = ", serviced each year at the dealer, with two sets of wheels.";
        type("internalId", begin + "non-smoker" + end);
        String other = begin + "red\nleather" + end;
        setRivals(new Rival(INTERNAL_ID, other, "Anna", Optional.empty()));
        focus("internalId");
        Button offer = onFxThread(() -> node("internalId-offer-0", Button.class));
        assertEquals("Use …owner, red leather, ser… ↵", onFxThread(offer::getText));
        assertEquals(other, onFxThread(offer::getAccessibleHelp));
        assertEquals("Keep …owner, non-smoker, serv…", buttonText("internalId-offer-1"));
    }

    @Test
    void longTextThatOnlyEndsOtherwiseShowsItsEnd() {
        type("internalId", "1.2 Turbo Elegance Handgeschakeld");
        setRivals(new Rival(INTERNAL_ID, "1.2 Turbo Elegance Automaat", "Anna", Optional.empty()));
        focus("internalId");
        assertEquals("Use …Turbo Elegance Automaat ↵", buttonText("internalId-offer-0"));
    }

    @Test
    void focusOfButtonThatVanishesGoesToItsField() {
        offerPrice();
        focus("salesPrice");
        focus("salesPrice-offer-1");
        onFxThread(() -> form.rivals().dismiss(SALES_PRICE));
        assertFalse(isVisible("salesPrice-offer-1"));
        assertEquals("salesPrice", focusedId());
    }

    @Test
    void tabLeavesTheFieldAlthoughTheOtherTextComesIn() {
        focus("salesPrice");
        press(SHORTCUT, A);
        write("15,600.00");
        offerPrice();
        takeOverWhenLeft("15,950.00");
        press(TAB);
        assertEquals("15,950.00", text("salesPrice"));
        assertEquals("internalId", focusedId());
    }

    private void takeOver(UnaryOperator<CarDraft> change) {
        onFxThread(() -> {
            CarDraft base = form.draft().get();
            form.takeOver(base, change.apply(base), Set.of());
        });
    }

    /** Has the form take another desk's price over once the user has left the field, as the program does. */
    private void takeOverWhenLeft(String price) {
        onFxThread(() ->
                form.whenFieldLeft(() -> Platform.runLater(() -> takeOver(draft -> draft.with(SALES_PRICE, price)))));
    }

    @Test
    void textTakenOverMovesNoCaretAndKeepsUndo() {
        focus("model");
        press(END);
        write(" 1.2");
        takeOver(draft -> draft.with(SALES_PRICE, "16,000.00").with(MODEL, "Astra"));
        assertEquals("16,000.00", text("salesPrice"));
        assertEquals("Corsa 1.2", text("model"), "it is being typed");
        assertEquals("model", focusedId());
        assertEquals(9, (int) onFxThread(() -> ((TextInputControl) node("model")).getCaretPosition()));
        press(SHORTCUT, Z);
        assertTrue(text("model").length() < 9, text("model"));
        focus("salesPrice");
        press(SHORTCUT, Z);
        assertEquals("15,500.00", text("salesPrice"));
    }

    @Test
    void textWaitsWhileTheWindowIsBehind() {
        takeOverWhenLeft("16,000.00");
        focus("salesPrice");
        press(END);
        setActive(false);
        assertFalse(onFxThread(() -> node("salesPrice").isFocused()));
        takeOver(draft -> draft.with(SALES_PRICE, "16,000.00").with(MODEL, "Astra"));
        assertEquals("Astra", text("model"));
        assertEquals("15,500.00", text("salesPrice"));
        setActive(true);
        assertEquals("15,500.00", text("salesPrice"));
        press(TAB);
        assertEquals("16,000.00", text("salesPrice"));
        assertEquals("", selected("salesPrice"));
    }

    private String selected(String id) {
        return onFxThread(() -> ((TextInputControl) node(id)).getSelectedText());
    }

    @Test
    void textTakenOverBesideTheFocusIsNotSelected() {
        focus("salesPrice");
        Runnable giveBack = onFxThread(() -> FocusKeeper.restorer(node("salesPrice")));
        focus("model");
        takeOver(draft -> draft.with(SALES_PRICE, "16,000.00"));
        assertEquals("", selected("salesPrice"));
        onFxThread(giveBack);
        assertEquals("", selected("salesPrice"));
        write("1");
        assertEquals("16,000.001", text("salesPrice"));
    }

    @Test
    void focusedFieldKeepsItsText() {
        takeOverWhenLeft("16,000.00");
        focus("salesPrice");
        takeOver(draft -> draft.with(SALES_PRICE, "16,000.00"));
        assertEquals("15,500.00", text("salesPrice"));
        assertEquals("15,500.00", selected("salesPrice"));
        press(TAB);
        assertEquals("16,000.00", text("salesPrice"));
    }
}
