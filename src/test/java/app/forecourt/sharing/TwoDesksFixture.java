package app.forecourt.sharing;

import app.forecourt.sharing.server.TestStock;
import java.io.IOException;
import java.nio.file.Path;
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

    static ImmediateWork work(TestDesk desk) {
        return new ImmediateWork(desk.exchange, desk.connection(), desk.journal);
    }
}
