package app.forecourt.sharing;

import app.forecourt.sharing.merge.ItemCopy;
import java.util.UUID;

/**
 * The copy of a shared item on the disk.
 *
 * @param stamp the stamp of the journal's row that the copy has; {@code ""} if the journal did not have the item
 */
record StoredCopy(UUID id, ItemCopy copy, String stamp) {
    /** Returns the copy of an item that was never exchanged. */
    static StoredCopy none(UUID id) {
        return new StoredCopy(id, ItemCopy.NONE, "");
    }
}
