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
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.car.Problem.Code.ALSO_IN_LIST;
import static app.forecourt.car.Problem.Code.TEXT_OF_ANOTHER_CAR;
import static app.forecourt.car.SourcedValue.Origin.CARRIED_OVER;
import static app.forecourt.car.SourcedValue.Origin.EARLIER_CAR;
import static app.forecourt.model.send.SendWorkflow.Step.PROBLEMS_SHOWN;
import static app.forecourt.model.send.SendWorkflow.Step.SENDING;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.model.stock.TemplatesModel;
import app.forecourt.settings.Dealership;
import app.forecourt.stock.Template;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.form.WordSuggestionSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test of what earlier cars give to new ones: templates, defaults of a new car, and suggested words. */
class EarlierCarsTest extends AppModelFixture {
    @BeforeEach
    void start() {
        startWithCar();
    }

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

    private void saveTemplate(String name) {
        templates().save(name, draft());
    }

    private Template template(String name) {
        return templates().findByName(name).orElseThrow();
    }

    @Test
    void savedTemplateCanBeUndoneInStockList() {
        saveTemplate("Corsa");
        cars().undo();
        assertEmpty(names());
        assertEmpty(cars().actions().last().get());
        saveTemplate("Corsa");
        templates().delete(template("Corsa"));
        assertEquals(Optional.empty(), cars().actions().last().get(), "it would take back something else");
    }

    @Test
    void undoOfTemplateShowsNoNotice() {
        saveTemplate("Corsa");
        type(MODEL, "Corsa-e");
        saveTemplate("CORSA");
        assertEquals(List.of("CORSA"), names(), "one of the name is replaced");
        List<Optional<TemplatesModel.Change>> told = new ArrayList<>();
        templates().lastChange().subscribe((_, now) -> told.add(now));
        templates().undoLast();
        assertEquals(List.of(Optional.empty()), told);
        assertEquals("corsa", template("Corsa").draft().text(MODEL));
    }

    @Test
    void templateOutlivesRestart() {
        form().toggleOption("abs");
        type(CURRENCY, "CHF");
        saveTemplate(" Corsa ");
        awaitTemplates(1);

        restartModel();
        window.until("the templates", () -> !names().isEmpty());
        newCar();
        type(CURRENCY, "EUR");
        newCar();
        cars().newCarFromTemplate(template("CORSA"));
        assertText(MODEL, "corsa");
        assertEquals("CHF", text(CURRENCY), "the template's own wins");
        assertText(SALES_PRICE, "");
        assertEquals(List.of("abs"), form().options());
        awaitSaved();
        assertEquals(3, journal.stock().size(), "kept at once, beside the two that were there");
    }

    @Test
    void foreignTemplateIndividualFieldsAreDropped() {
        setDealerships(new Dealership("Harbour", "d-staging", "d-production"));
        selectProfile(PRODUCTION);
        typeAdvert();
        type(DEALERSHIP_ID, "another");
        type(VIN, "WBAFG81000LJ37566");
        cars().newCarFromTemplate(new Template(UUID.randomUUID(), "All of it", draft()));
        for (CarField field : List.of(VIN, INTERNAL_ID, SALES_PRICE, MILEAGE, DATE_OF_FIRST_REGISTRATION, IMAGES)) {
            assertEquals("", text(field), field.apiName());
        }
        assertText(DEALERSHIP_ID, "d-production");
        assertSource(DESCRIPTION, CARRIED_OVER);
    }

    @Test
    void templateChangesCanBeUndone() {
        saveTemplate("B");
        saveTemplate("a");
        assertEquals(List.of("a", "B"), names(), "by name, whatever the case");
        templates().rename(template("a"), "c");
        assertEquals(List.of("B", "c"), names());
        templates().undoLast();
        templates().rename(template("a"), "b");
        assertEquals(List.of("a", "B"), names(), "no two are called the same");
        templates().delete(template("b"));
        assertEquals(List.of("a"), names());
        awaitTemplates(1);
        templates().undoLast();
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
        CarDraft car = draft();
        templates().save("Opels", car);
        templates().save("Vans", car.with(BRAND, "vw").with(MODEL, "golf"));
        templates().save("Big", car.with(BRAND, "BMW").with(MODEL, "X6"));
        assertEquals(found, templates().find(typed).stream().map(Template::name).collect(joining(" ")));
    }

    @Test
    void newCarLearnsCurrencyAndUnit() {
        assertText(CURRENCY, "EUR");
        assertEmpty(source(CURRENCY));
        type(CURRENCY, "chf");
        type(MILEAGE_UNIT, "miles");
        type(IS_TAX_DEDUCTIBLE, "true");
        type(FUEL_TYPE, "diesel");
        newCar();
        assertEquals("CHF MI", text(CURRENCY) + " " + text(MILEAGE_UNIT));
        assertSource(CURRENCY, EARLIER_CAR);
        assertEquals("", text(IS_TAX_DEDUCTIBLE) + text(FUEL_TYPE), "never learned");
        awaitSaved();
        assertEquals(1, stock().all().size(), "what it begins with is nothing typed");
        type(CURRENCY, "EUR");
        assertEquals(Optional.empty(), source(CURRENCY), "touched");
    }

    @Test
    void emptyFormLearnsWhenJournalIsRead() {
        type(CURRENCY, "CHF");
        newCar();

        openModel(variables);
        assertEquals("EUR", text(CURRENCY), "nothing is read yet");
        startModel();
        window.until("the car", () -> "CHF".equals(text(CURRENCY)));
    }

    @ParameterizedTest
    @CsvSource({"EUT", "''", "12"})
    void typingErrorIsNotLearned(String currency) {
        type(CURRENCY, currency);
        newCar();
        assertText(CURRENCY, "EUR");
    }

    @ProofTest
    void olderCarIsNotLearned() {
        var old = carId();
        newCar();
        type(MODEL, "x6");
        openCar(old);
        type(CURRENCY, "CHF");
        newCar();
        assertText(CURRENCY, "EUR");
    }

    private List<String> suggestions(String typed, String... registered) {
        return new WordSuggestionSource(Vocabulary.bundled(), cars().earlierCars(), Locale.ENGLISH)
                .matching(MODEL, draft(), typed, Stream.of(registered).findFirst(), WordSuggestionSource.MOST);
    }

    @Test
    void earlierNamesAreSuggestedFirst() {
        type(MODEL, "Combo Tour");
        assertEquals("Corsa", suggestions("co").getFirst(), "half a car teaches nothing");
        newCar();
        type(BRAND, "Opel");
        assertEquals("Combo Tour", suggestions("co").getFirst());
        assertTrue(suggestions("co").contains("Corsa"), "then what the list has");
        assertEquals("combo", suggestions("", "combo").getFirst(), "RDW's name before all");
        assertEquals(1, suggestions("combo t", "COMBO TOUR").size(), "each once");
    }

    @Test
    void copiedTextWarnsOnceUntilChanged() {
        List<CarField> carried = List.of(DESCRIPTION, DATE_OF_FIRST_REGISTRATION, YEAR_OF_CONSTRUCTION);
        type(DESCRIPTION, "12,500 km, first registered 2022");
        type(DATE_OF_FIRST_REGISTRATION, "16-09-2022");
        type(YEAR_OF_CONSTRUCTION, "2022");
        cars().duplicate();
        assertText(DESCRIPTION, "12,500 km, first registered 2022");
        carried.forEach(field -> assertEquals(Optional.of(CARRIED_OVER), source(field)));
        assertEmpty(visibleProblems(), "nobody is told off while typing");
        type(INTERNAL_ID, "SEB-2");

        restartModel();
        assertSend(PROBLEMS_SHOWN);
        carried.forEach(field ->
                assertTrue(visibleProblems().contains(Problem.of(field, TEXT_OF_ANOTHER_CAR)), field::apiName));
        type(DESCRIPTION, "90,000 km");
        type(DATE_OF_FIRST_REGISTRATION, "17-09-2022");
        assertEquals(List.of(Problem.of(YEAR_OF_CONSTRUCTION, TEXT_OF_ANOTHER_CAR)), visibleProblems());
        assertEmpty(source(DESCRIPTION));
        assertEquals(SENDING, send(), "the year was seen");
    }

    @ParameterizedTest
    @CsvSource({"LICENSE_PLATE, R-759-BK, r759bk", "VIN, W0L000051T2123456, w0l 0000 51t2123456"})
    void duplicateDraftShowsHint(CarField field, String here, String there) {
        type(field, there);
        UUID other = beginNext();
        type(field, here);
        Problem also = Problem.of(field, ALSO_IN_LIST, "Opel Corsa", other.toString());
        assertTrue(form().problems().hints().contains(also));
        assertFalse(form().showAllProblems() && visibleProblems().contains(also), "it is only good to know");
        type(field, here.substring(1));
        assertFalse(form().problems().hints().contains(also));
    }

    private Optional<String> offeredYear() {
        return form().externalValues().differingValue(YEAR_OF_CONSTRUCTION).map(ExternalValues.Value::text);
    }

    @Test
    void yearIsOfferedFromFirstRegistration() {
        type(DATE_OF_FIRST_REGISTRATION, "13-2-2021");
        assertEquals(Optional.of("2021"), offeredYear());
        type(YEAR_OF_CONSTRUCTION, "2020");
        assertEmpty(offeredYear());
        type(YEAR_OF_CONSTRUCTION, "");
        type(DATE_OF_FIRST_REGISTRATION, "13-2-");
        assertEmpty(offeredYear());
    }
}
