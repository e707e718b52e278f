package app.forecourt.sharing;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.database.Database;
import app.forecourt.sharing.merge.FieldValue;
import app.forecourt.sharing.merge.FieldValue.Author;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.server.DuplicateGuardColumns;
import app.forecourt.sharing.server.SharedItem.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The items of one kind as this desk has them. All methods run within the caller's transaction. */
interface SyncedItemRepository {

    /**
     * An item as the desk has it.
     *
     * @param values the value of each field that this version knows, empty ones too
     * @param members the members of the document that never change
     * @param stamp a text that changes with the item; empty if nobody has typed the item here
     * @param changedAt the time of the last change
     * @param draft the draft of a car, because a document has no placeholders of photos
     * @param mayReachAutochat true if AutoChat has the car, may have it, or will be sent it
     */
    record Row(
            Map<String, JsonNode> values,
            Map<String, JsonNode> members,
            String stamp,
            Instant changedAt,
            CarDraft draft,
            boolean mayReachAutochat) {}

    /**
     * A document on its way to the desk.
     *
     * @param row the item that was merged; empty if the desk does not have it
     * @param lost values of other desks that get into the history, because others have replaced them
     */
    record Write(UUID id, Optional<Row> row, SharedDocument merged, Map<String, List<FieldValue>> lost) {}

    Kind kind();

    /** Returns the items that the server may not have as they are here, and those that have lost their row. */
    List<UUID> changed(Database database) throws SQLException;

    /** Returns an item if the desk has and understands it. */
    Optional<Row> find(Database database, UUID id) throws SQLException;

    /** Returns true if the desk has an item, even one that it can't understand. */
    boolean contains(Database database, UUID id) throws SQLException;

    /**
     * Returns the document of an item that the desk no longer has.
     *
     * @param last the last document of the desk
     */
    SharedDocument gone(SharedDocument last, Author author, Instant at);

    /** Returns true if the desk keeps such an item; a deleted one, for example, needs no row. */
    boolean isKept(SharedDocument document);

    /**
     * Returns true if a stamp is of an earlier time, as after a restored copy of the journal.
     *
     * @param stamp no empty one
     */
    boolean isEarlier(String stamp, String than);

    /**
     * Writes an item.
     *
     * @return the stamp of the row; empty if nothing is written, because the item is in use
     */
    Optional<String> write(Database transaction, Write write, Instant now) throws SQLException;

    /** Returns what the duplicate guard of the server needs of an item. */
    DuplicateGuardColumns facts(SharedDocument document);
}
