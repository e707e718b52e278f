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
 * The one thread that writes the journal's file, and what becomes of a file that fails while it is open. All that this
 * run writes it writes into a journal in memory too: when the file turns out to be damaged it is put aside, and that is
 * what the new one begins with.
 */
final class JournalThread implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JournalThread.class.getName());
    /** Seconds until a journal that does not finish is left to itself; what it has written is safe. */
    private static final int LAST_WORK = 5;
    /** Seconds after which it is looked whether the file is still there, though nobody writes. */
    private static final int LOOKED_AFTER = 1;

    private final JournalFile file;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("journal").daemon().factory());
    private final Object check = new Object();
    private volatile Consumer<JournalState> lost = found -> {};
    private boolean checked;
    private JournalFile.@Nullable Opened opened;
    private @Nullable Database run;
    private JournalFile.Key key = new JournalFile.Key(Optional.empty(), Optional.empty());

    /** What is done with the journal. */
    interface Task<T> {
        T with(Database database) throws SQLException, IOException;
    }

    /** Does once more, in memory, what was done in the file and came to that. */
    interface Again<T> {
        void with(Database memory, T came) throws SQLException;
    }

    JournalThread(JournalFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        var unused = thread.scheduleWithFixedDelay(this::checkFilePeriodically, LOOKED_AFTER, LOOKED_AFTER,
                TimeUnit.SECONDS);
    }

    /** @param told is told on the journal's thread when the file had to be put aside after it was opened */
    void whenLost(Consumer<JournalState> told) {
        lost = told;
    }

    /** Opens the file, if that was not done yet, and tells what it was like. */
    JournalState open() {
        return call(() -> opened().found());
    }

    /** Looks through the whole file once, beside those who write it, and puts it aside when it is damaged. */
    JournalState check() {
        synchronized (check) {
            if (!checked) {
                JournalFile.Opened looked = call(this::opened);
                if (looked.found().kind() == JournalState.Kind.SOUND
                        && !readConcurrently(Database::isSound)) {
                    call(() -> looked.equals(opened()) ? begin(JournalState.Kind.DAMAGED) : opened());
                }
                checked = true;
            }
        }
        return open();
    }

    /** Does what is done on the journal's thread, in its turn. */
    <T> T execute(Task<T> task) {
        return call(() -> task.with(opened().database()));
    }

    /** Writes. */
    <T> T write(Task<T> task, Again<T> again) {
        return call(() -> {
            T came = task.with(opened().database());
            if (opened().found().isKept()) {
                try {
                    again.with(run(), came);
                } catch (SQLException inMemoryOnly) {
                    LOG.log(Level.WARNING, "What was written is in the file only", inMemoryOnly);
                }
            }
            return came;
        });
    }

    /** Writes what depends on nothing that the file had before. */
    void write(Database.Work<?> work) {
        write(work::with, (memory, came) -> work.with(memory));
    }

    /** Reads with a connection of its own, on the caller's thread: what is typed meanwhile need not wait. */
    <T> T readConcurrently(Task<T> task) {
        if (open().isKept()) {
            try (Database reading = file.reading()) {
                return task.with(reading);
            } catch (SQLException failed) {
                if (JournalException.is(JournalException.Reason.FULL, failed)) {
                    throw new JournalException(failed);
                }
                // The thread knows what to do when it fails there too.
                LOG.log(Level.INFO, "done in its turn", failed);
            } catch (IOException failed) {
                throw new JournalException(JournalException.Reason.DISK, failed);
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

    private Database run() throws SQLException {
        if (run == null) {
            run = Database.inMemory();
        }
        return run;
    }

    private JournalFile.Opened begin(JournalState.Kind why) throws SQLException {
        return switchTo(file.recreate(opened().database(), run(), run(), why, clock.instant()));
    }

    private JournalFile.Opened switchTo(JournalFile.Opened with) {
        opened = with;
        key = file.key();
        lost.accept(with.found());
        return with;
    }

    /** What was in a file that was deleted or replaced can still be read by who has it open. */
    private void checkFile() throws SQLException, IOException {
        if (opened == null || !opened.found().isKept()) {
            return;
        }
        JournalFile.Key now = file.key();
        if (now.file().equals(key.file())) {
            // The log comes and goes.
            key = now;
        } else {
            switchTo(file.recover(opened.database(), run(), key, clock.instant()));
            LOG.warning("The journal was deleted or replaced");
        }
    }

    /** So that what starts next finds what was sent, though nothing is done here. */
    private void checkFilePeriodically() {
        try {
            checkFile();
        } catch (SQLException | IOException | RuntimeException failed) {
            // Whoever wants something of the journal next is told.
            LOG.log(Level.FINE, "The journal is gone, and can't be written again yet", failed);
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
                    if (Database.isOfDisk(failure)) {
                        throw new JournalException(failure);
                    }
                    throw new IllegalStateException(failure);
                } catch (IOException failure) {
                    throw new JournalException(JournalException.Reason.DISK, failure);
                }
            }, thread).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof JournalException known ? known
                    : new IllegalStateException(failed.getCause());
        }
    }

    /** What finds the file damaged has changed nothing, and is done with the new one. */
    private <T> T orRecreate(Turn<T> turn) throws SQLException, IOException {
        checkFile();
        try {
            return turn.run();
        } catch (SQLException broken) {
            if (!JournalException.is(JournalException.Reason.DAMAGED, broken) || !opened().found().isKept()) {
                throw broken;
            }
            LOG.log(Level.WARNING, "The journal is damaged", broken);
            begin(JournalState.Kind.DAMAGED);
            return turn.run();
        }
    }

    /** Finishes what was asked for and closes the file. */
    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        // Who would be told is no longer there.
        lost = found -> {};
        thread.execute(() -> {
            checkFilePeriodically();
            try {
                if (opened != null) {
                    opened.database().close();
                }
                if (run != null) {
                    run.close();
                }
            } catch (SQLException failure) {
                LOG.log(Level.WARNING, "The journal could not be closed", failure);
            }
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_WORK, TimeUnit.SECONDS)) {
                LOG.warning("The journal is still at work");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
