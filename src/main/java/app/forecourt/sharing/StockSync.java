package app.forecourt.sharing;

import app.forecourt.car.CarField;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.SyncBaseTable;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.merge.SubmissionDocumentMapper;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.StockServerException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sync of a desk with the shared stock, on a thread of its own. The desk works without waiting for it. After a
 * start and after each lost connection, everything is compared. Meanwhile the model reports the changes of the user.
 */
public final class StockSync implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StockSync.class.getName());
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(3);

    private final Journal journal;
    private final String deskName;
    private final SyncTaskQueue tasks;
    private final SyncLoop loop;
    private @Nullable Thread thread;

    /** Creates the server of the stock, without connecting. */
    public interface Connector {
        /**
         * @param stock the stock that the desk has joined; empty if it joins one now
         * @throws StockServerException if the password can't be read now
         */
        StockClient connect(StockClient.Desk desk, Optional<UUID> stock) throws StockServerException;
    }

    /** A listener of the sync, called on the sync thread. */
    public interface Listener {
        /**
         * Is called after the journal has got what other desks have changed.
         *
         * @param replaced the texts that gave way to others
         */
        void onRemoteChange(Set<UUID> cars, List<ReplacedText> replaced);

        void onStatusChanged(SyncStatus status);
    }

    /**
     * Creates a sync, which does nothing before {@link #start}.
     *
     * @param deskName the name that the user gave the desk
     * @param leaving runs the given action if the desk has left its stock; blocks on the disk
     */
    public StockSync(
            Journal journal,
            String deskName,
            Connector connector,
            Consumer<Runnable> leaving,
            Clock clock,
            Listener listener) {
        this.journal = journal;
        this.deskName = deskName;
        this.tasks = new SyncTaskQueue(clock);
        this.loop = new SyncLoop(
                step -> new SyncEngine(journal, deskName, leaving, clock, step, listener::onRemoteChange),
                journal.syncAccess(),
                connector,
                clock,
                listener,
                tasks);
    }

    /** Returns the name that the user gave the desk. */
    public String deskName() {
        return deskName;
    }

    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("sharing").start(loop::run);
        }
    }

    public SyncStatus status() {
        return loop.status();
    }

    /** Pushes a car that the journal has saved, with its submissions. */
    public void onCarChanged(UUID car) {
        tasks.add("car " + car, engine -> engine.pushCar(loop.server(engine), car));
    }

    /** Compares everything with the server again, because the user has restored a backup. */
    public void onBackupRestored() {
        tasks.add("restored backup", engine -> engine.syncAll(loop.server(engine), loop.claims()::underWay));
    }

    /** Returns the claims by which the desks send a car once. */
    public SubmissionClaims claims() {
        return loop.claims();
    }

    /** Announces the car that is open here to the other desks. */
    public void onCarOpened(Optional<UUID> car) {
        tasks.setOpenCar(car);
    }

    /** Notes that the user is at work here, so that changes of other desks arrive soon. */
    public void onUse() {
        tasks.onUse();
    }

    /** Tries again now, because the network may be back. */
    public void retryNow() {
        tasks.wake();
    }

    /**
     * Notes fields of a car in which the user has replaced a text of another desk without seeing it. The next push
     * tells that desk. Blocks on the disk.
     *
     * @return the replaced texts
     */
    public List<ReplacedText> onReplaced(UUID car, Set<CarField> fields) {
        Optional<SharedDocument> known = read(database -> document(database, Kind.CAR, car));
        if (known.isEmpty()) {
            return List.of();
        }
        journal.syncAccess().inTransaction(transaction -> noteUnseen(transaction, car, fields));
        return fields.stream()
                .map(field -> new ReplacedText(
                        car,
                        field.apiName(),
                        known.get().field(field.apiName()).author().name(),
                        false))
                .toList();
    }

    private static boolean noteUnseen(Database transaction, UUID car, Set<CarField> fields) throws SQLException {
        String kind = Kind.CAR.key();
        var item = SyncBaseTable.find(transaction, kind, car);
        var base = LocalSync.base(item);
        if (base.isEmpty()) {
            return false;
        }
        Set<String> names = fields.stream().map(CarField::apiName).collect(Collectors.toSet());
        SyncBaseTable.save(
                transaction,
                kind,
                car,
                new SyncBaseTable.Version(
                        item.orElseThrow().version(),
                        base.get().withUnseen(names).toJson(),
                        item.orElseThrow().stamp()));
        return true;
    }

    /** Returns the other desks that have sent submissions, by submission. Blocks on the disk. */
    public Map<UUID, String> senders(List<UUID> submissions) {
        return read(database -> {
                    Map<UUID, String> senders = new HashMap<>();
                    for (UUID submission : submissions) {
                        document(database, Kind.SUBMISSION, submission)
                                .map(document -> document.field(SubmissionDocumentMapper.PROGRESS)
                                        .author()
                                        .name())
                                .filter(desk -> !desk.isEmpty() && !desk.equals(deskName))
                                .ifPresent(desk -> senders.put(submission, desk));
                    }
                    return Optional.of(senders);
                })
                .orElse(Map.of());
    }

    /** Reads something of the stock; empty if the desk has left it, or if the journal can't be read. */
    private <T> Optional<T> read(Database.Work<Optional<T>> work) {
        try {
            return journal.syncAccess()
                    .readConcurrently(database ->
                            DeskMembershipRepository.stock(database).isEmpty() ? Optional.empty() : work.run(database));
        } catch (JournalException unreadable) {
            LOG.log(Level.WARNING, "The authors can't be read", unreadable);
            return Optional.empty();
        }
    }

    private static Optional<SharedDocument> document(Database database, Kind kind, UUID id) throws SQLException {
        return LocalSync.base(SyncBaseTable.find(database, kind.key(), id));
    }

    /** Ends the sync. What is under way goes on at the next start. */
    @Override
    public synchronized void close() {
        tasks.close();
        loop.interrupt();
        if (thread != null) {
            try {
                if (!thread.join(LONGEST_CLOSE)) {
                    loop.abandon();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
