package app.forecourt.sharing.server;

/** The result of a push. */
public sealed interface ItemPushResult {

    /**
     * The result for a stored item. A push whose reply was lost counts as stored when it is repeated.
     *
     * @param version the version of the stored item, which is the base of the next push
     */
    record Stored(long version) implements ItemPushResult {}

    /**
     * The result for an item that another desk has changed meanwhile. Nothing was stored; the desk merges and pushes
     * again.
     *
     * @param current the item as the server has it
     */
    record Outdated(SharedItem current) implements ItemPushResult {}

    /** The result for an item whose row on the server is too large to be read. Nothing was stored. */
    record Unreadable() implements ItemPushResult {}
}
