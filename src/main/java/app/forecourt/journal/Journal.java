package app.forecourt.journal;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Option;
import app.forecourt.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a desk: cars as typed, what was sent where and what came of it, the option lists loaded last. One SQLite
 * file (write-ahead log, {@code synchronous=FULL}); what a method has written when it returns outlives a kill and a
 * power cut.
 *
 * <p>
 * Made without touching the disk; the first call opens the file. All work is done by one thread of its own, in the
 * order asked for. Every method blocks until its turn is over and throws {@link JournalException} when the disk will
 * not: not for the window's thread.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Journal.class.getName());
    /** Seconds until a journal that does not finish is left to itself; what it has written is safe. */
    private static final int LAST_WORK = 5;

    private final JournalFile file;
    private final Copies copies;
    private final Clock clock;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("journal").daemon().factory());
    private JournalFile.@Nullable Opened opened;

    /** What came of asking to send. */
    public sealed interface Noted {
        /** It is in the journal, and may go. */
        record Waiting(Attempt attempt) implements Noted {}

        /** That profile may have the car already, by attempts that were not named as seen. */
        record AlreadyThere(List<Earlier> earlier) implements Noted {
            public AlreadyThere {
                earlier = List.copyOf(earlier);
            }
        }
    }

    /**
     * A journal that is not opened yet.
     *
     * @param file the database; its folder is made when needed
     * @param copies the folder for the daily copies
     */
    public Journal(Path file, Path copies, Clock clock) {
        this.file = new JournalFile(file);
        this.copies = new Copies(copies);
        this.clock = clock;
    }

    /** Opens the file, if that was not done yet, and tells what it was like then. */
    public Found open() {
        return call(() -> opened().found());
    }

    /** All cars, the one begun last first. */
    public List<StockRow> stock() {
        return on(CarTable::all);
    }

    /** So many of them. */
    public List<StockRow> newest(int count) {
        return on(database -> CarTable.newest(database, count));
    }

    /** One car as the stock list shows it. */
    public Optional<StockRow> row(UUID car) {
        return on(database -> CarTable.row(database, car));
    }

    /** One car, whole. */
    public Optional<StoredCar> car(UUID car) {
        return on(database -> CarTable.find(database, car));
    }

    /** Writes a car as it is typed now. */
    public void save(UUID car, CarDraft draft, Set<CarField> taken) {
        on(database -> {
            CarTable.save(database, car, draft, taken, clock.instant());
            return car;
        });
    }

    /** Notes a mark of the dealer's own. */
    public void mark(UUID car, Mark mark) {
        on(database -> {
            CarTable.mark(database, car, mark, clock.instant());
            return car;
        });
    }

    /** Opens a sent car again to be corrected, or, without a time, leaves it as it was sent. */
    public void reopen(UUID car, Optional<Instant> since) {
        on(database -> {
            CarTable.reopen(database, car, since, clock.instant());
            return car;
        });
    }

    /**
     * Notes that a car is to be sent, together with how it is typed, unless its profile may have it already. An attempt
     * of unknown end that this one makes up for is noted as sent again.
     *
     * @param seen the earlier attempts that the user knows of and sends all the same
     */
    public Noted note(Attempt attempt, Set<CarField> taken, Set<UUID> seen) {
        return on(database -> {
            // Asked first and by reading only: it has to be said though the disk takes no note.
            List<Earlier> earlier = AttemptTable.earlier(database, attempt).stream()
                    .filter(before -> !seen.contains(before.attempt())).toList();
            return earlier.isEmpty() ? add(database, attempt, taken) : new Noted.AlreadyThere(earlier);
        });
    }

    private Noted add(Database database, Attempt attempt, Set<CarField> taken) throws SQLException {
        return database.together(all -> {
            CarTable.save(all, attempt.car(), attempt.sent(), taken, clock.instant());
            AttemptTable.decide(all, attempt.car(), attempt.profile(), Decision.NONE, Decision.SENT_AGAIN,
                    clock.instant());
            return new Noted.Waiting(AttemptTable.add(all, attempt));
        });
    }

    /** Notes how far an attempt has come, and that it was asked for if that could not be noted then. */
    public void note(Attempt attempt) {
        on(database -> database.together(all -> {
            if (!AttemptTable.update(all, attempt)) {
                if (CarTable.row(all, attempt.car()).isEmpty()) {
                    CarTable.save(all, attempt.car(), attempt.sent(), Set.of(), clock.instant());
                }
                AttemptTable.add(all, attempt);
                AttemptTable.update(all, attempt);
            }
            return attempt;
        }));
    }

    /** Notes what the user says of the attempts of a car on a profile whose end nobody knows. */
    public void decide(UUID car, Profile profile, Decision before, Decision after) {
        on(database -> {
            AttemptTable.decide(database, car, profile, before, after, clock.instant());
            return car;
        });
    }

    /** What is still to be sent, in the order in which it was asked for. */
    public List<Attempt> waiting() {
        return on(AttemptTable::waiting);
    }

    /** Keeps a profile's option list as it was loaded from that address now. */
    public void keepOptions(Profile profile, String address, List<Option> options) {
        on(database -> database.update("""
                INSERT INTO option_list (profile, options, loaded) VALUES (?, ?, ?)
                ON CONFLICT (profile) DO UPDATE SET options = excluded.options, loaded = excluded.loaded
                """, profile, DraftJson.of(address, options), clock.instant()));
    }

    /** A profile's option list as it was loaded last, unless that was from another address. */
    public Optional<KeptOptions> options(Profile profile, String address) {
        return on(database -> database.one("SELECT options, loaded FROM option_list WHERE profile = ?",
                row -> DraftJson.address(row.getString("options")).equals(address)
                        ? Optional.of(new KeptOptions(DraftJson.options(row.getString("options")),
                                Columns.time(row, "loaded")))
                        : Optional.<KeptOptions>empty(),
                profile)).flatMap(kept -> kept);
    }

    /** Keeps where she is. */
    public void keepPlace(Place place) {
        on(database -> database.update(
                "INSERT OR REPLACE INTO place (one, car, field, scroll) VALUES (1, ?, ?, ?)",
                place.car(), place.field(), place.scroll()));
    }

    /** Where she was when that was last kept. */
    public Optional<Place> place() {
        return on(database -> database.one("SELECT car, field, scroll FROM place",
                row -> new Place(Columns.id(row, "car"), row.getString("field"), row.getDouble("scroll"))));
    }

    /** Makes the copy of the day, if there is none yet and anything to copy. */
    public void copyOfTheDay() {
        // What lasts as long as this run would push out a copy of the real one.
        call(() -> opened().found().isKept() && copies.today(opened().database(), clock));
    }

    /** The daily copies there are, the newest first. */
    public List<Path> copies() {
        return call(copies::all);
    }

    /**
     * Takes over a daily copy, or what came from another computer: what it has and this journal hasn't, or has older.
     *
     * @param back whether the copy's cars come back as they were then, though they were changed since
     * @throws JournalException when it is damaged, no journal, or of a later version; nothing is changed then
     */
    public void take(Path copy, boolean back) {
        call(() -> copies.take(opened().database(), copy, back, clock.instant()));
    }

    /**
     * Writes all of it as one sound file.
     *
     * @param copy must not be there yet
     */
    public void copyTo(Path copy) {
        call(() -> {
            opened().database().copyTo(copy);
            return copy;
        });
    }

    private JournalFile.Opened opened() throws SQLException {
        if (opened == null) {
            opened = file.open(clock.instant());
        }
        return opened;
    }

    private interface Task<T> {
        T run() throws SQLException, IOException;
    }

    private <T> T on(Database.Work<T> work) {
        return call(() -> work.with(opened().database()));
    }

    private <T> T call(Task<T> task) {
        try {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return task.run();
                } catch (SQLException failure) {
                    if (Database.isOfDisk(failure)) {
                        throw new JournalException(failure);
                    }
                    throw new IllegalStateException(failure);
                } catch (IOException failure) {
                    throw new JournalException(JournalException.Reason.DISK, failure);
                }
            }, writer).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof JournalException known ? known
                    : new IllegalStateException(failed.getCause());
        }
    }

    /** Finishes what was asked for and closes the file. */
    @Override
    public void close() {
        if (writer.isShutdown()) {
            return;
        }
        writer.execute(() -> {
            try {
                if (opened != null) {
                    opened.database().close();
                }
            } catch (SQLException failure) {
                LOG.log(Level.WARNING, "The journal could not be closed", failure);
            }
        });
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST_WORK, TimeUnit.SECONDS)) {
                LOG.warning("The journal is still at work");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
