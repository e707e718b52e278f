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

/** The car in the form: what was tried with it, and what in it was taken as proposed. The form has its draft. */
public final class CarRecord {
    private final UUID id;
    private final Instant begun;
    private final AcceptedSuggestions taken;
    private final List<Submission> attempts = new ArrayList<>();
    private StockMark mark = StockMark.NONE;
    private Optional<Instant> reopened = Optional.empty();
    private Optional<RegisterNote> register = Optional.empty();

    private CarRecord(UUID id, Instant begun, AcceptedSuggestions taken) {
        this.id = id;
        this.begun = begun;
        this.taken = taken;
    }

    /** A car of which nothing is typed yet. */
    static CarRecord fresh(Instant now) {
        return new CarRecord(UUID.randomUUID(), now, new AcceptedSuggestions());
    }

    /** Another car, of which that is known; what was taken as proposed in the one is so in the other. */
    static CarRecord like(CarRecord one, CarDraft draft, Instant now) {
        return new CarRecord(UUID.randomUUID(), now, new AcceptedSuggestions(one.taken.fields(), draft))
                .withTextOfAnother(draft);
    }

    /** A car that begins from a template. */
    static CarRecord from(CarDraft template, Instant now) {
        return fresh(now).withTextOfAnother(template);
    }

    private CarRecord withTextOfAnother(CarDraft draft) {
        ExternalValues.CARRIED_OVER.stream().filter(field -> !draft.text(field).isBlank())
                .forEach(field -> taken.accept(field, draft.text(field)));
        return this;
    }

    /** A car from the journal. */
    static CarRecord of(StoredCar car) {
        CarRecord open = new CarRecord(car.id(), car.begun(),
                new AcceptedSuggestions(car.taken(), car.draft()));
        open.attempts.addAll(car.attempts());
        open.mark = car.mark();
        open.reopened = car.reopened();
        open.register = car.register();
        return open;
    }

    /** The journal knows it by this. */
    public UUID id() {
        return id;
    }

    Instant begun() {
        return begun;
    }

    public AcceptedSuggestions acceptedSuggestions() {
        return taken;
    }

    /** All that was tried, oldest first. */
    public List<Submission> attempts() {
        return List.copyOf(attempts);
    }

    /** When it was opened again to be corrected, empty when it was left as it was sent. */
    void reopen(Optional<Instant> since) {
        reopened = since;
    }

    /**
     * Returns the time at which a sending begins now. It is never before the correction that it sends, although the clock
     * may have been set back since, because an earlier sending would not count as the corrected one.
     */
    public Instant begins(Instant now) {
        return reopened.filter(now::isBefore).orElse(now);
    }

    public StockMark mark() {
        return mark;
    }

    void mark(StockMark now) {
        mark = now;
    }

    /** What the register remarked of its plate. */
    Optional<RegisterNote> register() {
        return register;
    }

    /** Takes up what the register remarked of its plate. */
    void register(RegisterNote note) {
        register = Optional.of(note);
    }

    /** Has a journal that is new keep what was done with it; its draft is kept as it is typed. */
    void keepIn(Journal journal, Autosave autosave) {
        attempts().forEach(attempt -> autosave.note(() -> journal.keep(attempt)));
        Optional<Instant> since = reopened;
        StockMark now = mark;
        register.ifPresent(note -> autosave.keep(id, note));
        autosave.note(() -> {
            journal.reopen(id, since);
            journal.mark(id, now);
        });
    }

    /** Takes up what the journal knows of its attempts; what has come further since stays. */
    void mergeFromJournal(StoredCar car) {
        List<Submission> before = List.copyOf(attempts);
        attempts.clear();
        attempts.addAll(car.attempts());
        before.forEach(attempt -> {
            if (attempts.stream().noneMatch(
                    kept -> kept.id().equals(attempt.id()) && !kept.changed().isBefore(attempt.changed()))) {
                put(attempt);
            }
        });
    }

    /**
     * She decides what became of the attempts on a profile of which nobody knows. It is later than what each came to,
     * though in the same millisecond: of two that are as old the journal's stands.
     */
    public void decide(Profile there, UserVerdict decision, Instant now) {
        submissionsTo(there).filter(Submission::open).toList().forEach(attempt -> {
            Instant later = attempt.changed().plusMillis(1);
            put(attempt.decided(decision, now.isAfter(later) ? now : later));
        });
    }

    /** An attempt has begun or come further; that it has begun may be told only after. */
    void put(Submission attempt) {
        boolean justBegun = attempt.tries() == 0 && attempt.outcome().isEmpty();
        if (justBegun && attempts.stream().anyMatch(known -> known.id().equals(attempt.id()))) {
            return;
        }
        attempts.removeIf(before -> before.id().equals(attempt.id()));
        attempts.add(attempt);
        attempts.sort(Comparator.comparing(Submission::begun));
    }

    /** The attempts on that profile, newest first. */
    public Stream<Submission> submissionsTo(Profile profile) {
        return attempts.reversed().stream().filter(attempt -> attempt.profile() == profile);
    }

    /** What is to be told of that profile: an attempt that nobody knows the end of, else the last. */
    public Optional<Submission> last(Profile profile) {
        return submissionsTo(profile).findFirst().filter(newest -> newest.state().underWay())
                .or(() -> submissionsTo(profile).filter(Submission::open).findFirst())
                .or(() -> submissionsTo(profile).findFirst());
    }

    /** What staging took of it, while production was never asked to take it. */
    public Optional<Submission> rehearsed() {
        return submissionsTo(Profile.PRODUCTION).findAny().isPresent() ? Optional.empty()
                : submissionsTo(Profile.STAGING).filter(Submission::accepted).findFirst();
    }

    /** Where it stands with that profile; anything but a draft is not sent there again. */
    public ListingStatus standing(Profile profile) {
        return ListingStatus.of(traces(), reopened, profile);
    }

    private List<SubmissionSummary> traces() {
        return attempts.stream().map(Submission::trace).toList();
    }

    /** As the stock list shows it. */
    StockRow row(CarDraft draft) {
        return new StockRow(id, StockRow.texts(draft), mark, reopened, begun, traces());
    }
}
