package app.forecourt.sharing.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.sharing.server.ClaimResult.Granted;
import app.forecourt.sharing.server.StockClient.Confirmed;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Test of two desks that claim a car in the same moment, over and over. */
@Timeout(LongWait.TEST_SECONDS)
class ClaimRaceTest extends TwoClientsFixture {
    private static final int ROUNDS = Cases.times(20, 300);

    private final CyclicBarrier barrier = new CyclicBarrier(2);

    @AutoClose
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private Future<Boolean> together(Callable<Boolean> call) {
        return threads.submit(() -> {
            barrier.await();
            return call.call();
        });
    }

    @Test
    void oneOfTwoDesksGetsEachCar() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            // In every other round, each desk has typed the car for itself.
            UUID car = UUID.randomUUID();
            UUID other = round % 2 == 0 ? car : UUID.randomUUID();
            String vin = "VIN" + round;
            Future<Boolean> annas = together(() -> begins(anna, Items.facts(car, vin)));
            Future<Boolean> bens = together(() -> begins(ben, Items.facts(other, vin)));
            assertEquals(!annas.get(), bens.get(), "round " + round);
        }
        assertEquals("" + ROUNDS, database.text("SELECT count(*) FROM forecourt.claim WHERE state = 'posting'"));
        assertEquals("" + ROUNDS, database.text("SELECT count(*) FROM forecourt.claim"));
    }

    private static boolean begins(StockClient desk, DuplicateGuardColumns facts) throws StockServerException {
        return Items.claim(desk, UUID.randomUUID(), facts) instanceof Granted(UUID claim)
                && desk.begin(claim, 0, Confirmed.NOTHING);
    }

    @ProofTest
    void takeOverAndBeginExcludeEachOther() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            DuplicateGuardColumns facts = Items.facts(UUID.randomUUID(), "VIN" + round);
            UUID claim = ((Granted) Items.claim(anna, UUID.randomUUID(), facts)).claim();
            UUID bens = UUID.randomUUID();
            UnsettledClaim seen = ((ClaimResult.HeldByOther) Items.claim(ben, bens, facts)).claim();
            Future<Boolean> begun = together(() -> anna.begin(claim, 0, Confirmed.NOTHING));
            Future<Boolean> takenOver = together(() -> Items.claim(ben, bens, facts, seen) instanceof Granted);
            assertEquals(!begun.get(), takenOver.get(), "round " + round);
        }
    }
}
