package app.forecourt.sharing;

import app.forecourt.sharing.SyncStateStore.StoredCopy;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.merge.ItemSyncState;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.server.SharedItem;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.sharing.server.StockChanges;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.StockState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Logger;

/** The sync with the server: pulls what other desks have changed, and pushes what this desk has. */
final class ServerSync {
    private static final Logger LOG = Logger.getLogger(ServerSync.class.getName());
    private static final String STOCK = "stock";
    private static final String INCARNATION = "incarnation";
    /** The setting with the incarnation in which the user sends cars. */
    static final String TRUSTED = "trusted";

    private static final String PULLED = "pulled";
    /** Items in one pull. */
    private static final int PULL_LIMIT = 500;

    private final SyncStateStore store;
    private final LocalSync local;
    private final List<LocalItems> kinds;
    private final ItemPusher pusher;
    private final Runnable step;
    private final Consumer<Set<UUID>> onRemoteChange;
    private Progress progress = (_, _) -> {};
    private final Set<UUID> tooLarge = new HashSet<>();
    private int done;
    private int total;

    /** The receiver of the progress of a long sync. */
    interface Progress {
        /** @param total the items to sync; may grow */
        void onProgress(int done, int total);
    }

    /**
     * @param kinds the items of this desk in the order of the sync: a submission needs its car
     * @param onRemoteChange receives the cars that other desks have changed
     */
    ServerSync(
            SyncStateStore store,
            LocalSync local,
            List<LocalItems> kinds,
            LocalSync.Author author,
            Runnable step,
            Consumer<Set<UUID>> onRemoteChange) {
        this.store = store;
        this.local = local;
        this.kinds = List.copyOf(kinds);
        this.pusher = new ItemPusher(store, local, author, this::receive, step);
        this.step = step;
        this.onRemoteChange = onRemoteChange;
    }

    /** Returns the stock that the desk has joined, and not left. */
    static Optional<UUID> stock(SyncStateStore store) throws SQLException {
        return store.hasLeftStock() ? Optional.empty() : store.setting(STOCK).map(UUID::fromString);
    }

    /**
     * Notes the state of the stock. After a restored database, everything is compared again. A stock that the desk had
     * left goes on as after a time without the server.
     */
    void begin(StockClient server) throws StockServerException, SQLException {
        StockState state = server.state();
        boolean isKnown = store.setting(STOCK).equals(Optional.of(state.id().toString()));
        if (store.hasLeftStock() && !isKnown) {
            store.forgetStock();
        }
        String known = store.setting(INCARNATION).orElse("");
        boolean isSame = known.equals(state.incarnation()) && state.version() >= pulled();
        if (!isKnown || store.setting(TRUSTED).isEmpty()) {
            store.set(TRUSTED, isKnown ? known : state.incarnation());
        } else if (!isSame && known.equals(state.incarnation())) {
            // The incarnation is as before, but the version is older: the server was restored.
            store.set(TRUSTED, "");
        }
        if (!isKnown || !isSame) {
            LOG.info("The stock is compared as at the first contact");
            // The order matters: after a kill in between, all this is done once more.
            store.set(PULLED, "0");
            store.forgetServer();
            store.set(STOCK, state.id().toString());
            store.set(INCARNATION, state.incarnation());
        }
        if (store.hasLeftStock()) {
            store.rejoinStock();
        }
    }

    private long pulled() throws SQLException {
        return Long.parseLong(store.setting(PULLED).orElse("0"));
    }

    /** Returns the pushes of this desk. */
    ItemPusher pusher() {
        return pusher;
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
     * Pulls and merges all that other desks have changed.
     *
     * @throws StockServerException if the server was restored meanwhile, so that everything must be compared
     */
    void pull(StockClient server) throws StockServerException, SQLException {
        boolean isComplete = false;
        while (!isComplete) {
            long pulled = pulled();
            StockChanges changes = server.changesSince(pulled, PULL_LIMIT);
            if (changes.upTo() < pulled
                    || !store.setting(INCARNATION)
                            .map(changes.incarnation()::equals)
                            .orElse(true)) {
                throw new StockServerException(ServerFailure.BROKEN_MEANWHILE);
            }
            receive(server, changes.items());
            tooLarge.addAll(changes.tooLarge());
            step.run();
            store.set(PULLED, Long.toString(changes.upTo()));
            advance(changes.items().size());
            isComplete = changes.isComplete();
        }
    }

    /** Returns the number of items that were too large to be pulled. */
    int tooLarge() {
        return tooLarge.size();
    }

    private void receive(StockClient server, List<SharedItem> received) throws StockServerException, SQLException {
        Set<UUID> cars = new LinkedHashSet<>();
        List<SharedItem> items = new ArrayList<>(received);
        items.addAll(missingCars(server, received));
        for (LocalItems kind : kinds) {
            List<SharedItem> ofKind =
                    items.stream().filter(item -> item.kind() == kind.kind()).toList();
            if (ofKind.isEmpty()) {
                continue;
            }
            List<StoredCopy> merged = local.receive(kind, ofKind);
            merged.forEach(copy -> (kind.kind() == Kind.CAR
                            ? Optional.of(copy.id())
                            : SubmissionItems.car(copy.copy().local()))
                    .ifPresent(cars::add));
            if (kind.kind() == Kind.SUBMISSION) {
                // A car that another desk has sent is no longer deleted.
                local.captureLocalEdits(kinds.getFirst(), List.copyOf(cars));
            }
        }
        if (!cars.isEmpty()) {
            onRemoteChange.accept(cars);
        }
    }

    /** Returns the cars of submissions that come before their cars, because the car was changed later. */
    private List<SharedItem> missingCars(StockClient server, List<SharedItem> items)
            throws StockServerException, SQLException {
        Set<UUID> known = new HashSet<>();
        items.stream().filter(item -> item.kind() == Kind.CAR).forEach(item -> known.add(item.id()));
        List<SharedItem> missing = new ArrayList<>();
        for (SharedItem item : items) {
            Optional<UUID> car = item.kind() != Kind.SUBMISSION
                    ? Optional.empty()
                    : SharedDocument.parse(item.document()).flatMap(SubmissionItems::car);
            if (car.isPresent()
                    && known.add(car.get())
                    && store.find(Kind.CAR, car.get()).copy().equals(ItemSyncState.NONE)) {
                server.find(Kind.CAR, car.get()).ifPresent(missing::add);
            }
        }
        return missing;
    }

    /** Pulls everything, compares, and pushes what the server lacks. Reports its progress if that is much. */
    void exchangeAll(StockClient server) throws StockServerException, SQLException {
        done = 0;
        total = server.countSince(pulled());
        pull(server);
        Map<LocalItems, List<UUID>> changed = new LinkedHashMap<>();
        for (LocalItems kind : kinds) {
            changed.put(kind, local.findChanged(kind));
        }
        total = done + changed.values().stream().mapToInt(List::size).sum();
        for (var entry : changed.entrySet()) {
            for (List<UUID> part : ItemPusher.parts(entry.getValue())) {
                pusher.push(server, entry.getKey(), part);
                advance(part.size());
            }
        }
        total = 0;
    }
}
