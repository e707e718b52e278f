package app.forecourt.ui.form;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.text.Language;
import app.forecourt.ui.input.TextWidth;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The notes below the fields: they change, and the form does not move. */
class OneLineNoteTest extends FieldsFixture {
    /** Pixels for a text at text size 14, beside the icon. The window is 1366 pixels wide. */
    private static final double QUARTER = 184 - 17;

    private final BooleanProperty inField = new SimpleBooleanProperty();
    private final Label text = new Label();
    private final TextField below = new TextField();
    private OneLineNote note;
    private OfferButton offer;

    private List<Bounds> places() {
        layOut();
        return Stream.of(CarField.values())
                .filter(field -> field != CarField.OPTIONS && field != REST_BPM)
                .map(field -> inScene(node(field.apiName())))
                .toList();
    }

    /** Returns whether a node or its children get the click at a place of the scene. */
    private static boolean catchesClick(Node node, double x, double y) {
        if (!node.isVisible() || node.isMouseTransparent()) {
            return false;
        }
        boolean within = node.contains(node.sceneToLocal(x, y));
        return node instanceof Parent parent
                ? within && node.isPickOnBounds()
                        || parent.getChildrenUnmodifiable().stream().anyMatch(child -> catchesClick(child, x, y))
                : within;
    }

    @Test
    void formDoesNotMove() {
        showForm(850, 2_000);
        List<Bounds> empty = places();
        onFxThread(() -> {
            set(VIN, "WVWZZZ1KZAWOOO123");
            set(BRAND, "volkswagn");
            set(ENGINE_KW, "x".repeat(300));
            set(SALES_PRICE, "12.100");
            set(IS_TAX_DEDUCTIBLE, "true");
            set(DESCRIPTION, "word ".repeat(3_000));
            form.showAllProblems();
        });
        assertVisible("salesPriceExVat-offer-0");
        assertVisible("vin-badge");
        assertEquals(empty, places());
        for (String field : List.of("vin", "brand", "engineKw", "description")) {
            focus(field);
            assertEquals(empty, places(), field);
        }
    }

    @Test
    void longNoteOpensInItsField() {
        showNote();
        layOut();
        double closed = text.getHeight();
        assertTrue(closed <= note.getHeight() + 1, closed + " is more than a line");
        onFxThread(() -> inField.set(true));
        layOut();
        assertTrue(text.getHeight() > 3 * closed, "the note does not open");
        assertTrue(inScene(text).intersects(inScene(below)), "the note does not cover the field");
        assertFalse(
                catchesClick(note, inScene(below).getCenterX(), inScene(below).getCenterY()));
        assertTrue(
                catchesClick(note, inScene(offer).getCenterX(), inScene(offer).getCenterY()));
        onFxThread(() -> inField.set(false));
        layOut();
        assertEquals(closed, text.getHeight());
    }

    @Test
    void openNoteTakesTheRoomBesideItFirst() {
        show(600, 400, () -> {
            note = new OneLineNote(inField);
            OneLineNote.style(text, "text");
            text.setText("word ".repeat(9));
            note.setMaxWidth(120);
            note.show(List.of(text), List.of(), List.of());
            VBox card = new VBox(note, below);
            card.getStyleClass().add("card");
            return card;
        });
        layOut();
        double line = text.getHeight();
        onFxThread(() -> inField.set(true));
        layOut();
        assertEquals(line, text.getHeight(), 1, "there is room for all in one line");
        assertFalse(inScene(text).intersects(inScene(below)));
    }

    private void showNote() {
        show(300, 400, () -> {
            note = new OneLineNote(inField);
            OneLineNote.style(text, "text");
            text.setText("word ".repeat(100));
            offer = new OfferButton("Use it", "it", "Use it", () -> {});
            offer.setFocusTraversable(false);
            note.show(List.of(text), List.of(), List.of(offer));
            return new VBox(note, below);
        });
    }

    /** The few words of a problem fit into a quarter of a row on a small screen, in each language. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void briefNotesFitQuarterOfRow(Language language) throws IOException {
        String code =
                language == Language.ENGLISH ? "" : "_" + language.locale().getLanguage();
        var words = new Properties();
        try (var file = Messages.class.getResourceAsStream("words" + code + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        Font font = new Font(11.62);
        Messages local = new Messages(language.locale(), clock);
        assertEmpty(words.stringPropertyNames().stream()
                .filter(key -> key.startsWith("brief."))
                .map(key -> local.get(key, 9_999, 9_999, 21, 121))
                .filter(text -> onFxThread(() -> TextWidth.of(text, font)) > QUARTER)
                .toList());
    }

    /** The language with the longest words. */
    @Test
    void errorsAreWholeBesideTheirOffers() {
        messages = new Messages(Locale.GERMANY, clock);
        showForm(850, 2_000);
        onFxThread(() -> {
            set(LICENSE_PLATE, "12ab");
            set(VIN, "W0V0SDL08G4O");
            set(BRAND, "volkswagn");
            set(BODY_COLOR, "oranj");
            set(ENGINE_KW, "900");
            set(DATE_OF_FIRST_REGISTRATION, "06-14-2013");
            set(YEAR_OF_CONSTRUCTION, "3013");
            set(MILEAGE, "9000000");
            set(SALES_PRICE, "0");
            form.showAllProblems();
        });
        layOut();
        assertLabel("dateOfFirstRegistration-note", "Kein Datum");
        assertLabel("dateOfFirstRegistration-offer-0", "14.06.2013 ↵");
        assertEmpty(onFxThread(() -> stage().getScene().getRoot().lookupAll(".note").stream()
                .map(Label.class::cast)
                .filter(note -> note.getHeight() < 20 && note.getWidth() + 1 < note.prefWidth(-1))
                .map(Labeled::getText)
                .toList()));
    }

    /** An amount that the user typed has its repetition and its formula. The language with the longest words. */
    @Test
    void typedAmountsKeepTheirFormulaWhole() {
        messages = new Messages(Locale.GERMANY, clock);
        showForm(745, 2_000);
        onFxThread(() -> {
            set(IS_TAX_DEDUCTIBLE, "true");
            set(SALES_PRICE, "18,990.00");
            set(SALES_PRICE_EX_VAT, "15,694.21");
            set(TAX_AMOUNT, "3,295.79");
            set(DATE_OF_FIRST_REGISTRATION, "11-09-2020");
        });
        layOut();
        assertLabel("salesPriceExVat-note", "− 3.295,79 MwSt. (21/121)");
        assertLabel("dateOfFirstRegistration-note", "11. September 2020");
    }

    /** The language with the longest date. */
    @Test
    void dateWithItsSourceFitsQuarterOfRow() {
        var french = new Messages(Locale.FRANCE, clock);
        FullAndBriefText note = new FullAndBriefText("11 septembre 2020", french.briefDate(LocalDate.of(2020, 9, 11)))
                .and(new FullAndBriefText(french.get("source.rdw"), french.get("brief.source.rdw")));
        assertEquals("11 sept. 2020  ·  Du RDW", note.brief());
        assertTrue(onFxThread(() -> TextWidth.of(note.brief(), new Font(11.62))) < QUARTER);
    }
}
