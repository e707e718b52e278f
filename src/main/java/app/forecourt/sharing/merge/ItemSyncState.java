package app.forecourt.sharing.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A desk's copy of a shared item: what the server has, what the desk has, and the step under way. It is stored before
 * and after each step, so that a kill loses nothing and makes no false conflict. Immutable.
 *
 * @param version the server's version of the base; 0 if the server did not have the item
 * @param base the last document that the desk and the server had
 * @param local the document of the desk, with edits that the server lacks
 * @param arrival a document of the server whose merge is being written into the journal
 * @param departure a document whose push was begun and has no answer yet
 */
public record ItemSyncState(
        long version,
        SharedDocument base,
        SharedDocument local,
        Optional<Arrival> arrival,
        Optional<Departure> departure) {
    /** The copy of an item that neither side has. */
    public static final ItemSyncState NONE =
            new ItemSyncState(0, SharedDocument.EMPTY, SharedDocument.EMPTY, Optional.empty(), Optional.empty());

    /**
     * A document of the server on its way into the journal.
     *
     * @param token a random text, which the journal gets with the result, so that the next start knows whether it did
     * @param remote the document of the server
     * @param merged the result, which the journal gets
     */
    public record Arrival(String token, long version, SharedDocument remote, SharedDocument merged) {}

    /**
     * A document on its way to the server.
     *
     * @param token a random text, by which the desk recognizes its push in a later document
     */
    public record Departure(String token, SharedDocument document) {}

    /** Returns the copy with the values that the journal has now. */
    public ItemSyncState edited(Map<String, JsonNode> values, String author, Instant at) {
        return withLocal(local.edited(values, author, at));
    }

    /** Returns the copy with another document of the desk. */
    public ItemSyncState withLocal(SharedDocument changed) {
        return new ItemSyncState(version, base, changed, arrival, departure);
    }

    /** Returns true if the server lacks something of this desk. */
    public boolean needsPush() {
        return departure.isPresent() || (arrival.isEmpty() && !local.hasSameContent(base));
    }

    /**
     * Returns the copy with the document of the server to merge. Without a newer version nothing changes. A push whose
     * answer was lost becomes the base if the server's document was made from it.
     *
     * @param desk the id of this desk
     * @param token a random text
     */
    public ItemSyncState received(String desk, String token, long newVersion, SharedDocument remote) {
        if (newVersion <= version) {
            return this;
        }
        SharedDocument common = departure
                .filter(push -> remote.containsPush(desk, push.token()))
                .map(Departure::document)
                .orElse(base);
        SharedDocument merged = new DocumentMerge(common, local, remote).run();
        return new ItemSyncState(
                version, common, local, Optional.of(new Arrival(token, newVersion, remote, merged)), Optional.empty());
    }

    /** Returns the copy with another merged document. */
    public ItemSyncState withMerged(UnaryOperator<SharedDocument> change) {
        return new ItemSyncState(
                version,
                base,
                local,
                arrival.map(coming ->
                        new Arrival(coming.token(), coming.version(), coming.remote(), change.apply(coming.merged()))),
                departure);
    }

    /** Returns the copy after the journal has got the merged document. */
    public ItemSyncState applied() {
        return arrival.map(done -> new ItemSyncState(
                        done.version(), done.remote(), done.merged(), Optional.empty(), Optional.empty()))
                .orElse(this);
    }

    /**
     * Returns the copy after the program ended while the journal was being written. The user may have typed since, but
     * has not seen the rivals of the merged document.
     *
     * @param isApplied true if the journal has got the merged document
     * @param values the values that the journal has now
     */
    public ItemSyncState recovered(boolean isApplied, Map<String, JsonNode> values, String author, Instant at) {
        if (arrival.isEmpty() || !isApplied) {
            return new ItemSyncState(version, base, local, Optional.empty(), departure).edited(values, author, at);
        }
        SharedDocument merged = arrival.get().merged();
        return applied().withLocal(merged.edited(values, author, at).withUnseenRivals(merged, local));
    }

    /** Returns the copy with a push to begin; a push without an answer is repeated as it was. */
    public ItemSyncState departing(String desk, String token) {
        return departure.isPresent()
                ? this
                : new ItemSyncState(
                        version, base, local, arrival, Optional.of(new Departure(token, local.pushedBy(desk, token))));
    }

    /** Returns the copy after the server has stored the push. */
    public ItemSyncState stored(long newVersion) {
        return departure
                .map(push -> new ItemSyncState(newVersion, push.document(), local, arrival, Optional.empty()))
                .orElse(this);
    }
}
