package app.forecourt.sharing;

import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.merge.WholeDocument;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.sharing.server.SubmissionKeys;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Items without fields of their own: templates, and the list of building blocks. The latest template stays; the lists
 * of blocks of two desks are merged by block.
 */
final class WholeItems implements LocalItems {
    /** The end of the stamp of an item that the desk no longer has. */
    private static final String MISSING = "-";

    private final Kind kind;
    private final WholeSource source;
    /** The items that the user has deleted. Any other missing item is one of a restored journal. */
    private final Set<UUID> deleted = ConcurrentHashMap.newKeySet();

    WholeItems(Kind kind, WholeSource source) {
        this.kind = kind;
        this.source = source;
    }

    /** Notes that the user has deleted an item, unless it is there. */
    void noteDeleted(UUID id) {
        deleted.add(id);
    }

    /**
     * Notes that the user has saved an item, if it is there. The item is no row of a restored journal, even if its time
     * is earlier, because the clock may have been set back.
     *
     * @param last the stamp that the item had
     */
    void noteSaved(UUID id, String last) {
        Optional.ofNullable(source.all().get(id))
                .filter(item -> isEarlier(item.stamp(), last))
                .ifPresent(_ -> source.renew(id, last));
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Map<UUID, String> stamps() {
        Map<UUID, String> stamps = new HashMap<>();
        source.all().forEach((id, item) -> stamps.put(id, item.stamp()));
        return stamps;
    }

    @Override
    public boolean isEarlier(String stamp, String than) {
        return source.isEarlier(stamp, than);
    }

    /**
     * Returns a later stamp than the last one, so that a row of a restored journal does not bring a deleted item back.
     */
    @Override
    public String stampOfMissing(String last) {
        return last.isEmpty() || last.endsWith(MISSING) ? last : last + MISSING;
    }

    @Override
    public Map<UUID, Present> find(List<UUID> ids) {
        Map<UUID, WholeSource.Item> all = source.all();
        Map<UUID, Present> present = new HashMap<>();
        for (UUID id : ids) {
            WholeSource.Item item = all.get(id);
            if (item != null) {
                deleted.remove(id);
                present.put(
                        id,
                        new Present(
                                WholeDocument.values(Optional.of(item.content())),
                                Map.of(),
                                item.stamp(),
                                Optional.empty(),
                                false));
            }
        }
        return present;
    }

    @Override
    public boolean isUnreadable(UUID id) {
        return false;
    }

    @Override
    public SharedDocument gone(UUID id, SharedDocument local, String author, Instant at) {
        return deleted.contains(id) ? local.edited(WholeDocument.values(Optional.empty()), author, at) : local;
    }

    @Override
    public boolean isKept(SharedDocument document) {
        return WholeDocument.content(document).isPresent();
    }

    @Override
    public Map<UUID, String> write(List<Write> writes) {
        Map<UUID, String> stamps = new HashMap<>();
        for (Write write : writes) {
            Optional<JsonNode> before = write.replaced().flatMap(present -> WholeDocument.content(present.values()));
            Optional<JsonNode> content = WholeDocument.content(write.merged());
            Optional<JsonNode> after = content.flatMap(item -> source.toStored(write.id(), item));
            String replaced = write.replaced().map(Present::stamp).orElse("");
            if (content.isPresent() && after.isEmpty()) {
                // What this version can't store must not take away what the user has.
                stamps.put(write.id(), replaced);
            } else {
                source.replace(write.id(), before, after)
                        .ifPresent(stamp -> stamps.put(
                                write.id(),
                                after.isPresent()
                                        ? stamp
                                        : stampOfMissing(isEarlier(replaced, write.last()) ? write.last() : replaced)));
            }
        }
        return stamps;
    }

    @Override
    public boolean isWriteRepeated() {
        return true;
    }

    @Override
    public SubmissionKeys keys(SharedDocument document) {
        return SubmissionKeys.NONE;
    }
}
