package app.forecourt.model.cars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.JournalState;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.model.stock.Autosave;
import app.forecourt.model.stock.StockFilter;
import app.forecourt.model.stock.StockModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Test of the next start: drafts are restored, and submissions are known. */
class RestoreAfterRestartTest extends AppModelFixture {
    private static final Map<String, String> SET_UP = Map.of("FORECOURT_CLIENT_ID", "id",
            "FORECOURT_CLIENT_SECRET", "secret");

    private Optional<EditPosition> place = Optional.empty();

    /** Restarts the program. */
    private void restart() {
        open(SET_UP);
        desk.begin((was, where) -> {
            found = was;
            place = where;
        });
        found = null;
        window.until("the journal", () -> found != null);
    }

    private List<UUID> listedCars() {
        return desk.cars().stock().all().stream().map(StockRow::id).toList();
    }

    @Test
    void draftIsSavedAutomatically() {
        begin();
        assertInstanceOf(Autosave.State.Nothing.class, desk.cars().saving().state().get());
        typeACar();
        window.until("saved", () -> desk.cars().saving().state().get() instanceof Autosave.State.Saved);
        UUID car = desk.cars().current().car().get().id();
        assertEquals(desk.form().draft().get(), journal.car(car).orElseThrow().draft());
    }

    @Test
    void openCarAndPositionAreRestored() {
        begin();
        typeACar();
        UUID first = desk.cars().current().car().get().id();
        desk.cars().newCar();
        type(CarField.BRAND, "bmw");
        desk.cars().current().moved("description", 0.75);
        UUID second = desk.cars().current().car().get().id();
        restart();
        assertEquals(JournalState.Kind.SOUND, found.kind());
        assertEquals(second, desk.cars().current().car().get().id());
        assertEquals("bmw", text(CarField.BRAND));
        assertEquals(Optional.of(new EditPosition(second, "description", 0.75)), place);
        assertEquals(List.of(second, first), listedCars());
    }

    @Test
    void earlyTypingStaysInForm() {
        begin();
        typeACar();
        saved();
        UUID before = desk.cars().current().car().get().id();
        open(SET_UP);
        type(CarField.BRAND, "audi");
        begin();
        assertEquals("audi", text(CarField.BRAND));
        assertNotEquals(before, desk.cars().current().car().get().id());
        assertEquals(List.of(desk.cars().current().car().get().id(), before), listedCars());
    }

    @Test
    void acceptedAmountFollowsAfterRestart() {
        begin();
        typeACar();
        desk.form().accept(desk.form().proposals().getFirst());
        restart();
        type(CarField.SALES_PRICE, "13000");
        assertEquals("13000.00", text(CarField.SALES_PRICE_EX_VAT));
    }

    @Test
    void submissionIsKnownAfterRestart() {
        answers.put("/api/cars", answer(201, "{\"uuid\": \"u-1\"}"));
        begin();
        typeACar();
        send();
        assertEquals(1, posts());
        restart();
        assertEquals(ListingStatus.SENT, standing());
        var accepted = assertInstanceOf(SendOutcome.Accepted.class, outcome());
        assertEquals(Optional.of("u-1"), accepted.id());
        assertEquals(SendWorkflow.Step.NOT_AGAIN, send());
        assertEquals(0, posts());
    }

    @Test
    void rejectionIsShownAfterRestart() {
        answers.put("/api/cars", answer(422, """
                {"violations": [{"propertyPath": "model", "message": "no such model"}]}"""));
        begin();
        typeACar();
        send();
        restart();
        assertEquals(List.of(CarField.MODEL), desk.form().shown().stream().map(p -> p.field()).toList());
        assertEquals(List.of(StockModel.Kind.NEEDS_LOOK),
                desk.cars().stock().groups().get().stream().map(StockModel.Group::kind).toList());
    }

    @Test
    void unknownOutcomeAndVerdictAreSaved() {
        answers.put("/api/cars", answer(500, "oops"));
        begin();
        typeACar();
        send();
        restart();
        assertEquals(ListingStatus.UNKNOWN, standing());
        dispatch.itIsThere();
        restart();
        assertEquals(ListingStatus.SENT, standing());
    }

    @Test
    void deletedDraftIsRestored() {
        begin();
        typeACar();
        saved();
        UUID car = desk.cars().current().car().get().id();
        desk.cars().mark(car, StockMark.DELETED);
        assertEquals("", text(CarField.BRAND), "the form is free for another");
        assertEquals(List.of(), desk.cars().stock().groups().get());
        desk.cars().undo();
        assertEquals(1, desk.cars().stock().groups().get().size());
        desk.cars().mark(car, StockMark.DELETED);
        restart();
        assertEquals(List.of(), desk.cars().stock().groups().get(), "a start doesn't bring it back");
        desk.cars().stock().search().filter().set(StockFilter.Filter.DELETED);
        assertEquals(List.of(car), desk.cars().stock().shown().stream().map(StockRow::id).toList());
        desk.cars().mark(car, StockMark.NONE);
        openCar(car);
        assertEquals("opel", text(CarField.BRAND));
    }

    @Test
    void newCarResetsFilter() {
        begin();
        typeACar();
        StockFilter search = desk.cars().stock().search();
        search.text().set("corsa");
        desk.cars().newCar();
        assertEquals(1, desk.cars().stock().shown().size());
        type(CarField.BRAND, "bmw");
        assertEquals("", search.text().get());
        assertEquals(2, desk.cars().stock().shown().size());

        for (Profile profile : Profile.values()) {
            search.filter().set(StockFilter.Filter.valueOf(profile.name()));
            assertEquals(List.of(), desk.cars().stock().shown(), "a draft is no environment's");
        }
        desk.cars().duplicate();
        assertEquals(StockFilter.Filter.ALL, search.filter().get());
        assertEquals(3, desk.cars().stock().shown().size());
    }

    @Test
    void duplicateLeavesOutIndividualFields() {
        begin();
        typeACar();
        type(CarField.VIN, "WAVWGBFH3AN026569");
        type(CarField.LICENSE_PLATE, "XF-100-F");
        type(CarField.MILEAGE, "2137");
        type(CarField.IMAGES, "https://example.org/1.jpg");
        desk.form().toggle("abs");
        CarDraft one = desk.form().draft().get();
        desk.cars().duplicate();
        CarDraft other = desk.form().draft().get();
        for (CarField field : List.of(CarField.VIN, CarField.LICENSE_PLATE, CarField.MILEAGE, CarField.IMAGES,
                CarField.INTERNAL_ID)) {
            assertEquals("", other.text(field), field.apiName());
        }
        assertEquals(one.text(CarField.MODEL), other.text(CarField.MODEL));
        assertEquals(one.options(), other.options());
        assertEquals(2, listedCars().size());
        saved();
        assertEquals(one, journal.car(listedCars().getLast()).orElseThrow().draft());
    }

    @Test
    void cachedOptionListIsUsed() {
        begin();
        window.until("the list", () -> journal
                .options(desk.profile().get(), environments.address(desk.profile().get())).isPresent());
        answers.put("/api/options", answer(500, ""));
        open(SET_UP);
        begin();
        window.until("the list", () -> desk.form().knownOptions().get().isPresent());
        assertEquals(1, desk.form().knownOptions().get().orElseThrow().options().size());
    }

    @Test
    void lateReadDoesNotReplaceNewerCar() {
        begin();
        typeACar();
        saved();
        UUID first = desk.cars().current().car().get().id();
        desk.cars().newCar();
        desk.cars().open(first);
        desk.cars().newCar();
        type(CarField.BRAND, "audi");
        saved();
        assertEquals("audi", text(CarField.BRAND));
        assertNotEquals(first, desk.cars().current().car().get().id());
        assertEquals("opel", journal.car(first).orElseThrow().draft().text(CarField.BRAND));
    }

    @Test
    void acceptedAmountFollowsInDuplicate() {
        begin();
        typeACar();
        desk.form().accept(desk.form().proposals().getFirst());
        desk.cars().duplicate();
        type(CarField.SALES_PRICE, "13000");
        assertEquals("13000.00", text(CarField.SALES_PRICE_EX_VAT));
    }

    @Test
    void markedCarUnderWayIsShown() {
        answers.put("/api/cars", answer(500, "oops"));
        begin();
        typeACar();
        send();
        desk.cars().mark(desk.cars().current().car().get().id(), StockMark.ARCHIVED);
        assertEquals(1, desk.cars().stock().shown().size(), "nobody knows whether it arrived");
        dispatch.itIsThere();
        desk.cars().mark(desk.cars().current().car().get().id(), StockMark.ARCHIVED);
        window.until("the archive", () -> desk.cars().stock().shown().isEmpty());
        desk.cars().stock().search().text().set("corsa");
        assertEquals(1, desk.cars().stock().shown().size());
    }
}
