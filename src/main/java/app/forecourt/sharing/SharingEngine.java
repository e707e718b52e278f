package app.forecourt.sharing;

import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.sharing.merge.FieldValue;
import app.forecourt.sharing.server.ChangeListener;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.sharing.server.SharedServer;
import app.forecourt.sharing.server.SharedServerException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The exchange of a desk with the shared stock, on a thread of its own. The desk works without waiting for it. After a
 * start and after each lost connection, everything is compared. Meanwhile the model reports the changes of the user.
 */
public final class SharingEngine implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SharingEngine.class.getName());
    /** The pauses after the first failure, the second, and so on; the last one repeats. */
    private static final List<Duration> PAUSES = List.of(1, 2, 4, 8, 30).stream().map(Duration::ofSeconds)
            .toList();

    private final Path file;
    private final Journal journal;
    private final WholeSource blocks;
    private final String deskName;
    private final Connector connector;
    private final Clock clock;
    private final Listener listener;
    private final SharingTasks tasks = new SharingTasks();
    private volatile SharingStatus status = new SharingStatus.Starting();
    private Instant aloneSince;
    private volatile @Nullable SharedServer server;
    private @Nullable ChangeListener notifications;
    private @Nullable Thread thread;

    /** Creates the server of the stock, without connecting. */
    public interface Connector {
        /** @param stock the stock that the desk has joined; empty if it joins one now */
        SharedServer connect(SharedServer.Desk desk, Optional<UUID> stock);
    }

    /** A listener of the exchange, called on the engine's thread. */
    public interface Listener {
        /** Is called after the journal has got what other desks have changed. */
        void onRemoteChange(Set<UUID> cars);

        void onStatusChanged(SharingStatus status);
    }

    /**
     * Creates an engine, which does nothing before {@link #start}.
     *
     * @param file the file with the copies, beside the journal
     * @param deskName the name that the user gave the desk
     */
    public SharingEngine(Path file, Journal journal, WholeSource blocks, String deskName,
            Connector connector, Clock clock, Listener listener) {
        this.file = file;
        this.journal = journal;
        this.blocks = blocks;
        this.deskName = deskName;
        this.connector = connector;
        this.clock = clock;
        this.listener = listener;
        this.aloneSince = clock.instant();
    }

    /** Starts the exchange. */
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("sharing").start(this::run);
        }
    }

    public SharingStatus status() {
        return status;
    }

    /** Pushes a car that the journal has saved, with its submissions. */
    public void onCarChanged(UUID car) {
        tasks.add(exchange -> exchange.pushCar(server(exchange), car, journal.exchange().submissionsOf(car)));
    }

    /** Pushes a template that the journal has saved or deleted. */
    public void onTemplateChanged(UUID template) {
        tasks.add(exchange -> exchange.pushTemplate(server(exchange), template));
    }

    /** Pushes the building blocks. */
    public void onBlocksChanged() {
        tasks.add(exchange -> exchange.pushBlocks(server(exchange)));
    }

    /** Returns the claims by which the desks send a car once. */
    public SubmissionClaims claims() {
        return new SharedClaims(() -> Optional.ofNullable(server),
                (submission, claim) -> tasks.add(
                        exchange -> exchange.settle(server(exchange), submission.id(), claim)));
    }

    /** Announces the car that is open here to the other desks. */
    public void onCarOpened(Optional<UUID> car) {
        tasks.open(car);
    }

    /** Removes the other desks' values of a field for all desks, because the user has dismissed them. */
    public void dismissRivals(UUID car, String field) {
        tasks.add(exchange -> exchange.dismissRivals(car, field));
        onCarChanged(car);
    }

    /** Tries again now, because the network may be back. */
    public void retryNow() {
        tasks.wake();
        ChangeListener current = notifications;
        if (current != null) {
            current.retryNow();
        }
    }

    /** Returns the values that other desks typed into the fields of a car at the same time. Blocks on the disk. */
    public Map<String, List<FieldValue>> rivals(UUID car) {
        try (BaseStore copies = BaseStore.open(file)) {
            return DeskExchange.rivals(copies, car);
        } catch (SQLException | IOException unreadable) {
            LOG.log(Level.WARNING, "The rivals can't be read", unreadable);
            return Map.of();
        }
    }

    private SharedServer server(DeskExchange exchange) throws SQLException {
        SharedServer current = server;
        if (current == null) {
            current = connector.connect(exchange.desk(), exchange.stock());
            server = current;
        }
        return current;
    }

    private void run() {
        int failures = 0;
        @Nullable
        DeskExchange exchange = null;
        while (!tasks.isClosed()) {
            try {
                if (exchange == null) {
                    exchange = DeskExchange.open(file, journal, blocks, deskName, clock, () -> {},
                            listener::onRemoteChange);
                }
                round(exchange, failures > 0);
                failures = 0;
            } catch (SharedServerException failure) {
                LOG.log(Level.FINE, "The server can't be used", failure);
                failures++;
                show(new SharingStatus.Alone(aloneSince, failure.failure()));
            } catch (SQLException | IOException | JournalException failure) {
                LOG.log(Level.WARNING, "The exchange can't use the disk", failure);
                failures++;
                show(new SharingStatus.DiskFailure(aloneSince));
            }
            tasks.await(
                    failures == 0 ? tasks.pullInterval() : PAUSES.get(Math.min(failures, PAUSES.size()) - 1));
        }
        end(exchange);
    }

    private void round(DeskExchange exchange, boolean isBack) throws SharedServerException, SQLException {
        SharedServer current = server(exchange);
        if (isBack || status instanceof SharingStatus.Starting) {
            exchange.exchangeAll(current);
        }
        if (notifications == null) {
            notifications = current.listen(tasks);
        }
        for (SharingTasks.Task task : tasks.take()) {
            task.run(exchange);
        }
        exchange.pull(current);
        current.setPresence(tasks.openCar());
        aloneSince = clock.instant();
        show(new SharingStatus.Together(current.desks(), aloneSince));
    }

    private void show(SharingStatus next) {
        boolean isNew = !next.equals(status);
        status = next;
        if (isNew && !tasks.isClosed()) {
            listener.onStatusChanged(next);
        }
    }

    private void end(@Nullable DeskExchange exchange) {
        try {
            if (notifications != null) {
                notifications.close();
            }
            if (server != null) {
                if (status instanceof SharingStatus.Together) {
                    server.leave();
                }
                server.close();
            }
            if (exchange != null) {
                exchange.close();
            }
        } catch (SharedServerException | SQLException failure) {
            LOG.log(Level.FINE, "The exchange did not end in order", failure);
        }
    }

    /** Forgets the stock at the next chance. The journal keeps everything. The engine must be closed afterwards. */
    public void leave() {
        tasks.add(DeskExchange::leave);
    }

    /** Ends the exchange. What is under way goes on at the next start. */
    @Override
    public synchronized void close() {
        tasks.close();
        SharedServer current = server;
        if (current != null && !(status instanceof SharingStatus.Together)) {
            current.close();
        }
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(3));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns the reason why the desk is alone; empty if it is not. */
    public Optional<ServerFailure> failure() {
        return status instanceof SharingStatus.Alone(Instant _, ServerFailure failure) ? Optional.of(failure)
                : Optional.empty();
    }
}
