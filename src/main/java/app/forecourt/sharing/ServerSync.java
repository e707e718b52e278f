package app.forecourt.sharing;

import app.forecourt.journal.SyncTransactions;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.SyncBaseTable;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.sharing.server.SharedItem;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.sharing.server.StockChanges;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.StockServerException;
import app.forecourt.sharing.server.StockState;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Gatherers;

/** The sync with the server: pulls what other desks have changed, and pushes what this desk has. */
final class ServerSync {
    private static final Logger LOG = Logger.getLogger(ServerSync.class.getName());
    private static final String INCARNATION = "incarnation";
    private static final String PULLED = "pulled";
    /** Items in one pull. */
    private static final int PULL_LIMIT = 500;
    /** Items in one push, which is one transaction. */
    private static final int PUSH_LIMIT = 200;

    private final SyncTransactions journal;
    private final LocalSync local;
    private final CarItemRepository cars;
    private final SubmissionItemRepository submissions;
    private final ItemPusher pusher;
    private final Runnable step;
    private final RemoteChangeListener onRemoteChange;
    private Progress progress = (_, _) -> {};
    private final Set<UUID> tooLarge = new HashSet<>();
    private int done;
    private int total;

    /** The receiver of the progress of a long sync. */
    interface Progress {
        /** @param total the items to sync; may grow */
        void onProgress(int done, int total);
    }

    /** The receiver of the cars that other desks have changed. */
    interface RemoteChangeListener {
        void onRemoteChange(Set<UUID> cars, List<ReplacedText> replaced);
    }

    ServerSync(
            SyncTransactions journal,
            LocalSync local,
            CarItemRepository cars,
            SubmissionItemRepository submissions,
            Runnable step,
            RemoteChangeListener onRemoteChange) {
        this.journal = journal;
        this.local = local;
        this.cars = cars;
        this.submissions = submissions;
        this.pusher = new ItemPusher(local, this::receive);
        this.step = step;
        this.onRemoteChange = onRemoteChange;
    }

    /**
     * Notes the state of the stock. After a restored database, everything is compared again. A stock that the desk had
     * left goes on as after a time without the server.
     */
    void begin(StockClient server) throws StockServerException {
        StockState state = server.state();
        journal.inTransaction(transaction -> {
            begin(transaction, state);
            return state;
        });
    }

    private static void begin(Database transaction, StockState state) throws SQLException {
        boolean isKnown = SyncBaseTable.fact(transaction, DeskMembershipRepository.STOCK)
                .equals(Optional.of(state.id().toString()));
        if (!isKnown) {
            DeskMembershipRepository.forgetStock(transaction);
        }
        String known = SyncBaseTable.fact(transaction, INCARNATION).orElse("");
        boolean isSame = known.equals(state.incarnation()) && state.version() >= pulled(transaction);
        if (!isKnown
                || SyncBaseTable.fact(transaction, DeskMembershipRepository.TRUSTED)
                        .isEmpty()) {
            SyncBaseTable.setFact(transaction, DeskMembershipRepository.TRUSTED, isKnown ? known : state.incarnation());
        } else if (!isSame && known.equals(state.incarnation())) {
            // The incarnation is as before, but the version is older: the server was restored.
            SyncBaseTable.setFact(transaction, DeskMembershipRepository.TRUSTED, "");
        }
        if (!isKnown || !isSame) {
            LOG.info("The stock is compared as at the first contact");
            SyncBaseTable.setFact(transaction, PULLED, "0");
            SyncBaseTable.forgetVersions(transaction);
            SyncBaseTable.setFact(
                    transaction, DeskMembershipRepository.STOCK, state.id().toString());
            SyncBaseTable.setFact(transaction, INCARNATION, state.incarnation());
        }
        DeskMembershipRepository.setLeft(transaction, false);
    }

    private static long pulled(Database database) throws SQLException {
        return Long.parseLong(SyncBaseTable.fact(database, PULLED).orElse("0"));
    }

    void reportTo(Progress receiver) {
        progress = receiver;
    }

    private void advance(int items) {
        done += items;
        // What is done in a moment needs no progress.
        if (total > PULL_LIMIT) {
            progress.onProgress(Math.min(done, total), total);
        }
    }

    /**
     * Pulls and merges all that other desks have changed, and pushes what the merge has changed.
     *
     * @throws StockServerException if the server was restored meanwhile, so that everything must be compared
     */
    void pull(StockClient server) throws StockServerException {
        boolean isComplete = false;
        while (!isComplete) {
            long pulled = journal.read(ServerSync::pulled);
            StockChanges changes = server.changesSince(pulled, PULL_LIMIT);
            if (changes.upTo() < pulled
                    || !journal.read(database -> SyncBaseTable.fact(database, INCARNATION))
                            .map(changes.incarnation()::equals)
                            .orElse(true)) {
                throw new StockServerException(ServerFailure.BROKEN_MEANWHILE);
            }
            Map<SyncedItemRepository, List<UUID>> unsent = receive(changes.items());
            tooLarge.addAll(changes.tooLarge());
            step.run();
            journal.inTransaction(
                    transaction -> SyncBaseTable.setFact(transaction, PULLED, Long.toString(changes.upTo())));
            for (var entry : unsent.entrySet()) {
                push(server, entry.getKey(), entry.getValue());
            }
            advance(changes.items().size());
            isComplete = changes.isComplete();
        }
    }

    /** Returns the number of items that were too large to be pulled. */
    int tooLarge() {
        return tooLarge.size();
    }

    private List<UUID> receive(SyncedItemRepository kind, List<SharedItem> items) {
        return receive(items).getOrDefault(kind, List.of());
    }

    /** Merges items, and returns those that the server lacks as they are here. */
    private Map<SyncedItemRepository, List<UUID>> receive(List<SharedItem> received) {
        LocalSync.Arrivals arrivedCars = local.receive(cars, ofKind(Kind.CAR, received));
        LocalSync.Arrivals arrived = local.receive(submissions, ofKind(Kind.SUBMISSION, received));
        Set<UUID> changed = new LinkedHashSet<>(arrivedCars.merged().keySet());
        Set<UUID> unsentCars = new LinkedHashSet<>(arrivedCars.unsent());
        arrived.merged().values().stream()
                .map(SubmissionItemRepository::car)
                .flatMap(Optional::stream)
                .forEach(car -> {
                    changed.add(car);
                    // A car that another desk has sent is no longer deleted.
                    unsentCars.add(car);
                });
        if (!arrived.merged().isEmpty()) {
            // Writes that into the journal before it is shown.
            local.departures(cars, List.copyOf(unsentCars));
        }
        if (!changed.isEmpty()) {
            onRemoteChange.onRemoteChange(changed, arrivedCars.replaced());
        }
        Map<SyncedItemRepository, List<UUID>> unsent = new LinkedHashMap<>();
        unsent.put(cars, List.copyOf(unsentCars));
        unsent.put(submissions, arrived.unsent());
        return unsent;
    }

    private static List<SharedItem> ofKind(Kind kind, List<SharedItem> items) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    /** Pulls everything, compares, and pushes what the server lacks. Reports its progress if that is much. */
    void syncAll(StockClient server) throws StockServerException {
        done = 0;
        total = server.countSince(journal.read(ServerSync::pulled));
        pull(server);
        // A submission needs its car.
        List<UUID> changedCars = local.findChanged(cars);
        List<UUID> changedSubmissions = local.findChanged(submissions);
        total = done + changedCars.size() + changedSubmissions.size();
        push(server, cars, changedCars);
        push(server, submissions, changedSubmissions);
        total = 0;
    }

    /** Pushes items that the server lacks. */
    void push(StockClient server, SyncedItemRepository items, List<UUID> ids) throws StockServerException {
        for (List<UUID> part :
                ids.stream().gather(Gatherers.windowFixed(PUSH_LIMIT)).toList()) {
            pusher.push(items, part, server::push);
            advance(part.size());
        }
    }

    /** Returns the pushes of this desk. */
    ItemPusher pusher() {
        return pusher;
    }
}
