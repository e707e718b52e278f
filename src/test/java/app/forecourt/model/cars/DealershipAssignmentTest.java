package app.forecourt.model.cars;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.model.send.SendWorkflow.Step.PROBLEMS_SHOWN;
import static app.forecourt.model.send.SendWorkflow.Step.SENDING;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.Problem;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.stock.StockFilter;
import app.forecourt.model.stock.StockModel;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.EffectiveDealership;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Test of several own dealerships: the assignment of cars, and the search by dealership. */
class DealershipAssignmentTest extends AppModelFixture {
    private static final Dealership SOUTH = new Dealership("South side", "s-s", "s-p");
    private static final Dealership NORTH = new Dealership("North", "n-s", "n-p");
    private static final Dealership EAST = new Dealership("East", "e-s", "");

    @BeforeEach
    void createDealerships() {
        setOwnDealerships(SOUTH, NORTH, EAST);
    }

    private void setOwnDealerships(Dealership... rows) {
        setDealerships(rows);
        appModel.settingsChanged();
    }

    private void assertDealership(String id) {
        assertEquals(id, text(DEALERSHIP_ID));
    }

    private void typeNewCar(String model, String dealership) {
        newCar();
        type(MODEL, model);
        type(DEALERSHIP_ID, dealership);
    }

    private List<String> shownModels() {
        return stock().visibleCars().stream().map(row -> row.text(MODEL)).toList();
    }

    @Test
    void ownDealershipFollowsEachProfile() {
        type(BRAND, "opel");
        type(DEALERSHIP_ID, "n-s");
        selectProfile(PRODUCTION);
        assertDealership("n-p");
        selectProfile(PRACTICE);
        assertFalse(text(DEALERSHIP_ID).equals(PracticeServer.DEALERSHIP_ID), "that is South's");
        selectProfile(STAGING);
        assertDealership("n-s");
    }

    @Test
    void ambiguousIdKeepsItsProfilesMeaning() {
        setOwnDealerships(new Dealership("One", "a", "b"), new Dealership("Two", "b", "a"));
        type(BRAND, "opel");
        type(DEALERSHIP_ID, "b");
        selectProfile(PRODUCTION);
        assertDealership("a");
        selectProfile(STAGING);
        assertDealership("b");
    }

    @Test
    void missingIdIsRestoredOnFirstProfile() {
        type(BRAND, "opel");
        type(DEALERSHIP_ID, "e-s");
        selectProfile(PRODUCTION);
        assertDealership("");
        assertEquals(Optional.empty(), form().parsed().value(DEALERSHIP_ID), "it can't be sent for another one");
        selectProfile(STAGING);
        assertDealership("e-s");
    }

    @Test
    void typedIdStays() {
        type(BRAND, "opel");
        type(DEALERSHIP_ID, "by hand");
        for (Profile profile : List.of(PRODUCTION, PRACTICE, STAGING)) {
            selectProfile(profile);
            assertDealership("by hand");
        }
        setOwnDealerships(SOUTH);
        assertDealership("by hand");
    }

    @Test
    void restartMapsDealershipToChosenProfile() {
        startModel();
        typeNewCar("astra", "n-s");
        awaitSaved();
        properties.put("forecourt.profile", "production");
        openModel(variables);
        startModel();
        assertDealership("n-p");
    }

    @Test
    void newCarGetsNewestCarsDealership() {
        startModel();
        assertDealership("s-s");
        typeNewCar("astra", "n-s");
        newCar();
        assertDealership("n-s");
        selectProfile(PRODUCTION);
        assertDealership("n-p");
        selectProfile(STAGING);
        typeNewCar("corsa", "by hand");
        newCar();
        assertDealership("s-s");
        typeNewCar("zafira", "e-s");
        newCar();
        setOwnDealerships(SOUTH, NORTH);
        assertDealership("s-s");
        assertEquals(List.of("zafira", "corsa", "astra"), shownModels(), "an untouched car is not kept");
    }

    @Tag("proof")
    @Test
    void newCarAfterRestartGetsNewestDealership() {
        startModel();
        typeNewCar("astra", "n-s");
        newCar();
        type(MODEL, "corsa");
        cars().mark(carId(), StockMark.DELETED);
        awaitSaved();
        openModel(variables);
        startModel();
        window.until("the cars", () -> stock().filled().get());
        assertDealership("n-s");
        assertEquals(
                1,
                stock().all().stream()
                        .filter(row -> row.mark() == StockMark.NONE)
                        .count());
        assertEquals(0, cars().unsavedCount());
    }

    @Test
    void onlyDefaultFollowsChangedId() {
        type(BRAND, "opel");
        setOwnDealerships(new Dealership("South side", "s-new", ""), NORTH);
        assertDealership("s-new");
        type(DEALERSHIP_ID, "n-s");
        setOwnDealerships(SOUTH, new Dealership("North", "n-new", ""));
        assertDealership("n-s");
    }

    @Test
    void nameIsKnownPerProfile() {
        type(DEALERSHIP_ID, " n-s ");
        assertEquals(Optional.of("North"), form().dealership());
        type(DEALERSHIP_ID, "n-p");
        assertEmpty(form().dealership());
        assertEquals(
                List.of("s-s", "n-s", "e-s"),
                List.copyOf(form().knownDealerships().get().namesById().keySet()));
    }

    private Problem dealershipProblem() {
        return form().problems().result().problems().stream()
                .filter(problem -> problem.field() == DEALERSHIP_ID)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nameOrOtherIdOffersIdOfProfile() {
        type(BRAND, "opel");
        for (String typed : List.of("NORTH ", "n-p")) {
            type(DEALERSHIP_ID, typed);
            assertTrue(visibleProblems().contains(dealershipProblem()), typed);
            form().accept(dealershipProblem(), dealershipProblem().corrections().getFirst());
            assertDealership("n-s");
        }
        selectProfile(PRODUCTION);
        type(DEALERSHIP_ID, "north");
        assertEquals(List.of("n-p"), dealershipProblem().corrections());
    }

    @Test
    void missingIdIsNamedUntilTyped() {
        type(BRAND, "opel");
        type(DEALERSHIP_ID, "e-s");
        assertEmpty(visibleProblems());
        selectProfile(PRODUCTION);
        Problem lacks = Problem.of(DEALERSHIP_ID, Problem.Code.DEALERSHIP_LACKS_ID, "East", "production");
        assertEquals(List.of(lacks), visibleProblems());
        setOwnDealerships(SOUTH, NORTH, new Dealership("East", "e-s", "e-p"));
        assertDealership("e-p");
        assertEmpty(visibleProblems());
    }

    @Test
    void defaultWithoutIdIsNamedInNewCar() {
        setOwnDealerships(EAST, NORTH);
        selectProfile(PRODUCTION);
        assertEquals(Optional.of("East"), form().knownDealerships().get().nameWithoutId());
        setOwnDealerships(NORTH, EAST);
        assertDealership("n-p");
        assertEmpty(form().knownDealerships().get().nameWithoutId());
        setOwnDealerships(Dealership.BLANK);
        assertEquals(Optional.empty(), form().knownDealerships().get().nameWithoutId(), "none is set up at all");
    }

    @Test
    void unknownIdWarnsOnceAndIsSent() {
        startModel();
        typeCar();
        type(DEALERSHIP_ID, "by hand");
        assertEquals(PROBLEMS_SHOWN, send());
        assertEquals(List.of(Problem.of(DEALERSHIP_ID, Problem.Code.DEALERSHIP_UNKNOWN)), visibleProblems());
        assertEquals(SENDING, send());
        setOwnDealerships();
        newCar();
        typeCar();
        type(DEALERSHIP_ID, "by hand");
        type(INTERNAL_ID, "SEB-2");
        assertEquals(SENDING, send(), "nothing to hold it against");
    }

    @Test
    void listFiltersByDealership() {
        startModel();
        typeNewCar("astra", "n-s");
        typeNewCar("corsa", "s-s");
        typeNewCar("zafira", "by hand");
        selectProfile(PRODUCTION);
        typeNewCar("meriva", "n-p");
        StockModel stock = stock();
        assertEquals(3, stock.filter().dealerships().get().size());
        stock.filter().dealership().set(Optional.of(branch("North")));
        assertEquals(List.of("meriva", "astra"), shownModels());
        stock.filter().text().set("astr");
        assertEquals(List.of("astra"), shownModels());
        stock.filter().text().set("");
        setOwnDealerships(SOUTH);
        assertEquals(Optional.empty(), stock.filter().dealership().get(), "nobody could choose another");
        assertEquals(4, shownModels().size());
    }

    private EffectiveDealership branch(String name) {
        return clients.dealerships().all().stream()
                .filter(dealership -> dealership.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void searchFindsPlateWithOrWithoutDashes() {
        startModel();
        typeNewCar("astra", "");
        type(LICENSE_PLATE, "r759bk");
        typeNewCar("corsa", "");
        type(LICENSE_PLATE, "XF-100-F");
        typeNewCar("1-5 sport", "");
        type(VIN, "WVWZZZ1KZ15000001");
        StockFilter filter = stock().filter();
        for (String word : List.of("R-759-BK", "759-b", "759bk", "R–759", "r-759 astra")) {
            filter.text().set(word);
            assertEquals(List.of("astra"), shownModels(), word);
        }
        for (String word : List.of("xf1", "100-F", "x-f100f")) {
            filter.text().set(word);
            assertEquals(List.of("corsa"), shownModels(), word);
        }
        filter.text().set("k-z1");
        assertEquals(List.of(), shownModels(), "no chassis number is written so");
        filter.text().set("-");
        assertEquals(List.of("1-5 sport", "corsa"), shownModels());
    }

    @Test
    void searchFindsSentTexts() {
        startModel();
        typeNewCar("astra", "n-s");
        type(LICENSE_PLATE, "XF-100-F");
        type(BRAND, "opel");
        type(SALES_PRICE, "12500");
        send();
        send();
        assertEquals(ListingStatus.SENT, status());
        correct();
        type(DEALERSHIP_ID, "s-s");
        type(LICENSE_PLATE, "R-759-BK");
        awaitSaved();
        openModel(variables);
        startModel();
        StockFilter filter = stock().filter();
        window.until("all cars", () -> stock().filled().get());
        for (String word : List.of("xf-100", "xf100f", "n-s", "r-759", "r759bk", "s-s", "north", "south")) {
            filter.text().set(word);
            assertEquals(List.of("astra"), shownModels(), word);
        }
        filter.text().set("");
        for (String name : List.of("North", "South side")) {
            filter.dealership().set(Optional.of(branch(name)));
            assertEquals(List.of("astra"), shownModels(), name);
            filter.filter().set(StockFilter.Filter.PRACTICE);
            assertEquals(List.of(), shownModels(), "it was never there");
            filter.filter().set(StockFilter.Filter.ALL);
        }
        filter.dealership().set(Optional.of(branch("East")));
        assertEmpty(shownModels());
    }

    @Tag("proof")
    @Test
    void sentTextsAreSearchedPerProfile() {
        startModel();
        typeNewCar("astra", "n-s");
        type(BRAND, "opel");
        type(SALES_PRICE, "12500");
        send();
        send();
        selectProfile(PRACTICE);
        type(MODEL, "corsa");
        send();
        send();
        assertEquals(ListingStatus.SENT, status());
        StockFilter filter = stock().filter();
        filter.text().set("astra");
        assertEquals(List.of("corsa"), shownModels());
        filter.filter().set(StockFilter.Filter.STAGING);
        assertEquals(List.of("corsa"), shownModels());
        filter.filter().set(StockFilter.Filter.PRACTICE);
        assertEmpty(shownModels());
    }
}
