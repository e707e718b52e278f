package app.forecourt.model.stock;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.settings.Setting.STOCK_ORDER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.model.AppModelFixture;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The orders of the stock list. */
class StockOrderTest extends AppModelFixture {

    @BeforeEach
    void typeThreeCars() {
        openModel(Map.of());
        startModel();
        typeCar("a", "volvo", "v60", "19.950", "1000");
        typeCar("b", "audi", "a4", "", "64300");
        typeCar("c", "škoda", "octavia", "4500,50", "");
        typeCar("d", "audi", "a3", "19949", "12 km");
        awaitSaved();
    }

    private void typeCar(String number, String brand, String model, String price, String mileage) {
        newCar();
        type(INTERNAL_ID, number);
        type(BRAND, brand);
        type(MODEL, model);
        type(SALES_PRICE, price);
        type(MILEAGE, mileage);
    }

    private String order(StockOrder order) {
        stock().filter().order().set(order);
        return String.join("", listed(INTERNAL_ID));
    }

    @Test
    void carsWithoutTheValueComeLast() {
        assertEquals("dcba", order(StockOrder.NEWEST));
        assertEquals("dbca", order(StockOrder.NAME));
        assertEquals("cdab", order(StockOrder.PRICE));
        assertEquals("dabc", order(StockOrder.MILEAGE));
        assertEquals("dcba", order(StockOrder.STANDING), "none was sent");
    }

    /** The export writes the visible cars. */
    @Test
    void visibleCarsFollowFilterAndOrder() {
        stock().filter().text().set("o");
        assertEquals("ac", order(StockOrder.MILEAGE));
        assertEquals("ca", order(StockOrder.PRICE));
    }

    @Test
    void changedCarMovesToItsPlace() {
        order(StockOrder.PRICE);
        type(SALES_PRICE, "1");
        assertEquals("dcab", order(StockOrder.PRICE));
    }

    @Test
    void orderIsRemembered() {
        order(StockOrder.MILEAGE);
        assertEquals("mileage", preferences.get(STOCK_ORDER));
        assertEquals(
                List.of(StockOrder.values()),
                Stream.of(StockOrder.values())
                        .map(StockOrder::key)
                        .map(StockOrder::ofKey)
                        .toList());
        assertEquals(StockOrder.NEWEST, StockOrder.ofKey("nonsense"));
        openModel(Map.of());
        startModel();
        assertEquals(StockOrder.MILEAGE, stock().filter().order().get());
    }
}
