package app.forecourt.model.cars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.model.stock.StockFilter;
import app.forecourt.model.stock.StockModel;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.DealershipRepository.Branch;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Test of several own dealerships: the assignment of cars, and the search by dealership. */
class DealershipAssignmentTest extends AppModelFixture {
    private static final Dealership SOUTH = new Dealership("South side", "s-s", "s-p");
    private static final Dealership NORTH = new Dealership("North", "n-s", "n-p");
    private static final Dealership EAST = new Dealership("East", "e-s", "");
    private static final Map<String, String> SET_UP = Map.of("FORECOURT_CLIENT_ID", "id",
            "FORECOURT_CLIENT_SECRET", "secret");

    @BeforeEach
    void createDealerships() {
        setOwnDealerships(SOUTH, NORTH, EAST);
    }

    private void setOwnDealerships(Dealership... rows) {
        dealerships(rows);
        desk.settingsChanged();
    }

    private void assertDealership(String id) {
        assertEquals(id, text(CarField.DEALERSHIP_ID));
    }

    private void typeNewCar(String model, String dealership) {
        desk.cars().newCar();
        type(CarField.MODEL, model);
        type(CarField.DEALERSHIP_ID, dealership);
    }

    private List<String> shownModels() {
        return desk.cars().stock().shown().stream().map(row -> row.text(CarField.MODEL)).toList();
    }

    @Test
    void ownDealershipFollowsEachProfile() {
        type(CarField.BRAND, "opel");
        type(CarField.DEALERSHIP_ID, "n-s");
        choose(Profile.PRODUCTION);
        assertDealership("n-p");
        choose(Profile.PRACTICE);
        assertFalse(text(CarField.DEALERSHIP_ID).equals(PracticeServer.DEALERSHIP_ID), "that is South's");
        choose(Profile.STAGING);
        assertDealership("n-s");
    }

    @Test
    void ambiguousIdKeepsItsProfilesMeaning() {
        setOwnDealerships(new Dealership("One", "a", "b"), new Dealership("Two", "b", "a"));
        type(CarField.BRAND, "opel");
        type(CarField.DEALERSHIP_ID, "b");
        choose(Profile.PRODUCTION);
        assertDealership("a");
        choose(Profile.STAGING);
        assertDealership("b");
    }

    @Test
    void missingIdIsRestoredOnFirstProfile() {
        type(CarField.BRAND, "opel");
        type(CarField.DEALERSHIP_ID, "e-s");
        choose(Profile.PRODUCTION);
        assertDealership("");
        assertEquals(Optional.empty(), desk.form().understood(CarField.DEALERSHIP_ID),
                "it can't be sent for another one");
        choose(Profile.STAGING);
        assertDealership("e-s");
        choose(Profile.PRODUCTION);
        desk.cars().newCar();
        assertDealership("s-p");
        choose(Profile.STAGING);
        assertDealership("s-s");
    }

    @Test
    void typedIdStays() {
        type(CarField.BRAND, "opel");
        type(CarField.DEALERSHIP_ID, "by hand");
        for (Profile profile : List.of(Profile.PRODUCTION, Profile.PRACTICE, Profile.STAGING)) {
            choose(profile);
            assertDealership("by hand");
        }
        setOwnDealerships(SOUTH);
        assertDealership("by hand");
    }

    @Test
    void restartMapsDealershipToChosenProfile() {
        begin();
        typeNewCar("astra", "n-s");
        saved();
        properties.put("forecourt.profile", "production");
        open(SET_UP);
        begin();
        assertDealership("n-p");
    }

    @Test
    void newCarGetsNewestCarsDealership() {
        begin();
        assertDealership("s-s");
        typeNewCar("astra", "n-s");
        desk.cars().newCar();
        assertDealership("n-s");
        choose(Profile.PRODUCTION);
        assertDealership("n-p");
        choose(Profile.STAGING);
        typeNewCar("corsa", "by hand");
        desk.cars().newCar();
        assertDealership("s-s");
        typeNewCar("zafira", "e-s");
        desk.cars().newCar();
        setOwnDealerships(SOUTH, NORTH);
        assertDealership("s-s");
        assertEquals(List.of("zafira", "corsa", "astra"), shownModels(), "an untouched car is not kept");
    }

    @Test
    void newCarAfterRestartGetsNewestDealership() {
        begin();
        typeNewCar("astra", "n-s");
        desk.cars().newCar();
        type(CarField.MODEL, "corsa");
        desk.cars().mark(desk.cars().current().car().get().id(), StockMark.DELETED);
        saved();
        open(SET_UP);
        begin();
        window.until("the cars", () -> desk.cars().stock().isFilled());
        assertDealership("n-s");
        assertEquals(1, desk.cars().stock().all().stream()
                .filter(row -> row.mark() == StockMark.NONE).count());
        assertEquals(0, desk.cars().unsaved());
    }

    @Test
    void onlyDefaultFollowsChangedId() {
        type(CarField.BRAND, "opel");
        setOwnDealerships(new Dealership("South side", "s-new", ""), NORTH);
        assertDealership("s-new");
        type(CarField.DEALERSHIP_ID, "n-s");
        setOwnDealerships(SOUTH, new Dealership("North", "n-new", ""));
        assertDealership("n-s");
    }

    @Test
    void nameIsKnownPerProfile() {
        type(CarField.DEALERSHIP_ID, " n-s ");
        assertEquals(Optional.of("North"), desk.form().dealership());
        type(CarField.DEALERSHIP_ID, "n-p");
        assertEquals(Optional.empty(), desk.form().dealership());
        assertEquals(List.of("s-s", "n-s", "e-s"), List.copyOf(desk.form().sellers().get().names().keySet()));
    }

    private Problem dealershipProblem() {
        return desk.form().checked().problems().stream()
                .filter(problem -> problem.field() == CarField.DEALERSHIP_ID).findFirst().orElseThrow();
    }

    @Test
    void nameOrOtherIdOffersIdOfProfile() {
        type(CarField.BRAND, "opel");
        for (String typed : List.of("NORTH ", "n-p")) {
            type(CarField.DEALERSHIP_ID, typed);
            assertTrue(desk.form().shown().contains(dealershipProblem()), typed);
            desk.form().accept(dealershipProblem(), dealershipProblem().offers().getFirst());
            assertDealership("n-s");
        }
        choose(Profile.PRODUCTION);
        type(CarField.DEALERSHIP_ID, "north");
        assertEquals(List.of("n-p"), dealershipProblem().offers());
    }

    @Test
    void missingIdIsNamedUntilTyped() {
        type(CarField.BRAND, "opel");
        type(CarField.DEALERSHIP_ID, "e-s");
        assertEquals(List.of(), desk.form().shown());
        choose(Profile.PRODUCTION);
        Problem lacks = Problem.of(CarField.DEALERSHIP_ID, ProblemCode.DEALERSHIP_LACKS_ID, "East",
                "production");
        assertEquals(List.of(lacks), desk.form().shown());
        setOwnDealerships(SOUTH, NORTH, new Dealership("East", "e-s", "e-p"));
        assertDealership("e-p");
        assertEquals(List.of(), desk.form().shown());
    }

    @Test
    void defaultWithoutIdIsNamedInNewCar() {
        setOwnDealerships(EAST, NORTH);
        choose(Profile.PRODUCTION);
        assertEquals(Optional.of("East"), desk.form().sellers().get().lacking());
        setOwnDealerships(NORTH, EAST);
        assertDealership("n-p");
        assertEquals(Optional.empty(), desk.form().sellers().get().lacking());
        setOwnDealerships(Dealership.BLANK);
        assertEquals(Optional.empty(), desk.form().sellers().get().lacking(), "none is set up at all");
    }

    @Test
    void unknownIdWarnsOnceAndIsSent() {
        begin();
        typeACar();
        type(CarField.DEALERSHIP_ID, "by hand");
        assertEquals(SendWorkflow.Step.LOOK, send());
        assertEquals(List.of(Problem.of(CarField.DEALERSHIP_ID, ProblemCode.DEALERSHIP_UNKNOWN)),
                desk.form().shown());
        assertEquals(SendWorkflow.Step.SENDING, send());
        setOwnDealerships();
        desk.cars().newCar();
        typeACar();
        type(CarField.DEALERSHIP_ID, "by hand");
        type(CarField.INTERNAL_ID, "SEB-2");
        assertEquals(SendWorkflow.Step.SENDING, send(), "nothing to hold it against");
    }

    @Test
    void listFiltersByDealership() {
        begin();
        typeNewCar("astra", "n-s");
        typeNewCar("corsa", "s-s");
        typeNewCar("zafira", "by hand");
        choose(Profile.PRODUCTION);
        typeNewCar("meriva", "n-p");
        StockModel stock = desk.cars().stock();
        assertEquals(3, stock.search().dealerships().get().size());
        stock.search().dealership().set(Optional.of(branch("North")));
        assertEquals(List.of("meriva", "astra"), shownModels());
        stock.search().text().set("astr");
        assertEquals(List.of("astra"), shownModels());
        stock.search().text().set("");
        setOwnDealerships(SOUTH);
        assertEquals(Optional.empty(), stock.search().dealership().get(), "nobody could choose another");
        assertEquals(4, shownModels().size());
    }

    private Branch branch(String name) {
        return environments.dealerships().all().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow();
    }

    @Test
    void searchFindsDealershipName() {
        begin();
        typeNewCar("astra", "n-s");
        typeNewCar("corsa", "s-s");
        typeNewCar("north star", "");
        desk.cars().stock().search().text().set("NORTH");
        assertEquals(List.of("north star", "astra"), shownModels());
        desk.cars().stock().search().text().set("side south cors");
        assertEquals(List.of("corsa"), shownModels());
        desk.cars().stock().search().text().set("n-s");
        assertEquals(List.of("astra"),
                desk.cars().stock().shown().stream().map(StockRow::texts)
                        .map(texts -> texts.get(CarField.MODEL))
                        .toList());
    }

    @Test
    void searchFindsPlateWithOrWithoutDashes() {
        begin();
        typeNewCar("astra", "");
        type(CarField.LICENSE_PLATE, "r759bk");
        typeNewCar("corsa", "");
        type(CarField.LICENSE_PLATE, "XF-100-F");
        typeNewCar("1-5 sport", "");
        type(CarField.VIN, "WVWZZZ1KZ15000001");
        StockFilter search = desk.cars().stock().search();
        for (String word : List.of("r-759", "R-759-BK", "r759", "759-b", "759bk", "R–759", "r-759 astra")) {
            search.text().set(word);
            assertEquals(List.of("astra"), shownModels(), word);
        }
        for (String word : List.of("xf-1", "xf1", "100-F", "100f", "x-f100f")) {
            search.text().set(word);
            assertEquals(List.of("corsa"), shownModels(), word);
        }
        search.text().set("k-z1");
        assertEquals(List.of(), shownModels(), "no chassis number is written so");
        search.text().set("-");
        assertEquals(List.of("1-5 sport", "corsa"), shownModels());
    }

    @Test
    void searchFindsSentTexts() {
        begin();
        typeNewCar("astra", "n-s");
        type(CarField.LICENSE_PLATE, "XF-100-F");
        type(CarField.BRAND, "opel");
        type(CarField.SALES_PRICE, "12500");
        send();
        send();
        assertEquals(ListingStatus.SENT, standing());
        desk.correction().begin();
        type(CarField.DEALERSHIP_ID, "s-s");
        type(CarField.LICENSE_PLATE, "R-759-BK");
        saved();
        open(SET_UP);
        begin();
        StockFilter search = desk.cars().stock().search();
        window.until("all cars", () -> desk.cars().stock().isFilled());
        for (String word : List.of("xf-100", "xf100f", "n-s", "r-759", "r759bk", "s-s", "north", "south")) {
            search.text().set(word);
            assertEquals(List.of("astra"), shownModels(), word);
        }
        search.text().set("");
        for (String name : List.of("North", "South side")) {
            search.dealership().set(Optional.of(branch(name)));
            assertEquals(List.of("astra"), shownModels(), name);
            search.filter().set(StockFilter.Filter.PRACTICE);
            assertEquals(List.of(), shownModels(), "it was never there");
            search.filter().set(StockFilter.Filter.ALL);
        }
        search.dealership().set(Optional.of(branch("East")));
        assertEquals(List.of(), shownModels());
    }

    @Test
    void sentTextsAreSearchedPerProfile() {
        begin();
        typeNewCar("astra", "n-s");
        type(CarField.BRAND, "opel");
        type(CarField.SALES_PRICE, "12500");
        send();
        send();
        choose(Profile.PRACTICE);
        type(CarField.MODEL, "corsa");
        send();
        send();
        assertEquals(ListingStatus.SENT, standing());
        StockFilter search = desk.cars().stock().search();
        search.text().set("astra");
        assertEquals(List.of("corsa"), shownModels());
        search.filter().set(StockFilter.Filter.STAGING);
        assertEquals(List.of("corsa"), shownModels());
        search.filter().set(StockFilter.Filter.PRACTICE);
        assertEquals(List.of(), shownModels());
    }
}
