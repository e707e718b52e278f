package app.forecourt.bench;

import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFillMain;
import app.forecourt.sharing.ReplacedText;
import app.forecourt.sharing.SharedStockMembership;
import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.SyncStatus;
import app.forecourt.sharing.server.TestStock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

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
            fill(folder, cars, stock);
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

    /** Fills a stock with the cars of a desk, and prints the time of the desk. */
    private static void fill(Path folder, int cars, TestStock stock) throws Exception {
        JournalFillMain.fill(cars, folder.resolve("journal.db"));
        CountDownLatch together = new CountDownLatch(1);
        int[] steps = new int[1];
        try (Journal journal =
                new Journal(folder.resolve("journal.db"), folder.resolve("copies"), List.of(), Clock.systemUTC())) {
            long begun = System.nanoTime();
            try (StockSync sync =
                    new StockSync(journal, "Anna", stock::server, _ -> {}, Clock.systemUTC(), new StockSync.Listener() {
                        @Override
                        public void onRemoteChange(Set<UUID> changed, List<ReplacedText> replaced) {
                            // Only the time counts.
                        }

                        @Override
                        public void onStatusChanged(SyncStatus status) {
                            if (status instanceof SyncStatus.Joining) {
                                steps[0]++;
                            } else if (status instanceof SyncStatus.Together) {
                                together.countDown();
                            }
                        }
                    })) {
                sync.start();
                together.await();
            }
            System.out.printf(
                    "first desk: %d ms, %d steps of progress, %d cars%n",
                    (System.nanoTime() - begun) / 1_000_000,
                    steps[0],
                    journal.stock().size());
        }
    }
}
