package app.forecourt.model.cars;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.car.Problem.Code.ALSO_IN_LIST;
import static app.forecourt.car.Problem.Code.TEXT_OF_ANOTHER_CAR;
import static app.forecourt.model.send.SendWorkflow.Step.PROBLEMS_SHOWN;
import static app.forecourt.model.send.SendWorkflow.Step.SENDING;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.json.CarImport;
import app.forecourt.autochat.json.ImportResult;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.model.stock.TemplatesModel;
import app.forecourt.model.stock.UndoableAction;
import app.forecourt.settings.Dealership;
import app.forecourt.stock.Template;
import app.forecourt.ui.form.WordSuggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test of what earlier cars give to new ones: templates, defaults of a new car, and suggested words. */
class EarlierCarsTest extends AppModelFixture {
    private static final int MORE_THAN_COME_AT_FIRST = 250;

    private TemplatesModel templates() {
        return cars().templates();
    }

    private List<String> names() {
        return templates().all().stream().map(Template::name).toList();
    }

    private void awaitTemplates(int count) {
        awaitSaved();
        window.until("the templates", () -> journal.templates().size() == count);
    }

    @Test
    void savedTemplateCanBeUndoneInStockList() {
        startModel();
        typeCar();
        templates().save("Corsa", draft());
        assertEquals("Corsa", saved(cars().actions().last().get()));
        cars().undo();
        assertEmpty(names());
        assertEmpty(cars().actions().last().get());
        templates().save("Corsa", draft());
        templates().delete(templates().findByName("Corsa").orElseThrow());
        assertEquals(Optional.empty(), cars().actions().last().get(), "it would take back something else");
    }

    @Test
    void undoOfTemplateShowsNoNotice() {
        startModel();
        typeCar();
        templates().save("Corsa", draft());
        type(MODEL, "Corsa-e");
        templates().save("CORSA", draft());
        assertEquals(List.of("CORSA"), names(), "one of the name is replaced");
        List<Optional<TemplatesModel.Change>> told = new ArrayList<>();
        templates().lastChange().subscribe((before, now) -> told.add(now));
        templates().undoLast();
        assertEquals(List.of(Optional.empty()), told);
        assertEquals("corsa", templates().all().getFirst().draft().text(MODEL));
    }

    private static String saved(Optional<UndoableAction> last) {
        return last.map(undo -> undo instanceof UndoableAction.Template(var change) ? change.name() : "")
                .orElse("");
    }

    @Test
    void templateOutlivesRestart() {
        startModel();
        typeCar();
        form().toggleOption("abs");
        type(CURRENCY, "CHF");
        templates().save(" Corsa ", draft());
        awaitTemplates(1);

        openModel(Map.of());
        startModel();
        window.until("the templates", () -> !templates().all().isEmpty());
        newCar();
        type(CURRENCY, "EUR");
        newCar();
        cars().newCarFromTemplate(templates().findByName("CORSA").orElseThrow());
        assertEquals("corsa", text(MODEL));
        assertEquals("CHF", text(CURRENCY), "the template's own wins");
        assertEquals("", text(SALES_PRICE));
        assertEquals(List.of("abs"), form().options());
        assertFalse(cars().current().isUntouched());
        awaitSaved();
        assertEquals(3, journal.stock().size(), "kept at once, beside the two that were there");
    }

    /** Uses a template as a file from another computer may contain it. */
    @Test
    void foreignTemplateIndividualFieldsAreDropped() {
        startModel();
        setDealerships(new Dealership("Harbour", "d-staging", "d-production"), new Dealership("North", "n-s", "n-p"));
        selectProfile(PRODUCTION);
        typeAdvert();
        form().toggleOption("abs");
        type(DEALERSHIP_ID, "another");
        type(VIN, "WBAFG81000LJ37566");
        cars().newCarFromTemplate(new Template(UUID.randomUUID(), "All of it", draft()));
        assertEquals("corsa", text(MODEL));
        for (CarField field : List.of(VIN, INTERNAL_ID, SALES_PRICE, MILEAGE, DATE_OF_FIRST_REGISTRATION, IMAGES)) {
            assertEquals("", text(field), field.apiName());
        }
        assertEquals(List.of("abs"), form().options());
        assertEquals("d-production", text(DEALERSHIP_ID));
        assertEquals(
                Optional.of(SourcedValue.Origin.CARRIED_OVER),
                form().externalValues().source(DESCRIPTION));
    }

    @Test
    void templateChangesCanBeUndone() {
        startModel();
        typeCar();
        CarDraft car = draft();
        templates().save("B", car);
        templates().save("a", car);
        assertEquals(List.of("a", "B"), names(), "by name, whatever the case");
        templates().rename(templates().findByName("a").orElseThrow(), "c");
        assertEquals(List.of("B", "c"), names());
        templates().undoLast();
        templates().rename(templates().findByName("a").orElseThrow(), "b");
        assertEquals(List.of("a", "B"), names(), "no two are called the same");
        templates().delete(templates().findByName("b").orElseThrow());
        assertEquals(List.of("a"), names());
        awaitTemplates(1);
        templates().undoLast();
        assertEquals(List.of("a", "B"), names());
        templates().undoLast();
        assertEquals(List.of("a", "B"), names(), "once only");
        awaitTemplates(2);
        assertEquals(Set.copyOf(templates().all()), Set.copyOf(journal.templates()));
    }

    @ParameterizedTest
    @CsvSource({
        "opel cor, Opels",
        "volksw, Vans",
        "vw g, Vans",
        "ELS, Opels",
        "x6, Big",
        "'', Big Opels Vans",
        "audi, ''"
    })
    void templateIsFoundByNameAndCar(String typed, String found) {
        startModel();
        typeCar();
        CarDraft car = draft();
        templates().save("Opels", car);
        templates().save("Vans", car.with(BRAND, "vw").with(MODEL, "golf"));
        templates().save("Big", car.with(BRAND, "BMW").with(MODEL, "X6"));
        assertEquals(found, templates().find(typed).stream().map(Template::name).collect(Collectors.joining(" ")));
    }

    @Test
    void newCarLearnsCurrencyAndUnit() {
        startModel();
        assertEquals("EUR", text(CURRENCY));
        assertEmpty(form().externalValues().source(CURRENCY));
        typeCar();
        type(CURRENCY, "chf");
        type(MILEAGE_UNIT, "miles");
        type(IS_TAX_DEDUCTIBLE, "true");
        type(FUEL_TYPE, "diesel");
        newCar();
        assertEquals("CHF MI", text(CURRENCY) + " " + text(MILEAGE_UNIT));
        assertEquals(
                Optional.of(SourcedValue.Origin.EARLIER_CAR),
                form().externalValues().source(CURRENCY));
        assertTrue(cars().current().isUntouched());
        assertEquals("", text(IS_TAX_DEDUCTIBLE), "never learned");
        assertEquals("", text(FUEL_TYPE), "never learned");
        awaitSaved();
        assertEquals(1, stock().all().size(), "what it begins with is nothing typed");
        type(CURRENCY, "EUR");
        assertEquals(Optional.empty(), form().externalValues().source(CURRENCY), "touched");
    }

    @Test
    void emptyFormLearnsWhenJournalIsRead() {
        startModel();
        typeCar();
        type(CURRENCY, "CHF");
        newCar();
        awaitSaved();
        window.until("the place", () -> journal.editPosition().isPresent());
        openModel(Map.of());
        assertEquals("EUR", text(CURRENCY), "nothing is read yet");
        startModel();
        window.until("the car", () -> "CHF".equals(text(CURRENCY)));
    }

    @ParameterizedTest
    @CsvSource({"EUT", "''", "12"})
    void typingErrorIsNotLearned(String currency) {
        startModel();
        typeCar();
        type(CURRENCY, currency);
        newCar();
        assertEquals("EUR", text(CURRENCY));
    }

    @Tag("proof")
    @Test
    void olderCarIsNotLearned() {
        startModel();
        typeCar();
        var old = carId();
        awaitSaved();
        newCar();
        type(MODEL, "x6");
        awaitSaved();
        openCar(old);
        type(CURRENCY, "CHF");
        newCar();
        assertEquals("EUR", text(CURRENCY));
    }

    private List<String> suggestions(CarField field, String typed, String... registered) {
        return new WordSuggestions(Vocabulary.bundled(), cars().earlierCars(), Locale.ENGLISH)
                .matching(field, draft(), typed, Stream.of(registered).findFirst(), WordSuggestions.MOST);
    }

    @Test
    void earlierNamesAreSuggestedFirst() {
        startModel();
        typeCar();
        type(MODEL, "Combo Tour");
        type(VERSION, "1.5 CDTI");
        assertEquals("Corsa", suggestions(MODEL, "co").getFirst(), "half a car teaches nothing");
        newCar();
        type(BRAND, "Opel");
        assertEquals("Combo Tour", suggestions(MODEL, "co").getFirst());
        assertTrue(suggestions(MODEL, "co").contains("Corsa"), "then what the list has");
        assertEquals("combo", suggestions(MODEL, "", "combo").getFirst(), "RDW's name before all");
        assertEquals(1, suggestions(MODEL, "combo t", "COMBO TOUR").size(), "each once");
        newCar();
        awaitSaved();

        openModel(Map.of());
        startModel();
        newCar();
        type(BRAND, "opel");
        window.until(
                "what the journal has",
                () -> suggestions(MODEL, "co").getFirst().equalsIgnoreCase("combo tour"));
    }

    @Test
    void deletedCarIsNotSuggested() {
        startModel();
        typeCar();
        type(MODEL, "gofl");
        cars().mark(carId(), DELETED);
        type(BRAND, "opel");
        assertEmpty(suggestions(MODEL, "gof"));
    }

    private static final Problem OF_ANOTHER = Problem.of(DESCRIPTION, TEXT_OF_ANOTHER_CAR);

    private List<Problem> shown(CarField field) {
        return visibleProblems().stream()
                .filter(problem -> problem.field() == field)
                .toList();
    }

    @Test
    void copiedTextWarnsOnceUntilChanged() {
        startModel();
        selectProfile(STAGING);
        typeCar();
        type(DESCRIPTION, "12,500 km, first registered 2022");
        cars().duplicate();
        assertEquals("12,500 km, first registered 2022", text(DESCRIPTION));
        assertEquals(
                Optional.of(SourcedValue.Origin.CARRIED_OVER),
                form().externalValues().source(DESCRIPTION));
        assertEquals(List.of(), shown(DESCRIPTION), "nobody is told off while typing");
        type(INTERNAL_ID, "SEB-2");
        assertEquals(PROBLEMS_SHOWN, send());
        assertEquals(List.of(OF_ANOTHER), shown(DESCRIPTION));
        type(DESCRIPTION, "90,000 km");
        assertEmpty(shown(DESCRIPTION));
        assertEmpty(form().externalValues().source(DESCRIPTION));

        cars().duplicate();
        type(INTERNAL_ID, "SEB-3");
        assertEquals(PROBLEMS_SHOWN, send());
        assertEquals(SENDING, send(), "she has seen it");
    }

    @Test
    void copiedFirstRegistrationIsMarked() {
        startModel();
        selectProfile(STAGING);
        typeCar();
        type(DATE_OF_FIRST_REGISTRATION, "16-09-2022");
        type(YEAR_OF_CONSTRUCTION, "2022");
        cars().duplicate();
        List<CarField> carried = List.of(DATE_OF_FIRST_REGISTRATION, YEAR_OF_CONSTRUCTION);
        assertEquals("16-09-2022", text(DATE_OF_FIRST_REGISTRATION));
        carried.forEach(field -> assertEquals(
                Optional.of(SourcedValue.Origin.CARRIED_OVER),
                form().externalValues().source(field)));
        type(INTERNAL_ID, "SEB-2");
        awaitSaved();
        window.until("the place", () -> journal.editPosition().isPresent());

        openModel(variables);
        startModel();
        window.until("the car", () -> text(INTERNAL_ID).equals("SEB-2"));
        assertEquals(PROBLEMS_SHOWN, send());
        carried.forEach(field -> assertEquals(List.of(Problem.of(field, TEXT_OF_ANOTHER_CAR)), shown(field)));
        type(DATE_OF_FIRST_REGISTRATION, "17-09-2022");
        assertEmpty(shown(DATE_OF_FIRST_REGISTRATION));
        assertEquals(SENDING, send(), "the year was seen");
    }

    @ParameterizedTest
    @CsvSource({"LICENSE_PLATE, R-759-BK, r759bk", "VIN, W0L000051T2123456, w0l 0000 51t2123456"})
    void duplicateDraftShowsHint(CarField field, String here, String there) {
        startModel();
        typeCar();
        type(field, there);
        UUID other = carId();
        newCar();
        type(field, here);
        Problem also = Problem.of(field, ALSO_IN_LIST, "Opel Corsa", other.toString());
        assertTrue(form().problems().hints().contains(also));
        assertFalse(form().showAllProblems() && visibleProblems().contains(also), "it is only good to know");
        type(field, here.substring(1));
        assertFalse(form().problems().hints().contains(also));
        form().duplicateHints().openCar(also);
        window.until("the other car", () -> carId().equals(other));
    }

    @Test
    void yearIsOfferedFromFirstRegistration() {
        type(DATE_OF_FIRST_REGISTRATION, "13-2-2021");
        assertEquals(
                Optional.of("2021"),
                form().externalValues().differingValue(YEAR_OF_CONSTRUCTION).map(ExternalValues.Value::text));
        type(YEAR_OF_CONSTRUCTION, "2020");
        assertEmpty(form().externalValues().differingValue(YEAR_OF_CONSTRUCTION));
        type(YEAR_OF_CONSTRUCTION, "");
        type(DATE_OF_FIRST_REGISTRATION, "13-2-");
        assertEmpty(form().externalValues().differingValue(YEAR_OF_CONSTRUCTION));
    }

    @Test
    void importedDuplicateShowsHintUntilUndoneOrSold() {
        startModel();
        typeCar();
        type(VIN, "W0L000051T2123456");
        // The filter hides both other cars.
        stock().filter().text().set("corsa");
        importCars("""
                [{"model": "astra", "vin": "W0L000051T2123456"}, {"model": "vectra"}]""");
        assertEquals(List.of("Astra"), duplicateDrafts());

        cars().undo();
        assertEmpty(duplicateDrafts());

        importCars("""
                [{"model": "tigra", "vin": "W0L000051T2123456"}, {"model": "zafira"}]""");
        cars().mark(
                        stock().all().stream()
                                .filter(row -> row.text(MODEL).equals("tigra"))
                                .findFirst()
                                .orElseThrow()
                                .id(),
                        SOLD);
        assertEmpty(duplicateDrafts());
    }

    private void importCars(String json) {
        cars().actions()
                .importCars(assertInstanceOf(ImportResult.Cars.class, CarImport.parse(json))
                        .cars());
    }

    /** Returns the names of the duplicate drafts that the form hints at. */
    private List<String> duplicateDrafts() {
        return form().problems().hints().stream()
                .filter(hint -> hint.code() == ALSO_IN_LIST)
                .map(hint -> hint.args().getFirst().toString())
                .toList();
    }

    @Tag("proof")
    @Test
    void oldDuplicateShowsHintAfterRestart() {
        startModel();
        typeCar();
        type(VIN, "W0L000051T2123456");
        awaitSaved();
        String others = IntStream.range(0, MORE_THAN_COME_AT_FIRST)
                .mapToObj(number -> "{\"internalId\": \"" + number + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        importCars(others);
        newCar();
        type(VIN, "W0L000051T2123456");
        awaitSaved();
        window.until("the place", () -> journal.editPosition().isPresent());

        openModel(Map.of());
        startModel();
        window.until("all cars", () -> stock().all().size() == MORE_THAN_COME_AT_FIRST + 2);
        assertEquals(List.of("Opel Corsa"), duplicateDrafts());
    }
}
