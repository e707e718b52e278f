package app.forecourt.sharing.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A client of the server of a shared stock, for one desk. Has one connection, which it opens when it is needed. Each
 * method blocks until its answer is there, and one runs at a time.
 *
 * <p>After {@link ServerFailure#BROKEN_MEANWHILE} the caller repeats a write with the same ids: no write is done twice.
 */
public final class StockClient implements AutoCloseable {
    private final Desk desk;
    private final StockConnection connection;

    /**
     * What the user has confirmed before a car is sent again.
     *
     * @param submissions the ids of earlier submissions
     * @param there those of them by which the environment had the car when the user confirmed
     */
    public record Confirmed(Set<UUID> submissions, Set<UUID> there) {
        public static final Confirmed NOTHING = new Confirmed(Set.of(), Set.of());

        public Confirmed {
            submissions = Set.copyOf(submissions);
            there = Set.copyOf(there);
        }

        /** Returns whether the user need not be asked about a submission. */
        boolean covers(ClaimResult.Duplicate duplicate) {
            UUID id = duplicate.submission().id();
            return submissions.contains(id) && (!duplicate.isThere() || there.contains(id));
        }
    }

    /** A desk and the name that its user gave it. */
    public record Desk(UUID id, String name) {}

    /**
     * Creates a client without connecting.
     *
     * @param stockId the stock that the desk has joined; empty if any will do
     */
    public StockClient(ServerAddress address, String password, Desk desk, Optional<UUID> stockId) {
        this(new ConnectionOpener(address, password, ConnectionOpener.Limits.USUAL), desk, stockId);
    }

    StockClient(ConnectionOpener opener, Desk desk, Optional<UUID> stockId) {
        this.desk = desk;
        this.connection = new StockConnection(opener, stockId);
    }

    /** Returns the desk that uses the server. */
    public Desk desk() {
        return desk;
    }

    /** Returns the state of the stock. Creates or renews the schema if it has to and may. */
    public StockState state() throws StockServerException {
        return connection.inTransaction(transaction -> StockStateTable.state(transaction, connection.incarnation()));
    }

    /**
     * Returns the items that were changed after a version.
     *
     * @param limit the maximum number of items
     */
    public StockChanges changesSince(long version, int limit) throws StockServerException {
        return connection.inTransaction(transaction -> {
            requireStill(transaction);
            return ItemTable.changesSince(transaction, connection.incarnation(), version, limit);
        });
    }

    private void requireStill(Connection transaction) throws SQLException, StockServerException {
        if (!StockStateTable.isStill(transaction, connection.incarnation())) {
            // The next connection reads the incarnation again.
            throw new StockServerException(ServerFailure.BROKEN_MEANWHILE);
        }
    }

    /** Returns the incarnation of the database as it is now. */
    public String incarnation() throws StockServerException {
        for (boolean isRepeated = false; ; isRepeated = true) {
            try {
                return connection.inTransaction(transaction -> {
                    requireStill(transaction);
                    return connection.incarnation();
                });
            } catch (StockServerException replaced) {
                if (isRepeated || replaced.failure() != ServerFailure.BROKEN_MEANWHILE) {
                    throw replaced;
                }
            }
        }
    }

    /** Returns the number of items that were changed after a version. */
    public int countSince(long version) throws StockServerException {
        return connection.inTransaction(transaction -> ItemTable.countSince(transaction, version));
    }

    /**
     * Stores items in one transaction. Leaves out those that another desk has changed. No item is there twice. The
     * submissions of a car must be in the order in which they were requested.
     *
     * @return the results in the order of the items
     */
    public List<ItemPushResult> push(List<OutgoingItem> items) throws StockServerException {
        return items.isEmpty() ? List.of() : connection.inTransaction(transaction -> push(transaction, items));
    }

    private static List<ItemPushResult> push(Connection transaction, List<OutgoingItem> items)
            throws SQLException, StockServerException {
        long first = StockStateTable.raise(transaction, items.size()) - items.size() + 1;
        List<ItemPushResult> results = ItemTable.push(transaction, items, first);
        if (results.stream()
                .noneMatch(result -> result instanceof ItemPushResult.Stored(long stored) && stored >= first)) {
            transaction.rollback();
        }
        return results;
    }

    /**
     * Claims a car for a submission, and looks for duplicates of it among the submissions of all desks. A claim whose
     * reply was lost is granted again.
     *
     * <p>Several claims may be open: a doubtful claim beside that of the next desk, or claims of other cars with the
     * same VIN or plate. The answer names one at a time. A submission that is there since the user confirmed it is a
     * duplicate again.
     *
     * @param facts what the duplicate guard needs of the submission
     * @param takenOver all claims of other submissions that the user takes over, as the user has seen them one by one
     */
    public ClaimResult claim(
            UUID submission, DuplicateGuardColumns facts, Confirmed confirmed, Set<UnsettledClaim> takenOver)
            throws StockServerException {
        return connection.inTransaction(transaction -> {
            ClaimResult result = ClaimTable.claim(transaction, desk, submission, facts, confirmed, takenOver);
            if (!(result instanceof ClaimResult.Granted)) {
                transaction.rollback();
            }
            return result;
        });
    }

    /**
     * Notes that the POST follows now. A POST without this note is forbidden. So is one of a car that is there by an
     * outcome or a verdict since the claim, or that may be there by a submission without a claim.
     *
     * @param tries the tries that the submission had before
     * @param confirmed the submissions that the user has confirmed
     * @return false if there must be no POST, also if another desk has taken the claim over
     */
    public boolean begin(UUID claim, int tries, Confirmed confirmed) throws StockServerException {
        return connection.inTransaction(transaction -> ClaimTable.begin(transaction, desk, claim, tries, confirmed));
    }

    /**
     * Notes that the submission waits for its next try, because the POST has certainly not arrived. If another desk has
     * taken the claim over, it knows then that the car is not there.
     *
     * @return false if another desk has taken the claim over
     */
    public boolean hold(UUID claim) throws StockServerException {
        return connection.inTransaction(transaction -> ClaimTable.hold(transaction, desk, claim));
    }

    /**
     * Stores a submission with its outcome and settles its claim, in one transaction. If the submission is outdated,
     * the claim stays open.
     */
    public ItemPushResult settle(UUID claim, OutgoingItem submission) throws StockServerException {
        return connection.inTransaction(transaction -> {
            ItemPushResult result = push(transaction, List.of(submission)).getFirst();
            if (result instanceof ItemPushResult.Stored) {
                ClaimTable.settle(transaction, desk, claim);
            }
            return result;
        });
    }

    /** Releases a claim of this desk whose submission will not be sent. Does nothing if the claim is no longer open. */
    public void release(UUID claim) throws StockServerException {
        connection.inTransaction(transaction -> {
            ClaimTable.release(transaction, desk, claim);
            return true;
        });
    }

    /** Returns the open claims of this desk, for example after a start. */
    public List<UnsettledClaim> ownOpenClaims() throws StockServerException {
        return connection.inTransaction(transaction -> ClaimTable.ownOpenClaims(transaction, desk));
    }

    /**
     * Shows the other desks that this one is there.
     *
     * @param car the car in its form
     */
    public void setPresence(Optional<UUID> car) throws StockServerException {
        connection.inTransaction(transaction -> {
            DeskPresence.set(transaction, desk, car);
            return true;
        });
    }

    /** Returns the desks that are at work, this one too. */
    public List<DeskPresence> desks() throws StockServerException {
        return connection.inTransaction(DeskPresence::all);
    }

    /** Notes that this desk is no longer at work. */
    public void leave() throws StockServerException {
        connection.inTransaction(transaction -> {
            DeskPresence.remove(transaction, desk);
            return true;
        });
    }

    /** Closes the connection without waiting for the server. A method that is running fails. */
    @Override
    public void close() {
        connection.close();
    }
}
