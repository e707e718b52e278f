package app.forecourt.bench;

import app.forecourt.sharing.JoinMain;
import app.forecourt.sharing.SharedStockMembership;
import app.forecourt.sharing.SyncStatus;
import app.forecourt.sharing.server.TestStock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Benchmark of the window while its desk takes in the cars of a shared stock. The argument is the number of cars,
 * 20,000 by default. Needs PostgreSQL and an empty {@code forecourt.home}.
 */
public final class JoinWindowMain {
    private static final long REST_MILLIS = 8_000;

    private JoinWindowMain() {}

    public static void main(String[] arguments) throws Exception {
        int cars = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        Path folder = Files.createTempDirectory("forecourt-join");
        try (TestStock stock = new TestStock()) {
            JoinMain.fill(folder, "anna", cars, stock);
            try (var window = new MeasuredWindow()) {
                Thread.sleep(REST_MILLIS);
                window.phase("at rest", () -> Thread.sleep(REST_MILLIS));
                window.phase(cars + " cars", () -> {
                    window.run(() -> window.services
                            .sharedStock()
                            .save(
                                    new SharedStockMembership.Setup(stock.address(), "Bert"),
                                    Optional.of(TestStock.password()),
                                    true));
                    window.until(() -> window.services
                                    .model()
                                    .sharedStock()
                                    .status()
                                    .get()
                                    .filter(SyncStatus.Together.class::isInstance)
                                    .isPresent()
                            && window.rows("stock") >= cars);
                });
            }
        }
        System.exit(0);
    }
}
