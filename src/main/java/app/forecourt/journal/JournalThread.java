package app.forecourt.journal;

import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The single thread that writes the journal's file. It also handles files that fail while they are open. A file that
 * turns out to be damaged is moved aside, and the new one gets its readable rows. A write to a file that could not be
 * opened for writing opens it again first, because the disk may have space by then.
 */
final class JournalThread implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JournalThread.class.getName());
    /** Seconds to wait for pending work on close. Work that was written by then is safe. */
    private static final int CLOSE_TIMEOUT = 5;

    private final JournalFile file;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("journal").daemon().factory());
    private final Object checkLock = new Object();
    private volatile Consumer<JournalOpenState> reopenListener = _ -> {};
    private boolean checked;
    private JournalFile.@Nullable Opened opened;
    private boolean openedBefore;
    /** The reason why a deleted file could not be written again; until then its rows can be read only. */
    private @Nullable JournalException unrecovered;

    private JournalFile.FileIdentity key = new JournalFile.FileIdentity(Optional.empty(), Optional.empty());

    /** A read or a write of the journal. */
    interface Task<T> {
        T run(Database database) throws SQLException, IOException;
    }

    JournalThread(JournalFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Sets the listener for a file that was opened again: in place of a lost one, or because it can be written now.
     *
     * @param listener the listener, called on the journal's thread
     */
    void whenReopened(Consumer<JournalOpenState> listener) {
        reopenListener = listener;
    }

    /** Opens the file if it is not open yet, and returns the state in which it was found. */
    JournalOpenState open() {
        return call(() -> opened().state());
    }

    /** Checks the whole file once, concurrently with writers, and moves it aside if it is damaged. */
    JournalOpenState check() {
        synchronized (checkLock) {
            if (!checked) {
                JournalFile.Opened current = call(this::opened);
                if (current.state().kind() == JournalOpenState.Kind.SOUND && !readConcurrently(Database::isSound)) {
                    call(() -> current.equals(opened()) ? replaceDamaged(current) : opened());
                }
                checked = open().isDurable();
            }
        }
        return open();
    }

    /** Executes a task on the journal's thread, after the tasks before it. */
    <T> T execute(Task<T> task) {
        return call(() -> task.run(opened().database()));
    }

    /**
     * Executes a task that writes.
     *
     * @throws JournalException with the reason if the file can't be written
     */
    <T> T write(Task<T> task) {
        return call(() -> {
            if (unrecovered != null) {
                throw new JournalException(unrecovered.reason(), unrecovered);
            }
            JournalFile.Opened current = opened();
            if (!current.state().isDurable()) {
                JournalFile.Opened writable = file.reopen(clock.instant());
                current.database().close();
                current = use(writable);
            }
            return task.run(current.database());
        });
    }

    /** Opens a file that another program holds as soon as that is possible, also if the user changes nothing. */
    private void reopenLater() {
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> {
            try {
                write(_ -> 0);
            } catch (JournalException stillHeld) {
                reopenLater();
            } catch (RejectedExecutionException closed) {
                LOG.log(Level.FINE, "The journal is closed", closed);
            }
        });
    }

    /**
     * Reads on the caller's thread with a separate connection, so that writes need not wait.
     *
     * @throws JournalException if the file can't be read
     */
    <T> T readConcurrently(Task<T> task) {
        if (open().isDurable()) {
            try (Database reading = file.openReadOnly()) {
                return task.run(reading);
            } catch (SQLException failure) {
                if (JournalException.hasReason(JournalException.Reason.FULL, failure)) {
                    throw new JournalException(failure);
                }
                // The journal's thread handles the failure if the read fails there too.
                LOG.log(Level.INFO, "The read is repeated on the journal's thread", failure);
            } catch (IOException failure) {
                throw new JournalException(JournalException.Reason.DISK, failure);
            }
        }
        return execute(task);
    }

    RecoveryLog changes() {
        return file.changes();
    }

    private JournalFile.Opened opened() throws SQLException {
        if (opened == null) {
            file.sweep();
            return use(file.open(clock.instant()));
        }
        return opened;
    }

    private JournalFile.Opened use(JournalFile.Opened next) {
        opened = next;
        key = file.key();
        if (openedBefore) {
            reopenListener.accept(next.state());
        }
        openedBefore = true;
        if (next.state().kind() == JournalOpenState.Kind.HELD) {
            reopenLater();
        }
        return next;
    }

    private JournalFile.Opened replaceDamaged(JournalFile.Opened damaged) throws SQLException {
        return use(file.replaceDamaged(damaged.database(), clock.instant()));
    }

    /** Opens the journal again if its file was deleted or replaced, because SQLite would write to the deleted file. */
    private void checkFile() {
        JournalFile.Opened current = opened;
        if (current == null || !current.state().isDurable()) {
            return;
        }
        JournalFile.FileIdentity found = file.key();
        boolean lost = !found.file().equals(key.file());
        try {
            if (lost) {
                file.changes().close();
                use(file.recover(current.database(), key, clock.instant()));
                LOG.warning("The journal was deleted or replaced");
            } else {
                // The log may appear and disappear.
                key = found;
            }
            unrecovered = null;
        } catch (SQLException | IOException | JournalException failure) {
            unrecovered = file.failure(failure);
        }
    }

    /** Runs the task, and adds what it has changed to the log of changes. */
    private <T> T runRecorded(Turn<T> turn) throws SQLException, IOException {
        T result = turn.run();
        if (opened != null && opened.state().isDurable()) {
            try {
                file.changes().append(opened.database());
            } catch (IOException unwritable) {
                // The journal has the changes. The next ones take them along.
                LOG.log(Level.WARNING, "The log of changes can't be written", unwritable);
            }
        }
        return result;
    }

    private interface Turn<T> {
        T run() throws SQLException, IOException;
    }

    private <T> T call(Turn<T> turn) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return orReplace(turn);
                                } catch (SQLException | IOException failure) {
                                    if (failure instanceof SQLException wrong
                                            && !JournalException.isDiskFailure(wrong)) {
                                        throw new IllegalStateException(wrong);
                                    }
                                    throw file.failure(failure);
                                }
                            },
                            thread)
                    .join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof JournalException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        }
    }

    /**
     * Runs the task. If the file turns out to be damaged, replaces it and runs the task again. The first run has
     * changed nothing then.
     */
    private <T> T orReplace(Turn<T> turn) throws SQLException, IOException {
        checkFile();
        try {
            return runRecorded(turn);
        } catch (SQLException broken) {
            if (!JournalException.hasReason(JournalException.Reason.DAMAGED, broken)
                    || !opened().state().isDurable()) {
                throw broken;
            }
            LOG.log(Level.WARNING, "The journal is damaged", broken);
            replaceDamaged(opened());
            return runRecorded(turn);
        }
    }

    /** Finishes the pending tasks and closes the file. */
    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        // The listener's owner is closed already.
        reopenListener = _ -> {};
        thread.execute(() -> {
            try {
                checkFile();
                if (opened != null) {
                    opened.database().close();
                }
                file.changes().end();
            } catch (SQLException | IOException failure) {
                LOG.log(Level.WARNING, "The journal could not be closed", failure);
            }
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_TIMEOUT, TimeUnit.SECONDS)) {
                LOG.warning("The journal has not finished its work in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
