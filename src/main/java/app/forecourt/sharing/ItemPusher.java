package app.forecourt.sharing;

import app.forecourt.sharing.SyncStateStore.StoredCopy;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.merge.ItemSyncState;
import app.forecourt.sharing.server.ItemPush;
import app.forecourt.sharing.server.PushResult;
import app.forecourt.sharing.server.SharedItem;
import app.forecourt.sharing.server.StockClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Gatherers;

/** The pushes of a desk. Each is stored before it leaves, and merged if another desk was faster. */
final class ItemPusher {
    private static final Logger LOG = Logger.getLogger(ItemPusher.class.getName());
    /** Items in one push, which is one transaction. */
    private static final int LIMIT = 200;
    /** Rounds of push and merge, while other desks change the same items. */
    private static final int ROUNDS = 20;

    private final SyncStateStore store;
    private final LocalSync local;
    private final LocalSync.Author author;
    private final Receiver receiver;
    private final Runnable step;

    /** Merges items of the server. */
    interface Receiver {
        void receive(StockClient server, List<SharedItem> items) throws StockServerException, SQLException;
    }

    ItemPusher(SyncStateStore store, LocalSync local, LocalSync.Author author, Receiver receiver, Runnable step) {
        this.store = store;
        this.local = local;
        this.author = author;
        this.receiver = receiver;
        this.step = step;
    }

    /** Returns items in parts of the size of one push. */
    static List<List<UUID>> parts(List<UUID> ids) {
        return ids.stream().gather(Gatherers.windowFixed(LIMIT)).toList();
    }

    /**
     * Pushes items that the server lacks.
     *
     * @return the items that the server refuses
     */
    Set<UUID> push(StockClient server, LocalItems items, List<UUID> ids) throws StockServerException, SQLException {
        Set<UUID> refused = new HashSet<>();
        for (List<UUID> part : parts(ids)) {
            pushUntilStored(server, items, part, server::push, refused);
        }
        return refused;
    }

    /** Pushes items in one transaction of the server. */
    interface Sender {
        List<PushResult> send(List<ItemPush> items) throws StockServerException;
    }

    /** Pushes items and merges until the server has stored all that it does not refuse. */
    void pushUntilStored(StockClient server, LocalItems items, List<UUID> ids, Sender sender, Set<UUID> refused)
            throws StockServerException, SQLException {
        List<UUID> left = ids;
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            left = pushOnce(server, items, left, sender, refused);
        }
    }

    /** Returns the items that need another push. */
    private List<UUID> pushOnce(StockClient server, LocalItems items, List<UUID> ids, Sender sender, Set<UUID> refused)
            throws StockServerException, SQLException {
        List<StoredCopy> departing = local.captureLocalEdits(items, ids).stream()
                .map(stored -> new StoredCopy(
                        stored.id(),
                        stored.copy()
                                .departing(
                                        author.desk().toString(),
                                        UUID.randomUUID().toString()),
                        stored.stamp()))
                .toList();
        if (departing.isEmpty()) {
            return List.of();
        }
        step.run();
        // The push is stored before it leaves, because its answer may be lost.
        store.save(items.kind(), departing);
        step.run();
        Map<UUID, PushResult> results = send(sender, items, departing, refused);
        step.run();
        List<StoredCopy> stored = new ArrayList<>();
        List<SharedItem> outdated = new ArrayList<>();
        for (StoredCopy copy : departing) {
            switch (results.get(copy.id())) {
                case PushResult.Stored(long version) ->
                    stored.add(new StoredCopy(copy.id(), copy.copy().stored(version), copy.stamp()));
                case PushResult.Outdated(SharedItem current) -> outdated.add(current);
                case PushResult.Unreadable _ -> refused.add(copy.id());
                case null -> {}
            }
        }
        store.save(items.kind(), stored);
        receiver.receive(server, outdated);
        List<UUID> again = new ArrayList<>(outdated.stream().map(SharedItem::id).toList());
        stored.stream()
                .filter(copy -> copy.copy().needsPush())
                .map(StoredCopy::id)
                .forEach(again::add);
        return again;
    }

    /**
     * Pushes items in one transaction, or one by one if the server refuses one of them.
     *
     * @return the result of each item that the server did not refuse
     */
    private static Map<UUID, PushResult> send(
            Sender sender, LocalItems items, List<StoredCopy> departing, Set<UUID> refused)
            throws StockServerException {
        Map<UUID, PushResult> results = new HashMap<>();
        try {
            List<PushResult> together = sender.send(
                    departing.stream().map(copy -> createPush(items, copy)).toList());
            for (int index = 0; index < departing.size(); index++) {
                results.put(departing.get(index).id(), together.get(index));
            }
        } catch (StockServerException failure) {
            if (failure.failure() != ServerFailure.UNSTORABLE && failure.failure() != ServerFailure.REFUSED) {
                throw failure;
            }
            LOG.log(Level.WARNING, "The server refuses a document", failure);
            if (departing.size() == 1) {
                refused.add(departing.getFirst().id());
            } else {
                for (StoredCopy copy : departing) {
                    results.putAll(send(sender, items, List.of(copy), refused));
                }
            }
        }
        return results;
    }

    private static ItemPush createPush(LocalItems items, StoredCopy stored) {
        ItemSyncState.Departure departure = stored.copy().departure().orElseThrow();
        return new ItemPush(
                items.kind(),
                stored.id(),
                departure.document().toJson(),
                stored.copy().version(),
                items.keys(departure.document()));
    }
}
