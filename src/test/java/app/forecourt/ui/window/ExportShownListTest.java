package app.forecourt.ui.window;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.TextAssertions.assertContains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.model.stock.StockFilter.Filter;
import app.forecourt.stock.StockMark;
import app.forecourt.testing.TypedCars;
import app.forecourt.transfer.StockExport;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The export of the cars that the window's list shows, with its search, filter and order. */
class ExportShownListTest extends MainWindowFixture {
    @BeforeEach
    void saveCars() {
        save("Volkswagen", "Golf", "9000", "120000", SOLD);
        save("Volkswagen", "Polo", "7000", "150000", SOLD);
        save("Volkswagen", "Up", "8000", "90000", SOLD);
        save("Volkswagen", "Passat", "6000", "80000", NONE);
        save("Kia", "Rio", "5000", "70000", SOLD);
        step(() -> appModel.reload());
        await("the cars", () -> stock().all().size() == 5);
    }

    private void save(String brand, String model, String price, String mileage, StockMark mark) {
        UUID car = UUID.randomUUID();
        TypedCars.save(
                journal,
                car,
                new CarDraft(Map.of(BRAND, brand, MODEL, model, SALES_PRICE, price, MILEAGE, mileage), List.of()),
                Set.of());
        journal.setMark(car, mark, Optional.of(clock.instant()));
    }

    @SuppressWarnings("unchecked")
    private void choose(Filter filter) {
        step(() -> ((ComboBox<Filter>) node("stockFilter", ComboBox.class)).setValue(filter));
    }

    private void order(String id) {
        step(() -> node("stockOrder", MenuButton.class).getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .forEach(MenuItem::fire));
    }

    /** Returns the texts of the list's rows from top to bottom. */
    private List<String> rows() {
        layOut();
        return onFxThread(() -> node("stock").lookupAll(".list-cell.car").stream()
                .filter(cell -> cell.isVisible() && !((ListCell<?>) cell).isEmpty())
                .sorted(Comparator.comparing(Node::getLayoutY))
                .map(cell -> cell.lookupAll(".label").stream()
                        .map(label -> ((Label) label).getText())
                        .filter(text -> text != null && !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .toList());
    }

    private List<Map<String, String>> export() throws IOException {
        Path file = home.resolve("shown.csv");
        Files.deleteIfExists(file);
        step(() -> createExchange(appModel, background()).exportList(file));
        await("the file", () -> Files.exists(file));
        String table = Files.readString(file).substring(1);
        CsvSchema schema =
                CsvSchema.emptySchema().withHeader().withColumnSeparator(StockExport.separator(messages.locale()));
        try (MappingIterator<Map<String, String>> lines =
                new CsvMapper().readerForMapOf(String.class).with(schema).readValues(table)) {
            return lines.readAll();
        }
    }

    private static List<String> models(List<Map<String, String>> exported) {
        return exported.stream().map(car -> car.getOrDefault("model", "")).toList();
    }

    @Test
    void filterSearchAndOrderHoldForTheFile() throws Exception {
        choose(Filter.SOLD);
        setText("stockSearch", "volkswagen");
        order("order-price");
        await("three cars", () -> rows().size() == 3);
        List<String> shown = rows();
        List<Map<String, String>> exported = export();
        assertEquals(List.of("polo", "up", "golf"), models(exported));
        for (int row = 0; row < shown.size(); row++) {
            Map<String, String> car = exported.get(row);
            String text = shown.get(row).replace(",", "").toLowerCase(Locale.ROOT);
            Stream.of("brand", "model", "mileage")
                    .map(car::get)
                    .forEach(value -> assertTrue(text.contains(value), value + " in " + text));
            assertContains(car.getOrDefault("salesPrice", "?").replace(".00", ""), text);
            assertEquals("sold", car.get("mark"));
        }
        order("order-mileage");
        await("another order", () -> rows().getFirst().contains("Up"));
        assertEquals(List.of("up", "golf", "polo"), models(export()));
    }
}
