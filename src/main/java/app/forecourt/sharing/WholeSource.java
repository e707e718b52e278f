package app.forecourt.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The place where a desk has items that are shared as a whole. The methods block on the disk. */
public interface WholeSource {
    /** A place without items. */
    WholeSource NONE = new WholeSource() {
        @Override
        public Map<UUID, JsonNode> all() {
            return Map.of();
        }

        @Override
        public void write(UUID id, Optional<JsonNode> content) {
            // Nothing is kept.
        }
    };

    /** Returns all items. */
    Map<UUID, JsonNode> all();

    /** Writes an item; empty to delete it. */
    void write(UUID id, Optional<JsonNode> content);
}
