package app.forecourt.sharing.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.sharing.server.ClaimResult.Granted;
import app.forecourt.sharing.server.ItemPushResult.Stored;
import app.forecourt.sharing.server.StockClient.Confirmed;
import app.forecourt.sharing.server.StockClient.Desk;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Test of a connection that is cut before each statement of each method, and in each reply. The method is repeated with
 * the same ids afterwards, and its effect is there exactly once.
 */
@Tag("stress")
@Timeout(LongWait.TEST_SECONDS)
class CutConnectionTest {
    private final Desk anna = new Desk(UUID.randomUUID(), "Anna");

    @AutoClose
    private TestStock stock;

    /** Calls of methods. */
    private interface Step {
        void run(StockClient desk) throws StockServerException;
    }

    @BeforeEach
    void open() throws Exception {
        stock = new TestStock();
    }

    private StockClient desk() {
        return stock.server(anna, Optional.empty());
    }

    /**
     * Runs the step on an open connection and cuts at each statement, then once more without a cut.
     *
     * @param prepare what comes before each round
     */
    private void cutEverywhere(Step prepare, Step step) throws Exception {
        for (boolean fromClient : new boolean[] {true, false}) {
            boolean isCut = true;
            for (int statements = 0; isCut; statements++) {
                stock.reconnect();
                try (StockClient desk = desk()) {
                    desk.state();
                    prepare.run(desk);
                    stock.cutAfter(statements, fromClient);
                    try {
                        step.run(desk);
                        isCut = false;
                    } catch (StockServerException failed) {
                        assertCut(failed);
                    }
                    stock.reconnect();
                    step.run(desk);
                }
            }
        }
    }

    /** Asserts the number of rows of a table, which may have a condition. */
    private void assertRows(int expected, String from) {
        assertEquals("" + expected, stock.text("SELECT count(*) FROM forecourt." + from));
    }

    private static void assertCut(StockServerException failed) {
        assertTrue(
                Set.of(ServerFailure.BROKEN_MEANWHILE, ServerFailure.UNREACHABLE)
                        .contains(failed.failure()),
                failed::toString);
    }

    @ProofTest
    void pushIsStoredOnce() throws Exception {
        var ids = new ArrayList<UUID>();
        cutEverywhere(desk -> ids.add(UUID.randomUUID()), desk -> {
            assertInstanceOf(Stored.class, Items.push(desk, Items.car(ids.getLast(), "one", 0)));
        });
        // Three statements and the commit, cut before each and in its reply, and twice none.
        assertTrue(ids.size() >= 10, () -> "" + ids.size());
        assertRows(ids.size(), "item");
        assertEquals("" + ids.size(), stock.text("SELECT version FROM forecourt.stock"));
    }

    @ProofTest
    void changeIsStoredOnce() throws Exception {
        UUID id = UUID.randomUUID();
        long[] base = {0};
        var rounds = new ArrayList<Integer>();
        cutEverywhere(
                desk -> {
                    rounds.add(rounds.size());
                    // That of the only car.
                    base[0] = desk.state().version();
                },
                desk -> {
                    assertInstanceOf(
                            Stored.class, Items.push(desk, Items.car(id, "text " + rounds.getLast(), base[0])));
                });
        assertEquals("" + rounds.size(), stock.text("SELECT version FROM forecourt.stock"));
    }

    @ProofTest
    void claimBeginAndSettleHappenOnce() throws Exception {
        var submissions = new ArrayList<UUID>();
        // What a desk has in its journal.
        var claims = new HashMap<UUID, UUID>();
        cutEverywhere(desk -> submissions.add(UUID.randomUUID()), desk -> {
            UUID submission = submissions.getLast();
            DuplicateGuardColumns facts = Items.facts(submission, "VIN" + submissions.size());
            if (!claims.containsKey(submission)) {
                claims.put(
                        submission,
                        assertInstanceOf(Granted.class, Items.claim(desk, submission, facts))
                                .claim());
            }
            UUID claim = claims.get(submission);
            if (stock.text("SELECT count(*) FROM forecourt.item").equals("" + (submissions.size() - 1))) {
                assertTrue(desk.begin(claim, 0, Confirmed.NOTHING));
                assertTrue(desk.hold(claim));
            }
            assertInstanceOf(
                    Stored.class,
                    desk.settle(claim, Items.submission(submission, Items.with(facts, SubmissionState.ACCEPTED), 0)));
        });
        assertRows(submissions.size(), "claim");
        assertRows(submissions.size(), "claim WHERE state = 'settled'");
        assertRows(submissions.size(), "item");
    }

    @ProofTest
    void pullAndPresenceFailPlainly() throws Exception {
        cutEverywhere(desk -> {}, desk -> {
            desk.changesSince(0, 10);
            desk.setPresence(Optional.empty());
            assertEquals(
                    List.of("Anna"),
                    desk.desks().stream().map(DeskPresence::name).toList());
            desk.ownOpenClaims();
            desk.leave();
        });
    }

    @Test
    void schemaIsMadeOnce() throws Exception {
        boolean isCut = true;
        for (int statements = 0; isCut; statements++) {
            stock.cutAfter(statements, false);
            try (StockClient desk = desk()) {
                desk.state();
                isCut = false;
            } catch (StockServerException failed) {
                assertCut(failed);
            }
        }
        assertRows(SharedSchema.LATEST, "schema_version");
        assertRows(1, "stock");
    }

    @Test
    void idleConnectionThatDiedIsReplaced() throws Exception {
        try (StockClient desk = desk()) {
            desk.state();
            stock.cutOff();
            stock.reconnect();
            assertEquals(new Stored(1), Items.push(desk, Items.car(UUID.randomUUID(), "car", 0)));
        }
    }
}
