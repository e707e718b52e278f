package app.forecourt.sharing;

import app.forecourt.sharing.LocalItems.Present;
import app.forecourt.sharing.SyncStateStore.StoredCopy;
import app.forecourt.sharing.merge.CarDocument;
import app.forecourt.sharing.merge.ItemSyncState;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.server.SharedItem;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The desk's side of the sync. Compares the journal with the copies, and merges the documents of the server into the
 * journal. Each step is stored before the next one begins, so that a kill between them does no harm. Used by one
 * thread.
 */
final class LocalSync {
    private static final Logger LOG = Logger.getLogger(LocalSync.class.getName());
    /** The largest number of rounds for an item that the user changes meanwhile. */
    private static final int MOST_ROUNDS = 5;

    private final SyncStateStore store;
    private final Author author;
    private final Clock clock;
    private final Runnable step;

    /** The desk whose edits these are. */
    record Author(UUID desk, String name) {}

    /**
     * An item as the desk has it now.
     *
     * @param stored the copy with the item's present stamp
     * @param present the journal's item; empty if the journal does not have it
     */
    private record Known(StoredCopy stored, Optional<Present> present) {
        StoredCopy with(ItemSyncState copy) {
            return new StoredCopy(stored.id(), copy, stored.stamp());
        }
    }

    /** @param step is called before each step of the disk, and throws to end the sync there */
    LocalSync(SyncStateStore store, Author author, Clock clock, Runnable step) {
        this.store = store;
        this.author = author;
        this.clock = clock;
        this.step = step;
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }

    /**
     * Returns the items that differ from their copies, and the unfinished ones, in the order of the stamps. Those that
     * the journal lacks come last. A row with an empty stamp always counts as different.
     */
    List<UUID> findChanged(LocalItems items) throws SQLException {
        Map<UUID, String> copies = store.stamps(items.kind());
        Set<UUID> unfinished = new LinkedHashSet<>(store.unfinished(items.kind()));
        List<UUID> changed = new ArrayList<>();
        items.stamps().forEach((id, stamp) -> {
            boolean isUnfinished = unfinished.remove(id);
            if (!stamp.equals(copies.remove(id)) || stamp.isEmpty() || isUnfinished) {
                changed.add(id);
            }
        });
        copies.forEach((id, stamp) -> {
            if (!stamp.isEmpty()) {
                changed.add(id);
                unfinished.remove(id);
            }
        });
        changed.addAll(unfinished);
        return changed;
    }

    /** Returns the copies of items with what the desk has now. Items that can't be understood are left out. */
    private List<Known> refresh(LocalItems items, List<UUID> ids, Set<UUID> remote) throws SQLException {
        Map<UUID, Present> present = items.find(ids);
        List<Known> known = new ArrayList<>();
        for (UUID id : ids) {
            StoredCopy stored = store.find(items.kind(), id);
            Optional<Present> item = Optional.ofNullable(present.get(id));
            if (item.isEmpty() && items.isUnreadable(id)) {
                LOG.warning("An item can't be understood and is not exchanged: " + items.kind() + " " + id);
                continue;
            }
            ItemSyncState copy = item.map(values -> refreshed(items, stored, values, remote.contains(id)))
                    .orElseGet(() -> {
                        ItemSyncState left = stored.copy().recovered(false, Map.of(), author.name(), clock.instant());
                        return left.withLocal(items.gone(id, left.local(), author.name(), clock.instant()));
                    });
            String stamp = item.map(Present::stamp).orElse("");
            known.add(new Known(new StoredCopy(id, copy, stamp), item));
        }
        return known;
    }

    /** @param isRemote true if a document of the server follows */
    private ItemSyncState refreshed(LocalItems items, StoredCopy stored, Present present, boolean isRemote) {
        ItemSyncState copy = stored.copy();
        boolean isFirstContact = copy.equals(ItemSyncState.NONE);
        // Otherwise the row has what an arriving submission brought, or is that of a restored journal.
        boolean isTyped = !present.stamp().isEmpty() && !items.isEarlier(present.stamp(), stored.stamp());
        if (copy.arrival().isPresent()) {
            SharedDocument merged = copy.arrival().get().merged();
            boolean isApplied = isTyped
                    && present.token()
                            .map(copy.arrival().get().token()::equals)
                            .orElseGet(() -> merged.hasValues(present.values()));
            copy = copy.recovered(isApplied, isTyped ? present.values() : Map.of(), author.name(), clock.instant());
        } else if (isFirstContact
                ? isTyped || !isRemote
                : isTyped && !present.stamp().equals(stored.stamp())) {
            copy = copy.edited(present.values(), author.name(), clock.instant());
        }
        if (isFirstContact) {
            for (var member : present.members().entrySet()) {
                copy = copy.withLocal(copy.local().withMember(member.getKey(), member.getValue()));
            }
        }
        return present.mayReachAutochat()
                ? copy.withLocal(CarDocument.undeleted(copy.local(), author.name(), clock.instant()))
                : copy;
    }

    /**
     * Brings what the desk has changed into the copies. Also writes what the desk lacks, as after a restored copy of
     * the journal.
     *
     * @return the copies of those that the server lacks
     */
    List<StoredCopy> captureLocalEdits(LocalItems items, List<UUID> ids) throws SQLException {
        return merge(items, ids, Map.of()).stream()
                .filter(stored -> stored.copy().needsPush())
                .toList();
    }

    /**
     * Merges items of the server.
     *
     * @return the copies after the merge
     */
    List<StoredCopy> receive(LocalItems items, List<SharedItem> remote) throws SQLException {
        Map<UUID, SharedItem> byId = new HashMap<>();
        remote.forEach(item -> byId.put(item.id(), item));
        return merge(items, List.copyOf(byId.keySet()), byId);
    }

    private List<StoredCopy> merge(LocalItems items, List<UUID> ids, Map<UUID, SharedItem> remote) throws SQLException {
        List<StoredCopy> done = new ArrayList<>();
        List<UUID> left = ids;
        for (int round = 0; round < MOST_ROUNDS && !left.isEmpty(); round++) {
            List<StoredCopy> copies = new ArrayList<>();
            Map<UUID, StoredCopy> underWay = new HashMap<>();
            List<LocalItems.Write> writes = new ArrayList<>();
            for (Known known : refresh(items, left, remote.keySet())) {
                ItemSyncState copy = received(known, remote.get(known.stored().id()));
                Optional<LocalItems.Write> write = pendingWrite(items, known, copy);
                boolean bringsOnlyRivals = write.isEmpty() && bringsRivals(copy);
                StoredCopy next = known.with(write.isPresent() || bringsOnlyRivals ? copy : copy.applied());
                copies.add(next);
                if (write.isPresent() || bringsOnlyRivals) {
                    underWay.put(next.id(), next);
                    write.ifPresent(writes::add);
                } else {
                    done.add(next);
                }
            }
            step.run();
            // The document on its way is stored before the journal gets it.
            store.save(items.kind(), copies);
            step.run();
            List<StoredCopy> applied = apply(items, underWay, writes);
            done.addAll(applied);
            left = List.copyOf(underWay.keySet());
        }
        return done;
    }

    /**
     * Writes documents, and removes them from those under way. One that brings only rivals needs no write. Its item is
     * read again, because the user may have typed before the rivals could be seen.
     *
     * @return the written ones
     */
    private List<StoredCopy> apply(LocalItems items, Map<UUID, StoredCopy> underWay, List<LocalItems.Write> writes)
            throws SQLException {
        List<StoredCopy> applied = new ArrayList<>();
        if (underWay.isEmpty()) {
            return applied;
        }
        Set<UUID> written = writes.stream().map(LocalItems.Write::id).collect(Collectors.toSet());
        Map<UUID, String> stamps = new HashMap<>();
        if (!writes.isEmpty()) {
            stamps.putAll(items.write(writes));
        }
        List<StoredCopy> unwritten = underWay.values().stream()
                .filter(copy -> !written.contains(copy.id()))
                .toList();
        if (!unwritten.isEmpty()) {
            Map<UUID, Present> present =
                    items.find(unwritten.stream().map(StoredCopy::id).toList());
            unwritten.stream()
                    .filter(copy -> copy.stamp().equals(stamp(present.get(copy.id()))))
                    .forEach(copy -> stamps.put(copy.id(), copy.stamp()));
        }
        stamps.forEach((id, stamp) -> Optional.ofNullable(underWay.remove(id))
                .ifPresent(copy -> applied.add(new StoredCopy(id, copy.copy().applied(), stamp))));
        step.run();
        store.save(items.kind(), applied);
        return applied;
    }

    private static String stamp(@Nullable Present present) {
        return present == null ? "" : present.stamp();
    }

    private static boolean bringsRivals(ItemSyncState copy) {
        return copy.arrival()
                .map(ItemSyncState.Arrival::merged)
                .filter(merged -> merged.namesWithRivals().stream()
                        .anyMatch(name -> !copy.local().rivals(name).containsAll(merged.rivals(name))))
                .isPresent();
    }

    private ItemSyncState received(Known known, @Nullable SharedItem item) {
        ItemSyncState copy = known.stored().copy();
        if (item == null) {
            return copy;
        }
        Optional<SharedDocument> document = SharedDocument.parse(item.document());
        if (document.isEmpty()) {
            LOG.warning("A document of the server is damaged: " + item.kind() + " " + item.id());
            return copy;
        }
        ItemSyncState received = copy.received(author.desk().toString(), newToken(), item.version(), document.get());
        boolean isSent = known.present().filter(Present::mayReachAutochat).isPresent();
        return isSent
                ? received.withMerged(merged -> CarDocument.undeleted(merged, author.name(), clock.instant()))
                : received;
    }

    /** Returns what the desk must write; empty if it has the document already or does not keep such items. */
    private static Optional<LocalItems.Write> pendingWrite(LocalItems items, Known known, ItemSyncState copy) {
        SharedDocument target =
                copy.arrival().map(ItemSyncState.Arrival::merged).orElse(copy.local());
        boolean isWritten = known.present()
                .map(present -> !target.hasValues(present.values()))
                .orElseGet(() -> items.isKept(target));
        return isWritten
                ? Optional.of(new LocalItems.Write(
                        known.stored().id(),
                        known.present(),
                        copy.local(),
                        target,
                        copy.arrival().map(ItemSyncState.Arrival::token).orElseGet(LocalSync::newToken)))
                : Optional.empty();
    }
}
