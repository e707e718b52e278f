package app.forecourt.sharing;

import app.forecourt.sharing.LocalSync.Departure;
import app.forecourt.sharing.server.ItemPushResult;
import app.forecourt.sharing.server.OutgoingItem;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.sharing.server.SharedItem;
import app.forecourt.sharing.server.StockServerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The pushes of a desk. An item is merged first if another desk was faster. */
final class ItemPusher {
    private static final Logger LOG = Logger.getLogger(ItemPusher.class.getName());
    /** Rounds of push and merge, while other desks change the same items. */
    private static final int ROUNDS = 20;

    private final LocalSync local;
    private final Receiver receiver;

    /** Merges items of the server. */
    interface Receiver {
        /** Returns the items of a kind that the server lacks as they are here. */
        List<UUID> receive(SyncedItemRepository kind, List<SharedItem> items);
    }

    ItemPusher(LocalSync local, Receiver receiver) {
        this.local = local;
        this.receiver = receiver;
    }

    /** Pushes items in one transaction of the server. */
    interface Sender {
        List<ItemPushResult> send(List<OutgoingItem> items) throws StockServerException;
    }

    /**
     * Pushes items and merges until the server has stored all that it does not refuse.
     *
     * @return the items that the server refuses
     */
    Set<UUID> push(SyncedItemRepository items, List<UUID> ids, Sender sender) throws StockServerException {
        Set<UUID> refused = new HashSet<>();
        List<UUID> left = ids;
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            left = pushOnce(items, left, sender, refused);
        }
        return refused;
    }

    /** Returns the items that need another push. */
    private List<UUID> pushOnce(SyncedItemRepository items, List<UUID> ids, Sender sender, Set<UUID> refused)
            throws StockServerException {
        List<Departure> departures = local.departures(items, ids);
        if (departures.isEmpty()) {
            return List.of();
        }
        Map<UUID, ItemPushResult> results = send(sender, items, departures, refused);
        List<Departure> stored = new ArrayList<>();
        List<SharedItem> outdated = new ArrayList<>();
        for (Departure departure : departures) {
            switch (results.get(departure.id())) {
                case ItemPushResult.Stored(long version) -> stored.add(departure.withVersion(version));
                case ItemPushResult.Outdated(SharedItem current) -> outdated.add(current);
                case ItemPushResult.Unreadable _ -> refused.add(departure.id());
                case null -> {}
            }
        }
        local.onStored(items, stored);
        return receiver.receive(items, outdated);
    }

    /**
     * Pushes items in one transaction, or one by one if the server refuses one of them.
     *
     * @return the result of each item that the server did not refuse
     */
    private static Map<UUID, ItemPushResult> send(
            Sender sender, SyncedItemRepository items, List<Departure> departing, Set<UUID> refused)
            throws StockServerException {
        Map<UUID, ItemPushResult> results = new HashMap<>();
        try {
            List<ItemPushResult> together = sender.send(departing.stream()
                    .map(departure -> createPush(items, departure))
                    .toList());
            for (int index = 0; index < departing.size(); index++) {
                results.put(departing.get(index).id(), together.get(index));
            }
        } catch (StockServerException failure) {
            if (failure.failure() != ServerFailure.REFUSED) {
                throw failure;
            }
            LOG.log(Level.WARNING, "The server refuses a document", failure);
            if (departing.size() == 1) {
                refused.add(departing.getFirst().id());
            } else {
                for (Departure departure : departing) {
                    results.putAll(send(sender, items, List.of(departure), refused));
                }
            }
        }
        return results;
    }

    private static OutgoingItem createPush(SyncedItemRepository items, Departure departure) {
        return new OutgoingItem(
                items.kind(),
                departure.id(),
                departure.document().toJson(),
                departure.version(),
                items.facts(departure.document()));
    }
}
