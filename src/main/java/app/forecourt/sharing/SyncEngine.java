package app.forecourt.sharing;

import app.forecourt.journal.Journal;
import app.forecourt.journal.SyncTransactions;
import app.forecourt.journal.database.SyncBaseTable;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.sharing.merge.FieldValue.Author;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.merge.SubmissionDocumentMapper;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.StockServerException;
import app.forecourt.sharing.server.UnsettledClaim;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The sync of one desk: its cars, submissions and claims, and what its journal knows of the stock. The outcome of a
 * submission gets to the server together with the end of its claim.
 */
final class SyncEngine {
    private final SyncTransactions journal;
    private final StockClient.Desk desk;
    private final CarItemRepository cars = new CarItemRepository();
    private final SubmissionItemRepository submissions = new SubmissionItemRepository();
    private final LocalSync local;
    private final ServerSync remote;
    private volatile Optional<String> trusted;

    /**
     * Opens the sync.
     *
     * @param name the name that the user gave the desk
     * @param leaving runs the given action if the desk has left its stock
     * @param step is called before each transaction and at its end, and throws to end the sync there
     */
    SyncEngine(
            Journal journal,
            String name,
            Consumer<Runnable> leaving,
            Clock clock,
            Runnable step,
            ServerSync.RemoteChangeListener onRemoteChange) {
        this.journal = journal.syncAccess();
        this.journal.moveSharedFile();
        leaving.accept(() -> this.journal.inTransaction(transaction -> {
            DeskMembershipRepository.setLeft(transaction, true);
            return true;
        }));
        String fingerprint = this.journal.fingerprint();
        UUID id = this.journal.inTransaction(transaction -> DeskMembershipRepository.desk(transaction, fingerprint));
        this.desk = new StockClient.Desk(id, name);
        this.trusted = readTrusted();
        this.local = new LocalSync(this.journal, new Author(id.toString(), name), clock, step);
        this.remote = new ServerSync(this.journal, local, cars, submissions, step, onRemoteChange);
    }

    private Optional<String> readTrusted() {
        return journal.read(database -> SyncBaseTable.fact(database, DeskMembershipRepository.TRUSTED));
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
        return journal.read(DeskMembershipRepository::stock);
    }

    /** Returns false after another file has taken the place of the journal. That is another desk. */
    boolean isCurrent() {
        return journal.read(database -> DeskMembershipRepository.isOf(desk.id(), database));
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
        settleOpenClaims(server, underWay);
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
                transaction -> SyncBaseTable.setFact(transaction, DeskMembershipRepository.TRUSTED, incarnation)));
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

    /**
     * Pushes a submission that has ended and settles its claim, in one transaction. Pushes the car's other submissions
     * first, because their verdicts may decide whether another desk may send the car.
     */
    void settle(StockClient server, UUID submission, UUID claim) throws StockServerException {
        remote.push(server, submissions, SubmissionItemRepository.othersOfCar(journal, submission));
        Set<UUID> refused = remote.pusher()
                .push(submissions, List.of(submission), items -> List.of(server.settle(claim, items.getFirst())));
        // Without the outcome, the other desks would not know that the car may be there.
        if (refused.isEmpty()
                && local.departures(submissions, List.of(submission)).isEmpty()) {
            // Does nothing unless the server had the outcome before.
            server.release(claim);
        }
    }

    /**
     * Settles the claims of this desk whose submissions have ended, and releases those that will not be used. If the
     * journal does not know a POST, its claim stays open, because the home may be a restored copy. The user of another
     * desk decides about it.
     *
     * @param current returns the submissions that are on their way, perhaps not in the journal yet
     */
    void settleOpenClaims(StockClient server, Supplier<Set<UUID>> current) throws StockServerException {
        // Before the claims are read: one that ends meanwhile is settled by its own task.
        Set<UUID> underWay = new HashSet<>(current.get());
        List<UnsettledClaim> claims = server.ownOpenClaims();
        underWay.addAll(current.get());
        for (UnsettledClaim claim : claims) {
            if (underWay.contains(claim.submission())) {
                continue;
            }
            SharedDocument document = local.base(submissions, claim.submission());
            boolean isKnown = !document.names().isEmpty()
                    || journal.read(database -> submissions.contains(database, claim.submission()));
            if (SubmissionItemRepository.hasEnded(journal, claim.submission())
                    .orElse(isKnown && !SubmissionDocumentMapper.isUnderWay(document))) {
                settle(server, claim.submission(), claim.id());
            } else if (!isKnown && !claim.isPosting()) {
                server.release(claim.id());
            }
        }
    }

    /** Pulls what other desks have changed, and pushes what the merge has changed. */
    void pull(StockClient server) throws StockServerException {
        keepTrusted();
        remote.pull(server);
    }

    /** Pushes a car with its submissions. */
    void pushCar(StockClient server, UUID car) throws StockServerException {
        remote.push(server, cars, List.of(car));
        remote.push(server, submissions, SubmissionItemRepository.ofCar(journal, car));
    }
}
