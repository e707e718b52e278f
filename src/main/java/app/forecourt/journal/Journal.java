package app.forecourt.journal;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.ModelHistory;
import app.forecourt.file.ScratchFolder;
import app.forecourt.journal.database.CachedOptions;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DuplicateFinder;
import app.forecourt.journal.database.EditPositionTable;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.OptionTable;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.journal.database.TemplateTable;
import app.forecourt.journal.database.UnreadableRows;
import app.forecourt.option.CarOption;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateMatch;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.EnqueueResult;
import app.forecourt.stock.RegisterNote;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.Template;
import app.forecourt.stock.UserVerdict;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

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
    private final JournalThread writer;
    private final DailyBackups copies;
    private final DepartureLog departures;
    private final ScratchFolder scratch;
    private final Clock clock;

    /**
     * A journal that is not opened yet, and that notes nothing elsewhere.
     *
     * @param file the database; its folder is made when needed
     * @param copies the folder for the daily copies
     */
    public Journal(Path file, Path copies, Clock clock) {
        this(file, copies, List.of(), clock);
    }

    /**
     * A journal that is not opened yet.
     *
     * @param departures the places for a small file outside the journal's folder, the best one first
     */
    public Journal(Path file, Path copies, List<Path> departures, Clock clock) {
        this.departures = new DepartureLog(departures, clock);
        JournalFile journal = new JournalFile(file, this.departures);
        this.writer = new JournalThread(journal, clock);
        this.scratch = journal.scratch();
        this.copies = new DailyBackups(copies, scratch);
        this.clock = clock;
    }

    /** Returns the place for copies that are needed for a moment. */
    public ScratchFolder scratch() {
        return scratch;
    }

    /** @param told is told, on the journal's thread, when the file had to be put aside after it was opened */
    public void whenLost(Consumer<JournalState> told) {
        writer.whenLost(told);
    }

    /** Opens the file, if that was not done yet, and tells what it is like as far as can be seen at once. */
    public JournalState open() {
        return writer.open();
    }

    /**
     * Looks through the whole file, if that was not done yet, and tells what it is like. Takes the longer the more cars
     * there are, but holds up nobody else; what was saved meanwhile is in the new file when this one is damaged.
     */
    public JournalState check() {
        return writer.check();
    }

    /** @throws JournalException when what is written now is not there at the next start */
    public void requireKept() {
        open().reason().ifPresent(reason -> {
            throw new JournalException(reason, new SQLException("kept for this run only"));
        });
    }

    /** All cars, the one begun last first. */
    public List<StockRow> stock() {
        return writer.readConcurrently(CarTable::all);
    }

    /** What in the file can't be understood, and so is left out wherever else it is read. Takes as long as it is large. */
    public UnreadableRows unreadable() {
        return writer.readConcurrently(UnreadableRows::of);
    }

    /** So many of them. */
    public List<StockRow> newest(int count) {
        return writer.execute(database -> CarTable.newest(database, count));
    }

    /** One car, whole. */
    public Optional<StoredCar> car(UUID car) {
        return writer.execute(database -> CarTable.find(database, car));
    }

    /** Writes a car as it is typed now. */
    public void save(UUID car, CarDraft draft, Set<CarField> taken) {
        writer.write(database -> CarTable.save(database, car, draft, taken, clock.instant()));
    }

    /** Keeps what the register remarked of a car's plate. */
    public void keep(UUID car, RegisterNote note) {
        writer.write(database -> CarTable.keep(database, car, note, clock.instant()));
    }

    /** Notes a mark of the dealer's own. */
    public void mark(UUID car, StockMark mark) {
        writer.write(database -> CarTable.mark(database, car, mark, clock.instant()));
    }

    /** Opens a sent car again to be corrected, or, without a time, leaves it as it was sent. */
    public void reopen(UUID car, Optional<Instant> since) {
        writer.write(database -> CarTable.reopen(database, car, since, clock.instant()));
    }

    /**
     * Notes that a car is to be sent, together with how it is typed, unless its profile may have it already. An attempt
     * of unknown end that this one makes up for is noted as sent again. Text that was saved after the attempt was begun
     * stays.
     *
     * @param typed the car as it is typed, which may be otherwise than it is sent: what was typed for another profile
     * @param taken the amounts in it that were taken as proposed
     * @param seen the earlier attempts that the user knows of and sends all the same
     */
    public EnqueueResult note(Submission attempt, CarDraft typed, Set<CarField> taken, Set<UUID> seen) {
        return writer.write(database -> {
            // Asked first and by reading only: it has to be said though the disk takes no note.
            List<DuplicateMatch> earlier = earlier(database, attempt, seen);
            return earlier.isEmpty() ? add(database, attempt, typed, taken, attempt.begun())
                    : new EnqueueResult.AlreadyThere(earlier);
        }, (memory, noted) -> {
            if (noted instanceof EnqueueResult.Waiting(var added)) {
                add(memory, added, typed, taken, attempt.begun());
            }
        });
    }

    /** Returns the attempts by which a profile may have the attempt's car already, without those that the user knows of. */
    public List<DuplicateMatch> earlier(Submission attempt, Set<UUID> seen) {
        return writer.execute(database -> earlier(database, attempt, seen));
    }

    private static List<DuplicateMatch> earlier(Database database, Submission attempt, Set<UUID> seen)
            throws SQLException {
        return DuplicateFinder.earlier(database, attempt).stream()
                .filter(before -> !seen.contains(before.attempt()))
                .toList();
    }

    private EnqueueResult add(Database database, Submission attempt, CarDraft typed, Set<CarField> taken,
            Instant pressed) throws SQLException {
        return database.inTransaction(all -> {
            CarTable.save(all, attempt.car(), typed, taken, pressed, clock.instant());
            SubmissionTable.decide(all, attempt.car(), attempt.profile(), UserVerdict.NONE,
                    UserVerdict.SENT_AGAIN,
                    clock.instant());
            return new EnqueueResult.Waiting(SubmissionTable.add(all, attempt));
        });
    }

    /** Notes how far an attempt has come, and that it was asked for if that could not be noted then. */
    public void note(Submission attempt) {
        boolean kept = false;
        try {
            writer.write(database -> SubmissionTable.put(database, attempt, clock.instant()));
            kept = open().isKept();
        } finally {
            departures.came(attempt, kept);
        }
    }

    /** Notes an attempt that the file does not have any more; one that it has may have come further since. */
    public void keep(Submission attempt) {
        writer.write(database -> SubmissionTable.isThere(database, attempt.id()) ? attempt
                : SubmissionTable.put(database, attempt, clock.instant()));
    }

    /**
     * Notes that an attempt leaves now, which only one program can do.
     *
     * @return false when another one that has this file open too has it in hand, or had
     */
    public boolean leave(Submission leaving) {
        boolean ours = writer.write(database -> {
            if (SubmissionTable.isThere(database, leaving.id())) {
                return SubmissionTable.claim(database, leaving);
            }
            SubmissionTable.put(database, leaving, clock.instant());
            return true;
        }, (memory, claimed) -> {
            if (claimed) {
                SubmissionTable.put(memory, leaving, clock.instant());
            }
        });
        if (ours) {
            departures.leaves(leaving, open().isKept());
        }
        return ours;
    }

    /** Notes outside the journal that an attempt leaves now, because the journal can't note it. */
    public void leaveUnkept(Submission leaving) {
        departures.leaves(leaving, false);
    }

    /** Notes what the user says of the attempts of a car on a profile whose end nobody knows. */
    public void decide(UUID car, Profile profile, UserVerdict before, UserVerdict after) {
        writer.write(
                database -> SubmissionTable.decide(database, car, profile, before, after, clock.instant()));
    }

    /** What is still to be sent, in the order in which it was asked for. */
    public List<Submission> waiting() {
        return writer.write(SubmissionTable::waiting, (memory, waiting) -> {
            // Who asks takes them in hand.
            for (Submission attempt : waiting) {
                SubmissionTable.put(memory, attempt, clock.instant());
            }
        });
    }

    /** So many attempts, the one that came further last first. */
    public List<Submission> lately(int count) {
        return writer.execute(database -> SubmissionTable.lately(database, count));
    }

    /**
     * Keeps a profile's option list as it was loaded from that address now.
     *
     * @param whole whether AutoChat had no more
     */
    public void keepOptions(Profile profile, String address, List<CarOption> options, boolean whole) {
        keepOptions(profile, address, options, whole, 0);
    }

    /**
     * The same for a list without some of AutoChat's options.
     *
     * @param leftOut how many are left out because their names are too long
     */
    public void keepOptions(Profile profile, String address, List<CarOption> options, boolean whole,
            int leftOut) {
        writer.write(database -> OptionTable.keep(database, profile, address, options, whole, leftOut,
                clock.instant()));
    }

    /** A profile's option list as it was loaded last, unless that was from another address. */
    public Optional<CachedOptions> options(Profile profile, String address) {
        return writer.execute(database -> OptionTable.find(database, profile, address));
    }

    /** Keeps a template, in place of what was kept of it before. */
    public void keepTemplate(Template template) {
        writer.write(database -> TemplateTable.keep(database, template, clock.instant()));
    }

    /** Deletes a template. */
    public void dropTemplate(UUID template) {
        writer.write(database -> TemplateTable.drop(database, template));
    }

    /** All templates, in no order. */
    public List<Template> templates() {
        return writer.execute(TemplateTable::all);
    }

    /** What every car is called that is not deleted. Takes the longer the more there are. */
    public Map<UUID, ModelHistory.Name> names() {
        return writer.readConcurrently(CarTable::names);
    }

    /** Keeps where she is. */
    public void keepPlace(EditPosition place) {
        writer.write(database -> EditPositionTable.keep(database, place));
    }

    /** Where she was when that was last kept. */
    public Optional<EditPosition> place() {
        return writer.execute(EditPositionTable::find);
    }

    /** Makes the copy of the day, if there is none yet and anything to copy; forgets what was deleted long ago. */
    public void copyOfTheDay() {
        switch (check().kind()) {
            case NEW, SOUND, GONE -> {
                writer.execute(database -> CarTable.forgetDeleted(database, clock.instant()));
                writer.readConcurrently(database -> copies.today(database, clock));
            }
            // The next copy of that would be taken for the newest of the real one, or push one out.
            case DAMAGED, NEWER, FULL, HELD, UNWRITABLE -> {
            }
        }
    }

    /** The daily copies there are, the newest first. */
    public List<Path> copies() {
        return writer.execute(database -> copies.all());
    }

    /**
     * Takes over a daily copy, or what came from another computer: what it has and this journal hasn't, or has older.
     *
     * @param back whether the copy's cars come back as they were then, though they were changed since
     * @throws JournalException when it is damaged, no journal, or of a later version; nothing is changed then
     */
    public void merge(Path copy, boolean back) {
        writer.execute(database -> copies.restore(database, copy, back, clock.instant()));
    }

    /**
     * Writes all of it as one sound file.
     *
     * @param copy must not be there yet
     */
    public void copyTo(Path copy) {
        writer.readConcurrently(database -> {
            database.copyTo(copy);
            return copy;
        });
    }

    /** Finishes what was asked for and closes the file. */
    @Override
    public void close() {
        writer.close();
    }
}
