package app.forecourt.sharing.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.sharing.server.ClaimResult.Granted;
import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import app.forecourt.sharing.server.StockClient.Confirmed;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Test of two desks that claim a car in the same moment, over and over. */
@Timeout(LongWait.TEST_SECONDS)
class ClaimRaceTest {
    private static final int ROUNDS = Cases.times(20, 300);

    @Test
    void oneOfTwoDesksGetsEachCar() throws Exception {
        var barrier = new CyclicBarrier(2);
        try (TestDatabase database = PostgresServer.shared().database();
                var anna = database.desk("Anna");
                var ben = database.desk("Ben");
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                // In every other round, each desk has typed the car for itself.
                UUID car = UUID.randomUUID();
                UUID other = round % 2 == 0 ? car : UUID.randomUUID();
                String vin = "VIN" + round;
                Future<Boolean> annas = threads.submit(() -> begins(anna, barrier, Items.facts(car, vin)));
                Future<Boolean> bens = threads.submit(() -> begins(ben, barrier, Items.facts(other, vin)));
                assertEquals(
                        1,
                        List.of(annas.get(), bens.get()).stream()
                                .filter(begins -> begins)
                                .count(),
                        "round " + round);
            }
            assertEquals("" + ROUNDS, database.text("SELECT count(*) FROM forecourt.claim WHERE state = 'posting'"));
            assertEquals("" + ROUNDS, database.text("SELECT count(*) FROM forecourt.claim"));
        }
    }

    private static boolean begins(StockClient desk, CyclicBarrier barrier, DuplicateGuardFacts facts) throws Exception {
        barrier.await();
        return Items.claim(desk, UUID.randomUUID(), facts) instanceof Granted(UUID claim)
                && desk.begin(claim, 0, Confirmed.NOTHING);
    }

    @Tag("proof")
    @Test
    void takeOverAndBeginExcludeEachOther() throws Exception {
        var barrier = new CyclicBarrier(2);
        try (TestDatabase database = PostgresServer.shared().database();
                var anna = database.desk("Anna");
                var ben = database.desk("Ben");
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                DuplicateGuardFacts facts = Items.facts(UUID.randomUUID(), "VIN" + round);
                UUID claim = ((Granted) Items.claim(anna, UUID.randomUUID(), facts)).claim();
                UUID bens = UUID.randomUUID();
                OpenClaim seen = ((ClaimResult.HeldByOther) Items.claim(ben, bens, facts)).claim();
                Future<Boolean> begun = threads.submit(() -> {
                    barrier.await();
                    return anna.begin(claim, 0, Confirmed.NOTHING);
                });
                Future<Boolean> takenOver = threads.submit(() -> {
                    barrier.await();
                    return Items.claim(ben, bens, facts, seen) instanceof Granted;
                });
                assertEquals(!begun.get(), takenOver.get(), "round " + round);
            }
        }
    }
}
