package app.forecourt.sharing;

import app.forecourt.advert.BlockRepository;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The building blocks of descriptions, which are one item, because their order counts. */
public record BlockSource(BlockRepository blocks) implements WholeSource {
    /** The id of the list in every stock. */
    private static final UUID LIST = new UUID(0, 1);

    @Override
    public Map<UUID, JsonNode> all() {
        ObjectNode stored = blocks.storedJson();
        return stored.isEmpty() ? Map.of() : Map.of(LIST, stored);
    }

    @Override
    public Optional<JsonNode> toStored(UUID id, JsonNode content) {
        return id.equals(LIST) ? blocks.toStored(content) : Optional.empty();
    }

    /** Replaces the list. A list is never deleted: a desk without blocks of its own has the standard ones. */
    @Override
    public boolean replace(UUID id, Optional<JsonNode> before, Optional<JsonNode> after) {
        return after.filter(_ -> id.equals(LIST)).map(list -> blocks.replace(before, list)).orElse(true);
    }
}
