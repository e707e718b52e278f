package app.forecourt.sharing;

import app.forecourt.advert.BlockRepository;
import app.forecourt.journal.database.ColumnConverter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The building blocks of descriptions, which are one item, because their order counts. While the user edits them, the
 * blocks of other desks wait.
 */
public record BlockSource(BlockRepository blocks) implements WholeSource {
    /** The id of the list in every stock. */
    private static final UUID LIST = new UUID(0, 1);

    @Override
    public Map<UUID, Item> all() {
        ObjectNode shared = blocks.sharedJson();
        return shared.isEmpty() ? Map.of() : Map.of(LIST, new Item(shared, stamp(shared)));
    }

    private static String stamp(JsonNode list) {
        return ColumnConverter.hash(list.toString());
    }

    @Override
    public Optional<JsonNode> toStored(UUID id, JsonNode content) {
        return id.equals(LIST) ? blocks.toStored(content) : Optional.empty();
    }

    /** Replaces the list. A list is never deleted: a desk without blocks of its own has the standard ones. */
    @Override
    public Optional<String> replace(UUID id, Optional<JsonNode> before, Optional<JsonNode> after) {
        return after.isEmpty() || !id.equals(LIST) ? Optional.of("")
                : after.filter(list -> blocks.replace(before, list)).map(BlockSource::stamp);
    }
}
