package app.forecourt.model.store;

import app.forecourt.car.CarDraft;
import app.forecourt.model.form.AcceptedSuggestions;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.settings.Profile;
import app.forecourt.stock.CarContent;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.PriceHistory;
import app.forecourt.stock.RegisterNote;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.stock.UserVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A car in memory: its draft, its submissions, its mark and its accepted suggestions. Used on the FX thread, except for
 * {@link #typed}.
 */
public final class CarRecord {
    private final UUID id;
    private final Instant begun;
    private final AcceptedSuggestions acceptedSuggestions;
    private final List<Submission> submissions = new ArrayList<>();
    private StockMark mark = StockMark.NONE;
    private Optional<Instant> markedAt = Optional.empty();
    private Optional<Instant> reopened = Optional.empty();
    private Optional<RegisterNote> register = Optional.empty();
    private final CarEditState text;
    /** Volatile, because the journal's answer to a save arrives on another thread. */
    private volatile PriceHistory prices = PriceHistory.NONE;

    private boolean inForm;
    private boolean sendTried;

    private CarRecord(
            UUID id, Instant begun, AcceptedSuggestions acceptedSuggestions, CarDraft draft, String editedDescription) {
        this.id = id;
        this.begun = begun;
        this.acceptedSuggestions = acceptedSuggestions;
        this.text = new CarEditState(new CarContent(draft, acceptedSuggestions.fields(), editedDescription));
    }

    /** Returns a new car with the defaults of a new car, or with imported texts. */
    public static CarRecord fresh(CarDraft draft, Instant now) {
        return new CarRecord(UUID.randomUUID(), now, new AcceptedSuggestions(), draft, "");
    }

    /**
     * Returns a new car with the draft of another car. Accepted suggestions are copied, and carried-over texts are
     * marked.
     */
    public static CarRecord copyOf(CarRecord original, CarDraft draft, Instant now) {
        return new CarRecord(
                        UUID.randomUUID(),
                        now,
                        new AcceptedSuggestions(original.acceptedSuggestions.fields(), draft),
                        draft,
                        "")
                .withCarriedOverTexts(draft);
    }

    /** Returns a new car with the draft of a template. Carried-over texts are marked. */
    public static CarRecord fromTemplate(CarDraft template, Instant now) {
        return fresh(template, now).withCarriedOverTexts(template);
    }

    private CarRecord withCarriedOverTexts(CarDraft draft) {
        ExternalValues.CARRIED_OVER.stream()
                .filter(field -> !draft.text(field).isBlank())
                .forEach(field -> acceptedSuggestions.accept(field, draft.text(field)));
        return this;
    }

    /** Returns a car read from the journal. */
    public static CarRecord of(StoredCar car) {
        CarRecord result = new CarRecord(
                car.id(),
                car.createdAt(),
                new AcceptedSuggestions(car.acceptedSuggestions(), car.draft()),
                car.draft(),
                car.editedDescription());
        result.submissions.addAll(car.submissions());
        result.mark = car.mark();
        result.markedAt = car.markedAt();
        result.reopened = car.reopened();
        result.register = car.registerNote();
        result.prices = car.prices();
        result.sendTried = car.sendTried();
        return result;
    }

    /** Returns the key of the car in the journal. */
    public UUID id() {
        return id;
    }

    public Instant createdAt() {
        return begun;
    }

    /** Returns the draft as the user typed it last, whatever version the form shows. */
    public CarDraft draft() {
        return typed().draft();
    }

    /** Stores the draft without saving it, for example while the form shows the sent version. */
    public void setDraft(CarDraft draft) {
        text.set(new CarContent(draft, acceptedSuggestions.fields(), typed().editedDescription()));
    }

    /** Returns the description that the user edits in the builder; empty if there is none. */
    public String editedDescription() {
        return typed().editedDescription();
    }

    /** Sets the description that the user edits in the builder without saving it; empty if there is none. */
    public void editDescription(String description) {
        CarContent typed = typed();
        text.set(new CarContent(typed.draft(), typed.acceptedSuggestions(), description));
    }

    /** Sets the earlier prices after a save. Returns false if they are the same. Safe to call from any thread. */
    boolean setPrices(PriceHistory saved) {
        boolean changed = !prices.equals(saved);
        prices = saved;
        return changed;
    }

    /** Returns the texts to save. Safe to call from any thread. */
    public CarContent typed() {
        return text.typed();
    }

    /** Returns what was typed, with what the journal has of it. Safe to call from any thread. */
    CarEditState text() {
        return text;
    }

    /** Returns whether the car is in the form. */
    boolean isInForm() {
        return inForm;
    }

    /** Sets whether the car is in the form. */
    public void setInForm(boolean inForm) {
        this.inForm = inForm;
    }

    /** Returns whether the user was shown all problems of the car instead of sending it. */
    public boolean isSendTried() {
        return sendTried;
    }

    public void setSendTried(boolean sendTried) {
        this.sendTried = sendTried;
    }

    public AcceptedSuggestions acceptedSuggestions() {
        return acceptedSuggestions;
    }

    /** Returns all submissions of the car, oldest first. A submission that is only requested is left out. */
    public List<Submission> submissions() {
        return submissions.stream()
                .filter(submission -> !submission.isRequested())
                .toList();
    }

    /** Returns whether a submission of the car is requested but not in the journal yet. */
    boolean hasRequest() {
        return submissions.stream().anyMatch(Submission::isRequested);
    }

    /** Withdraws the requested submission to a profile, which was not written. */
    public void withdrawRequest(Profile profile) {
        submissions.removeIf(submission -> submission.isRequested() && submission.profile() == profile);
    }

    /** Sets the time at which the car was reopened for correction, empty if it is not being corrected. */
    public void reopen(Optional<Instant> since) {
        reopened = since;
    }

    /**
     * Returns whether the car was reopened to correct it on a profile. A submission to another profile since then was
     * that correction.
     */
    public boolean isReopenedFor(Profile profile) {
        return status(profile) == ListingStatus.DRAFT
                && reopened.filter(since -> submissions().stream()
                                .noneMatch(submission -> submission.profile() != profile
                                        && !submission.requestedAt().isBefore(since)))
                        .isPresent();
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

    /**
     * Sets the mark.
     *
     * @param since the time at which the car got the mark; empty if that is unknown
     */
    public void mark(StockMark newMark, Optional<Instant> since) {
        mark = newMark;
        markedAt = since;
    }

    /** Returns RDW's remarks on the car's plate. */
    public Optional<RegisterNote> register() {
        return register;
    }

    /** Sets RDW's remarks on the car's plate. */
    public void register(RegisterNote note) {
        register = Optional.of(note);
    }

    /** Stores the user's verdict on the submissions to a profile with unknown outcome. */
    public void decide(Profile profile, UserVerdict verdict, Instant now) {
        submissionsTo(profile)
                .filter(Submission::needsVerdict)
                .toList()
                .forEach(submission -> put(submission.withVerdict(verdict, now)));
    }

    /**
     * Adds a submission, or replaces the known state of it.
     *
     * <p>A known submission is not replaced by its untried state, because that may be reported late. As in the journal,
     * a new submission marks the earlier ones of unknown outcome as sent again. If AutoChat then refuses to take it,
     * for example because the sign-in failed, their outcome counts as unknown again.
     */
    public void put(Submission submission) {
        boolean isKnown = submissions().stream().anyMatch(known -> known.id().equals(submission.id()));
        if (isKnown && submission.isUntried()) {
            return;
        }
        if (!isKnown && !submission.isRequested()) {
            decide(submission.profile(), UserVerdict.SENT_AGAIN, submission.requestedAt());
        }
        if (submission.state().isTurnedDown() && submission.state() != SubmissionState.REJECTED) {
            submissionsTo(submission.profile())
                    .takeWhile(known -> known.state() != SubmissionState.ACCEPTED)
                    .filter(known ->
                            known.state() == SubmissionState.UNKNOWN && known.verdict() == UserVerdict.SENT_AGAIN)
                    .toList()
                    .forEach(known -> put(known.withVerdict(UserVerdict.NONE, submission.changedAt())));
        }
        submissions.removeIf(known -> known.id().equals(submission.id()));
        submissions.add(submission);
        submissions.sort(Comparator.comparing(Submission::requestedAt));
    }

    /** Sets the time at which the advert of a submission was taken off; empty if it is there again. */
    public void setTakenOff(UUID submission, Optional<Instant> at) {
        submissions.replaceAll(known -> known.id().equals(submission) ? known.takenOff(at) : known);
    }

    /**
     * Takes over what the journal has of a car beside its texts, because another desk has changed that. A submission
     * whose progress is not saved yet stays.
     */
    public void takeOver(StoredCar stored) {
        mark(stored.mark(), stored.markedAt());
        reopened = stored.reopened();
        register = stored.registerNote();
        for (Submission other : stored.submissions()) {
            Optional<Submission> known = submissions.stream()
                    .filter(submission -> submission.id().equals(other.id()))
                    .findFirst();
            if (known.filter(submission -> submission.changedAt().isAfter(other.changedAt()))
                    .isEmpty()) {
                known.ifPresent(submissions::remove);
                submissions.add(other);
            }
        }
        submissions.sort(Comparator.comparing(Submission::requestedAt));
    }

    /**
     * Takes over what another desk has typed into the car. Does nothing without such a text, or while the car is being
     * saved.
     *
     * @param take shows the text and calls {@link #onRemoteEditsShown}
     * @return true if there was such a text
     */
    public boolean takeRemoteEdits(Consumer<RemoteEdits> take) {
        return text.takeRemoteEdits(take);
    }

    /**
     * Takes over all that another desk has typed into a car that is not in the form.
     *
     * @param autosave gets the fields in which the user's texts replace those of the other desk
     * @return true if there was such a text
     */
    public boolean takeRemoteEdits(Autosave autosave) {
        return takeRemoteEdits(edits -> {
            autosave.reportReplaced(id, typed().conflicts(edits.base(), edits.stored()));
            CarContent merged = typed().merge(edits.base(), edits.stored());
            acceptedSuggestions.replace(merged.acceptedSuggestions(), merged.draft());
            onRemoteEditsShown(merged, edits.stored());
        });
    }

    /** Returns whether the user has typed what the journal lacks, apart from what another desk has typed there. */
    public boolean hasEdits() {
        return text.hasEdits();
    }

    /**
     * Notes that the window shows what another desk has typed.
     *
     * @param shown the text that the window shows now
     * @param arrived the arrived version, as far as the window shows it
     */
    public void onRemoteEditsShown(CarContent shown, CarContent arrived) {
        text.onTaken(shown, arrived);
    }

    /** Returns the submissions to a profile, newest first, without a requested one. */
    public Stream<Submission> submissionsTo(Profile profile) {
        return submissions().reversed().stream().filter(submission -> submission.profile() == profile);
    }

    /**
     * Returns the submission that the window shows for a profile: the requested one, else the newest if it is under
     * way, else the newest with unknown outcome, else the newest.
     */
    public Optional<Submission> shownSubmission(Profile profile) {
        return request(profile)
                .or(() -> submissionsTo(profile)
                        .findFirst()
                        .filter(newest -> newest.state().isUnderWay()))
                .or(() ->
                        submissionsTo(profile).filter(Submission::needsVerdict).findFirst())
                .or(() -> submissionsTo(profile).findFirst());
    }

    private Optional<Submission> request(Profile profile) {
        return submissions.stream()
                .filter(submission -> submission.isRequested() && submission.profile() == profile)
                .findFirst();
    }

    /** Returns the newest submission that staging accepted, empty if there is any submission to production. */
    public Optional<Submission> acceptedByStaging() {
        return submissionsTo(Profile.PRODUCTION).findAny().isPresent()
                ? Optional.empty()
                : submissionsTo(Profile.STAGING).filter(Submission::isAccepted).findFirst();
    }

    /** Returns the car's status with a profile. Only a draft may be sent. */
    public ListingStatus status(Profile profile) {
        return request(profile).isPresent() ? ListingStatus.SENDING : ListingStatus.of(summaries(), reopened, profile);
    }

    private List<SubmissionSummary> summaries() {
        return submissions().stream().map(Submission::summary).toList();
    }

    /** Returns the car's row of the stock list. A requested submission is not in the list before it is written. */
    public StockRow row() {
        return new StockRow(
                id,
                StockRow.texts(draft()),
                StockRow.details(draft()),
                mark,
                markedAt,
                reopened,
                begun,
                summaries(),
                prices);
    }
}
