package app.forecourt.sharing.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a desk to the database of its stock. It opens when it is needed, and has one transaction at a time.
 */
final class StockConnection implements AutoCloseable {
    private final ConnectionOpener opener;
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable UUID stockId;
    private String incarnation = "";
    private volatile @Nullable Connection connection;
    private volatile boolean isClosed;

    /** Statements that are executed in one transaction. They may be repeated if the connection breaks. */
    interface Work<T> {
        T run(Connection transaction) throws SQLException, StockServerException;
    }

    /** @param stockId the stock that the desk has joined; empty if any will do */
    StockConnection(ConnectionOpener opener, Optional<UUID> stockId) {
        this.opener = opener;
        this.stockId = stockId.orElse(null);
    }

    /** Returns the incarnation of the database when this connection was opened. Only for use in a transaction. */
    String incarnation() {
        return incarnation;
    }

    /**
     * Runs statements in one transaction. Opens the connection if there is none. Repeats the statements once if a
     * connection that was idle is broken.
     */
    <T> T inTransaction(Work<T> work) throws StockServerException {
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
            incarnation = StockStateTable.incarnation(opened);
            opened.setAutoCommit(false);
            UUID id = StockStateTable.state(opened, incarnation).id();
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

    /** Closes the connection without waiting for the server. A transaction that is running fails. */
    @Override
    public void close() {
        isClosed = true;
        abort(connection);
    }
}
