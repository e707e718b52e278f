package app.forecourt.sharing;

import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFileIdentity;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.sharing.SyncStateStore.StoredCopy;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.merge.FieldValue;
import app.forecourt.sharing.merge.ItemSyncState;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.merge.SubmissionDocument;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.sharing.server.StockClient;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The sync of one desk. Knows the file {@code shared.db}, which has what the desk and the server last had in common,
 * and the desk's cars and submissions.
 */
final class DeskSync implements AutoCloseable {
    static final String DESK = "desk";
    /** The setting with the fingerprint of the file, which a copy does not have. */
    static final String HOME = "home";

    private final SyncStateStore store;
    private final StockClient.Desk desk;
    private final CarItems cars;
    private final SubmissionItems submissions;
    private final LocalSync local;
    private final ServerSync remote;
    private final ClaimSettlement settlement;
    private volatile Optional<String> trusted;

    /**
     * Opens the sync.
     *
     * @param file the file with the copies; created if there is none
     * @param name the name that the user gave the desk
     * @param step is called before each step of the disk, and throws to end the sync there
     * @param onRemoteChange receives the cars that other desks have changed
     */
    static DeskSync open(
            Path file, Journal journal, String name, Clock clock, Runnable step, Consumer<Set<UUID>> onRemoteChange)
            throws SQLException, IOException {
        SyncStateStore store = SyncStateStore.open(file);
        String home = JournalFileIdentity.of(file, "");
        // Two copies of a home are two desks. Otherwise each would take the other's claims for its own.
        Optional<String> known =
                store.setting(HOME).filter(earlier -> !earlier.equals(home)).isPresent()
                        ? Optional.empty()
                        : store.setting(DESK);
        String id = known.orElseGet(() -> UUID.randomUUID().toString());
        store.set(DESK, id);
        store.set(HOME, home);
        return new DeskSync(
                store, new StockClient.Desk(UUID.fromString(id), name), journal, clock, step, onRemoteChange);
    }

    private DeskSync(
            SyncStateStore store,
            StockClient.Desk desk,
            Journal journal,
            Clock clock,
            Runnable step,
            Consumer<Set<UUID>> onRemoteChange)
            throws SQLException {
        this.store = store;
        this.trusted = store.setting(ServerSync.TRUSTED);
        this.desk = desk;
        this.cars = new CarItems(journal.syncRecords());
        this.submissions = new SubmissionItems(journal.syncRecords());
        LocalSync.Author author = new LocalSync.Author(desk.id(), desk.name());
        this.local = new LocalSync(store, author, clock, step);
        this.remote = new ServerSync(store, local, List.of(cars, submissions), author, step, onRemoteChange);
        this.settlement = new ClaimSettlement(store, remote.pusher(), submissions);
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
    Optional<UUID> stock() throws SQLException {
        return ServerSync.stock(store);
    }

    /** Compares everything with the server, after a start and after each new connection. */
    void exchangeAll(StockClient server) throws StockServerException, SQLException {
        exchangeAll(server, Set::of);
    }

    /**
     * Compares everything as above.
     *
     * @param underWay returns the submissions that are on their way, perhaps not in the journal yet
     */
    void exchangeAll(StockClient server, Supplier<Set<UUID>> underWay) throws StockServerException, SQLException {
        keepTrusted();
        remote.begin(server);
        trusted = store.setting(ServerSync.TRUSTED);
        remote.exchangeAll(server);
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

    private void keepTrusted() throws SQLException {
        if (trusted.isPresent()) {
            store.set(ServerSync.TRUSTED, trusted.get());
        }
    }

    /**
     * Compares the journal with the copies, without the server. A journal that is a restored copy gets back what it
     * had, before the user types into an old car.
     */
    void compareJournal() throws SQLException {
        if (stock().isPresent()) {
            for (LocalItems items : List.of(cars, submissions)) {
                for (List<UUID> part : ItemPusher.parts(local.findChanged(items))) {
                    local.captureLocalEdits(items, part);
                }
            }
        }
    }

    /** Settles or releases the claims of this desk that no submission needs. */
    void settleOpenClaims(StockClient server, Supplier<Set<UUID>> underWay) throws StockServerException, SQLException {
        settlement.settleOpenClaims(server, underWay);
    }

    /** Pushes a submission that has ended, and settles its claim. */
    void settle(StockClient server, UUID submission, UUID claim) throws StockServerException, SQLException {
        settlement.settle(server, submission, claim);
    }

    /** Pulls what other desks have changed, and pushes what the merge has changed. */
    void pull(StockClient server) throws StockServerException, SQLException {
        keepTrusted();
        remote.pull(server);
        for (LocalItems items : List.of(cars, submissions)) {
            remote.pusher().push(server, items, store.unfinished(items.kind()));
        }
    }

    /** Pushes a car with its submissions. */
    void pushCar(StockClient server, UUID car, List<UUID> carsSubmissions) throws StockServerException, SQLException {
        remote.pusher().push(server, cars, List.of(car));
        remote.pusher().push(server, submissions, carsSubmissions);
    }

    /** Returns the values that other desks typed into fields of a car at the same time. */
    Map<String, List<FieldValue>> rivals(UUID car) throws SQLException {
        return rivals(store, car);
    }

    static Map<String, FieldValue> values(SyncStateStore store, UUID car) throws SQLException {
        SharedDocument document = newest(store.find(Kind.CAR, car).copy());
        Map<String, FieldValue> values = new HashMap<>();
        document.names().forEach(name -> values.put(name, document.field(name)));
        return values;
    }

    /** Returns the name of the desk at which a submission got its state; {@code ""} if it is unknown. */
    static String sender(SyncStateStore store, UUID submission) throws SQLException {
        return newest(store.find(Kind.SUBMISSION, submission).copy())
                .field(SubmissionDocument.PROGRESS)
                .author();
    }

    static Map<String, List<FieldValue>> rivals(SyncStateStore store, UUID car) throws SQLException {
        // Also the values that the journal does not have yet, because an edit after this call replaces them.
        SharedDocument document = newest(store.find(Kind.CAR, car).copy());
        Map<String, List<FieldValue>> rivals = new HashMap<>();
        document.namesWithRivals().forEach(name -> rivals.put(name, document.rivals(name)));
        return rivals;
    }

    /** Returns the document that the journal has or gets. */
    private static SharedDocument newest(ItemSyncState copy) {
        return copy.arrival().map(ItemSyncState.Arrival::merged).orElse(copy.local());
    }

    /** Removes rivals of a field, because the user has dismissed them. */
    void dismissRivals(UUID car, String field, List<FieldValue> dismissed) throws SQLException {
        StoredCopy stored = store.find(Kind.CAR, car);
        store.save(
                Kind.CAR,
                List.of(new StoredCopy(
                        car,
                        stored.copy().withLocal(stored.copy().local().withoutRivals(field, dismissed)),
                        stored.stamp())));
    }

    @Override
    public void close() throws SQLException {
        store.close();
    }
}
