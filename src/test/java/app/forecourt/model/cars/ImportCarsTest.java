package app.forecourt.model.cars;

import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.json.CarImport;
import app.forecourt.autochat.json.ImportResult;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.model.stock.DuplicateIndex;
import app.forecourt.model.stock.StockFilter;
import app.forecourt.model.stock.UndoableAction;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test of imported cars: their missing fields, the detection of duplicates, and the undo. */
class ImportCarsTest extends AppModelFixture {

    /** Imports the cars of a text, and returns the matching field of each duplicate. */
    private List<CarField> importCars(String json) {
        var cars = assertInstanceOf(ImportResult.Cars.class, CarImport.parse(json));
        return sharedFields(cars().actions().importCars(cars.cars()));
    }

    private List<CarField> sharedFields(List<StockRow> added) {
        return stock().duplicatesOf(added).stream()
                .map(DuplicateIndex.Duplicate::sharedField)
                .toList();
    }

    @Test
    void carReadLaterIsDuplicateToo() {
        List<List<CarField>> found = new ArrayList<>();
        var imported = assertInstanceOf(
                ImportResult.Cars.class, CarImport.parse("[{\"internalId\": \"seb 1\"}, {\"internalId\": \"seb 2\"}]"));
        List<StockRow> added = cars().actions().importCars(imported.cars());
        stock().whenComplete(() -> found.add(sharedFields(added)));
        assertEmpty(found);
        typeCar();
        stock().setComplete();
        assertEquals(List.of(List.of(INTERNAL_ID)), found);
    }

    private List<String> shownModels() {
        return stock().visibleCars().stream()
                .map(row -> row.text(MODEL))
                .sorted()
                .toList();
    }

    private CarDraft storedDraft(int place) {
        StockRow row = stock().all().get(place);
        return journal.car(row.id()).orElseThrow().draft();
    }

    @ParameterizedTest
    @CsvSource({
        "vin, WAVWGBFH3AN026569, wavwgbfh3-an026569",
        "licensePlate, XF100F, ' XF\u2013100\u2013F '",
        "internalId, SEB-1, seb1",
        "licensePlate, XF-100-F, NL XF-1OO-F",
        "vin, WAVWGBFH3AN026569, WAVWGBFH3ANO26569"
    })
    void duplicateIsReportedAndImported(String name, String here, String comes) {
        CarField field = CarField.ofApiName(name).orElseThrow();
        startModel();
        type(MODEL, "corsa");
        type(field, here);

        assertEquals(List.of(field), importCars("{\"model\": \"astra\", \"" + name + "\": \"" + comes + "\"}"));
        assertEquals(List.of("astra", "corsa"), shownModels());
    }

    @Test
    void similarCarIsNoDuplicate() {
        startModel();
        typeCar();
        // A plate does not match a stock number, and empty fields do not match.
        assertEmpty(importCars("""
                [{"brand": "opel", "model": "corsa", "licensePlate": "SEB-1", "vin": "-"},
                 {"brand": "opel", "model": "corsa", "internalId": "SEB-2", "vin": "-"}]"""));
    }

    @Tag("proof")
    @Test
    void secondCopyInImportIsDuplicate() {
        startModel();
        assertEquals(List.of(VIN), importCars("""
                                [{"vin": "WAVWGBFH3AN026569"}, {"vin": "wavwgbfh3an026569"}, {"vin": "WAVWGBFH3AN026560"}]"""));
    }

    @Test
    void soldCarIsDuplicateAndDeletedIsNot() {
        startModel();
        typeCar();
        cars().mark(carId(), StockMark.SOLD);
        assertEquals(List.of(INTERNAL_ID), importCars("{\"internalId\": \"seb 1\"}"));
        stock().all().forEach(row -> cars().mark(row.id(), StockMark.DELETED));
        assertEmpty(importCars("{\"internalId\": \"seb 1\"}"));
    }

    @Tag("proof")
    @Test
    void undoDeletesThousandImportedCars() {
        startModel();
        typeCar();
        importCars(IntStream.range(0, 1_000)
                .mapToObj("{\"model\": \"m%s\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]")));
        assertEquals(1_001, shownModels().size());
        assertInstanceOf(
                UndoableAction.Imported.class, cars().actions().last().get().orElseThrow());

        cars().undo();

        assertEquals(List.of("corsa"), shownModels());
        assertEmpty(cars().actions().last().get());
        assertEquals("corsa", text(MODEL), "the car in the form stays there");
        awaitSaved();
        openModel(Map.of());
        startModel();
        window.until("all cars", () -> stock().all().size() == 1_001);
        assertEquals(List.of("corsa"), shownModels());
        stock().filter().filter().set(StockFilter.Filter.DELETED);
        assertEquals(1_000, shownModels().size(), "and can still be brought back");
    }

    @Test
    void singleImportIsOpenedAndUndone() {
        startModel();
        typeCar();
        importCars("{\"model\": \"astra\"}");
        assertEquals("astra", text(MODEL));

        cars().undo();

        assertEquals(List.of("corsa"), shownModels());
        assertEquals("", text(MODEL), "the form is free for another");
    }

    @Test
    void undoKeepsSentCars() {
        startModel();
        selectProfile(Profile.STAGING);
        importCars("""
                [{"brand": "opel", "model": "astra", "salesPrice": 9000, "dealershipId": "d"},
                 {"model": "corsa"}]""");
        openCar(stock().all().stream()
                .filter(row -> row.text(MODEL).equals("astra"))
                .findFirst()
                .orElseThrow()
                .id());
        while (send() != SendWorkflow.Step.SENDING) {
            // The first call shows the warnings.
        }
        assertEquals(ListingStatus.SENT, status());

        cars().undo();

        assertEquals(List.of("astra"), shownModels());
        assertEquals("astra", text(MODEL));
    }

    @Test
    void missingFieldsGetDefaults() {
        setDealerships(new Dealership("", "dealer-s", ""));
        startModel();
        selectProfile(Profile.STAGING);
        importCars("[{\"model\": \"a\", \"mileageUnit\": null, \"currency\": \"\"},"
                + " {\"model\": \"b\", \"dealershipId\": \"theirs\", \"currency\": \"CHF\", \"mileageUnit\": \"MI\"},"
                + " {\"model\": \"c\", \"currency\": [\"CHF\"]}]");
        awaitSaved();
        for (int place = 0; place < 3; place++) {
            CarDraft car = storedDraft(place);
            assertEquals(
                    switch (car.text(MODEL)) {
                        case "a" -> List.of("dealer-s", "EUR", "KM");
                        case "b" -> List.of("theirs", "CHF", "MI");
                        // A rejected dealership stays empty, because no default may hide the loss.
                        default -> List.of("dealer-s", "", "KM");
                    },
                    List.of(car.text(DEALERSHIP_ID), car.text(CURRENCY), car.text(MILEAGE_UNIT)));
        }
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
