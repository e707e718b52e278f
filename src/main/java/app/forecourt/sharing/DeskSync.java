package app.forecourt.sharing;

import app.forecourt.journal.Journal;
import app.forecourt.journal.SyncRecords;
import app.forecourt.journal.database.SharedItemTable;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.merge.FieldValue.Author;
import app.forecourt.sharing.server.StockClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The sync of one desk: its cars and submissions, and what its journal knows of the stock. */
final class DeskSync {
    private final SyncRecords journal;
    private final StockClient.Desk desk;
    private final CarItems cars = new CarItems();
    private final SubmissionItems submissions = new SubmissionItems();
    private final LocalSync local;
    private final ServerSync remote;
    private final ClaimSettlement settlement;
    private volatile Optional<String> trusted;

    /**
     * Opens the sync.
     *
     * @param name the name that the user gave the desk
     * @param leaving runs the given action if the desk has left its stock
     * @param step is called before each transaction and at its end, and throws to end the sync there
     */
    DeskSync(
            Journal journal,
            String name,
            Consumer<Runnable> leaving,
            Clock clock,
            Runnable step,
            ServerSync.RemoteChangeListener onRemoteChange) {
        this.journal = journal.syncRecords();
        this.journal.moveSharedFile();
        leaving.accept(() -> this.journal.inTransaction(transaction -> {
            StockFacts.setLeft(transaction, true);
            return true;
        }));
        String fingerprint = this.journal.fingerprint();
        UUID id = this.journal.inTransaction(transaction -> StockFacts.desk(transaction, fingerprint));
        this.desk = new StockClient.Desk(id, name);
        this.trusted = readTrusted();
        this.local = new LocalSync(this.journal, new Author(id.toString(), name), clock, step);
        this.remote = new ServerSync(this.journal, local, cars, submissions, step, onRemoteChange);
        this.settlement = new ClaimSettlement(this.journal, local, remote.pusher(), submissions);
    }

    private Optional<String> readTrusted() {
        return journal.read(database -> SharedItemTable.fact(database, StockFacts.TRUSTED));
    }

    /** Sets the receiver of the progress of long syncs. */
    void reportTo(ServerSync.Progress progress) {
        remote.reportTo(progress);
    }

    /** Returns the number of items that were too large to be pulled. */
    int tooLarge() {
        return remote.tooLarge();
    }

    StockClient.Desk desk() {
        return desk;
    }

    /** Returns the stock that the desk has joined. */
    Optional<UUID> stock() {
        return journal.read(StockFacts::stock);
    }

    /** Returns false after another file has taken the place of the journal. That is another desk. */
    boolean isCurrent() {
        return journal.read(database -> StockFacts.isOf(desk.id(), database));
    }

    /**
     * Compares everything with the server, after a start and after each new connection.
     *
     * @param underWay returns the submissions that are on their way, perhaps not in the journal yet
     */
    void syncAll(StockClient server, Supplier<Set<UUID>> underWay) throws StockServerException {
        keepTrusted();
        remote.begin(server);
        trusted = readTrusted();
        remote.syncAll(server);
        settlement.settleOpenClaims(server, underWay);
    }

    /**
     * Returns whether the server was restored since the user sent a car last, so that it may not know what another desk
     * is sending. May be called from any thread.
     *
     * @param confirmed what the user has confirmed
     */
    boolean isRestored(StockClient server, Set<UUID> confirmed) throws StockServerException {
        if (trusted.isEmpty()) {
            return false;
        }
        Optional<String> current = Optional.of(server.incarnation());
        if (confirmed.contains(SubmissionClaims.RESTORED_SERVER)
                || confirmed.contains(SubmissionClaims.WITHOUT_SERVER)) {
            trusted = current;
        }
        return !trusted.equals(current);
    }

    private void keepTrusted() {
        trusted.ifPresent(incarnation -> journal.inTransaction(
                transaction -> SharedItemTable.setFact(transaction, StockFacts.TRUSTED, incarnation)));
    }

    /**
     * Compares the journal with the bases, without the server. A journal that lacks what it had gets it back, before
     * the user types into an old car.
     */
    void compareJournal() {
        if (stock().isPresent()) {
            local.departures(cars, local.findChanged(cars));
            local.departures(submissions, local.findChanged(submissions));
        }
    }

    /** Settles or releases the claims of this desk that no submission needs. */
    void settleOpenClaims(StockClient server, Supplier<Set<UUID>> underWay) throws StockServerException {
        settlement.settleOpenClaims(server, underWay);
    }

    /** Pushes a submission that has ended, and settles its claim. */
    void settle(StockClient server, UUID submission, UUID claim) throws StockServerException {
        settlement.settle(server, submission, claim);
    }

    /** Pulls what other desks have changed, and pushes what the merge has changed. */
    void pull(StockClient server) throws StockServerException {
        keepTrusted();
        remote.pull(server);
    }

    /** Pushes a car with its submissions. */
    void pushCar(StockClient server, UUID car) throws StockServerException {
        remote.push(server, cars, List.of(car));
        remote.push(server, submissions, SubmissionItems.ofCar(journal, car));
    }
}
