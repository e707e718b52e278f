package app.forecourt.sharing.server;

import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Measures pull, push and claim at a real PostgreSQL with many cars. The first argument is the number of cars, 200,000
 * by default.
 */
public final class ManyItemsMain {
    private static final int ROUNDS = 100;

    private ManyItemsMain() {}

    /** A call that is measured. */
    private interface Call {
        void run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        int cars = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        TestDatabase database = ManyItems.fill(cars);
        try (var desk = database.desk("Anna")) {
            measure("pull of 10 changes", () -> desk.changesSince(2L * cars - 10, 1_000));
            measure("push of one car", () -> Items.push(desk, Items.car(UUID.randomUUID(), "car", 0)));
            measure(
                    "push of 1,000 cars",
                    () -> desk.push(IntStream.range(0, 1_000)
                            .mapToObj(n -> Items.car(UUID.randomUUID(), "car " + n, 0))
                            .toList()));
            measure("claim with duplicates", () -> Items.claim(desk, UUID.randomUUID(), ManyItems.KEYS));
            measure("claim, begin and release", () -> {
                UUID car = UUID.randomUUID();
                if (Items.claim(desk, UUID.randomUUID(), Items.facts(car, car.toString()))
                        instanceof ClaimResult.Granted(UUID claim)) {
                    desk.begin(claim, 0, StockClient.Confirmed.NOTHING);
                    desk.release(claim);
                }
            });
            long start = System.nanoTime();
            StockChanges page = desk.changesSince(0, 1_000);
            while (!page.isComplete()) {
                page = desk.changesSince(page.upTo(), 1_000);
            }
            System.out.printf("pull of the whole stock: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        }
        System.exit(0);
    }

    private static void measure(String name, Call call) throws Exception {
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            call.run();
            times[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                "%s: median %.2f ms, 95th percentile %.2f ms%n", name, times[ROUNDS / 2], times[ROUNDS * 95 / 100]);
    }
}
