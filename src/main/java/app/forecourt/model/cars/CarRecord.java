package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.Journal;
import app.forecourt.model.form.AcceptedSuggestions;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.model.stock.Autosave;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.RegisterNote;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.stock.UserVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A car without its draft: its submissions, its mark and its accepted suggestions. The form holds the draft of the
 * current car.
 */
public final class CarRecord {
    private final UUID id;
    private final Instant begun;
    private final AcceptedSuggestions acceptedSuggestions;
    private final List<Submission> submissions = new ArrayList<>();
    private StockMark mark = StockMark.NONE;
    private Optional<Instant> reopened = Optional.empty();
    private Optional<RegisterNote> register = Optional.empty();

    private CarRecord(UUID id, Instant begun, AcceptedSuggestions acceptedSuggestions) {
        this.id = id;
        this.begun = begun;
        this.acceptedSuggestions = acceptedSuggestions;
    }

    /** Returns a new empty car. */
    static CarRecord fresh(Instant now) {
        return new CarRecord(UUID.randomUUID(), now, new AcceptedSuggestions());
    }

    /**
     * Returns a new car with the draft of another car. Accepted suggestions are copied, and carried-over texts are
     * marked.
     */
    static CarRecord copyOf(CarRecord original, CarDraft draft, Instant now) {
        return new CarRecord(UUID.randomUUID(), now,
                new AcceptedSuggestions(original.acceptedSuggestions.fields(), draft))
                .withCarriedOverTexts(draft);
    }

    /** Returns a new car with the draft of a template. Carried-over texts are marked. */
    static CarRecord fromTemplate(CarDraft template, Instant now) {
        return fresh(now).withCarriedOverTexts(template);
    }

    private CarRecord withCarriedOverTexts(CarDraft draft) {
        ExternalValues.CARRIED_OVER.stream().filter(field -> !draft.text(field).isBlank())
                .forEach(field -> acceptedSuggestions.accept(field, draft.text(field)));
        return this;
    }

    /** Returns a car read from the journal. */
    static CarRecord of(StoredCar car) {
        CarRecord result = new CarRecord(car.id(), car.createdAt(),
                new AcceptedSuggestions(car.acceptedSuggestions(), car.draft()));
        result.submissions.addAll(car.submissions());
        result.mark = car.mark();
        result.reopened = car.reopened();
        result.register = car.registerNote();
        return result;
    }

    /** Returns the key of the car in the journal. */
    public UUID id() {
        return id;
    }

    Instant createdAt() {
        return begun;
    }

    public AcceptedSuggestions acceptedSuggestions() {
        return acceptedSuggestions;
    }

    /** Returns all submissions of the car, oldest first. */
    public List<Submission> submissions() {
        return List.copyOf(submissions);
    }

    /** Sets the time at which the car was reopened for correction, empty if it is not being corrected. */
    void reopen(Optional<Instant> since) {
        reopened = since;
    }

    /**
     * Returns the time at which a submission begins. The time is never before the current correction, because an
     * earlier submission would not count as the corrected one. The clock may have been set back since.
     */
    public Instant submissionTime(Instant now) {
        return reopened.filter(now::isBefore).orElse(now);
    }

    public StockMark mark() {
        return mark;
    }

    void mark(StockMark mark) {
        this.mark = mark;
    }

    /** Returns RDW's remarks on the car's plate. */
    Optional<RegisterNote> register() {
        return register;
    }

    /** Sets RDW's remarks on the car's plate. */
    void register(RegisterNote note) {
        register = Optional.of(note);
    }

    /** Writes the car to a new journal through the autosave. The draft is saved separately. */
    void writeTo(Journal journal, Autosave autosave) {
        submissions().forEach(submission -> autosave.enqueue(() -> journal.saveIfMissing(submission)));
        Optional<Instant> since = reopened;
        StockMark currentMark = mark;
        register.ifPresent(note -> autosave.saveNote(id, note));
        autosave.enqueue(() -> {
            journal.setReopened(id, since);
            journal.setMark(id, currentMark);
        });
    }

    /** Merges the journal's submissions into the car. The newer state of each submission wins. */
    void mergeFromJournal(StoredCar car) {
        List<Submission> known = List.copyOf(submissions);
        submissions.clear();
        submissions.addAll(car.submissions());
        known.forEach(submission -> {
            if (submissions.stream().noneMatch(
                    kept -> kept.id().equals(submission.id())
                            && !kept.changedAt().isBefore(submission.changedAt()))) {
                put(submission);
            }
        });
    }

    /**
     * Stores the user's verdict on the submissions to a profile with unknown outcome. The verdict's time is at least 1
     * ms after the submission's last change. A merge would prefer the journal's row otherwise, because it does so if
     * both times are equal.
     */
    public void decide(Profile profile, UserVerdict verdict, Instant now) {
        submissionsTo(profile).filter(Submission::needsVerdict).toList().forEach(submission -> {
            Instant later = submission.changedAt().plusMillis(1);
            put(submission.withVerdict(verdict, now.isAfter(later) ? now : later));
        });
    }

    /**
     * Adds or replaces a submission. A submission that has only begun never replaces a known one, because it may be
     * reported late.
     */
    void put(Submission submission) {
        boolean justBegun = submission.tries() == 0 && submission.outcome().isEmpty();
        if (justBegun && submissions.stream().anyMatch(known -> known.id().equals(submission.id()))) {
            return;
        }
        submissions.removeIf(known -> known.id().equals(submission.id()));
        submissions.add(submission);
        submissions.sort(Comparator.comparing(Submission::requestedAt));
    }

    /** Returns the submissions to a profile, newest first. */
    public Stream<Submission> submissionsTo(Profile profile) {
        return submissions.reversed().stream().filter(submission -> submission.profile() == profile);
    }

    /**
     * Returns the submission that the window shows for a profile: the newest if it is under way, else the newest with
     * unknown outcome, else the newest.
     */
    public Optional<Submission> shownSubmission(Profile profile) {
        return submissionsTo(profile).findFirst().filter(newest -> newest.state().isUnderWay())
                .or(() -> submissionsTo(profile).filter(Submission::needsVerdict).findFirst())
                .or(() -> submissionsTo(profile).findFirst());
    }

    /** Returns the newest submission that staging accepted, empty if there is any submission to production. */
    public Optional<Submission> acceptedByStaging() {
        return submissionsTo(Profile.PRODUCTION).findAny().isPresent() ? Optional.empty()
                : submissionsTo(Profile.STAGING).filter(Submission::isAccepted).findFirst();
    }

    /** Returns the car's status with a profile. Only a draft may be sent. */
    public ListingStatus status(Profile profile) {
        return ListingStatus.of(summaries(), reopened, profile);
    }

    private List<SubmissionSummary> summaries() {
        return submissions.stream().map(Submission::summary).toList();
    }

    /** Returns the car's row of the stock list. */
    StockRow row(CarDraft draft) {
        return new StockRow(id, StockRow.texts(draft), mark, reopened, begun, summaries());
    }
}
