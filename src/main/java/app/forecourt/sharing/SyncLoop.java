package app.forecourt.sharing;

import app.forecourt.journal.SyncTransactions;
import app.forecourt.journal.database.JournalException;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.StockServerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The loop of the sync thread. Syncs until it is closed, and waits longer after each failure. Other threads may ask for
 * its status and its server.
 */
final class SyncLoop {
    private static final Logger LOG = Logger.getLogger(SyncLoop.class.getName());
    /** The pauses after the first failure, the second, and so on; the last one repeats. */
    private static final List<Duration> PAUSES =
            List.of(1, 2, 4, 8, 30).stream().map(Duration::ofSeconds).toList();

    private final Opener opener;
    private final StockSync.Connector connector;
    private final Clock clock;
    private final StockSync.Listener listener;
    private final SyncTaskQueue tasks;
    private final SharedClaims claims;
    private volatile SyncStatus status = new SyncStatus.Starting();
    /** The time of the last sync; that of the start if there was none. */
    private Instant lastSync;
    /** True until everything was compared after a start or a failure. */
    private volatile boolean isBehind = true;
    /** True once the items of the journal may belong to the next sync. */
    private volatile boolean isAbandoned;

    private volatile @Nullable StockClient server;
    private volatile @Nullable SyncEngine opened;

    /** Opens the sync. */
    interface Opener {
        /** @param step is called before each transaction and at its end */
        SyncEngine open(Runnable step);
    }

    SyncLoop(
            Opener opener,
            SyncTransactions journal,
            StockSync.Connector connector,
            Clock clock,
            StockSync.Listener listener,
            SyncTaskQueue tasks) {
        this.opener = opener;
        this.connector = connector;
        this.clock = clock;
        this.listener = listener;
        this.tasks = tasks;
        this.lastSync = clock.instant();
        this.claims = new SharedClaims(() -> Optional.ofNullable(server), journal, new ClaimWork());
    }

    SyncStatus status() {
        return status;
    }

    SharedClaims claims() {
        return claims;
    }

    /** Ends a call to a server that does not answer. */
    void interrupt() {
        StockClient current = server;
        if (current != null && !(status instanceof SyncStatus.Together)) {
            current.close();
        }
    }

    /** Ends the sync before its next step, because closing it takes too long. */
    void abandon() {
        isAbandoned = true;
        StockClient current = server;
        if (current != null) {
            current.close();
        }
    }

    private void checkAbandoned() {
        if (isAbandoned) {
            throw new CancellationException("the sync is closed");
        }
    }

    /** Returns the server of the stock, which connects when it is used. */
    StockClient server(SyncEngine engine) throws StockServerException {
        StockClient current = server;
        if (current == null) {
            current = connector.connect(engine.desk(), engine.stock());
            server = current;
        }
        return current;
    }

    /** Syncs until the tasks are closed. */
    void run() {
        int failures = 0;
        boolean isJournalCompared = false;
        @Nullable SyncEngine engine = null;
        while (!tasks.isClosed()) {
            try {
                if (engine == null || !engine.isCurrent()) {
                    disconnect();
                    engine = opener.open(this::checkAbandoned);
                    opened = engine;
                    engine.reportTo((done, total) -> show(new SyncStatus.Joining(done, total)));
                    isJournalCompared = false;
                    isBehind = true;
                }
                // Again after a failure, because the user must not type into an old car meanwhile.
                if (!isJournalCompared) {
                    engine.compareJournal();
                    isJournalCompared = true;
                }
                runOnce(engine);
                failures = 0;
            } catch (StockServerException failure) {
                LOG.log(Level.FINE, "The server can't be used", failure);
                failures++;
                show(new SyncStatus.Alone(lastSync, failure.failure()));
            } catch (JournalException failure) {
                LOG.log(Level.WARNING, "The sync can't use the disk", failure);
                failures++;
                show(new SyncStatus.DiskFailure(lastSync));
            } catch (RuntimeException bug) {
                LOG.log(isAbandoned ? Level.FINE : Level.SEVERE, "The sync has a bug", bug);
                failures++;
                show(new SyncStatus.Faulty(lastSync));
                engine = null;
            }
            isBehind |= failures > 0;
            tasks.await(failures == 0 ? tasks.pullInterval() : PAUSES.get(Math.min(failures, PAUSES.size()) - 1));
        }
        end(engine);
    }

    private void runOnce(SyncEngine engine) throws StockServerException {
        StockClient current = server(engine);
        if (isBehind) {
            engine.syncAll(current, claims::underWay);
            claims.holdAll(current);
            isBehind = false;
        }
        runTasks(engine);
        engine.pull(current);
        current.setPresence(tasks.openCar());
        lastSync = clock.instant();
        show(new SyncStatus.Together(current.desks(), lastSync, engine.tooLarge()));
    }

    private void runTasks(SyncEngine engine) throws StockServerException {
        for (Optional<SyncTaskQueue.Task> task = tasks.next(); task.isPresent(); task = tasks.next()) {
            task.get().run(engine);
        }
    }

    private void show(SyncStatus next) {
        boolean isNew = !next.equals(status);
        status = next;
        if (isNew && !tasks.isClosed()) {
            listener.onStatusChanged(next);
        }
    }

    private void end(@Nullable SyncEngine engine) {
        try {
            if (engine != null && server != null && status instanceof SyncStatus.Together) {
                // The claims that have just ended too, because the other desks would be asked about them.
                runTasks(engine);
                server.leave();
            }
        } catch (StockServerException | RuntimeException failure) {
            LOG.log(Level.FINE, "The sync did not end in order", failure);
        }
        disconnect();
    }

    /** Ends the connections, because the next ones are those of another desk. */
    private void disconnect() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** What the claims leave to the sync thread. */
    private final class ClaimWork implements SharedClaims.Work {
        @Override
        public void settle(UUID submission, UUID claim) {
            tasks.add("settle " + claim, engine -> engine.settle(server(engine), submission, claim));
        }

        @Override
        public void hold(UUID submission) {
            tasks.add("hold " + submission, engine -> claims.holdNow(server(engine), submission));
        }

        @Override
        public void settleOpenClaims() {
            tasks.add("open claims", engine -> engine.settleOpenClaims(server(engine), claims::underWay));
        }

        @Override
        public boolean isCompared() {
            return !isBehind;
        }

        @Override
        public boolean isRestored(StockClient connected, Set<UUID> confirmed) throws StockServerException {
            SyncEngine current = opened;
            return current != null && current.isRestored(connected, confirmed);
        }
    }
}
