package app.forecourt.sharing.server;

import java.util.List;
import java.util.UUID;

/**
 * Items that were changed after a version, the oldest first.
 *
 * @param items the items. Items of kinds that this version of the program does not know are left out.
 * @param tooLarge the ids of items that are left out because their documents are too large
 * @param upTo the version up to which the desk has seen everything, for the next pull
 * @param isComplete false if there are more items after {@code upTo}
 * @param incarnation see {@link StockState}
 */
public record StockChanges(
        List<SharedItem> items, List<UUID> tooLarge, long upTo, boolean isComplete, String incarnation) {
    public StockChanges {
        items = List.copyOf(items);
        tooLarge = List.copyOf(tooLarge);
    }
}
