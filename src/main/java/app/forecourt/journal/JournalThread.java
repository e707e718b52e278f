package app.forecourt.journal;

import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The single thread that writes the journal's file. It also handles files that fail while they are open. Every write of
 * this run is repeated in a journal in memory. If the file turns out to be damaged, it is moved aside. The new file
 * then starts with the writes of this run.
 */
final class JournalThread implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JournalThread.class.getName());
    /** Seconds to wait for pending work on close. Work that was written by then is safe. */
    private static final int CLOSE_TIMEOUT = 5;
    /** Seconds between checks that the file is still there, even if nothing is written. */
    private static final int CHECK_INTERVAL = 1;

    private final JournalFile file;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("journal").daemon().factory());
    private final Object checkLock = new Object();
    private volatile Consumer<JournalState> lossListener = _ -> {};
    private boolean checked;
    private JournalFile.@Nullable Opened opened;
    private @Nullable Database runJournal;
    private JournalFile.Key key = new JournalFile.Key(Optional.empty(), Optional.empty());

    /** A read or a write of the journal. */
    interface Task<T> {
        T run(Database database) throws SQLException, IOException;
    }

    /** Repeats in memory what a task has written to the file. The result of the task is passed along. */
    interface Repeat<T> {
        void run(Database memory, T result) throws SQLException;
    }

    JournalThread(JournalFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        var unused = thread.scheduleWithFixedDelay(this::checkFilePeriodically, CHECK_INTERVAL,
                CHECK_INTERVAL,
                TimeUnit.SECONDS);
    }

    /**
     * Sets the listener for a file that had to be moved aside after it was opened.
     *
     * @param listener the listener, called on the journal's thread
     */
    void whenLost(Consumer<JournalState> listener) {
        lossListener = listener;
    }

    /** Opens the file if it is not open yet, and returns the state in which it was found. */
    JournalState open() {
        return call(() -> opened().state());
    }

    /** Checks the whole file once, concurrently with writers, and moves it aside if it is damaged. */
    JournalState check() {
        synchronized (checkLock) {
            if (!checked) {
                JournalFile.Opened current = call(this::opened);
                if (current.state().kind() == JournalState.Kind.SOUND
                        && !readConcurrently(Database::isSound)) {
                    call(() -> current.equals(opened()) ? recreate(JournalState.Kind.DAMAGED) : opened());
                }
                checked = true;
            }
        }
        return open();
    }

    /** Executes a task on the journal's thread, after the tasks before it. */
    <T> T execute(Task<T> task) {
        return call(() -> task.run(opened().database()));
    }

    /**
     * Writes to the file, then repeats the write in memory.
     *
     * @param repeat the repetition in memory
     */
    <T> T write(Task<T> task, Repeat<T> repeat) {
        return call(() -> {
            T result = task.run(opened().database());
            if (opened().state().isDurable()) {
                try {
                    repeat.run(runJournal(), result);
                } catch (SQLException inMemoryOnly) {
                    LOG.log(Level.WARNING, "A write is in the file only, not in memory", inMemoryOnly);
                }
            }
            return result;
        });
    }

    /** Writes rows that do not depend on the file's earlier content. */
    void write(Database.Work<?> work) {
        write(work::run, (memory, _) -> work.run(memory));
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

    private JournalFile.Opened opened() throws SQLException {
        if (opened == null) {
            file.sweep(clock.instant());
            opened = file.open(clock.instant());
            key = file.key();
        }
        return opened;
    }

    private Database runJournal() throws SQLException {
        if (runJournal == null) {
            runJournal = Database.openInMemory();
        }
        return runJournal;
    }

    private JournalFile.Opened recreate(JournalState.Kind kind) throws SQLException {
        return switchTo(
                file.recreate(opened().database(), runJournal(), runJournal(), kind, clock.instant()));
    }

    private JournalFile.Opened switchTo(JournalFile.Opened next) {
        opened = next;
        key = file.key();
        lossListener.accept(next.state());
        return next;
    }

    /** Recovers if the file was deleted or replaced. The open connection can still read the old content. */
    private void checkFile() throws SQLException, IOException {
        if (opened == null || !opened.state().isDurable()) {
            return;
        }
        JournalFile.Key current = file.key();
        if (current.file().equals(key.file())) {
            // The log may appear and disappear.
            key = current;
        } else {
            switchTo(file.recover(opened.database(), runJournal(), key, clock.instant()));
            LOG.warning("The journal was deleted or replaced");
        }
    }

    /** Checks the file even if nothing is written, so that the next start finds the submissions. */
    private void checkFilePeriodically() {
        try {
            checkFile();
        } catch (SQLException | IOException | RuntimeException failure) {
            // The next caller gets the error.
            LOG.log(Level.FINE, "The journal is gone, and can't be written again yet", failure);
        }
    }

    private interface Turn<T> {
        T run() throws SQLException, IOException;
    }

    private <T> T call(Turn<T> turn) {
        try {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return orRecreate(turn);
                } catch (SQLException failure) {
                    if (Database.isDiskFailure(failure)) {
                        throw new JournalException(failure);
                    }
                    throw new IllegalStateException(failure);
                } catch (IOException failure) {
                    throw new JournalException(JournalException.Reason.DISK, failure);
                }
            }, thread).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof JournalException known ? known
                    : new IllegalStateException(failure.getCause());
        }
    }

    /**
     * Runs the task. If the file turns out to be damaged, recreates it and runs the task again. The first run has
     * changed nothing then.
     */
    private <T> T orRecreate(Turn<T> turn) throws SQLException, IOException {
        checkFile();
        try {
            return turn.run();
        } catch (SQLException broken) {
            if (!JournalException.hasReason(JournalException.Reason.DAMAGED, broken)
                    || !opened().state().isDurable()) {
                throw broken;
            }
            LOG.log(Level.WARNING, "The journal is damaged", broken);
            recreate(JournalState.Kind.DAMAGED);
            return turn.run();
        }
    }

    /** Finishes the pending tasks and closes the file. */
    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        // The listener's owner is closed already.
        lossListener = _ -> {};
        thread.execute(() -> {
            checkFilePeriodically();
            try {
                if (opened != null) {
                    opened.database().close();
                }
                if (runJournal != null) {
                    runJournal.close();
                }
            } catch (SQLException failure) {
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
