package app.forecourt.model.cars;

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
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.model.stock.Templates;
import app.forecourt.model.stock.UndoableAction;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Template;
import app.forecourt.ui.form.WordSuggestions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test of what earlier cars give to new ones: templates, defaults of a new car, and suggested words. */
class EarlierCarsTest extends AppModelFixture {
    private static final int MORE_THAN_COME_AT_FIRST = 250;

    private Templates templates() {
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
    void templateLeavesOutIndividualFields() {
        CarDraft whole = CarDraft.of(Stream.of(CarField.values()).filter(field -> field != CarField.OPTIONS)
                .collect(Collectors.toMap(field -> field, field -> "x")), List.of("abs"));
        CarDraft like = Templates.templateDraft(whole);
        Set<CarField> has = Stream.of(CarField.values()).filter(field -> !like.text(field).isEmpty())
                .collect(Collectors.toSet());
        assertEquals(EnumSet.of(CarField.BRAND, CarField.MODEL, CarField.VERSION, CarField.BODY_TYPE,
                CarField.BODY_COLOR, CarField.NUMBER_OF_DOORS, CarField.FUEL_TYPE,
                CarField.ENGINE_DISPLACEMENT,
                CarField.ENGINE_KW, CarField.ENGINE_EMISSION, CarField.TRANSMISSION, CarField.GEARS,
                CarField.MILEAGE_UNIT, CarField.CURRENCY, CarField.DESCRIPTION, CarField.TAGS), has);
        assertEquals(List.of("abs"), like.options());
    }

    @Test
    void savedTemplateCanBeUndoneInStockList() {
        startModel();
        typeCar();
        templates().save("Corsa", draft());
        assertEquals("Corsa", saved(stock().undoableAction().get()));
        cars().undo();
        assertEmpty(names());
        assertEmpty(stock().undoableAction().get());
        templates().save("Corsa", draft());
        templates().delete(templates().findByName("Corsa").orElseThrow());
        assertEquals(Optional.empty(), stock().undoableAction().get(),
                "it would take back something else");
    }

    private static Template renamed(Template template) {
        return new Template(template.id(), "Opel Corsa", template.draft());
    }

    @Test
    void otherDesksChangeOfATemplateEndsItsUndo() {
        startModel();
        typeCar();
        templates().save("Corsa", draft());
        Template saved = templates().all().getFirst();
        Template other = new Template(UUID.randomUUID(), "Van", saved.draft());
        templates().replaceStored(List.of(saved, other));
        assertEquals("Corsa", saved(stock().undoableAction().get()));
        templates().replaceStored(List.of(renamed(saved), other));
        assertEmpty(templates().lastChange().get());
        assertEmpty(stock().undoableAction().get());
        templates().undoLast();
        assertEquals(List.of("Opel Corsa", "Van"), names());
    }

    @Test
    void deletedTemplateOfferedUntilItComesBack() {
        startModel();
        typeCar();
        templates().save("Corsa", draft());
        Template saved = templates().all().getFirst();
        templates().delete(saved);
        templates().replaceStored(List.of());
        assertTrue(templates().lastChange().get().isPresent());
        templates().replaceStored(List.of(renamed(saved)));
        templates().undoLast();
        assertEquals(List.of("Opel Corsa"), names());
    }

    @Test
    void undoOfTemplateShowsNoNotice() {
        startModel();
        typeCar();
        templates().save("Corsa", draft());
        type(CarField.MODEL, "Corsa-e");
        templates().save("Corsa", draft());
        List<Optional<Templates.Change>> told = new ArrayList<>();
        templates().lastChange().subscribe((before, now) -> told.add(now));
        templates().undoLast();
        assertEquals(List.of(Optional.empty()), told);
        assertEquals("corsa", templates().all().getFirst().draft().text(CarField.MODEL));
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
        type(CarField.CURRENCY, "CHF");
        templates().save(" Corsa ", draft());
        awaitTemplates(1);

        openModel(Map.of());
        startModel();
        window.until("the templates", () -> !templates().all().isEmpty());
        newCar();
        type(CarField.CURRENCY, "EUR");
        newCar();
        cars().newCarFromTemplate(templates().findByName("CORSA").orElseThrow());
        assertEquals("corsa", text(CarField.MODEL));
        assertEquals("CHF", text(CarField.CURRENCY), "the template's own wins");
        assertEquals("", text(CarField.SALES_PRICE));
        assertEquals(List.of("abs"), form().options());
        assertFalse(cars().current().isUntouched());
        awaitSaved();
        assertEquals(3, journal.stock().size(), "kept at once, beside the two that were there");
    }

    @Test
    void templateCarGetsDefaultDealership() {
        startModel();
        setDealerships(new Dealership("Harbour", "d-staging", "d-production"));
        appModel.selectProfile(Profile.STAGING);
        awaitConnected();
        typeCar();
        templates().save("Corsa", draft());
        selectProfile(Profile.PRODUCTION);
        newCar();
        cars().newCarFromTemplate(templates().all().getFirst());
        assertEquals("d-production", text(CarField.DEALERSHIP_ID));
    }

    /** Uses a template as a file from another computer may contain it. */
    @Test
    void foreignTemplateIndividualFieldsAreDropped() {
        startModel();
        String fresh = text(CarField.DEALERSHIP_ID);
        typeCar();
        type(CarField.DEALERSHIP_ID, "another");
        type(CarField.VIN, "WBAFG81000LJ37566");
        CarDraft whole = draft();
        newCar();
        type(CarField.DEALERSHIP_ID, fresh);
        cars().newCarFromTemplate(new Template(UUID.randomUUID(), "All of it", whole));
        assertEquals("corsa", text(CarField.MODEL));
        for (CarField field : List.of(CarField.VIN, CarField.INTERNAL_ID, CarField.SALES_PRICE)) {
            assertEquals("", text(field));
        }
        assertEquals(fresh, text(CarField.DEALERSHIP_ID));
    }

    @Test
    void templateChangesCanBeUndone() {
        startModel();
        typeCar();
        CarDraft car = draft();
        templates().save("B", car);
        templates().undoLast();
        assertEmpty(names());
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
        templates().save("A", car.with(CarField.MODEL, "astra"));
        assertEquals(List.of("A", "B"), names(), "one of the name is replaced");
        assertEquals("astra", templates().findByName("a").orElseThrow().draft().text(CarField.MODEL));
        templates().undoLast();
        assertEquals("corsa", templates().findByName("a").orElseThrow().draft().text(CarField.MODEL));
        templates().undoLast();
        assertEquals(List.of("a", "B"), names(), "once only");
        awaitTemplates(2);
        assertEquals(Set.copyOf(templates().all()), Set.copyOf(journal.templates()));
    }

    @ParameterizedTest
    @CsvSource({"opel cor, Opels", "volksw, Vans", "vw g, Vans", "ELS, Opels", "x6, Big",
        "'', Big Opels Vans", "audi, ''"})
    void templateIsFoundByNameAndCar(String typed, String found) {
        startModel();
        typeCar();
        CarDraft car = draft();
        templates().save("Opels", car);
        templates().save("Vans", car.with(CarField.BRAND, "vw").with(CarField.MODEL, "golf"));
        templates().save("Big", car.with(CarField.BRAND, "BMW").with(CarField.MODEL, "X6"));
        assertEquals(found, templates().find(typed).stream().map(Template::name)
                .collect(Collectors.joining(" ")));
    }

    @Test
    void newCarLearnsCurrencyAndUnit() {
        startModel();
        assertEquals("EUR", text(CarField.CURRENCY));
        assertEmpty(form().externalValues().source(CarField.CURRENCY));
        typeCar();
        type(CarField.CURRENCY, "chf");
        type(CarField.MILEAGE_UNIT, "miles");
        type(CarField.IS_TAX_DEDUCTIBLE, "true");
        type(CarField.FUEL_TYPE, "diesel");
        newCar();
        assertLearnedDefaults();
        assertEquals("", text(CarField.IS_TAX_DEDUCTIBLE), "never learned");
        assertEquals("", text(CarField.FUEL_TYPE), "never learned");
        awaitSaved();
        assertEquals(1, stock().all().size(), "what it begins with is nothing typed");

        openModel(Map.of());
        startModel();
        newCar();
        window.until("what the newest car teaches", () -> !text(CarField.CURRENCY).equals("EUR"));
        assertLearnedDefaults();
        type(CarField.CURRENCY, "EUR");
        assertEquals(Optional.empty(), form().externalValues().source(CarField.CURRENCY), "touched");
    }

    private void assertLearnedDefaults() {
        assertEquals("CHF", text(CarField.CURRENCY));
        assertEquals("MI", text(CarField.MILEAGE_UNIT));
        assertEquals(Optional.of(SourcedValue.Origin.EARLIER_CAR),
                form().externalValues().source(CarField.CURRENCY));
        assertTrue(cars().current().isUntouched());
    }

    @Test
    void emptyFormLearnsWhenJournalIsRead() {
        startModel();
        typeCar();
        type(CarField.CURRENCY, "CHF");
        newCar();
        awaitSaved();
        window.until("the place", () -> journal.editPosition().isPresent());
        cars().mark(carId(),
                app.forecourt.stock.StockMark.DELETED);
        openModel(Map.of());
        assertEquals("EUR", text(CarField.CURRENCY), "nothing is read yet");
        startModel();
        window.until("the car", () -> "CHF".equals(text(CarField.CURRENCY)));
    }

    @ParameterizedTest
    @CsvSource({"EUT", "''", "12"})
    void typingErrorIsNotLearned(String currency) {
        startModel();
        typeCar();
        type(CarField.CURRENCY, currency);
        newCar();
        assertEquals("EUR", text(CarField.CURRENCY));
    }

    @Test
    void olderCarIsNotLearned() {
        startModel();
        typeCar();
        var old = carId();
        awaitSaved();
        newCar();
        type(CarField.MODEL, "x6");
        awaitSaved();
        openCar(old);
        type(CarField.CURRENCY, "CHF");
        newCar();
        assertEquals("EUR", text(CarField.CURRENCY));
    }

    private List<String> suggestions(CarField field, String typed, String... registered) {
        return new WordSuggestions(Vocabulary.bundled(), cars().earlierCars()::modelHistory,
                Locale.ENGLISH)
                .matching(field, draft(), typed, Stream.of(registered).findFirst(),
                        WordSuggestions.MOST);
    }

    @Test
    void earlierNamesAreSuggestedFirst() {
        startModel();
        typeCar();
        type(CarField.MODEL, "Combo Tour");
        type(CarField.VERSION, "1.5 CDTI");
        assertEquals("Corsa", suggestions(CarField.MODEL, "co").getFirst(), "half a car teaches nothing");
        newCar();
        type(CarField.BRAND, "Opel");
        assertEquals("Combo Tour", suggestions(CarField.MODEL, "co").getFirst());
        assertTrue(suggestions(CarField.MODEL, "co").contains("Corsa"), "then what the list has");
        type(CarField.MODEL, "combo tour");
        assertEquals(List.of("1.5 CDTI"), suggestions(CarField.VERSION, ""));
        assertEmpty(suggestions(CarField.VERSION, "2"));
        assertEquals("combo", suggestions(CarField.MODEL, "", "combo").getFirst(), "RDW's name before all");
        assertEquals(1, suggestions(CarField.MODEL, "combo t", "COMBO TOUR").size(), "each once");
        newCar();
        awaitSaved();

        openModel(Map.of());
        startModel();
        newCar();
        type(CarField.BRAND, "opel");
        window.until("what the journal has", () -> suggestions(CarField.MODEL, "co").getFirst()
                .equalsIgnoreCase("combo tour"));
        cars().mark(carId(),
                app.forecourt.stock.StockMark.DELETED);
    }

    @Test
    void deletedCarIsNotSuggested() {
        startModel();
        typeCar();
        type(CarField.MODEL, "gofl");
        cars().mark(carId(),
                app.forecourt.stock.StockMark.DELETED);
        type(CarField.BRAND, "opel");
        assertEmpty(suggestions(CarField.MODEL, "gof"));
    }

    private static final Problem OF_ANOTHER = Problem.of(CarField.DESCRIPTION,
            Problem.Code.TEXT_OF_ANOTHER_CAR);

    private List<Problem> shown(CarField field) {
        return visibleProblems().stream().filter(problem -> problem.field() == field)
                .toList();
    }

    @Test
    void copiedTextWarnsOnceUntilChanged() {
        startModel();
        selectProfile(Profile.STAGING);
        typeCar();
        type(CarField.DESCRIPTION, "12,500 km, first registered 2022");
        cars().duplicate();
        assertEquals("12,500 km, first registered 2022", text(CarField.DESCRIPTION));
        assertEquals(Optional.of(SourcedValue.Origin.CARRIED_OVER),
                form().externalValues().source(CarField.DESCRIPTION));
        assertEquals(List.of(), shown(CarField.DESCRIPTION), "nobody is told off while typing");
        type(CarField.INTERNAL_ID, "SEB-2");
        assertEquals(SendWorkflow.Step.PROBLEMS_SHOWN, send());
        assertEquals(List.of(OF_ANOTHER), shown(CarField.DESCRIPTION));
        type(CarField.DESCRIPTION, "90,000 km");
        assertEmpty(shown(CarField.DESCRIPTION));
        assertEmpty(form().externalValues().source(CarField.DESCRIPTION));

        cars().duplicate();
        type(CarField.INTERNAL_ID, "SEB-3");
        assertEquals(SendWorkflow.Step.PROBLEMS_SHOWN, send());
        assertEquals(SendWorkflow.Step.SENDING, send(), "she has seen it");
    }

    @Test
    void copiedFirstRegistrationIsMarked() {
        startModel();
        selectProfile(Profile.STAGING);
        typeCar();
        type(CarField.DATE_OF_FIRST_REGISTRATION, "16-09-2022");
        type(CarField.YEAR_OF_CONSTRUCTION, "2022");
        cars().duplicate();
        List<CarField> carried = List.of(CarField.DATE_OF_FIRST_REGISTRATION, CarField.YEAR_OF_CONSTRUCTION);
        assertEquals("16-09-2022", text(CarField.DATE_OF_FIRST_REGISTRATION));
        carried.forEach(field -> assertEquals(Optional.of(SourcedValue.Origin.CARRIED_OVER),
                form().externalValues().source(field)));
        type(CarField.INTERNAL_ID, "SEB-2");
        awaitSaved();
        window.until("the place", () -> journal.editPosition().isPresent());

        openModel(Map.of("FORECOURT_CLIENT_ID", "id", "FORECOURT_CLIENT_SECRET", "secret"));
        startModel();
        window.until("the car", () -> text(CarField.INTERNAL_ID).equals("SEB-2"));
        assertEquals(SendWorkflow.Step.PROBLEMS_SHOWN, send());
        carried.forEach(field -> assertEquals(List.of(Problem.of(field, Problem.Code.TEXT_OF_ANOTHER_CAR)),
                shown(field)));
        type(CarField.DATE_OF_FIRST_REGISTRATION, "17-09-2022");
        assertEmpty(shown(CarField.DATE_OF_FIRST_REGISTRATION));
        assertEquals(SendWorkflow.Step.SENDING, send(), "the year was seen");
    }

    @Test
    void templateTextStaysMarkedAfterRestart() {
        startModel();
        typeCar();
        type(CarField.DESCRIPTION, "12,500 km");
        templates().save("Corsa", draft());
        newCar();
        cars().newCarFromTemplate(templates().all().getFirst());
        type(CarField.SALES_PRICE, "9000");
        assertEquals(Optional.of(SourcedValue.Origin.CARRIED_OVER),
                form().externalValues().source(CarField.DESCRIPTION));
        awaitSaved();
        window.until("the place", () -> journal.editPosition().isPresent());

        openModel(Map.of());
        startModel();
        window.until("the car", () -> text(CarField.SALES_PRICE).equals("9000"));
        assertEquals("12,500 km", text(CarField.DESCRIPTION));
        assertEquals(Optional.of(SourcedValue.Origin.CARRIED_OVER),
                form().externalValues().source(CarField.DESCRIPTION));
        form().showAllProblems();
        assertEquals(List.of(OF_ANOTHER), shown(CarField.DESCRIPTION));
    }

    @Test
    void emptyTextIsNotMarked() {
        startModel();
        typeCar();
        cars().duplicate();
        type(CarField.DESCRIPTION, "her own");
        assertEmpty(form().externalValues().source(CarField.DESCRIPTION));
    }

    @ParameterizedTest
    @CsvSource({"LICENSE_PLATE, R-759-BK, r759bk", "VIN, W0L000051T2123456, w0l 0000 51t2123456"})
    void duplicateDraftShowsHint(CarField field, String here, String there) {
        startModel();
        typeCar();
        type(field, there);
        newCar();
        type(field, here);
        Problem also = Problem.of(field, Problem.Code.ALSO_A_DRAFT, "Opel Corsa");
        assertTrue(form().problems().hints().contains(also));
        assertFalse(form().showAllProblems() && visibleProblems().contains(also),
                "it is only good to know");
        type(field, here.substring(1));
        assertFalse(form().problems().hints().contains(also));
    }

    @Test
    void importedDuplicateShowsHintUntilDeleted() {
        startModel();
        typeCar();
        type(CarField.VIN, "W0L000051T2123456");
        // The filter hides both other cars.
        stock().filter().text().set("corsa");
        importCars("""
                [{"model": "astra", "vin": "W0L000051T2123456"}, {"model": "vectra"}]""");
        assertEquals(List.of("Astra"), duplicateDrafts());

        cars().mark(car("astra"), StockMark.SOLD);
        assertEmpty(duplicateDrafts());
        cars().mark(car("astra"), StockMark.NONE);
        assertEquals(List.of("Astra"), duplicateDrafts());

        importCars("""
                [{"model": "tigra", "vin": "W0L000051T2123456"}, {"model": "zafira"}]""");
        cars().mark(car("astra"), StockMark.DELETED);
        assertEquals(List.of("Tigra"), duplicateDrafts());
    }

    @Test
    void undoneImportRemovesHint() {
        startModel();
        typeCar();
        type(CarField.VIN, "W0L000051T2123456");
        importCars("""
                [{"model": "astra", "vin": "W0L000051T2123456"}, {"model": "vectra"}]""");
        assertEquals(List.of("Astra"), duplicateDrafts());
        cars().undo();
        assertEmpty(duplicateDrafts());
    }

    private void importCars(String json) {
        cars().importCars(assertInstanceOf(ImportResult.Cars.class, CarImport.parse(json)).cars());
    }

    private UUID car(String model) {
        return stock().all().stream().filter(row -> row.text(CarField.MODEL).equals(model))
                .findFirst().orElseThrow().id();
    }

    /** Returns the names of the duplicate drafts that the form hints at. */
    private List<String> duplicateDrafts() {
        return form().problems().hints().stream()
                .filter(hint -> hint.code() == Problem.Code.ALSO_A_DRAFT)
                .map(hint -> hint.args().getFirst().toString()).toList();
    }

    @Test
    void oldDuplicateShowsHintAfterRestart() {
        startModel();
        typeCar();
        type(CarField.VIN, "W0L000051T2123456");
        awaitSaved();
        String others = IntStream.range(0, MORE_THAN_COME_AT_FIRST)
                .mapToObj(number -> "{\"internalId\": \"" + number + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        importCars(others);
        newCar();
        type(CarField.VIN, "W0L000051T2123456");
        awaitSaved();
        window.until("the place", () -> journal.editPosition().isPresent());

        openModel(Map.of());
        startModel();
        window.until("all cars",
                () -> stock().all().size() == MORE_THAN_COME_AT_FIRST + 2);
        assertTrue(form().problems().hints()
                .contains(Problem.of(CarField.VIN, Problem.Code.ALSO_A_DRAFT, "Opel Corsa")));
    }
}
