package app.forecourt.ui.window;

import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.model.stock.StockFilterModel;
import app.forecourt.model.stock.StockOrder;
import app.forecourt.stock.StockMark;
import app.forecourt.testing.TypedCars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The export of the cars that the window's list shows, with its search, filter and order. */
class ExportShownListTest extends MainWindowContentFixture {
    private void save(String model, String price, String mileage, StockMark mark) {
        UUID car = UUID.randomUUID();
        TypedCars.save(
                journal,
                car,
                new CarDraft(Map.of(MODEL, model, SALES_PRICE, price, MILEAGE, mileage), List.of()),
                Set.of());
        journal.setMark(car, mark, Optional.of(clock.instant()));
    }

    private List<String> exportedCars() throws IOException {
        Path file = home.resolve("shown.csv");
        Files.deleteIfExists(file);
        step(() -> createExchange(appModel, background()).exportList(file));
        await("the file", () -> Files.exists(file));
        return Pattern.compile("vw \\w+")
                .matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void filterSearchAndOrderHoldForTheFile() throws IOException {
        save("vw golf", "9000", "120000", SOLD);
        save("vw polo", "7000", "150000", SOLD);
        save("vw up", "8000", "90000", SOLD);
        save("vw passat", "6000", "80000", NONE);
        save("rio", "5000", "70000", SOLD);
        step(() -> appModel.reload());
        await("the cars", () -> stock().all().size() == 5);
        StockFilterModel filter = stock().filter();
        step(() -> {
            filter.filter().set(StockFilterModel.Filter.SOLD);
            filter.order().set(StockOrder.PRICE);
        });
        setText("stockSearch", "vw");
        assertEquals(List.of("vw polo", "vw up", "vw golf"), exportedCars());
        step(() -> filter.order().set(StockOrder.MILEAGE));
        assertEquals(List.of("vw up", "vw golf", "vw polo"), exportedCars());
    }
}
