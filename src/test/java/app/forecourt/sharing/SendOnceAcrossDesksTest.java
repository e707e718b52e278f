package app.forecourt.sharing;

import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.WAITING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.journal.EnqueueResult;
import app.forecourt.send.OutboxFixture;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.send.SwitchableClaims;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that two desks send a car of their shared stock once, with two outboxes and a real PostgreSQL. */
@Timeout(LongWait.TEST_SECONDS)
@Needs(SystemFeature.LOCAL_SERVERS)
class SendOnceAcrossDesksTest {
    @TempDir
    Path folder;

    private final UUID car = UUID.randomUUID();
    private final CyclicBarrier together = new CyclicBarrier(2);
    private TestStock stock;
    private Desk anna;
    private Desk bert;

    /** A desk with its outbox and its sync. */
    private final class Desk implements AutoCloseable {
        final OutboxFixture fixture;
        final SyncEngine sync;
        final StockClient server;
        final Submission submission;

        Desk(String name) throws IOException {
            fixture = new OutboxFixture(folder.resolve(name));
            var claims = new SwitchableClaims(SubmissionClaims.NOT_SHARED);
            fixture.claims = claims;
            fixture.open();
            sync = new SyncEngine(fixture.journal, name, _ -> {}, fixture.clock, () -> {}, (_, _) -> {});
            server = stock.server(sync.desk(), sync.stock());
            claims.use(new ImmediateWork(sync, server, fixture.journal).claims);
            submission = fixture.submission(car, STAGING, "A");
        }

        CompletableFuture<EnqueueResult> sendTogether() {
            return CompletableFuture.supplyAsync(
                    () -> {
                        LongWait.together(together);
                        return send(Set.of());
                    },
                    Thread::startVirtualThread);
        }

        EnqueueResult send(Set<UUID> confirmed) {
            return fixture.outbox.send(submission, submission.draft(), Set.of(), confirmed);
        }

        /** Retries as the outbox would, because a busy server may answer a claim after its limit. */
        void awaitAccepted() {
            LongWait.until("ACCEPTED", () -> {
                List<SubmissionState> states = fixture.reportedStates(submission);
                if (!states.isEmpty() && states.getLast() == WAITING) {
                    fixture.outbox.retryNow(STAGING);
                }
                return states.contains(ACCEPTED);
            });
        }

        @Override
        public void close() {
            fixture.close();
            server.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        stock = new TestStock();
        anna = new Desk("anna");
        bert = new Desk("bert");
    }

    @AfterEach
    void close() throws IOException {
        anna.close();
        bert.close();
        stock.close();
    }

    private long posts() {
        return anna.fixture.postCount("A") + bert.fixture.postCount("A");
    }

    @Test
    void carSentByBothAtOnceIsPostedOnce() {
        List<CompletableFuture<EnqueueResult>> clicks = List.of(anna.sendTogether(), bert.sendTogether());
        List<EnqueueResult> results =
                clicks.stream().map(CompletableFuture::join).toList();

        Desk first = results.getFirst() instanceof EnqueueResult.Enqueued ? anna : bert;
        Desk second = first == anna ? bert : anna;
        assertInstanceOf(EnqueueResult.AlreadyThere.class, results.get(first == anna ? 1 : 0));
        first.awaitAccepted();
        // Waits for the last outcome and its settling.
        first.fixture.outbox.close();
        second.fixture.outbox.close();
        assertEquals(1, posts());
        assertEquals("settled", stock.text("SELECT string_agg(state, ' ') FROM forecourt.claim"));
    }

    @Test
    void confirmedCarWaitsForTheServer() {
        stock.cutOff();
        var asked = assertInstanceOf(EnqueueResult.AlreadyThere.class, anna.send(Set.of()))
                .duplicates();
        assertInstanceOf(
                EnqueueResult.Enqueued.class, anna.send(Set.of(asked.getFirst().submissionId())));
        anna.fixture.await(anna.submission, WAITING);
        assertEquals(0, posts());

        stock.reconnect();
        anna.fixture.outbox.retryNow(STAGING);

        anna.fixture.await(anna.submission, ACCEPTED);
        assertEquals(1, posts());
    }

    @Test
    void carThatIsNotQueuedGivesItsClaimBack() {
        anna.fixture.journal.note(anna.submission, anna.submission.draft(), Set.of(), Set.of());
        Submission again = anna.fixture.submission(car, STAGING, "A");

        assertInstanceOf(
                EnqueueResult.AlreadyThere.class, anna.fixture.outbox.send(again, again.draft(), Set.of(), Set.of()));

        assertEquals("released", stock.text("SELECT string_agg(state, ' ') FROM forecourt.claim"));
    }
}
