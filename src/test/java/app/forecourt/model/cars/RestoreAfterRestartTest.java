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
import static app.forecourt.stock.ListingStatus.SENT;
import static app.forecourt.stock.ListingStatus.UNKNOWN;
import static app.forecourt.stock.StockMark.ARCHIVED;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.journal.JournalState;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.model.stock.StockFilter;
import app.forecourt.model.stock.StockGroup;
import app.forecourt.model.stock.StockModel;
import app.forecourt.model.store.CarRecord;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.StockRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test of the next start: drafts are restored, and submissions are known. */
class RestoreAfterRestartTest extends AppModelFixture {
    private Optional<EditPosition> place = Optional.empty();

    /** Restarts the program. */
    private void restart() {
        openModel(variables);
        appModel.start((was, where) -> {
            journalState = was;
            place = where;
        });
        journalState = null;
        window.until("the journal", () -> journalState != null);
    }

    private List<UUID> listedCars() {
        return stock().all().stream().map(StockRow::id).toList();
    }

    @Test
    void emptiedDescriptionLeavesNoCar() {
        startModel();
        CarRecord car = current().car().get();
        current().description().save(car, "text");
        awaitSaved();
        assertEquals(1, journal.stock().size());
        current().description().save(car, "");
        assertEmpty(stock().all());
        type(BRAND, "opel");
        awaitSaved();
        assertEquals("opel", journal.stock().getFirst().text(BRAND), "typed before the deletion");
        type(BRAND, "");
        current().description().save(car, "text");
        awaitSaved();
        current().description().save(car, "");
        awaitSaved();
        assertEmpty(journal.stock());
    }

    /** The newest cars are read first, and the car in the form may be an older one. */
    @Test
    void markOfOldCarIsKnownBeforeTheOthersAreRead() {
        startModel();
        typeCar();
        UUID old = current().car().get().id();
        awaitSaved();
        cars().mark(old, SOLD);
        awaitSaved();
        for (int index = 0; index < 70; index++) {
            newCar();
            type(BRAND, "opel " + index);
        }
        cars().open(old);
        window.until("the car", () -> current().car().get().id().equals(old));
        awaitSaved();
        scheduler = (_, _) -> {};
        restart();
        assertEquals(old, current().car().get().id());
        assertTrue(listedCars().size() < 70, "the others are not read yet");
        assertTrue(cars().isMarked(old));
    }

    @Test
    void openCarAndPositionAreRestored() {
        startModel();
        typeCar();
        UUID first = carId();
        newCar();
        type(BRAND, "bmw");
        cars().current().position().onFocusMoved("description", 0.75);
        UUID second = carId();
        restart();
        assertEquals(JournalState.Kind.SOUND, journalState.kind());
        assertEquals(second, carId());
        assertEquals("bmw", text(BRAND));
        assertEquals(draft(), journal.car(second).orElseThrow().draft());
        assertEquals(Optional.of(new EditPosition(second, "description", 0.75)), place);
        assertEquals(List.of(second, first), listedCars());
    }

    @Test
    void flaggedFieldsStayFlagged() {
        startModel();
        typeCar();
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
        List<Problem> flagged = List.copyOf(form().problems().visible());
        assertEquals(bad.keySet(), flagged.stream().map(Problem::field).collect(Collectors.toSet()));
        awaitSaved();
        restart();
        assertEquals(flagged, form().problems().visible());
    }

    @Test
    void problemsOfSendingStayFlagged() {
        startModel();
        typeCar();
        type(BRAND, "");
        type(SALES_PRICE_EX_VAT, "99000");
        assertEmpty(form().problems().visible());
        assertEquals(SendWorkflow.Step.PROBLEMS_SHOWN, sendWorkflow.send());
        List<Problem> flagged = List.copyOf(form().problems().visible());
        assertEquals(
                Set.of(BRAND, SALES_PRICE_EX_VAT),
                flagged.stream().map(Problem::field).collect(Collectors.toSet()));
        UUID car = carId();
        type(INTERNAL_ID, "72");
        awaitSaved();
        restart();
        assertEquals(flagged, form().problems().visible());
        newCar();
        openCar(car);
        assertEquals(flagged, form().problems().visible());
        type(BRAND, "opel");
        assertEquals(SendWorkflow.Step.PROBLEMS_SHOWN, sendWorkflow.send(), "the rest is told once in each run");
    }

    @Test
    void editedDescriptionStaysWithItsCar() {
        startModel();
        CurrentCar current = cars().current();
        CarRecord first = current.car().get();
        String edited = "Nice \uD83D\uDE97 \uD83D \"car\"\n{}";
        current.description().save(first, edited);
        awaitSaved();
        assertEquals(edited, journal.car(first.id()).orElseThrow().editedDescription(), "as after a kill");
        typeCar();
        awaitSaved();
        send();
        newCar();
        typeCar();
        current.description().save(first, "a car that has left the form");
        assertEquals("", current.car().get().editedDescription());
        restart();
        openCar(first.id());
        CarRecord again = current().car().get();
        assertEquals(edited, again.editedDescription());
        assertEquals(SENT, status());
        current().description().save(again, "");
        awaitSaved();
        assertEquals("", journal.car(first.id()).orElseThrow().editedDescription());
        assertEquals("opel", journal.car(first.id()).orElseThrow().draft().text(BRAND));
    }

    private CurrentCar current() {
        return cars().current();
    }

    @Test
    void earlyTypingStaysInForm() {
        startModel();
        typeCar();
        awaitSaved();
        UUID before = carId();
        openModel(variables);
        type(BRAND, "audi");
        startModel();
        assertEquals("audi", text(BRAND));
        assertNotEquals(before, carId());
        assertEquals(List.of(carId(), before), listedCars());
    }

    @Test
    void newCarBegunBeforeTheLoadStaysInForm() {
        startModel();
        typeCar();
        awaitSaved();
        List<Runnable> beginnings = List.of(
                () -> newCar(),
                () -> cars().current().position().onFocusMoved("vin", 0),
                () -> cars().current().position().onFormClicked());
        for (Runnable beginning : beginnings) {
            openModel(variables);
            beginning.run();
            startModel();
            assertEquals("", text(BRAND));
        }
    }

    @Test
    void focusWaitsForTheChosenCar() {
        startModel();
        typeCar();
        UUID first = carId();
        newCar();
        type(BRAND, "bmw");
        UUID second = carId();
        awaitSaved();
        window.until(
                "the first car to be in the journal alone",
                () -> cars().store().inMemory(first).isEmpty());
        var acted = new ArrayList<UUID>();
        Runnable action = () -> acted.add(carId());
        cars().open(first);
        cars().chosen().focusWhenOpened(action);
        assertEmpty(acted);
        window.until("the car", () -> carId().equals(first));
        assertEquals(List.of(first), acted);
        cars().chosen().focusWhenOpened(action);
        assertEquals(List.of(first, first), acted);
        cars().open(second);
        cars().chosen().focusWhenOpened(action);
        openCar(first);
        assertEquals(2, acted.size(), "the focus stays if another car is chosen");
    }

    @Test
    void acceptedAmountFollowsAfterRestart() {
        startModel();
        typeCar();
        form().amounts().accept(form().amounts().all().getFirst());
        restart();
        type(SALES_PRICE, "13000");
        assertEquals("13000.00", text(SALES_PRICE_EX_VAT));
    }

    @Test
    void submissionIsKnownAfterRestart() {
        answers.put("/api/cars", response(201, "{\"uuid\": \"u-1\"}"));
        startModel();
        typeCar();
        send();
        assertEquals(1, newPosts());
        restart();
        assertEquals(SENT, status());
        var accepted = assertInstanceOf(SendOutcome.Accepted.class, outcome());
        assertEquals(Optional.of("u-1"), accepted.id());
        assertEquals(SendWorkflow.Step.ALREADY_SENT, send());
        assertEquals(0, newPosts());
    }

    @Tag("proof")
    @Test
    void rejectionIsShownAfterRestart() {
        answers.put("/api/cars", response(422, """
                {"violations": [{"propertyPath": "model", "message": "no such model"}]}"""));
        startModel();
        typeCar();
        send();
        restart();
        assertEquals(
                List.of(MODEL), visibleProblems().stream().map(p -> p.field()).toList());
        assertEquals(
                List.of(StockGroup.NEEDS_LOOK),
                stock().groups().get().stream().map(StockModel.Group::kind).toList());
    }

    @Test
    void unknownOutcomeAndVerdictAreSaved() {
        answers.put("/api/cars", response(500, "oops"));
        startModel();
        typeCar();
        send();
        restart();
        assertEquals(UNKNOWN, status());
        sendWorkflow.confirmArrival();
        restart();
        assertEquals(SENT, status());
    }

    @Test
    void deletedDraftIsRestored() {
        startModel();
        typeCar();
        awaitSaved();
        UUID car = carId();
        cars().mark(car, DELETED);
        assertEquals("", text(BRAND), "the form is free for another");
        assertEmpty(stock().groups().get());
        cars().undo();
        assertEquals(1, stock().groups().get().size());
        cars().mark(car, DELETED);
        restart();
        assertEquals(List.of(), stock().groups().get(), "a start doesn't bring it back");
        stock().filter().filter().set(StockFilter.Filter.DELETED);
        assertEquals(
                List.of(car), stock().visibleCars().stream().map(StockRow::id).toList());
        cars().mark(car, NONE);
        openCar(car);
        assertEquals("opel", text(BRAND));
    }

    @Test
    void newCarResetsFilter() {
        startModel();
        typeCar();
        StockFilter filter = stock().filter();
        filter.text().set("corsa");
        newCar();
        assertEquals(1, stock().visibleCars().size());
        type(BRAND, "bmw");
        assertEquals("", filter.text().get());
        assertEquals(2, stock().visibleCars().size());

        filter.filter().set(StockFilter.Filter.STAGING);
        assertEmpty(stock().visibleCars());
        cars().duplicate();
        assertEquals(StockFilter.Filter.ALL, filter.filter().get());
        assertEquals(3, stock().visibleCars().size());
    }

    @Test
    void duplicateLeavesOutIndividualFields() {
        startModel();
        typeCar();
        type(VIN, "WAVWGBFH3AN026569");
        type(LICENSE_PLATE, "XF-100-F");
        type(MILEAGE, "2137");
        type(IMAGES, "https://example.org/1.jpg");
        form().toggleOption("abs");
        CarDraft one = draft();
        cars().duplicate();
        CarDraft other = draft();
        for (CarField field : List.of(VIN, LICENSE_PLATE, MILEAGE, IMAGES, INTERNAL_ID)) {
            assertEquals("", other.text(field), field.apiName());
        }
        assertEquals(one.text(MODEL), other.text(MODEL));
        assertEquals(one.options(), other.options());
        assertEquals(2, listedCars().size());
        awaitSaved();
        assertEquals(one, journal.car(listedCars().getLast()).orElseThrow().draft());
    }

    @Test
    void lateReadDoesNotReplaceNewerCar() {
        startModel();
        typeCar();
        awaitSaved();
        UUID first = carId();
        newCar();
        cars().open(first);
        newCar();
        type(BRAND, "audi");
        awaitSaved();
        assertEquals("audi", text(BRAND));
        assertNotEquals(first, carId());
        assertEquals("opel", journal.car(first).orElseThrow().draft().text(BRAND));
    }

    @Tag("proof")
    @Test
    void acceptedAmountFollowsInDuplicate() {
        startModel();
        typeCar();
        form().amounts().accept(form().amounts().all().getFirst());
        cars().duplicate();
        type(SALES_PRICE, "13000");
        assertEquals("13000.00", text(SALES_PRICE_EX_VAT));
    }

    @Tag("proof")
    @Test
    void markedCarUnderWayIsShown() {
        answers.put("/api/cars", response(500, "oops"));
        startModel();
        typeCar();
        send();
        cars().mark(carId(), ARCHIVED);
        assertEquals(1, stock().visibleCars().size(), "nobody knows whether it arrived");
        sendWorkflow.confirmArrival();
        cars().mark(carId(), ARCHIVED);
        window.until("the archive", () -> stock().visibleCars().isEmpty());
        stock().filter().text().set("corsa");
        assertEquals(1, stock().visibleCars().size());
    }

    @ParameterizedTest
    @CsvSource({"vw, citroen", "volkswagen, citro\u00EBn", "VW, Citro\u00CBN"})
    void carIsFoundAsTypedAndAsShown(String first, String second) {
        startModel();
        typeCar();
        type(BRAND, "vw");
        assertEquals(1, visibleCount(first));
        type(BRAND, "citroen");
        assertEquals(1, visibleCount(second));
        assertEquals(0, visibleCount("vw"));
    }

    private int visibleCount(String searched) {
        stock().filter().text().set(searched);
        return stock().visibleCars().size();
    }
}
