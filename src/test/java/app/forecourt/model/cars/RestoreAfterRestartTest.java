package app.forecourt.model.cars;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.model.send.SendWorkflow.Step.ALREADY_SENT;
import static app.forecourt.model.send.SendWorkflow.Step.PROBLEMS_SHOWN;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.stock.SendingStatus.UNKNOWN;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.journal.JournalOpenState;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.stock.StockFilterModel;
import app.forecourt.model.stock.StockGroup;
import app.forecourt.model.stock.StockModel;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.StockRow;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.TypedCars;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test of the next start: drafts are restored, and submissions are known. */
class RestoreAfterRestartTest extends AppModelFixture {
    @BeforeEach
    void start() {
        startWithCar();
    }

    private List<UUID> listedCars() {
        return stock().all().stream().map(StockRow::id).toList();
    }

    private void describe(CarInMemory car, String text) {
        current().description().save(car, text);
        awaitSaved();
    }

    @Test
    void emptiedDescriptionLeavesNoCar() {
        newCar();
        CarInMemory car = current().car().get();
        describe(car, "text");
        assertEquals(2, journal.stock().size());
        current().description().save(car, "");
        assertEquals(1, listedCars().size());
        type(BRAND, "fiat");
        awaitSaved();
        assertEquals("fiat", storedText(car.id(), BRAND), "typed before the deletion");
        type(BRAND, "");
        describe(car, "text");
        describe(car, "");
        assertEquals(1, journal.stock().size());
    }

    /** The newest cars are read first, and the car in the form may be an older one. */
    @Test
    void markOfOldCarIsKnownBeforeTheOthersAreRead() {
        UUID old = carId();
        mark(old, SOLD);
        awaitSaved();
        for (int other = 0; other < 70; other++) {
            TypedCars.save(journal, UUID.randomUUID(), draft(), Set.of());
        }
        scheduler = (_, _) -> {};
        openModel(variables);
        appModel.start((_, _) -> {});
        window.until("the car", () -> carId().equals(old));
        assertTrue(listedCars().size() < 70, "the others are not read yet");
        assertTrue(cars().isMarked(old));
    }

    @Test
    void openCarAndPositionAreRestored() {
        UUID first = beginNext();
        type(BRAND, "bmw");
        current().position().onFocusMoved("description", 0.75);
        UUID second = carId();
        restartModel();
        assertEquals(JournalOpenState.Kind.SOUND, journalState.kind());
        assertEquals(second, carId());
        assertText(BRAND, "bmw");
        assertEquals(draft(), storedCar(second).draft());
        assertEquals(Optional.of(new EditPosition(second, "description", 0.75)), place);
        assertEquals(List.of(second, first), listedCars());
    }

    @Test
    void flaggedFieldsStayFlagged() {
        Map<CarField, String> bad = Map.of(
                VIN,
                "W0L",
                MILEAGE,
                "many",
                SALES_PRICE,
                "12,50,0",
                BRAND,
                "Oppel",
                DATE_OF_FIRST_REGISTRATION,
                "31-02-2019");
        bad.forEach((field, text) -> {
            type(field, text);
            form().problems().onFieldLeft(field);
        });
        List<Problem> flagged = List.copyOf(visibleProblems());
        assertEquals(bad.keySet(), flagged.stream().map(Problem::field).collect(toSet()));
        awaitSaved();
        restartModel();
        assertEquals(flagged, visibleProblems());
    }

    @Test
    void problemsOfSendingStayFlagged() {
        type(BRAND, "");
        type(SALES_PRICE_EX_VAT, "99000");
        assertEmpty(visibleProblems());
        assertPress(PROBLEMS_SHOWN);
        List<Problem> flagged = List.copyOf(visibleProblems());
        assertEquals(
                Set.of(BRAND, SALES_PRICE_EX_VAT),
                flagged.stream().map(Problem::field).collect(toSet()));
        UUID car = carId();
        type(INTERNAL_ID, "72");
        awaitSaved();
        restartModel();
        assertEquals(flagged, visibleProblems());
        newCar();
        openCar(car);
        assertEquals(flagged, visibleProblems());
        type(BRAND, "opel");
        assertEquals(PROBLEMS_SHOWN, sendWorkflow.send(), "the rest is told once in each run");
    }

    @Test
    void editedDescriptionStaysWithItsCar() {
        CarInMemory first = current().car().get();
        String edited = "Nice \uD83D\uDE97 \uD83D \"car\"\n{}";
        describe(first, edited);
        assertEquals(edited, storedCar(first.id()).editedDescription(), "as after a kill");
        send();
        newCar();
        typeCar();
        current().description().save(first, "a car that has left the form");
        assertEquals("", current().car().get().editedDescription());
        restartModel();
        openCar(first.id());
        CarInMemory again = current().car().get();
        assertEquals(edited, again.editedDescription());
        assertStatus(SENT);
        describe(again, "");
        assertEquals("", storedCar(first.id()).editedDescription());
        assertEquals("opel", storedText(first.id(), BRAND));
    }

    @Test
    void newCarBegunBeforeTheLoadStaysInForm() {
        awaitSaved();
        List<Runnable> beginnings = List.of(
                () -> newCar(),
                () -> current().position().onFocusMoved("vin", 0),
                () -> current().position().onFormClicked(),
                () -> type(BRAND, "audi"));
        for (Runnable beginning : beginnings) {
            openModel(variables);
            beginning.run();
            UUID begun = carId();
            startModel();
            assertEquals(begun, carId());
        }
        assertText(BRAND, "audi");
        assertEquals(2, listedCars().size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void acceptedAmountFollowsAfterRestartAndInDuplicate(boolean isDuplicate) {
        form().amounts().accept(form().amounts().all().getFirst());
        if (isDuplicate) {
            cars().duplicate();
        } else {
            restartModel();
        }
        type(SALES_PRICE, "13000");
        assertText(SALES_PRICE_EX_VAT, "13000.00");
    }

    @Test
    void submissionIsKnownAfterRestart() {
        send();
        assertNewPosts(1);
        restartModel();
        assertStatus(SENT);
        var accepted = assertInstanceOf(SendOutcome.Accepted.class, outcome());
        assertEquals(Optional.of("u-1"), accepted.id());
        assertSend(ALREADY_SENT);
        assertNewPosts(0);
    }

    @ProofTest
    void rejectionIsShownAfterRestart() {
        answerCars(422, """
                {"violations": [{"propertyPath": "model", "message": "no such model"}]}""");
        send();
        restartModel();
        assertEquals(List.of(MODEL), visibleFields());
        assertEquals(
                List.of(StockGroup.NEEDS_LOOK),
                stock().groups().get().stream().map(StockModel.Group::kind).toList());
    }

    @Test
    void unknownOutcomeAndVerdictAreSaved() {
        answerCars(500, "oops");
        send();
        restartModel();
        assertStatus(UNKNOWN);
        sendWorkflow.confirmArrival();
        restartModel();
        assertStatus(SENT);
    }

    @Test
    void deletedDraftIsRestored() {
        awaitSaved();
        UUID car = carId();
        mark(car, DELETED);
        assertEquals("", text(BRAND), "the form is free for another");
        assertEmpty(listed(MODEL));
        cars().undo();
        assertModels("corsa");
        mark(car, DELETED);
        restartModel();
        assertEmpty(listed(MODEL), "a start doesn't bring it back");
        stock().filter().filter().set(StockFilterModel.Filter.DELETED);
        assertModels("corsa");
        mark(car, NONE);
        openCar(car);
        assertText(BRAND, "opel");
    }

    @Test
    void newCarResetsFilter() {
        StockFilterModel filter = stock().filter();
        filter.text().set("corsa");
        newCar();
        type(BRAND, "bmw");
        assertEquals("", filter.text().get());
        assertEquals(2, listedCars().size());

        filter.filter().set(StockFilterModel.Filter.STAGING);
        cars().duplicate();
        assertEquals(StockFilterModel.Filter.ALL, filter.filter().get());
        assertEquals(3, listedCars().size());
    }

    @Test
    void duplicateLeavesOutIndividualFields() {
        UUID first = carId();
        type(VIN, "WAVWGBFH3AN026569");
        type(LICENSE_PLATE, "XF-100-F");
        type(MILEAGE, "2137");
        type(IMAGES, "https://example.org/1.jpg");
        form().toggleOption("abs");
        CarDraft one = draft();
        cars().duplicate();
        assertEquals(one.without(List.of(VIN, LICENSE_PLATE, MILEAGE, IMAGES, INTERNAL_ID)), draft());
        awaitSaved();
        assertEquals(2, journal.stock().size());
        assertEquals(one, storedCar(first).draft());
    }

    @Test
    void lateReadDoesNotReplaceNewerCar() {
        awaitSaved();
        UUID first = beginNext();
        cars().open(first);
        newCar();
        type(BRAND, "audi");
        awaitSaved();
        assertText(BRAND, "audi");
        assertNotEquals(first, carId());
        assertEquals("opel", storedText(first, BRAND));
    }
}
