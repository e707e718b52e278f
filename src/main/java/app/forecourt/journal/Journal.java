package app.forecourt.journal;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.ModelHistory;
import app.forecourt.history.StoredHistory;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DuplicateSubmissionFinder;
import app.forecourt.journal.database.EditPositionTable;
import app.forecourt.journal.database.HistoryTable;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.OptionTable;
import app.forecourt.journal.database.SharedItemTable;
import app.forecourt.journal.database.SubmissionQueries;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.journal.database.TemplateTable;
import app.forecourt.journal.database.UnreadableRows;
import app.forecourt.option.CarOption;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.RegisterNote;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
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
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The journal: cars as typed with their history, submissions with their outcomes, templates, photos under way, and the
 * option lists loaded last. It is one SQLite file with a write-ahead log and {@code synchronous=FULL}. Written data
 * survives a kill and a power cut once the method has returned.
 *
 * <p>The constructor does not touch the disk; the first call opens the file. One thread of the journal does all writes,
 * in the order of the calls. Large reads run beside it, on the thread of the caller. Every method blocks until its work
 * is done and throws {@link JournalException} when the disk fails. Therefore no method may be called on the FX thread.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Journal.class.getName());

    private final JournalThread writer;
    private final JournalBackups backups;
    private final SendLog sendLog;
    private final PhotoRecords photos;
    private final SyncRecords exchange;
    private final MergingCarWriter carWriter;
    private final Clock clock;

    /**
     * Creates a journal. Does not open the file.
     *
     * @param file the database; its folder is created when needed
     * @param backups the folder for the daily backups
     * @param sendLogFiles the possible places of the send log, outside the journal's folder, the best one first
     */
    public Journal(Path file, Path backups, List<Path> sendLogFiles, Clock clock) {
        this(file, backups, sendLogFiles, clock, JournalFileIdentity.computerStart());
    }

    /** Creates a journal as above on a computer with the given start. */
    Journal(Path file, Path backups, List<Path> sendLogFiles, Clock clock, String computerStart) {
        this.sendLog = new SendLog(sendLogFiles, clock);
        this.backups = new JournalBackups(backups);
        this.writer = new JournalThread(
                new JournalFile(
                        file,
                        this.backups,
                        new SubmissionRecovery(file, sendLog, computerStart),
                        JournalFile.LONGEST_WAIT),
                clock);
        this.clock = clock;
        this.photos = new PhotoRecords(writer, clock);
        this.exchange = new SyncRecords(file, writer);
        this.carWriter = new MergingCarWriter(writer, clock);
    }

    /**
     * Sets the listener for a file that was opened again: in place of a lost one, or because it can be written now.
     *
     * @param listener the listener, called on the journal's thread
     */
    public void whenReopened(Consumer<JournalState> listener) {
        writer.whenReopened(listener);
    }

    /** Opens the file if it is not open yet. Returns the state that can be seen without reading the whole file. */
    public JournalState open() {
        return writer.open();
    }

    /**
     * Checks the whole file once and returns its state. The check takes longer the more cars there are, but blocks no
     * other call. If the file is damaged, the new file also has everything that was saved during the check.
     */
    public JournalState check() {
        return writer.check();
    }

    /** Returns all cars, the newest first. */
    public List<StockRow> stock() {
        return writer.readConcurrently(CarTable::all);
    }

    /** Returns the rows that can't be understood; all other methods skip them. Reads the whole file. */
    public UnreadableRows unreadableRows() {
        return writer.readConcurrently(UnreadableRows::of);
    }

    /**
     * Returns the newest cars, the newest first.
     *
     * @param count the largest number of cars
     */
    public List<StockRow> newest(int count) {
        return writer.execute(database -> CarTable.newest(database, count));
    }

    /** Returns a car with its submissions. */
    public Optional<StoredCar> car(UUID car) {
        return writer.execute(database -> CarTable.find(database, car));
    }

    /** Returns the steps of a car's history. Takes longer the more steps there are. */
    public Optional<StoredHistory> history(UUID car) {
        return writer.readConcurrently(database -> CarTable.history(database, car));
    }

    /** Saves the register's remarks on a car's plate. */
    public void saveRegisterNote(UUID car, RegisterNote note) {
        writer.write(database -> CarTable.saveRegisterNote(database, car, note, clock.instant()));
    }

    /** Saves that all problems of a car were shown, because the user tried to send it. */
    public void saveSendTried(UUID car) {
        writer.write(database -> CarTable.saveSendTried(database, car));
    }

    /** Deletes a car that was never sent, if it has that draft and nothing else. */
    public void deleteDraft(UUID car, CarDraft draft) {
        writer.write(database -> CarTable.deleteDraft(database, car, draft));
    }

    /**
     * Saves the dealer's mark of a car.
     *
     * @param markedAt the time at which the car got the mark; empty if that is unknown
     */
    public void setMark(UUID car, StockMark mark, Optional<Instant> markedAt) {
        writer.write(database -> CarTable.setMark(database, car, mark, markedAt, clock.instant()));
    }

    /**
     * Saves that the advert of a submission was taken off AutoChat.
     *
     * @param at the time; empty if the advert is there again
     */
    public void setTakenOff(UUID submission, Optional<Instant> at) {
        writer.write(database -> SubmissionTable.setTakenOff(database, submission, at, clock.instant()));
    }

    /**
     * Reopens a sent car for correction, or closes the correction again.
     *
     * @param since the time of reopening; empty to keep the car as it was sent
     */
    public void setReopened(UUID car, Optional<Instant> since) {
        writer.write(database -> CarTable.setReopened(database, car, since, clock.instant()));
    }

    /**
     * Saves a submission and the car's draft, unless the profile may have the car already. Marks an earlier submission
     * of unknown outcome as sent again if this one replaces it. A draft that was saved after the submission began
     * stays.
     *
     * @param draft the draft, which may differ from the sent car: it has the texts typed for another profile
     * @param accepted the fields with accepted suggestions
     * @param confirmed the earlier submissions that the user knows of and that do not prevent sending
     */
    public EnqueueResult note(Submission submission, CarDraft draft, Set<CarField> accepted, Set<UUID> confirmed) {
        return writer.write(database -> {
            List<DuplicateSubmission> duplicates = findDuplicates(database, submission, confirmed);
            return duplicates.isEmpty()
                    ? add(database, submission, draft, accepted)
                    : new EnqueueResult.AlreadyThere(duplicates);
        });
    }

    /** Returns the submissions by which a profile may have the car already, without those that the user knows of. */
    public List<DuplicateSubmission> findDuplicates(Submission submission, Set<UUID> confirmed) {
        return writer.execute(database -> findDuplicates(database, submission, confirmed));
    }

    private List<DuplicateSubmission> findDuplicates(Database database, Submission submission, Set<UUID> confirmed)
            throws SQLException {
        return DuplicateSubmissionFinder.find(database, submission).stream()
                .filter(match -> !confirmed.contains(match.submissionId()))
                .toList();
    }

    private EnqueueResult add(Database database, Submission submission, CarDraft draft, Set<CarField> accepted)
            throws SQLException {
        return database.inTransaction(transaction -> {
            // The draft may lack what another desk has typed, and the autosave merges both.
            if (SharedItemTable.carRevision(transaction, submission.car()).isEmpty()) {
                CarTable.save(
                        transaction, submission.car(), draft, accepted, submission.requestedAt(), clock.instant());
            }
            HistoryTable.endStep(transaction, submission.car());
            Submission added = SubmissionTable.add(transaction, submission);
            SubmissionTable.markSentAgain(transaction, added, clock.instant());
            return new EnqueueResult.Enqueued(added);
        });
    }

    /** Saves the progress of a submission. */
    public void update(Submission submission) {
        writer.write(database -> SubmissionTable.save(database, submission, clock.instant()));
        if (submission.state() == SubmissionState.NOT_SENT) {
            // A backup may have the submission as waiting although the user has stopped it.
            sendLog.put(submission, submission.tries() + 1);
        }
    }

    /**
     * Marks a submission as being sent. Only one program can do that for a try of a submission.
     *
     * @return false if another program that has this file open has claimed the submission already
     */
    public boolean markSending(Submission leaving) {
        boolean claimed = writer.write(database -> {
            if (SubmissionTable.contains(database, leaving.id())) {
                return SubmissionTable.claim(database, leaving);
            }
            SubmissionTable.save(database, leaving, clock.instant());
            return true;
        });
        if (claimed) {
            sendLog.put(leaving, leaving.tries());
        }
        return claimed;
    }

    /** Saves the user's verdict on a car's submissions to a profile that have an unknown outcome. */
    public void setVerdict(UUID car, Profile profile, UserVerdict oldVerdict, UserVerdict newVerdict) {
        writer.write(database ->
                SubmissionTable.setVerdict(database, car, profile, oldVerdict, newVerdict, clock.instant()));
    }

    /** Returns the submissions that wait, in the order in which they were requested. */
    public List<Submission> waitingSubmissions() {
        return writer.execute(SubmissionQueries::waiting);
    }

    /**
     * Saves a profile's option list as it was just loaded from the address.
     *
     * @param whole true if AutoChat had no further options
     * @param leftOut the number of options that are left out because their names are too long
     */
    public void saveOptions(Profile profile, String address, List<CarOption> options, boolean whole, int leftOut) {
        writer.write(
                database -> OptionTable.save(database, profile, address, options, whole, leftOut, clock.instant()));
    }

    /** Returns a profile's option list as it was loaded last, or empty if the list came from another address. */
    public Optional<OptionTable.CachedOptions> options(Profile profile, String address) {
        return writer.execute(database -> OptionTable.find(database, profile, address));
    }

    /** Saves a template, replacing its earlier version. */
    public void saveTemplate(Template template) {
        writer.write(database -> TemplateTable.save(database, template, clock.instant()));
    }

    /** Deletes a template. */
    public void deleteTemplate(UUID template) {
        writer.write(database -> TemplateTable.delete(database, template));
    }

    /** Returns all templates, in no particular order. */
    public List<Template> templates() {
        return writer.execute(TemplateTable::all);
    }

    /** Returns the names of all cars that are not deleted. Takes longer the more cars there are. */
    public Map<UUID, ModelHistory.Name> carNames() {
        return writer.readConcurrently(CarTable::carNames);
    }

    /** Returns the records of photos on their way to public addresses. */
    public PhotoRecords photos() {
        return photos;
    }

    /** Returns the records as a sync with other journals needs them. */
    public SyncRecords syncRecords() {
        return exchange;
    }

    /** Returns the cars as the window saves them while a sync may write them too. */
    public MergingCarWriter carWriter() {
        return carWriter;
    }

    /** Saves the edit position. */
    public void saveEditPosition(EditPosition position) {
        writer.write(database -> EditPositionTable.save(database, position));
    }

    /** Returns the edit position that was saved last. */
    public Optional<EditPosition> editPosition() {
        return writer.execute(EditPositionTable::find);
    }

    /**
     * Makes a backup, unless the last one is less than an hour old and of today. Begins a new log of changes with it.
     * Deletes drafts that were marked as deleted long ago.
     */
    public void backUp() {
        try {
            // A damaged file has no sound backup, and is replaced here.
            if (!check().isDurable()) {
                return;
            }
            writer.write(database -> CarTable.purgeDeleted(database, clock.instant()));
            if (!writer.execute(database -> backups.isDue(database, clock))) {
                return;
            }
            int number = writer.execute(_ -> writer.changes().beginNext(backups.lastNumber()));
            // The backup before this one may be needed, if this one turns out to be damaged.
            int oldest = writer.readConcurrently(database -> backups.backUp(database, number, clock)) - 1;
            writer.execute(_ -> writer.changes().deleteBefore(oldest));
        } catch (JournalException failure) {
            // The disk may be full, or another program holds the file. The next submission or the end tries again.
            LOG.log(Level.WARNING, "The backup was not written", failure);
        }
    }

    /** Returns the daily backups, the newest first. */
    public List<Path> backups() {
        return writer.execute(database -> backups.all());
    }

    /**
     * Restores the cars of a backup. They replace the cars here, whose drafts get into the history.
     *
     * @throws JournalException if the backup is damaged, is no journal, or is of a later version; nothing is changed
     *     then
     */
    public void restore(Path backup) {
        writer.write(database -> backups.restore(database, backup, clock.instant()));
    }

    /**
     * Writes the whole journal as one sound file.
     *
     * @param copy the new file, which must not exist yet
     */
    public void copyTo(Path copy) {
        writer.readConcurrently(database -> {
            database.copyTo(copy);
            return copy;
        });
    }

    /** Finishes the pending calls and closes the file. */
    @Override
    public void close() {
        writer.close();
    }

    /** The result of a request to save and send a submission. */
    public sealed interface EnqueueResult {
        /** The submission is saved and is sent after those before it. */
        record Enqueued(Submission submission) implements EnqueueResult {}

        /** The profile may have the car already, by submissions that the user has not confirmed. Nothing is sent. */
        record AlreadyThere(List<DuplicateSubmission> duplicates) implements EnqueueResult {
            public AlreadyThere {
                duplicates = List.copyOf(duplicates);
            }
        }

        /** The submission could not be saved. Nothing is sent, unless the user confirms that. */
        record NotSaved(JournalException.Reason reason) implements EnqueueResult {}
    }
}
