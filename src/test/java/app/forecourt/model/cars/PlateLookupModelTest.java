package app.forecourt.model.cars;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BODY_TYPE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.ENGINE_EMISSION;
import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.NUMBER_OF_DOORS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.car.Problem.Code.REGISTER_DIFFERS;
import static app.forecourt.car.Problem.Code.REGISTER_OFFERS;
import static app.forecourt.car.Problem.Code.REGISTER_OF_OTHER_PLATE;
import static app.forecourt.car.SourcedValue.Origin.RDW;
import static app.forecourt.car.SourcedValue.Origin.RDW_WLTP;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.register.RdwClient;
import app.forecourt.register.RdwClient.Outcome.Failed;
import app.forecourt.settings.Profile;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.form.LookupMessages;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Test of the plate lookup of the current car. */
class PlateLookupModelTest extends AppModelFixture {
    private static final String CARS = "/resource/m9d7-ebf2.json";
    private static final String FUELS = "/resource/8ys7-d773.json";
    private static final MockResponse SILENCE = new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE)
            .build();

    private PlateLookupModel lookUp;
    private LookupMessages telling;

    @BeforeEach
    void startRegister() {
        answers.put(CARS, response(200, """
                [{"kenteken": "R759BK", "voertuigsoort": "Personenauto", "merk": "OPEL",
                "handelsbenaming": "CORSA", "inrichting": "hatchback", "eerste_kleur": "ORANJE",
                "aantal_deuren": "4", "datum_eerste_toelating": "20220725", "cilinderinhoud": "1199"}]"""));
        answers.put(FUELS, response(200, """
                [{"kenteken": "R759BK", "brandstof_omschrijving": "Benzine", "nettomaximumvermogen": "74.00",
                "emissie_co2_gecombineerd_wltp": "121"}]"""));
        properties.put("forecourt.rdw.url", autochat.url(""));
        lookUp = appModel.profileModel().createPlateLookup(current(), () -> Locale.UK);
        telling = new LookupMessages(new Messages(Locale.UK, clock));
    }

    private void lookUpPlate(String plate) {
        type(LICENSE_PLATE, plate);
        lookUp.start();
        window.until("the register", () -> !(state() instanceof PlateLookupState.Running));
    }

    private PlateLookupState state() {
        return lookUp.state().get();
    }

    private ExternalValues values() {
        return form().externalValues();
    }

    private String texts(CarField... fields) {
        return Stream.of(fields).map(this::text).collect(joining(" "));
    }

    private String sentence() {
        return telling.sentence(state(), lookUp.profile(), values());
    }

    private void assertSentence(String expected) {
        assertEquals(expected, sentence());
    }

    /** Returns the number of queries since the last call, without waiting. */
    private long newQueries() {
        long count = 0;
        for (Optional<RecordedRequest> one = nextRequest(); one.isPresent(); one = nextRequest()) {
            count += one.get().getUrl().encodedPath().equals(CARS) ? 1 : 0;
        }
        return count;
    }

    @Test
    void emptyFieldsAreFilledAndMarked() {
        type(MODEL, "corsa-e");
        lookUpPlate("r-759-bk");

        assertEquals(
                "Opel Hatchback Orange Petrol 1199 74 121 25/07/2022",
                texts(
                        BRAND,
                        BODY_TYPE,
                        BODY_COLOR,
                        FUEL_TYPE,
                        ENGINE_DISPLACEMENT,
                        ENGINE_KW,
                        ENGINE_EMISSION,
                        DATE_OF_FIRST_REGISTRATION));
        assertEquals("r-759-bk", text(LICENSE_PLATE), "as it was typed");
        assertSource(BRAND, RDW);
        assertSource(ENGINE_EMISSION, RDW_WLTP);

        assertEquals("corsa-e", text(MODEL), "what is typed stays");
        assertEmpty(source(MODEL));
        assertEquals(List.of(MODEL), values().differingFields());
        assertEquals("", text(NUMBER_OF_DOORS), "a guess is only offered");
        assertEquals(List.of(NUMBER_OF_DOORS, YEAR_OF_CONSTRUCTION), offeredFields());
        assertSentence("RDW: 8 fields filled in, Esc undoes it  ·  Differs: Model  ·  Offered: Doors, Year built");

        type(BODY_COLOR, "red");
        assertEmpty(source(BODY_COLOR));
        assertEquals(List.of(MODEL, BODY_COLOR), values().differingFields());
        type(BODY_COLOR, "oranje");
        assertEquals(List.of(MODEL), values().differingFields(), "the same in another word");
    }

    @Test
    void undoIsOverAfterTheNextChange() {
        lookUpPlate("R759BK");
        type(VERSION, "1.2");
        assertFalse(lookUp.undo());
        assertTrue(sentence().startsWith("RDW: 9 fields filled in  ·  "), sentence());
    }

    @Test
    void undoEmptiesFilledFields() {
        type(ENGINE_KW, "75");
        lookUpPlate("R759BK");
        assertTrue(lookUp.undo());
        assertEquals(" 75 R759BK", texts(BRAND, ENGINE_KW, LICENSE_PLATE));
        assertFalse(lookUp.undo(), "nothing is left");
        assertSentence("");
        assertTrue(lookUp.canStart(), "Enter asks again");
    }

    private List<Problem> visible(Problem.Code code) {
        return visibleProblems().stream()
                .filter(problem -> problem.code() == code)
                .toList();
    }

    @Test
    void offersThatAreLeftAreToldBeforeSending() {
        lookUpPlate("R759BK");
        assertEmpty(visibleProblems());
        form().showAllProblems();
        assertEquals(
                List.of(
                        Problem.of(NUMBER_OF_DOORS, REGISTER_OFFERS, "4"),
                        Problem.of(YEAR_OF_CONSTRUCTION, REGISTER_OFFERS, "2022")),
                visible(REGISTER_OFFERS));
        form().setReadOnly(true);
        assertEmpty(visible(REGISTER_OFFERS), "a sent car tells of none");
    }

    @Test
    void offersAreAcceptedTogetherAndDifferencesOneByOne() {
        type(BODY_COLOR, "red");
        lookUpPlate("R759BK");
        values().accept(values().differingValue(BODY_COLOR).orElseThrow());
        assertText(BODY_COLOR, "Orange");
        assertEmpty(values().differingFields());
        values().acceptOffers();
        assertEquals("4 2022", texts(NUMBER_OF_DOORS, YEAR_OF_CONSTRUCTION));
        assertEmpty(values().offers());
        assertSource(NUMBER_OF_DOORS, RDW);
    }

    @ParameterizedTest
    @CsvSource({"volkswagen, golf", "volkswagen, ''", "opel, astra"})
    void otherCarFillsNothing(String brand, String model) {
        type(BRAND, brand);
        type(MODEL, model);
        lookUpPlate("R759BK");
        assertSentence("This plate is of another car: Opel Corsa. Nothing was filled in");
        assertText(ENGINE_EMISSION, "");
        assertEquals(model, text(MODEL));
        assertEmpty(values().differingValue(ENGINE_EMISSION));
    }

    @Test
    void allValuesOfOtherCarAreTaken() {
        type(BRAND, "volkswagen");
        type(BODY_COLOR, "red");
        lookUpPlate("R759BK");
        assertFalse(lookUp.canStart(), "it is answered");
        lookUp.takeAll();
        assertEquals("Opel Corsa", texts(BRAND, MODEL));
        assertEquals("Orange 4", texts(BODY_COLOR, NUMBER_OF_DOORS));
        assertSentence("RDW: 11 fields filled in, Esc undoes it");
        assertTrue(lookUp.undo());
        assertEquals("volkswagen red", texts(BRAND, BODY_COLOR));
    }

    @Test
    void foreignAndInvalidPlatesAreNotQueried() {
        for (String plate : List.of("", "?", "ZZZ", "R759BK\u200b", "1".repeat(500))) {
            type(LICENSE_PLATE, plate);
            lookUp.start();
            assertEquals(new PlateLookupState.Idle(), state(), plate);
        }
        type(LICENSE_PLATE, "1-ABC-123");
        lookUp.start();
        assertEquals(new PlateLookupState.NoRegister(Country.BE), state());
        assertSentence("A Belgian plate: there is no open register for it");
        type(LICENSE_PLATE, "M-AB 123");
        assertSentence("");
        assertEquals(0, newQueries());
    }

    @Test
    void failureIsReportedAndFillsNothing() {
        answers.put(CARS, response(200, "[]"));
        lookUpPlate("R759BK");
        assertSentence("RDW does not know R-759-BK. Is it typed correctly?");
        assertText(BRAND, "");
    }

    @Test
    void carIsFilledWithoutFuels() {
        answers.put(FUELS, response(500, ""));
        lookUpPlate("R759BK");
        assertText(BRAND, "Opel");
        assertTrue(sentence().contains("Fuel, power and CO₂ are missing"), sentence());
    }

    @Test
    void samePlateIsQueriedOnce() throws Exception {
        answers.put(CARS, SILENCE);
        type(LICENSE_PLATE, "R759BK");
        assertEquals(0, newQueries(), "typing asks nothing");
        lookUp.start();
        assertTrue(autochat.server.takeRequest(LongWait.SECONDS, TimeUnit.SECONDS) != null, "nothing was asked");
        lookUp.start();
        assertInstanceOf(PlateLookupState.Running.class, state());
        assertEquals(0, newQueries());
        lookUp.cancel();
    }

    /** Returns an answer that has arrived but is not yet delivered to the model. */
    private Runnable undeliveredAnswer() throws Exception {
        var handed = new LinkedBlockingQueue<Runnable>();
        lookUp = new PlateLookupModel(
                appModel.profile(),
                current(),
                form(),
                clients,
                new TaskRunner(background().executor(), handed::add),
                () -> Locale.UK,
                clock);
        type(LICENSE_PLATE, "R759BK");
        lookUp.start();
        return LongWait.next("the answer", handed);
    }

    @Test
    void answerInTimeIsApplied() throws Exception {
        undeliveredAnswer().run();
        assertText(BRAND, "Opel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plate", "car", "profile"})
    void answerForAnotherIsDropped(String other) throws Exception {
        Runnable late = undeliveredAnswer();
        switch (other) {
            case "plate" -> type(LICENSE_PLATE, "R759B");
            case "car" -> newCar();
            default -> appModel.selectProfile(PRODUCTION);
        }
        assertEquals(new PlateLookupState.Idle(), state());
        late.run();
        assertEquals(new PlateLookupState.Idle(), state());
        assertText(BRAND, "");
    }

    @Test
    void answerAfterCancelIsDropped() throws Exception {
        Runnable late = undeliveredAnswer();
        assertSentence("Looking up R-759-BK in RDW… Esc stops it");
        assertTrue(lookUp.cancel());
        assertFalse(lookUp.cancel());
        late.run();
        assertSentence("Look-up in RDW stopped. Enter tries again");
        assertText(BRAND, "");
    }

    @Test
    void answerForSentCarIsDropped() throws Exception {
        startWithCar();
        type(BRAND, "bmw");
        Runnable late = undeliveredAnswer();
        send();
        assertStatus(SENT);
        assertEquals(new PlateLookupState.Idle(), state());
        late.run();
        assertText(BODY_TYPE, "");
        newQueries();
        lookUp.start();
        assertEquals(new PlateLookupState.Idle(), state(), "nothing is asked for a car that was sent");
        assertEquals(0, newQueries());
    }

    @Test
    void filledFieldsAreSent() {
        startWithCar();
        type(BRAND, "");
        lookUpPlate("R759BK");
        send();
        send();
        assertStatus(SENT);
        String sent = lastSubmission().payload();
        assertTrue(sent.contains("\"brand\":\"opel\"") && sent.contains("\"bodyColor\":\"orange\""), sent);
        assertFalse(sent.contains("numberOfDoors") || sent.contains("yearOfConstruction"), "only offered: " + sent);
    }

    @Test
    void newPlateClearsFirstAnswer() {
        lookUpPlate("R759BK");
        type(ENGINE_KW, "80");
        type(LICENSE_PLATE, "XF100F");
        assertEmpty(values().differingFields(), "they are about another car");
        assertEquals("Opel", text(BRAND), "until she asks nothing changes");
        assertAsked("R-759-BK");
        answers.put(CARS, response(200, """
                [{"kenteken": "XF100F", "voertuigsoort": "Personenauto", "merk": "FIAT"}]"""));
        answers.put(FUELS, response(200, "[]"));
        lookUpPlate("XF100F");
        assertText(BRAND, "Fiat");
        assertAsked();
        assertText(BODY_TYPE, "");
        assertText(ENGINE_KW, "80");
    }

    @ProofTest
    void otherPlateIsToldUntilNoFieldIsOfIt() {
        lookUpPlate("R759BK");
        type(LICENSE_PLATE, "XF100F");
        assertAsked("R-759-BK");
        type(LICENSE_PLATE, "r-759-bk");
        assertAsked();
        type(LICENSE_PLATE, "");
        assertAsked("R-759-BK");
        UUID first = beginNext();
        assertAsked();
        openCar(first);
        assertAsked("R-759-BK");
        Set.copyOf(values().marks().keySet()).forEach(field -> type(field, "1"));
        assertAsked();
    }

    /** Asserts the plates whose data the fields have although the plate was changed since. */
    private void assertAsked(String... plates) {
        assertEquals(
                List.of(plates),
                form().problems().result().problems().stream()
                        .filter(problem -> problem.code() == REGISTER_OF_OTHER_PLATE)
                        .flatMap(problem -> problem.args().stream())
                        .toList());
    }

    @Test
    void undoKeepsBrandOfVin() {
        type(VIN, "w0l 0sdl-0884 312345");
        assertEquals("", text(BRAND), "Opel and Vauxhall share these");
        type(VIN, "wvw-zzz 1kz aw000123");
        assertText(BRAND, "Volkswagen");
        assertSource(BRAND, SourcedValue.Origin.VIN);
        lookUpPlate("R759BK");
        assertInstanceOf(PlateLookupState.OtherCar.class, state());
        assertText(BRAND, "Volkswagen");
        assertEquals(List.of(BRAND), values().differingFields());
        lookUp.takeAll();
        lookUp.undo();
        assertText(BRAND, "Volkswagen");
    }

    @Test
    void everyOutcomeHasMessage() {
        for (RdwClient.Outcome.Failure failure : RdwClient.Outcome.Failure.values()) {
            var state = new PlateLookupState.NoCar(
                    new Failed(failure, 500), LicensePlate.of("R759BK").orElseThrow());
            for (Profile profile : Profile.values()) {
                String told = telling.sentence(state, profile, values());
                assertTrue(told.contains("RDW") && !told.contains("{"), told);
            }
            assertEquals(failure != RdwClient.Outcome.Failure.STOPPED, LookupMessages.isFailure(state));
        }
        assertTrue(LookupMessages.isFailure(new PlateLookupState.NoCar(
                new RdwClient.Outcome.Unknown(), LicensePlate.of("R759BK").orElseThrow())));
    }

    @Test
    void differingBrandOrModelWarnsOnce() {
        type(BRAND, "volvo");
        type(MODEL, "CORSA");
        type(BODY_COLOR, "red");
        lookUpPlate("R759BK");
        assertEmpty(visibleProblems(), "nobody is told off while typing");
        assertTrue(form().showAllProblems());
        Problem other = Problem.of(BRAND, REGISTER_DIFFERS, "Opel");
        assertEquals(List.of(other), visible(REGISTER_DIFFERS));
        assertFalse(form().showAllProblems(), "once");
        type(BRAND, "oPel");
        assertEmpty(visible(REGISTER_DIFFERS));
        type(MODEL, "v40");
        type(LICENSE_PLATE, "R-759-BL");
        form().showAllProblems();
        assertEmpty(visible(REGISTER_DIFFERS), "it was said of another plate");
    }

    private List<CarField> offeredFields() {
        return values().offers().stream().map(ExternalValues.Value::field).toList();
    }

    @Test
    void answerIsRestoredWithItsCar() {
        type(MODEL, "corsa-e");
        lookUpPlate("R759BK");
        UUID car = carId();
        type(BODY_COLOR, "red");
        String before = sentence();
        newCar();
        assertSentence("");
        assertEmpty(values().registerValues());
        type(BRAND, "volvo");
        awaitSaved();
        openCar(car);
        assertText(BRAND, "Opel");
        assertSource(BRAND, RDW);
        assertEquals(Optional.empty(), source(BODY_COLOR), "touched");
        assertEquals(List.of(MODEL, BODY_COLOR), values().differingFields());
        assertEquals(List.of(NUMBER_OF_DOORS, YEAR_OF_CONSTRUCTION), offeredFields());
        assertSentence(before);
        assertFalse(lookUp.undo(), "long ago");
    }

    private void createRecalledCar() {
        answers.put(CARS, response(200, """
                [{"kenteken": "R759BK", "voertuigsoort": "Personenauto", "merk": "OPEL",
                "openstaande_terugroepactie_indicator": "Ja", "taxi_indicator": "Ja"}]"""));
        startModel();
        lookUpPlate("R759BK");
        assertEquals("Registered as a taxi  ·  Recalled by its maker, and not repaired yet", telling.remarks(state()));
    }

    private void restart() {
        openModel(variables);
        startRegister();
        startModel();
        window.until("the car", () -> text(LICENSE_PLATE).equals("R759BK"));
    }

    @ProofTest
    void recallStaysWithOtherProfile() {
        appModel.selectProfile(STAGING);
        createRecalledCar();
        appModel.selectProfile(PRODUCTION);
        assertTrue(telling.remarks(state()).contains("Recalled"), "the same register");
        appModel.selectProfile(PRACTICE);
        assertEquals("", telling.remarks(state()), "Practice has a register of its own");
        appModel.selectProfile(STAGING);
        assertTrue(telling.remarks(state()).contains("Recalled"));
    }

    @Test
    void recallIsKnownAfterRestart() {
        createRecalledCar();
        type(MODEL, "corsa-e");
        restart();
        assertEquals("Registered as a taxi  ·  Recalled by its maker, and not repaired yet", telling.remarks(state()));
        assertTrue(sentence().startsWith("RDW: looked up "), sentence());
        type(VERSION, "1.2");
        awaitSaved();
        newQueries();
        restart();
        assertTrue(telling.remarks(state()).contains("Recalled"), "what is typed since takes nothing away");
        assertEquals(0, newQueries(), "nobody is asked");
        type(LICENSE_PLATE, "XF100F");
        assertEquals("", telling.remarks(state()), "it is another plate's");
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fixedOrUndoneRecallIsDropped(boolean isUndone) {
        createRecalledCar();
        if (isUndone) {
            assertTrue(lookUp.undo());
        } else {
            startRegister();
            lookUpPlate("R759BK");
        }
        assertEquals("", telling.remarks(state()));
        restart();
        assertEquals("", telling.remarks(state()));
    }

    @Test
    void answerOutlivesViewOfSentVersion() {
        startWithCar();
        type(MODEL, "corsa-e");
        lookUpPlate("R759BK");
        type(BODY_COLOR, "red");
        send();
        send();
        UUID car = carId();
        selectProfile(PRODUCTION);
        type(SALES_PRICE, "12000");
        type(BODY_COLOR, "");
        lookUpPlate("R759BK");
        assertSource(BODY_COLOR, RDW);
        form().showAllProblems();
        List<Problem> before = visible(REGISTER_DIFFERS);
        assertEquals(1, before.size(), "the model");
        selectProfile(STAGING);
        assertEquals("12500 red", texts(SALES_PRICE, BODY_COLOR), "as it was sent");
        newCar();
        awaitSaved();
        openCar(car);
        selectProfile(PRODUCTION);
        assertText(SALES_PRICE, "12000");
        assertEquals(Optional.of(RDW), source(BODY_COLOR), "nobody touched it");
        form().showAllProblems();
        assertEquals(before, visible(REGISTER_DIFFERS));
    }
}
