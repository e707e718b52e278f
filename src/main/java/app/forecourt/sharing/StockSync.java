package app.forecourt.sharing;

import app.forecourt.journal.Journal;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.merge.FieldValue;
import app.forecourt.sharing.server.StockClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sync of a desk with the shared stock, on a thread of its own. The desk works without waiting for it. After a
 * start and after each lost connection, everything is compared. Meanwhile the model reports the changes of the user.
 */
public final class StockSync implements AutoCloseable {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(3);

    private final Journal journal;
    private final String deskName;
    private final SyncTasks tasks = new SyncTasks();
    private final SyncLoop loop;
    private final SyncStateReader reader;
    private @Nullable Thread thread;

    /** Creates the server of the stock, without connecting. */
    public interface Connector {
        /**
         * @param stock the stock that the desk has joined; empty if it joins one now
         * @throws StockServerException if the password can't be read now
         */
        StockClient connect(StockClient.Desk desk, Optional<UUID> stock) throws StockServerException;
    }

    /** A listener of the sync, called on the sync thread. */
    public interface Listener {
        /** Is called after the journal has got what other desks have changed. */
        void onRemoteChange(Set<UUID> cars);

        void onStatusChanged(SyncStatus status);
    }

    /**
     * Creates a sync, which does nothing before {@link #start}.
     *
     * @param file the file with the copies, beside the journal
     * @param deskName the name that the user gave the desk
     */
    public StockSync(Path file, Journal journal, String deskName, Connector connector, Clock clock, Listener listener) {
        this.journal = journal;
        this.deskName = deskName;
        this.reader = new SyncStateReader(file);
        this.loop = new SyncLoop(
                step -> DeskSync.open(file, journal, deskName, clock, step, listener::onRemoteChange),
                journal,
                connector,
                clock,
                listener,
                tasks);
    }

    /** Returns the name that the user gave the desk. */
    public String deskName() {
        return deskName;
    }

    /** Starts the sync. */
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("sharing").start(loop::run);
        }
    }

    public SyncStatus status() {
        return loop.status();
    }

    /** Pushes a car that the journal has saved, with its submissions. */
    public void onCarChanged(UUID car) {
        tasks.add(
                "car " + car,
                deskSync -> deskSync.pushCar(
                        loop.server(deskSync), car, journal.syncRecords().submissionsOf(car)));
    }

    /** Compares everything with the server again, because another journal was merged into that of the desk. */
    public void onJournalMerged() {
        tasks.add("merged journal", deskSync -> deskSync.exchangeAll(loop.server(deskSync), loop.claims()::underWay));
    }

    /** Returns the claims by which the desks send a car once. */
    public SubmissionClaims claims() {
        return loop.claims();
    }

    /** Announces the car that is open here to the other desks. */
    public void onCarOpened(Optional<UUID> car) {
        tasks.setOpenCar(car);
    }

    /**
     * Removes the other desks' values of a field for all desks, because the user has dismissed them. A value that came
     * since stays. Does not block.
     *
     * @param shown the values that the user has seen
     */
    public void dismissRivals(UUID car, String field, List<FieldValue> shown) {
        tasks.addLocal(
                "dismiss " + car + " " + field + " " + shown.hashCode(),
                deskSync -> deskSync.dismissRivals(car, field, shown));
        onCarChanged(car);
    }

    /** Tries again now, because the network may be back. */
    public void retryNow() {
        tasks.wake();
        loop.retryNow();
    }

    /** Returns the values that other desks typed into the fields of a car at the same time. Blocks on the disk. */
    public Map<String, List<FieldValue>> rivals(UUID car) {
        return reader.rivals(car);
    }

    /** Returns the cars that {@link #rivals} may have some of. Blocks on the disk, longer the more cars there are. */
    public List<UUID> carsWithRivals() {
        return reader.cars();
    }

    /** Returns the values of a car's fields as this desk has merged them last, with authors. Blocks on the disk. */
    public Map<String, FieldValue> values(UUID car) {
        return reader.values(car);
    }

    /** Returns the other desks that have sent submissions, by submission. Blocks on the disk. */
    public Map<UUID, String> senders(List<UUID> submissions) {
        Map<UUID, String> senders = new HashMap<>(reader.senders(submissions));
        senders.values().removeIf(desk -> desk.isEmpty() || desk.equals(deskName));
        return senders;
    }

    /** Ends the sync. What is under way goes on at the next start. */
    @Override
    public synchronized void close() {
        tasks.close();
        loop.interrupt();
        if (thread != null) {
            try {
                if (!thread.join(LONGEST_CLOSE)) {
                    loop.abandon();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        reader.close();
    }
}
