package app.forecourt.journal;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.history.StoredHistory;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.EditPositionTable;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.OptionTable;
import app.forecourt.journal.database.SubmissionQueries;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.journal.database.TemplateTable;
import app.forecourt.journal.database.UnreadableRows;
import app.forecourt.option.CarOption;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.RegisterRemarks;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.Template;
import app.forecourt.stock.UserVerdict;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

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
    private final JournalThread writer;
    private final JournalBackups backups;
    private final SendLog sendLog;
    private final PhotoRecords photos;
    private final SyncTransactions syncAccess;
    private final UserEditMergingWriter carWriter;
    private final Clock clock;

    /**
     * Creates a journal. Does not open the file.
     *
     * @param file the database; its folder is created when needed
     * @param backups the folder for the daily backups
     * @param sendLogFiles the possible places of the send log, outside the journal's folder, the best one first
     */
    public Journal(Path file, Path backups, List<Path> sendLogFiles, Clock clock) {
        this(file, backups, sendLogFiles, clock, new JournalFileFingerprinter());
    }

    /** Creates a journal as above with the given identity of its file and computer. */
    Journal(Path file, Path backups, List<Path> sendLogFiles, Clock clock, JournalFileFingerprinter fingerprinter) {
        this.sendLog = new SendLog(sendLogFiles, clock);
        this.backups = new JournalBackups(backups);
        this.writer = new JournalThread(
                new JournalFile(
                        file,
                        this.backups,
                        new SubmissionRecovery(file, sendLog, fingerprinter),
                        JournalFile.LONGEST_WAIT),
                clock);
        this.clock = clock;
        this.photos = new PhotoRecords(writer, clock);
        this.syncAccess = new SyncTransactions(file, writer, fingerprinter);
        this.carWriter = new UserEditMergingWriter(writer, clock);
    }

    /**
     * Sets the listener for a file that was opened again: in place of a lost one, or because it can be written now. It
     * is called on the journal's thread.
     */
    public void whenReopened(Consumer<JournalOpenState> listener) {
        writer.whenReopened(listener);
    }

    /** Opens the file if it is not open yet. Returns the state that can be seen without reading the whole file. */
    public JournalOpenState open() {
        return writer.open();
    }

    /**
     * Checks the whole file once and returns its state. The check takes longer the more cars there are, but blocks no
     * other call. If the file is damaged, the new file also has everything that was saved during the check.
     */
    public JournalOpenState check() {
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

    /** Returns a number of cars, or all if there are fewer, the newest first. */
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
    public void saveRegisterNote(UUID car, RegisterRemarks note) {
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

    /** Saves the dealer's mark of a car, and when the car got it; empty if that is unknown. */
    public void setMark(UUID car, StockMark mark, Optional<Instant> markedAt) {
        writer.write(database -> CarTable.setMark(database, car, mark, markedAt, clock.instant()));
    }

    /** Saves when the advert of a submission was taken off AutoChat; empty if the advert is there again. */
    public void setTakenOff(UUID submission, Optional<Instant> at) {
        writer.write(database -> SubmissionTable.setTakenOff(database, submission, at, clock.instant()));
    }

    /** Saves since when a sent car is open for correction; empty to keep the car as it was sent. */
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
        return writer.write(database ->
                SubmissionEnqueuer.enqueue(database, submission, draft, accepted, confirmed, clock.instant()));
    }

    /** Returns the submissions by which a profile may have the car already, without those that the user knows of. */
    public List<DuplicateSubmission> findDuplicates(Submission submission, Set<UUID> confirmed) {
        return writer.execute(database -> SubmissionEnqueuer.findDuplicates(database, submission, confirmed));
    }

    public void update(Submission submission) {
        writer.write(database -> SubmissionTable.save(database, submission, clock.instant()));
        if (submission.state() == SubmissionState.NOT_SENT) {
            // A backup may have the submission as waiting although the user has stopped it.
            sendLog.putStop(submission);
        }
    }

    /**
     * Marks a submission as being sent. Returns false if another program that has this file open has done so already
     * for this try.
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
            sendLog.putDeparture(leaving);
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
     */
    public void saveOptions(Profile profile, String address, List<CarOption> options, boolean whole) {
        writer.write(database -> OptionTable.save(database, profile, address, options, whole, clock.instant()));
    }

    /** Returns a profile's option list as it was loaded last, or empty if the list came from another address. */
    public Optional<OptionTable.CachedOptions> options(Profile profile, String address) {
        return writer.execute(database -> OptionTable.find(database, profile, address));
    }

    /** Saves a template, replacing its earlier version. */
    public void saveTemplate(Template template) {
        writer.write(database -> TemplateTable.save(database, template, clock.instant()));
    }

    public void deleteTemplate(UUID template) {
        writer.write(database -> TemplateTable.delete(database, template));
    }

    /** Returns all templates, in no particular order. */
    public List<Template> templates() {
        return writer.execute(TemplateTable::all);
    }

    public PhotoRecords photos() {
        return photos;
    }

    /** Returns the records as a sync with other journals needs them. */
    public SyncTransactions syncAccess() {
        return syncAccess;
    }

    /** Returns the cars as the window saves them while a sync may write them too. */
    public UserEditMergingWriter carWriter() {
        return carWriter;
    }

    public void saveEditPosition(EditPosition position) {
        writer.write(database -> EditPositionTable.save(database, position));
    }

    public Optional<EditPosition> editPosition() {
        return writer.execute(EditPositionTable::find);
    }

    /**
     * Makes a backup, unless the last one is less than an hour old and of today. Begins a new log of changes with it.
     * Deletes drafts that were marked as deleted long ago.
     */
    public void backUp() {
        backups.backUpIfDue(writer, clock);
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

    /** Finishes the pending calls and closes the file. */
    @Override
    public void close() {
        writer.close();
    }
}
