package app.forecourt.sharing;

import app.forecourt.journal.Journal;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.server.StockClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The work of claims in tests: done at once by default, in place of the sync thread. */
class ImmediateWork implements SharedClaims.Work {
    private final DeskSync exchange;
    private final StockClient server;
    private final Journal journal;
    private final List<Step> late = new ArrayList<>();
    final SharedClaims claims;
    /** True to keep all work until {@link #run}. */
    boolean isLate;

    boolean isCompared = true;

    private interface Step {
        void run() throws StockServerException, SQLException;
    }

    ImmediateWork(DeskSync exchange, StockClient server, Journal journal) {
        this.exchange = exchange;
        this.server = server;
        this.journal = journal;
        this.claims = new SharedClaims(() -> Optional.of(server), this);
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
        } catch (StockServerException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void settle(UUID submission, UUID claim) {
        add(() -> exchange.settle(server, submission, claim));
    }

    @Override
    public void hold(UUID submission) {
        add(() -> claims.holdNow(server, submission));
    }

    @Override
    public void settleOpenClaims() {
        // Needed only after the server could not be reached.
        isLate = true;
        add(() -> exchange.settleOpenClaims(server, claims::underWay));
    }

    @Override
    public boolean isCompared() {
        return isCompared;
    }

    @Override
    public boolean isRestored(StockClient connected, Set<UUID> confirmed) throws StockServerException {
        return exchange.isRestored(connected, confirmed);
    }

    @Override
    public Optional<Boolean> hasEnded(UUID submission) {
        return SubmissionItems.hasEnded(journal.syncRecords(), submission);
    }

    @Override
    public boolean isThere(UUID submission) {
        return SubmissionItems.isThere(journal.syncRecords(), submission);
    }
}
