package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.stock.StockMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two desks that share a stock with one car, through a real PostgreSQL. */
abstract class TwoDesksFixture {
    @TempDir
    Path folder;

    TestStock stock;
    TestDesk anna;
    TestDesk bert;
    UUID car;

    @BeforeEach
    void begin() throws IOException {
        stock = new TestStock();
        anna = new TestDesk("Anna", folder.resolve("anna"), stock);
        bert = new TestDesk("Bert", folder.resolve("bert"), stock);
        car = anna.addCar("Opel", "16.450");
        anna.exchangeAll();
        bert.exchangeAll();
    }

    @AfterEach
    void close() throws IOException {
        anna.close();
        bert.close();
        stock.close();
    }

    List<TestDesk> desks() {
        return List.of(anna, bert);
    }

    /** Exchanges until no desk has anything new. */
    void exchange() {
        for (int round = 0; round < 2; round++) {
            desks().forEach(TestDesk::exchangeAll);
        }
    }

    /** Asserts that a field of the car has the same text at both desks. */
    void assertText(CarField field, String text) {
        desks().forEach(desk -> assertEquals(text, desk.text(car, field), desk.name));
    }

    void assertMark(StockMark mark) {
        desks().forEach(desk -> assertEquals(mark, desk.car(car).mark(), desk.name));
    }

    static ImmediateWork work(TestDesk desk) {
        return new ImmediateWork(desk.exchange, desk.connection(), desk.journal);
    }
}
