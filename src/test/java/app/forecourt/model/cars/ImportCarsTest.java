package app.forecourt.model.cars;

import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.Problem.Code.ALSO_IN_LIST;
import static app.forecourt.model.send.SendWorkflow.Step.SENDING;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.json.CarImportParser;
import app.forecourt.autochat.json.CarImportResult;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.stock.StockFilterModel;
import app.forecourt.settings.Dealership;
import app.forecourt.stock.StockRow;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.TypedCars;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Test of imported cars: their missing fields, the detection of duplicates, and the undo. */
class ImportCarsTest extends AppModelFixture {
    private static final int MORE_THAN_COME_AT_FIRST = 65;

    private List<StockRow> importCars(String json) {
        return cars().actions()
                .importCars(assertInstanceOf(CarImportResult.Cars.class, CarImportParser.parse(json))
                        .cars());
    }

    @Test
    void carReadLaterIsDuplicateToo() {
        List<CarField> found = new ArrayList<>();
        List<StockRow> added = importCars("[{\"internalId\": \"seb 1\"}, {\"internalId\": \"seb 2\"}]");
        stock().whenComplete(
                        () -> stock().duplicatesOf(added).forEach(duplicate -> found.add(duplicate.sharedField())));
        assertEmpty(found);
        typeCar();
        stock().setComplete();
        assertEquals(List.of(INTERNAL_ID), found);
    }

    @Test
    void singleImportIsOpenedAndUndone() {
        startWithCar();
        importCars("{\"model\": \"astra\"}");
        assertText(MODEL, "astra");

        cars().undo();

        assertModels("corsa");
        assertEquals("", text(MODEL), "the form is free for another");
    }

    @Test
    void undoDeletesImportedCars() {
        startWithCar();
        importCars("[{\"model\": \"astra\"}, {\"model\": \"astra\"}]");
        assertModels("astra", "astra", "corsa");
        cars().undo();
        assertModels("corsa");
        assertEmpty(cars().actions().last().get());
        assertEquals("corsa", text(MODEL), "the car in the form stays there");
        stock().filter().filter().set(StockFilterModel.Filter.DELETED);
        assertEquals(List.of("astra", "astra"), listed(MODEL), "and can still be brought back");
    }

    /** Returns the names of the duplicate drafts that the form hints at. */
    private List<String> duplicateDrafts() {
        return form().problems().hints().stream()
                .filter(hint -> hint.code() == ALSO_IN_LIST)
                .map(hint -> hint.args().getFirst().toString())
                .toList();
    }

    private UUID carOf(String model) {
        return stock().all().stream()
                .filter(row -> row.text(MODEL).equals(model))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void importedDuplicateShowsHintUntilUndoneOrSold() {
        startWithCar();
        type(VIN, "W0L000051T2123456");
        // The filter hides both other cars.
        stock().filter().text().set("corsa");
        importCars("[{\"model\": \"astra\", \"vin\": \"W0L000051T2123456\"}, {\"model\": \"vectra\"}]");
        assertEquals(List.of("Astra"), duplicateDrafts());

        cars().undo();
        assertEmpty(duplicateDrafts());

        importCars("[{\"model\": \"tigra\", \"vin\": \"W0L000051T2123456\"}, {\"model\": \"zafira\"}]");
        cars().mark(carOf("tigra"), SOLD);
        assertEmpty(duplicateDrafts());
    }

    @ProofTest
    void oldDuplicateShowsHintAfterRestart() {
        startWithCar();
        type(VIN, "W0L000051T2123456");
        awaitSaved();
        for (int other = 0; other < MORE_THAN_COME_AT_FIRST; other++) {
            TypedCars.save(journal, UUID.randomUUID(), CarDraft.EMPTY.with(MODEL, "astra"), Set.of());
        }
        newCar();
        type(VIN, "W0L000051T2123456");

        restartModel();
        window.until("all cars", () -> stock().all().size() == MORE_THAN_COME_AT_FIRST + 2);
        assertEquals(List.of("Opel Corsa"), duplicateDrafts());
    }

    @Test
    void undoKeepsSentCars() {
        startModel();
        importCars("""
                [{"brand": "opel", "model": "astra", "salesPrice": 9000, "dealershipId": "d"},
                 {"model": "corsa"}]""");
        openCar(carOf("astra"));
        while (send() != SENDING) {
            // The first call shows the warnings.
        }
        cars().undo();
        assertModels("astra");
        assertText(MODEL, "astra");
    }

    @Test
    void missingFieldsGetDefaults() {
        setDealerships(new Dealership("", "dealer-s", ""));
        startModel();
        List<StockRow> added = importCars("[{\"mileageUnit\": null, \"currency\": \"\"},"
                + " {\"dealershipId\": \"theirs\", \"currency\": \"CHF\", \"mileageUnit\": \"MI\"},"
                + " {\"currency\": [\"CHF\"]}]");
        assertEquals(
                List.of(
                        List.of("dealer-s", "EUR", "KM"),
                        List.of("theirs", "CHF", "MI"),
                        // A rejected currency stays empty, because no default may hide the loss.
                        List.of("dealer-s", "", "KM")),
                added.stream()
                        .map(row -> List.of(row.text(DEALERSHIP_ID), row.text(CURRENCY), row.text(MILEAGE_UNIT)))
                        .toList());
    }

    @Test
    void importMessagesAreComplete() {
        var messages = new Messages(Locale.ENGLISH, clock);
        assertEquals(
                "12 cars were imported as drafts.\n2 were already in the list, with the same VIN, plate or stock number:"
                        + " Bmw X6 (XF100F), Opel Corsa (SEB-1)\nUndo below the list removes them again.",
                messages.get("import.done", 12, 0, 0, "", 0, 2, "Bmw X6 (XF100F), Opel Corsa (SEB-1)", 0));
        assertEquals(
                "One car was imported as a draft.\nOne entry was not a car and was skipped."
                        + "\nCould not be imported: uuid\nOne was already in the list, with the same VIN, plate or stock number: Bmw X6 (XF100F)"
                        + "\nUndo below the list removes it again.",
                messages.get("import.done", 1, 1, 1, "uuid", 0, 1, "Bmw X6 (XF100F)", 0));
        assertEquals("One car imported", messages.get("stock.came", 1));
        assertEquals("1,000 cars imported", messages.get("stock.came", 1_000));
    }
}
