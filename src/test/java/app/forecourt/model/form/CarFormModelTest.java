package app.forecourt.model.form;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.Problem.Code.NOT_A_NUMBER;
import static app.forecourt.car.Problem.Code.NO_IDENTITY;
import static app.forecourt.car.Problem.Code.REFUSED_BY_AUTOCHAT;
import static app.forecourt.car.Problem.Code.TOO_MUCH_PASTED;
import static app.forecourt.car.Problem.Code.UNKNOWN_OPTION;
import static app.forecourt.car.Problem.Code.VIN_LENGTH;
import static app.forecourt.car.Problem.Code.VIN_MAKER;
import static app.forecourt.car.Problem.Code.VIN_MODEL_YEAR;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.model.form.FieldStates.FieldState;
import app.forecourt.option.AvailableOptions;
import app.forecourt.option.CarOption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of the form's model: visible problems, suggestions and values. */
class CarFormModelTest {
    private final CarFormModel form = new CarFormModel(ProblemCases.CHECK, BigDecimal::toPlainString);

    private void type(CarField field, String text) {
        form.text(field).set(text);
    }

    private String text(CarField field) {
        return form.text(field).get();
    }

    private void leave(CarField field) {
        form.problems().onFieldLeft(field);
    }

    private void know(CarOption... options) {
        form.knownOptions().set(Optional.of(new AvailableOptions(List.of(options))));
    }

    private void typeVatPrice() {
        type(SALES_PRICE, "12.100");
        type(IS_TAX_DEDUCTIBLE, "true");
    }

    private void load(CarDraft draft) {
        form.load(draft, new AcceptedSuggestions());
    }

    private List<Problem> visible() {
        return form.problems().visible();
    }

    private List<Problem.Code> visibleCodes() {
        return visible().stream().map(Problem::code).toList();
    }

    private void assertCodes(Problem.Code... expected) {
        assertEquals(List.of(expected), visibleCodes());
    }

    private void assertText(CarField field, String expected) {
        assertEquals(expected, text(field));
    }

    @Test
    void leavingShowsOnlyItsOwnField() {
        type(ENGINE_KW, "many");
        leave(BRAND);
        assertCodes();
    }

    @Test
    void fixedProblemReturnsOnlyOnLeaving() {
        type(ENGINE_KW, "many");
        leave(ENGINE_KW);
        assertCodes(NOT_A_NUMBER);
        type(ENGINE_KW, "74");
        assertCodes();
        type(ENGINE_KW, "74x");
        assertCodes();
        leave(ENGINE_KW);
        assertCodes(NOT_A_NUMBER);
    }

    @Test
    void messageFollowsBrokenRule() {
        type(VIN, "WAVWG");
        leave(VIN);
        type(VIN, "WAVWGB");
        assertEquals(List.of(Problem.of(VIN, VIN_LENGTH, 6)), visible());
    }

    @Test
    void sendShowsAllInFormOrder() {
        assertTrue(form.showAllProblems());
        List<CarField> fields = visible().stream().map(Problem::field).toList();
        assertEquals(fields.stream().sorted().toList(), fields);
        assertTrue(fields.containsAll(List.of(DEALERSHIP_ID, BRAND, MODEL, SALES_PRICE)), "" + fields);
    }

    @Test
    void warningIsNewsOnce() {
        load(ProblemCases.GOOD);
        type(LICENSE_PLATE, "");
        assertTrue(form.showAllProblems());
        assertTrue(visibleCodes().contains(NO_IDENTITY), "" + visibleCodes());
        assertTrue(form.problems().result() instanceof CarValidator.Result.Valid);
        assertFalse(form.showAllProblems());
    }

    @Test
    void rejectedFieldIsShownUntilChanged() {
        load(ProblemCases.GOOD);
        form.problems().showRejections(List.of(Problem.of(BRAND, REFUSED_BY_AUTOCHAT, "unknown brand")));
        assertCodes(REFUSED_BY_AUTOCHAT);
        type(MODEL, "x5");
        assertCodes(REFUSED_BY_AUTOCHAT);
        type(BRAND, "audi");
        assertCodes();
    }

    @Test
    void missingOptionIsProblemOnItsProfile() {
        load(ProblemCases.GOOD);
        know(new CarOption("abs", "ABS"));
        form.toggleOption("abs");
        assertFalse(form.showAllProblems());
        know(new CarOption("towbar", "Towbar"));
        assertTrue(form.showAllProblems());
        assertCodes(UNKNOWN_OPTION);
    }

    @Test
    void chosenOptionIsNotAddedTwice() {
        form.toggleOption("seat_heating");
        form.toggleOption("abs");
        form.toggleOption("heated_seats");
        form.toggleOption("abs");
        form.accept(Problem.of(OPTIONS, UNKNOWN_OPTION, "seat_heating"), "heated_seats");
        assertEquals(List.of("heated_seats"), form.draft().get().options());
    }

    @Test
    void hintIsNoNewsAndNoProblem() {
        load(ProblemCases.GOOD);
        type(VIN, "WBAWGBFH3AN026569");
        assertEquals(
                List.of(VIN_MAKER, VIN_MODEL_YEAR),
                form.problems().hints().stream().map(Problem::code).toList());
        assertFalse(form.showAllProblems());
        assertCodes();
    }

    @Test
    void suggestedAmountsFollowTheTerms() {
        typeVatPrice();
        form.terms().set(new PricingTerms(Country.DE, PricingTerms.TaxMeaning.EMPTY, BigDecimal.ZERO));
        assertEquals(
                List.of(new BigDecimal("10168.07")),
                form.amounts().all().stream().map(PriceSuggestion::amount).toList());
    }

    @Test
    void acceptedAmountFollowsUntilTypedOrSent() {
        typeVatPrice();
        form.amounts().all().forEach(suggestion -> form.amounts().accept(suggestion));
        assertText(SALES_PRICE_EX_VAT, "10000.00");
        type(TRADE_PRICE, "11.000");
        type(SALES_PRICE, "24.200");
        assertText(SALES_PRICE_EX_VAT, "20000.00");
        assertText(TAX_AMOUNT, "4200.00");
        assertText(TRADE_PRICE, "11.000");
        type(SALES_PRICE, "");
        assertEquals("", text(SALES_PRICE_EX_VAT), "nothing follows from nothing");
        type(SALES_PRICE, "12.100");
        type(IS_TAX_DEDUCTIBLE, "");
        assertText(SALES_PRICE_EX_VAT, "12100.00");
        type(TAX_AMOUNT, "");
        type(SALES_PRICE, "13.000");
        assertEquals("", text(TAX_AMOUNT), "what she takes away stays away");
        form.setReadOnly(true);
        form.terms().set(new PricingTerms(Country.DE, PricingTerms.TaxMeaning.VAT, BigDecimal.TEN));
        type(IS_TAX_DEDUCTIBLE, "true");
        assertText(SALES_PRICE_EX_VAT, "13000.00");
        form.setReadOnly(false);
        form.recheck();
        assertText(SALES_PRICE_EX_VAT, "10924.37");
    }

    @Test
    void acceptedAmountsReturnWithTheirCar() {
        var taken = new AcceptedSuggestions();
        form.load(CarDraft.EMPTY.with(SALES_PRICE, "12.100"), taken);
        form.amounts().accept(form.amounts().all().getFirst());
        CarDraft first = form.draft().get();
        load(CarDraft.EMPTY.with(SALES_PRICE, "99").with(SALES_PRICE_EX_VAT, "99.00"));
        type(SALES_PRICE, "100");
        assertEquals("99.00", text(SALES_PRICE_EX_VAT), "it is the other car's");
        form.load(first, taken);
        type(SALES_PRICE, "999");
        assertText(SALES_PRICE_EX_VAT, "999.00");
    }

    @Test
    void acceptedAmountKeepsTextOfOtherLanguage() {
        CarDraft german = CarDraft.EMPTY.with(SALES_PRICE, "12.100").with(SALES_PRICE_EX_VAT, "12.100,00");
        form.load(german, new AcceptedSuggestions(List.of(SALES_PRICE_EX_VAT), german));
        type(TRADE_PRICE, "9.000");
        assertText(SALES_PRICE_EX_VAT, "12.100,00");
        type(SALES_PRICE, "999");
        assertEquals("999.00", text(SALES_PRICE_EX_VAT), "it follows another amount");
    }

    @Test
    void loadedCarShowsNoProblems() {
        form.showAllProblems();
        load(CarDraft.EMPTY.with(ENGINE_KW, "many").withOptions(List.of("abs")));
        assertCodes();
        assertText(ENGINE_KW, "many");
        assertEquals(List.of("abs"), form.options());
    }

    private void pasteTooMuch() {
        load(ProblemCases.GOOD);
        know();
        form.problems().onPasteRejected(BRAND, 1_000_000);
        assertEquals(
                Map.of(BRAND, Problem.of(BRAND, TOO_MUCH_PASTED, 1_000_000, 2_000)),
                form.problems().rejectedChanges());
    }

    @Test
    void longPasteIsReportedUntilChange() {
        pasteTooMuch();
        assertFalse(form.showAllProblems(), "it is no problem of the car");
        assertCodes();
        type(MODEL, "x5");
        leave(MODEL);
        assertEquals(Set.of(BRAND), form.problems().rejectedChanges().keySet());
        type(BRAND, "audi");
        assertEmpty(form.problems().rejectedChanges());
        pasteTooMuch();
        load(form.draft().get());
        assertEmpty(form.problems().rejectedChanges());
    }

    @Test
    void completeVinFillsEmptyBrand() {
        type(VIN, "WVWZZZ1KZAW00012");
        assertEquals("", text(BRAND), "it is not whole yet");
        type(VIN, "WVWZZZ1KZAW000123");
        assertText(BRAND, "Volkswagen");
        assertEquals(Optional.of(SourcedValue.Origin.VIN), form.externalValues().source(BRAND));
        type(VIN, "TMBZZZ1KZAW000123");
        assertEquals("\u0160koda", text(BRAND), "a number that is mended names another");
        type(BRAND, "Volkswagen");
        assertEmpty(form.externalValues().source(BRAND));
        type(VIN, "WAUZZZ1KZAW000123");
        assertEquals("Volkswagen", text(BRAND), "what is typed stays");
    }

    @Test
    void loadedVinFillsNoBrand() {
        load(CarDraft.EMPTY.with(VIN, "WVWZZZ1KZAW000123"));
        assertText(BRAND, "");
    }

    @Test
    void changeIsPublishedOnceWithWhatFollows() {
        List<CarDraft> published = new ArrayList<>();
        form.draft().subscribe((_, draft) -> published.add(draft));
        type(VIN, "WBAVA31070NL12345");
        assertEquals(1, published.size(), "the brand that the VIN fills in comes with the VIN");
        assertEquals("bmw", published.getFirst().text(BRAND).toLowerCase(Locale.ROOT));
    }

    @Test
    void changeByAListenerRunsAfterTheOneItFollows() {
        List<String> calls = new ArrayList<>();
        form.draft().subscribe((_, draft) -> {
            calls.add("begin " + draft.text(BRAND));
            if (draft.text(BRAND).equals("audi")) {
                type(BRAND, "bmw");
            }
            calls.add("end " + draft.text(BRAND));
        });
        type(BRAND, "audi");
        assertEquals(List.of("begin audi", "end audi", "begin bmw", "end bmw"), calls);
        assertEquals("bmw", form.draft().get().text(BRAND));
    }

    @Test
    void stateFollowsWhateverItIsDerivedFrom() {
        type(SALES_PRICE, "12.100");
        type(CURRENCY, "CHF");
        form.externalValues().fillDefault(MILEAGE_UNIT, "MI", true);
        form.problems().onPasteRejected(BRAND, 99_999);

        FieldState price = form.state(SALES_PRICE).get();
        assertEquals("12.100", price.text());
        assertEquals(Optional.of(new BigDecimal("12100")), price.value());
        assertEquals(Optional.of("CHF"), price.context());
        assertTrue(form.state(SALES_PRICE_EX_VAT).get().suggestion().isPresent());
        assertEquals(
                Optional.of(SourcedValue.Origin.EARLIER_CAR),
                form.state(MILEAGE_UNIT).get().origin());
        assertEquals(
                List.of(TOO_MUCH_PASTED),
                form.state(BRAND).get().problems().stream().map(Problem::code).toList());
        leave(BRAND);
        assertEmpty(form.state(BRAND).get().problems());
        form.setReadOnly(true);
        assertTrue(form.state(VIN).get().readOnly());
    }

    @Test
    void stateFiresOnlyForItsOwnField() {
        List<FieldState> fired = new ArrayList<>();
        form.state(VERSION).subscribe((_, state) -> fired.add(state));
        type(BRAND, "audi");
        assertEmpty(fired);
        type(VERSION, "1.2");
        assertEquals(1, fired.size());
    }
}
