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

    /** Replaces the list. A list is never deleted: a desk without blocks of its own has the standard ones. */
    @Override
    public void write(UUID id, Optional<JsonNode> content) {
        content.filter(_ -> id.equals(LIST)).ifPresent(blocks::replace);
    }
}
