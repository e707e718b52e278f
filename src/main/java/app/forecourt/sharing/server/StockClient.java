package app.forecourt.sharing.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The server of a shared stock, as one desk uses it. Has one connection, which it opens when it is needed. Each method
 * blocks until its answer is there, and one runs at a time.
 *
 * <p>
 * After {@link ServerFailure#BROKEN_MEANWHILE} the caller repeats a write with the same ids: no write is done twice.
 */
public final class StockClient implements AutoCloseable {
    private final ConnectionOpener opener;
    private final Desk desk;
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable UUID stockId;
    private String incarnation = "";
    private volatile @Nullable Connection connection;
    private volatile boolean isClosed;

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

    /** Statements that are executed in one transaction. They may be repeated if the connection breaks. */
    private interface Work<T> {
        T run(Connection transaction) throws SQLException, StockServerException;
    }

    /**
     * Creates a server without connecting.
     *
     * @param stockId the stock that the desk has joined; empty if any will do
     */
    public StockClient(ServerAddress address, String password, Desk desk, Optional<UUID> stockId) {
        this(new ConnectionOpener(address, password, ConnectionOpener.Limits.USUAL), desk, stockId);
    }

    StockClient(ConnectionOpener opener, Desk desk, Optional<UUID> stockId) {
        this.opener = opener;
        this.desk = desk;
        this.stockId = stockId.orElse(null);
    }

    /** Returns the desk that uses the server. */
    public Desk desk() {
        return desk;
    }

    /** Returns the state of the stock. Creates or renews the schema if it has to and may. */
    public StockState state() throws StockServerException {
        return inTransaction(transaction -> StockTable.state(transaction, incarnation));
    }

    /**
     * Returns the items that were changed after a version.
     *
     * @param limit the maximum number of items
     */
    public StockChanges changesSince(long version, int limit) throws StockServerException {
        return inTransaction(transaction -> {
            if (!StockTable.isStill(transaction, incarnation)) {
                // The next connection reads the incarnation again.
                throw new StockServerException(ServerFailure.BROKEN_MEANWHILE);
            }
            return ItemTable.changesSince(transaction, incarnation, version, limit);
        });
    }

    /** Returns the number of items that were changed after a version. */
    public int countSince(long version) throws StockServerException {
        return inTransaction(transaction -> ItemTable.countSince(transaction, version));
    }

    /** Returns an item; empty if the server has none with this id. */
    public Optional<SharedItem> find(SharedItem.Kind kind, UUID id) throws StockServerException {
        return inTransaction(transaction -> ItemTable.find(transaction, kind, id));
    }

    /** Stores an item, unless another desk has changed it since the base version. */
    public PushResult push(ItemPush item) throws StockServerException {
        return push(List.of(item)).getFirst();
    }

    /**
     * Stores items in one transaction. Leaves out those that another desk has changed. No item is there twice. The
     * submissions of a car must be in the order in which they were requested.
     *
     * @return the results in the order of the items
     */
    public List<PushResult> push(List<ItemPush> items) throws StockServerException {
        return items.isEmpty() ? List.of() : inTransaction(transaction -> push(transaction, items));
    }

    private static List<PushResult> push(Connection transaction, List<ItemPush> items)
            throws SQLException, StockServerException {
        long version = StockTable.raise(transaction, items.size());
        long first = version - items.size() + 1;
        List<PushResult> results = ItemTable.push(transaction, items, first);
        if (results.stream()
                .anyMatch(result -> result instanceof PushResult.Stored(long stored) && stored >= first)) {
            StockTable.notifyDesks(transaction, Long.toString(version));
        } else {
            transaction.rollback();
        }
        return results;
    }

    /**
     * Claims a car for a submission, and looks for duplicates of it among the submissions of all desks. A claim whose
     * reply was lost is granted again.
     *
     * @param keys the keys of the submission
     * @param confirmed the ids of earlier submissions that the user has confirmed
     * @param takeOver the claim of another submission that the user takes over, as the user has seen it
     */
    public ClaimResult claim(UUID submission, SubmissionKeys keys, Set<UUID> confirmed,
            Optional<OpenClaim> takeOver) throws StockServerException {
        return claim(submission, keys, confirmed, takeOver.stream().collect(Collectors.toSet()));
    }

    /**
     * Claims a car for a submission as above. Several claims may be open: a doubtful claim beside that of the next desk,
     * or claims of other cars with the same VIN or plate. The answer names one at a time.
     *
     * @param takenOver all claims of other submissions that the user takes over, as the user has seen them one by one
     */
    public ClaimResult claim(UUID submission, SubmissionKeys keys, Set<UUID> confirmed,
            Set<OpenClaim> takenOver)
            throws StockServerException {
        return claim(submission, keys, new Confirmed(confirmed, confirmed), takenOver);
    }

    /** Claims a car for a submission as above. A submission that is there since the user confirmed it is a duplicate again. */
    public ClaimResult claim(UUID submission, SubmissionKeys keys, Confirmed confirmed,
            Set<OpenClaim> takenOver)
            throws StockServerException {
        return inTransaction(transaction -> {
            ClaimResult result = ClaimTable.claim(transaction, desk, submission, keys, confirmed, takenOver);
            if (!(result instanceof ClaimResult.Granted)) {
                transaction.rollback();
            }
            return result;
        });
    }

    /**
     * Notes that the POST follows now. A POST without this note is forbidden.
     *
     * @return false if another desk has taken the claim over, so that there must be no POST
     */
    public boolean begin(UUID claim) throws StockServerException {
        return begin(claim, Set.of());
    }

    /**
     * Notes that the POST follows, as above. An outcome or a verdict since the claim by which the car is there forbids the
     * POST too.
     *
     * @param known the submissions that the user has confirmed although the car is there
     */
    public boolean begin(UUID claim, Set<UUID> known) throws StockServerException {
        return inTransaction(transaction -> ClaimTable.begin(transaction, desk, claim, known));
    }

    /**
     * Notes that the submission waits for its next try, because the POST has certainly not arrived. If another
     * desk has taken the claim over, it knows then that the car is not there.
     *
     * @return false if another desk has taken the claim over
     */
    public boolean hold(UUID claim) throws StockServerException {
        return inTransaction(transaction -> ClaimTable.hold(transaction, desk, claim));
    }

    /**
     * Stores a submission with its outcome and settles its claim, in one transaction. If the submission is outdated, the
     * claim stays open.
     */
    public PushResult settle(UUID claim, ItemPush submission) throws StockServerException {
        return inTransaction(transaction -> {
            PushResult result = push(transaction, List.of(submission)).getFirst();
            if (result instanceof PushResult.Stored) {
                ClaimTable.settle(transaction, desk, claim);
            }
            return result;
        });
    }

    /** Releases a claim of this desk whose submission will not be sent. Does nothing if the claim is no longer open. */
    public void release(UUID claim) throws StockServerException {
        inTransaction(transaction -> {
            ClaimTable.release(transaction, desk, claim);
            return true;
        });
    }

    /** Returns the open claims of this desk, for example after a start. */
    public List<OpenClaim> ownOpenClaims() throws StockServerException {
        return inTransaction(transaction -> ClaimTable.ownOpenClaims(transaction, desk));
    }

    /** Gives a sign of life of this desk. */
    public void setPresence(Optional<UUID> car) throws StockServerException {
        inTransaction(transaction -> {
            DeskPresence.set(transaction, desk, car);
            return true;
        });
    }

    /** Returns the desks that are at work, this one too. */
    public List<DeskPresence> desks() throws StockServerException {
        return inTransaction(DeskPresence::all);
    }

    /** Notes that this desk is no longer at work. */
    public void leave() throws StockServerException {
        inTransaction(transaction -> {
            DeskPresence.remove(transaction, desk);
            return true;
        });
    }

    /**
     * Gives another role of the server the rights that a desk needs. Only the owner of the schema may do so.
     *
     * @param role the name of the role as the server has it
     */
    public void allowDesk(String role) throws StockServerException {
        inTransaction(transaction -> {
            SharedSchema.allowDesk(transaction, role);
            return true;
        });
    }

    /** Starts to listen for changes, on a connection and a thread of its own. */
    public NotificationConnection listen(NotificationConnection.Events events) {
        return NotificationConnection.start(opener, NotificationConnection.Waits.USUAL, events);
    }

    private <T> T inTransaction(Work<T> work) throws StockServerException {
        lock.lock();
        try {
            boolean isUsed = connection != null;
            try {
                return attempt(work);
            } catch (StockServerException failed) {
                // A connection that was idle may have died unseen.
                if (!isUsed || failed.failure() != ServerFailure.BROKEN_MEANWHILE || isClosed) {
                    throw failed;
                }
                return attempt(work);
            }
        } finally {
            lock.unlock();
        }
    }

    private <T> T attempt(Work<T> work) throws StockServerException {
        if (isClosed) {
            throw new StockServerException(ServerFailure.BROKEN_MEANWHILE);
        }
        Connection used = connection == null ? connect() : connection;
        boolean isDone = false;
        try {
            T result = work.run(used);
            used.commit();
            isDone = true;
            return result;
        } catch (SQLException failed) {
            throw SqlFailureClassifier.ofStatement(failed);
        } finally {
            if (!isDone) {
                // A new connection costs little beside the doubt about the state of this one.
                disconnect();
            }
        }
    }

    /** Opens a connection to a stock that the desk can work with. */
    private Connection connect() throws StockServerException {
        Connection opened = opener.open();
        boolean isUsable = false;
        try {
            SharedSchema.prepare(opened);
            incarnation = StockTable.incarnation(opened);
            opened.setAutoCommit(false);
            UUID id = StockTable.state(opened, incarnation).id();
            opened.commit();
            if (stockId != null && !stockId.equals(id)) {
                throw new StockServerException(ServerFailure.OTHER_STOCK);
            }
            stockId = id;
            connection = opened;
            isUsable = !isClosed;
            if (!isUsable) {
                throw new StockServerException(ServerFailure.BROKEN_MEANWHILE);
            }
            return opened;
        } catch (SQLException failed) {
            throw SqlFailureClassifier.ofStatement(failed);
        } finally {
            if (!isUsable) {
                abort(opened);
                connection = null;
            }
        }
    }

    private void disconnect() {
        abort(connection);
        connection = null;
    }

    private static void abort(@Nullable Connection opened) {
        try {
            if (opened != null) {
                opened.abort(Runnable::run);
            }
        } catch (SQLException brokenAnyway) {
            // The connection ends in any case.
        }
    }

    /** Closes the connection without waiting for the server. A method that is running fails. */
    @Override
    public void close() {
        isClosed = true;
        abort(connection);
    }
}
