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
        public Map<UUID, Item> all() {
            return Map.of();
        }

        @Override
        public Optional<JsonNode> toStored(UUID id, JsonNode content) {
            return Optional.empty();
        }

        @Override
        public Optional<String> replace(UUID id, Optional<JsonNode> before, Optional<JsonNode> after) {
            return Optional.of("");
        }
    };

    /**
     * An item as it is stored here.
     *
     * @param stamp a text that changes with the item
     */
    record Item(JsonNode content, String stamp) {}

    /** Returns all items. */
    Map<UUID, Item> all();

    /** Returns true if a stamp is of an earlier time, as after a restored copy of the journal. */
    default boolean isEarlier(String stamp, String than) {
        return false;
    }

    /** Gives an item a later stamp than an earlier version of it had. */
    default void renew(UUID id, String than) {}

    /** Returns an item of another desk as it is stored here; empty if it can't be. */
    Optional<JsonNode> toStored(UUID id, JsonNode content);

    /**
     * Replaces an item. Does nothing if the user has changed it since it was read, or is editing it.
     *
     * @param before the item as it was read; empty if it was missing
     * @param after the item as it is stored here; empty to delete it
     * @return the stamp of the stored item, {@code ""} for a deleted one; empty if nothing was done
     */
    Optional<String> replace(UUID id, Optional<JsonNode> before, Optional<JsonNode> after);
}
