package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.journal.Journal;
import app.forecourt.send.SubmissionClaims.Result;
import app.forecourt.send.SubmissionClaims.Start;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.StockServerException;
import app.forecourt.stock.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The work of claims in tests: done at once by default, in place of the sync thread. */
class ImmediateWork implements SharedClaims.Work {
    private final SyncEngine sync;
    private final StockClient server;
    private final List<Step> late = new ArrayList<>();
    final SharedClaims claims;
    /** True to keep all work until {@link #run}. */
    boolean isLate;

    boolean isCompared = true;

    private interface Step {
        void run() throws StockServerException;
    }

    ImmediateWork(SyncEngine sync, StockClient server, Journal journal) {
        this.sync = sync;
        this.server = server;
        this.claims = new SharedClaims(() -> Optional.of(server), journal.syncAccess(), this);
    }

    /** Claims the car of a submission. */
    Result ask(Submission submission, UUID... confirmed) {
        return claims.claim(submission, Set.of(confirmed));
    }

    /** Claims the car of a submission, and asserts that the desk gets it without a question. */
    void claim(Submission submission, UUID... confirmed) {
        assertEquals(new Result.Granted(false), ask(submission, confirmed));
    }

    /** Claims the car of a submission, and returns the claim that is in its way. */
    Result.Held held(Submission submission) {
        return assertInstanceOf(Result.Held.class, ask(submission));
    }

    /** Claims the car of a submission without a question, and begins its POST. */
    void post(Submission submission, UUID... confirmed) {
        claim(submission, confirmed);
        assertBegin(Start.GRANTED, submission);
    }

    void assertBegin(Start expected, Submission submission) {
        assertEquals(expected, claims.begin(submission));
    }

    private void add(Step step) {
        late.add(step);
        if (!isLate) {
            run();
        }
    }

    void run() {
        try {
            while (!late.isEmpty()) {
                late.removeFirst().run();
            }
        } catch (StockServerException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void settle(UUID submission, UUID claim) {
        add(() -> sync.settle(server, submission, claim));
    }

    @Override
    public void hold(UUID submission) {
        add(() -> claims.holdNow(server, submission));
    }

    @Override
    public void settleOpenClaims() {
        // Needed only after the server could not be reached.
        isLate = true;
        add(() -> sync.settleOpenClaims(server, claims::underWay));
    }

    @Override
    public boolean isCompared() {
        return isCompared;
    }

    @Override
    public boolean isRestored(StockClient connected, Set<UUID> confirmed) throws StockServerException {
        return sync.isRestored(connected, confirmed);
    }
}
