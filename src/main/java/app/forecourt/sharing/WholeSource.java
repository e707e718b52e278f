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
        public Optional<JsonNode> toStored(UUID id, JsonNode content) {
            return Optional.empty();
        }

        @Override
        public boolean replace(UUID id, Optional<JsonNode> before, Optional<JsonNode> after) {
            return true;
        }
    };

    /** Returns all items. */
    Map<UUID, JsonNode> all();

    /** Returns an item of another desk as it is stored here; empty if it can't be. */
    Optional<JsonNode> toStored(UUID id, JsonNode content);

    /**
     * Replaces an item. Does nothing if the user has changed it since it was read.
     *
     * @param before the item as it was read; empty if it was missing
     * @param after the item as it is stored here; empty to delete it
     * @return false if the user has changed the item
     */
    boolean replace(UUID id, Optional<JsonNode> before, Optional<JsonNode> after);
}
