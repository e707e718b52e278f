package app.forecourt.model.cars;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.car.Problem;
import app.forecourt.model.AppModelFixture;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Test of several own dealerships: the assignment of cars. */
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
    void missingIdIsNamedAndRestoredOnFirstProfile() {
        type(BRAND, "opel");
        type(DEALERSHIP_ID, "e-s");
        assertEmpty(visibleProblems());
        selectProfile(PRODUCTION);
        assertDealership("");
        assertEquals(
                List.of(Problem.of(DEALERSHIP_ID, Problem.Code.DEALERSHIP_LACKS_ID, "East", "production")),
                visibleProblems());
        selectProfile(STAGING);
        assertDealership("e-s");
        selectProfile(PRODUCTION);
        setOwnDealerships(SOUTH, NORTH, new Dealership("East", "e-s", "e-p"));
        assertDealership("e-p");
        assertEmpty(visibleProblems());
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
        restartModel();
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
        assertEquals(List.of("zafira", "corsa", "astra"), listed(MODEL), "an untouched car is not kept");
        typeNewCar("meriva", "n-s");
        typeNewCar("deleted", "by hand");
        cars().mark(carId(), DELETED);
        assertDealership("n-s");
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
    void listFiltersByOwnDealerships() {
        assertEquals(clients.dealerships().all(), stock().filter().dealerships().get());
    }
}
