package app.forecourt.sharing;

import app.forecourt.journal.database.ColumnConverter;
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

/** Items without fields of their own: templates, and the list of building blocks. The latest version stays. */
final class WholeItems implements LocalItems {
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

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Map<UUID, String> stamps() {
        Map<UUID, String> stamps = new HashMap<>();
        source.all().forEach((id, content) -> stamps.put(id, stamp(content)));
        return stamps;
    }

    private static String stamp(JsonNode content) {
        return ColumnConverter.hash(content.toString());
    }

    @Override
    public Map<UUID, Present> find(List<UUID> ids) {
        Map<UUID, JsonNode> all = source.all();
        Map<UUID, Present> present = new HashMap<>();
        for (UUID id : ids) {
            JsonNode content = all.get(id);
            if (content != null) {
                deleted.remove(id);
                present.put(id, new Present(WholeDocument.values(Optional.of(content)), Map.of(),
                        stamp(content), Optional.empty(), false));
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
        return deleted.contains(id) ? local.edited(WholeDocument.values(Optional.empty()), author, at)
                : local;
    }

    @Override
    public boolean isKept(SharedDocument document) {
        return WholeDocument.content(document).isPresent();
    }

    @Override
    public Map<UUID, String> write(List<Write> writes) {
        Map<UUID, String> stamps = new HashMap<>();
        for (Write write : writes) {
            Optional<JsonNode> before = write.replaced()
                    .flatMap(present -> WholeDocument.content(present.values()));
            Optional<JsonNode> content = WholeDocument.content(write.merged());
            Optional<JsonNode> after = content.flatMap(item -> source.toStored(write.id(), item));
            if (content.isPresent() && after.isEmpty()) {
                // What this version can't store must not take away what the user has.
                stamps.put(write.id(), write.replaced().map(Present::stamp).orElse(""));
            } else if (source.replace(write.id(), before, after)) {
                stamps.put(write.id(), after.map(WholeItems::stamp).orElse(""));
            }
        }
        return stamps;
    }

    @Override
    public SubmissionKeys keys(SharedDocument document) {
        return SubmissionKeys.NONE;
    }
}
