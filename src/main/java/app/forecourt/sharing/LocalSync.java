package app.forecourt.sharing;

import app.forecourt.journal.SyncTransactions;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.SyncBaseTable;
import app.forecourt.sharing.SyncedItemRepository.Row;
import app.forecourt.sharing.merge.CarDocumentMapper;
import app.forecourt.sharing.merge.DocumentMerge;
import app.forecourt.sharing.merge.FieldValue;
import app.forecourt.sharing.merge.FieldValue.Author;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.server.SharedItem;
import app.forecourt.sharing.server.SharedItem.Kind;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Gatherers;

/**
 * The desk's side of the sync. Compares the journal with what the server last had, and merges the documents of the
 * server into the journal. An item is read, merged and written in one transaction, together with its base. So a kill
 * does no harm, and nothing that the user types meanwhile is lost.
 */
final class LocalSync {
    private static final Logger LOG = Logger.getLogger(LocalSync.class.getName());
    /** Items in one transaction, so that the journal also saves what the user types. */
    private static final int BATCH = 50;

    private final SyncTransactions journal;
    private final Author author;
    private final Clock clock;
    private final Runnable step;

    /** @param step is called before each transaction and at its end, and throws to end the sync there */
    LocalSync(SyncTransactions journal, Author author, Clock clock, Runnable step) {
        this.journal = journal;
        this.author = author;
        this.clock = clock;
        this.step = step;
    }

    /**
     * An item as the desk has it now.
     *
     * @param row the row of the journal; empty if there is none
     * @param stamp the stamp of the row; empty if there is none
     * @param version the server's version of the base; 0 if it may not have the base
     * @param base the last document that the desk had from the server or had pushed
     * @param baseStamp the stamp of the row that had the base; empty if there is none
     * @param local the document of the desk
     */
    private record Known(
            UUID id,
            Optional<Row> row,
            String stamp,
            long version,
            SharedDocument base,
            String baseStamp,
            SharedDocument local) {
        boolean needsPush() {
            return version == 0 || !local.hasSameContent(base);
        }

        /** Returns the last document that the desk and the server are known to have in common. */
        SharedDocument common() {
            return version == 0 ? SharedDocument.EMPTY : base;
        }
    }

    /**
     * A document that the server lacks.
     *
     * @param version the server's version of the document from which this one was made; 0 if there is none
     * @param stamp the stamp of the row that has the document
     */
    record Departure(UUID id, SharedDocument document, long version, String stamp) {
        Departure withVersion(long stored) {
            return new Departure(id, document, stored, stamp);
        }
    }

    /**
     * The result of a merge.
     *
     * @param merged the merged items, with their documents
     * @param unsent the items that the server lacks as they are here
     */
    record Arrivals(Map<UUID, SharedDocument> merged, List<UUID> unsent, List<ReplacedText> replaced) {}

    /** A step with one item. */
    private interface ItemWork<T> {
        void run(Database transaction, T item) throws SQLException;
    }

    private <T> void inTransactions(List<T> items, ItemWork<T> work) {
        for (List<T> part : items.stream().gather(Gatherers.windowFixed(BATCH)).toList()) {
            step.run();
            journal.inTransaction(transaction -> {
                for (T item : part) {
                    work.run(transaction, item);
                }
                step.run();
                return part;
            });
        }
    }

    /** Returns the items that the server may not have as they are here. */
    List<UUID> findChanged(SyncedItemRepository items) {
        return journal.readConcurrently(items::changed);
    }

    /** Returns the last document that the desk had from the server or had pushed; an empty one if there is none. */
    SharedDocument base(SyncedItemRepository items, UUID id) {
        return journal.read(database ->
                        base(SyncBaseTable.find(database, items.kind().key(), id)))
                .orElse(SharedDocument.EMPTY);
    }

    /** Returns the document of an item; empty if there is none or if it is damaged. */
    static Optional<SharedDocument> base(Optional<SyncBaseTable.Version> item) {
        return item.flatMap(found -> SharedDocument.parse(found.base()));
    }

    /** Returns an item as the desk has it; empty if it can't be understood. */
    private Optional<Known> find(Database transaction, SyncedItemRepository items, UUID id) throws SQLException {
        Optional<Row> row = items.find(transaction, id);
        if (row.isEmpty() && items.contains(transaction, id)) {
            LOG.warning("An item can't be understood and is not synced: " + items.kind() + " " + id);
            return Optional.empty();
        }
        var item = SyncBaseTable.find(transaction, items.kind().key(), id);
        // A damaged document counts as none, so that this is a first contact.
        Optional<SharedDocument> last = base(item);
        SharedDocument base = last.orElse(SharedDocument.EMPTY);
        String baseStamp = item.map(SyncBaseTable.Version::stamp).orElse("");
        return Optional.of(new Known(
                id,
                row,
                row.map(Row::stamp).orElse(""),
                last.isEmpty() ? 0 : item.orElseThrow().version(),
                base,
                baseStamp,
                row.map(values -> local(items, values, base, baseStamp))
                        .orElseGet(() -> items.gone(base, author, clock.instant()))));
    }

    private SharedDocument local(SyncedItemRepository items, Row row, SharedDocument base, String baseStamp) {
        // Otherwise the row has what the base has or an arriving submission brought, or is that of a restored journal.
        boolean isTyped =
                !row.stamp().isEmpty() && !row.stamp().equals(baseStamp) && !items.isEarlier(row.stamp(), baseStamp);
        SharedDocument local = isTyped ? base.edited(row.values(), author, row.changedAt()) : base;
        if (base.equals(SharedDocument.EMPTY)) {
            for (var member : row.members().entrySet()) {
                local = local.withMember(member.getKey(), member.getValue());
            }
        }
        return undeleted(local, row);
    }

    private SharedDocument undeleted(SharedDocument document, Row row) {
        return row.mayReachAutochat() ? CarDocumentMapper.undeleted(document, author, row.changedAt()) : document;
    }

    /**
     * Returns what the server lacks of items. Also writes what the desk lacks, as after a restored copy of the journal.
     */
    List<Departure> departures(SyncedItemRepository items, List<UUID> ids) {
        List<Departure> departures = new ArrayList<>();
        inTransactions(ids, (transaction, id) -> {
            Optional<Known> found = find(transaction, items, id);
            if (found.isEmpty() || found.get().local().names().isEmpty()) {
                // Nobody has typed the row of a car that only came with a submission.
                return;
            }
            Known known = found.get();
            Optional<String> stamp = write(transaction, items, known, known.local(), Map.of());
            if (known.needsPush()) {
                String rowStamp = stamp.orElse(known.stamp());
                SharedDocument pushed = known.local().pushedBy(author.desk(), rowStamp, known.common());
                departures.add(new Departure(id, pushed, known.version(), rowStamp));
            } else if (stamp.isPresent() && !stamp.get().equals(known.baseStamp())) {
                save(transaction, items, id, known.version(), known.base(), stamp.get());
            }
        });
        return departures;
    }

    /**
     * Writes what the desk lacks of a document, and what belongs into the history.
     *
     * @return the stamp of the row; empty if the row is in use, so that it is written later
     */
    private Optional<String> write(
            Database transaction,
            SyncedItemRepository items,
            Known known,
            SharedDocument target,
            Map<String, List<FieldValue>> lost)
            throws SQLException {
        boolean isWritten = known.row()
                .map(row -> !lost.isEmpty() || !target.hasValues(row.values()))
                .orElseGet(() -> items.isKept(target));
        return isWritten
                ? items.write(
                        transaction,
                        new SyncedItemRepository.Write(known.id(), known.row(), target, lost),
                        clock.instant())
                : Optional.of(known.stamp());
    }

    private static void save(
            Database transaction, SyncedItemRepository items, UUID id, long version, SharedDocument base, String stamp)
            throws SQLException {
        SyncBaseTable.save(
                transaction, items.kind().key(), id, new SyncBaseTable.Version(version, base.toJson(), stamp));
    }

    /** Merges items of the server. */
    Arrivals receive(SyncedItemRepository items, List<SharedItem> remote) {
        Arrivals arrivals = new Arrivals(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        inTransactions(remote, (transaction, item) -> {
            Optional<Known> known = find(transaction, items, item.id());
            Optional<SharedDocument> document = SharedDocument.parse(item.document());
            if (document.isEmpty()) {
                LOG.warning("A document of the server is damaged: " + item.kind() + " " + item.id());
            } else if (known.filter(found -> item.version() > found.version()).isPresent()) {
                receive(transaction, items, known.get(), item.version(), document.get(), arrivals);
            }
        });
        return arrivals;
    }

    private void receive(
            Database transaction,
            SyncedItemRepository items,
            Known known,
            long version,
            SharedDocument remote,
            Arrivals arrivals)
            throws SQLException {
        DocumentMerge.Result result =
                new DocumentMerge(common(items, known, remote), known.version() == 0, known.local(), remote).run();
        SharedDocument merged =
                known.row().map(row -> undeleted(result.merged(), row)).orElse(result.merged());
        Map<String, List<FieldValue>> lost = new HashMap<>(remote.rivals(known.base()));
        result.lost()
                .forEach(name ->
                        lost.computeIfAbsent(name, _ -> new ArrayList<>()).add(remote.field(name)));
        Optional<String> stamp = write(transaction, items, known, merged, lost);
        if (stamp.isEmpty()) {
            // The push of the row after its next change brings the document again.
            return;
        }
        boolean isSame = merged.hasSameContent(remote);
        save(transaction, items, known.id(), version, result.base(), isSame ? stamp.get() : "");
        arrivals.merged().put(known.id(), merged);
        if (!isSame) {
            arrivals.unsent().add(known.id());
        }
        if (items.kind() == Kind.CAR) {
            arrivals.replaced().addAll(ReplacedText.of(known.id(), result, known.base(), remote, author.desk()));
        }
    }

    /** Returns the last document that the desk and the server had in common. */
    private SharedDocument common(SyncedItemRepository items, Known known, SharedDocument remote) {
        String pushed = remote.pushedStamp(author.desk());
        if (pushed.isEmpty()
                || known.stamp().isEmpty()
                || pushed.equals(known.base().pushedStamp(author.desk()))
                // The home was restored since.
                || items.isEarlier(known.stamp(), pushed)) {
            return known.common();
        }
        // The answer to a push was lost.
        return pushed.equals(known.stamp())
                ? known.local()
                : known.common().withPush(author.desk(), remote, known.local());
    }

    /** Notes that the server has documents of this desk, each with the server's version. */
    void onStored(SyncedItemRepository items, List<Departure> stored) {
        inTransactions(
                stored,
                (transaction, departure) -> save(
                        transaction,
                        items,
                        departure.id(),
                        departure.version(),
                        departure.document(),
                        departure.stamp()));
    }
}
