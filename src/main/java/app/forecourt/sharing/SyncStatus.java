package app.forecourt.sharing;

import app.forecourt.sharing.server.DeskPresence;
import app.forecourt.sharing.server.ServerFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The status of a desk that shares its stock. Times are those of this desk's clock, but those of other desks are the
 * server's.
 */
public sealed interface SyncStatus {
    /** Returns why the server can't be used; empty if it can, or if the reason is on this computer. */
    default Optional<ServerFailure> reason() {
        return this instanceof Alone(Instant _, ServerFailure failure) ? Optional.of(failure) : Optional.empty();
    }

    /** The desk has not synced anything since its start. */
    record Starting() implements SyncStatus {}

    /**
     * The desk takes in or sends out much, as after it has joined a stock.
     *
     * @param done the items that are synced
     * @param total the items to sync; may grow
     */
    record Joining(int done, int total) implements SyncStatus {}

    /**
     * The desk has what the others have.
     *
     * @param desks the desks that are at work, this one too
     * @param syncedAt the time of the last sync
     * @param tooLarge the rows of the stock that were left out since the start, because they are too large
     */
    record Together(List<DeskPresence> desks, Instant syncedAt, int tooLarge) implements SyncStatus {
        public Together {
            desks = List.copyOf(desks);
        }
    }

    /**
     * The server can't be used. The desk works on alone, and everything is kept here.
     *
     * @param since the time of the last sync, or of the start
     */
    record Alone(Instant since, ServerFailure failure) implements SyncStatus {}

    /** The journal or the file of the copies can't be used. The sync is tried again. */
    record DiskFailure(Instant since) implements SyncStatus {}

    /** A bug has ended the last sync. It is in the log. The sync is tried again. */
    record Faulty(Instant since) implements SyncStatus {}
}
