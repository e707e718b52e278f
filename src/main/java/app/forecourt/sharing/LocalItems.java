package app.forecourt.sharing;

import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.sharing.server.SubmissionKeys;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The items of one kind as this desk has them. All methods block on the disk. */
interface LocalItems {

    /**
     * An item as the desk has it.
     *
     * @param values the value of each field that this version knows, empty ones too
     * @param members the members of the document that never change
     * @param stamp a text that changes with the item; empty if nobody has typed the item here
     * @param token the token of the version that was merged into the item last; empty if that is unknown
     * @param mayReachAutochat true if AutoChat has the car, may have it, or will be sent it
     */
    record Present(
            Map<String, JsonNode> values,
            Map<String, JsonNode> members,
            String stamp,
            Optional<String> token,
            boolean mayReachAutochat) {}

    /**
     * A document on its way to the desk.
     *
     * @param replaced the item that was merged; empty if the desk does not have it
     * @param before the document of the desk before the merge
     */
    record Write(UUID id, Optional<Present> replaced, SharedDocument before, SharedDocument merged, String token) {}

    Kind kind();

    /** Returns the stamps of all items, also of those that can't be understood. */
    Map<UUID, String> stamps();

    /** Returns those of the items that the desk has and understands. */
    Map<UUID, Present> find(List<UUID> ids);

    /** Returns true if the desk has an item that it can't understand. */
    boolean isUnreadable(UUID id);

    /**
     * Returns the document of an item that the desk no longer has.
     *
     * @param local the last document of the desk
     */
    SharedDocument gone(UUID id, SharedDocument local, String author, Instant at);

    /** Returns true if the desk keeps such an item; a deleted one, for example, needs no row. */
    boolean isKept(SharedDocument document);

    /**
     * Returns true if a stamp is of an earlier time, as after a restored copy of the journal.
     *
     * @param stamp no empty one
     */
    default boolean isEarlier(String stamp, String than) {
        return false;
    }

    /**
     * Writes items.
     *
     * @return the stamp of each written item. An item that was changed since it was read, or is being edited, is left
     *     out.
     */
    Map<UUID, String> write(List<Write> writes);

    /** Returns the keys by which the server knows an item. */
    SubmissionKeys keys(SharedDocument document);
}
