package app.forecourt.sharing;

import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFillMain;
import app.forecourt.sharing.server.TestStock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * Measures how long a desk with many cars takes to join a new stock, and how long the next desk takes to take them in.
 * The first argument is the number of cars, 20,000 by default. Each car has one submission.
 */
public final class JoinMain {
    private JoinMain() {}

    public static void main(String[] arguments) throws Exception {
        int cars = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        Path folder = Files.createTempDirectory("forecourt-join");
        try (TestStock stock = new TestStock()) {
            fill(folder, "anna", cars, stock);
            join(folder, "bert", stock);
            join(folder, "bert", stock);
        }
        System.exit(0);
    }

    /** Fills a stock with the cars of a desk, and prints the time of the desk. */
    public static void fill(Path folder, String name, int cars, TestStock stock) throws Exception {
        Files.createDirectories(folder.resolve(name));
        JournalFillMain.fill(cars, folder.resolve(name).resolve("journal.db"));
        join(folder, name, stock);
    }

    private static void join(Path folder, String name, TestStock stock) throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        int[] steps = new int[1];
        try (Journal journal = new Journal(
                folder.resolve(name).resolve("journal.db"), folder.resolve("copies"), List.of(), Clock.systemUTC())) {
            long begun = System.nanoTime();
            try (StockSync sync =
                    new StockSync(journal, name, stock::server, _ -> {}, Clock.systemUTC(), new StockSync.Listener() {
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
                    "%s: %d ms, %d steps of progress, %d cars%n",
                    name,
                    (System.nanoTime() - begun) / 1_000_000,
                    steps[0],
                    journal.stock().size());
        }
    }
}
