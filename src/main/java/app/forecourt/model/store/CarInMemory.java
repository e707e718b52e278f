package app.forecourt.model.store;

import app.forecourt.car.CarDraft;
import app.forecourt.model.form.AcceptedSuggestions;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.stock.CarContent;
import app.forecourt.stock.EarlierPrices;
import app.forecourt.stock.RegisterRemarks;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A car in memory: its draft, its submissions, its mark and its accepted suggestions. Used on the FX thread, except for
 * {@link #typed}.
 */
public final class CarInMemory {
    private final UUID id;
    private final Instant createdAt;
    private final AcceptedSuggestions acceptedSuggestions;
    private final CarSubmissions submissions = new CarSubmissions();
    private StockMark mark = StockMark.NONE;
    private Optional<Instant> markedAt = Optional.empty();
    private Optional<RegisterRemarks> register = Optional.empty();
    private final CarEditTracker text;
    /** Volatile, because the journal's answer to a save arrives on another thread. */
    private volatile EarlierPrices prices = EarlierPrices.NONE;

    private boolean inForm;
    private boolean sendTried;

    private CarInMemory(
            UUID id,
            Instant createdAt,
            AcceptedSuggestions acceptedSuggestions,
            CarDraft draft,
            String editedDescription) {
        this.id = id;
        this.createdAt = createdAt;
        this.acceptedSuggestions = acceptedSuggestions;
        this.text = new CarEditTracker(new CarContent(draft, acceptedSuggestions.fields(), editedDescription));
    }

    /** Returns a new car with the defaults of a new car, or with imported texts. */
    public static CarInMemory fresh(CarDraft draft, Instant now) {
        return new CarInMemory(UUID.randomUUID(), now, new AcceptedSuggestions(), draft, "");
    }

    /**
     * Returns a new car with the draft of another car. Accepted suggestions are copied, and carried-over texts are
     * marked.
     */
    public static CarInMemory copyOf(CarInMemory original, CarDraft draft, Instant now) {
        return new CarInMemory(
                        UUID.randomUUID(),
                        now,
                        new AcceptedSuggestions(original.acceptedSuggestions.fields(), draft),
                        draft,
                        "")
                .withCarriedOverTexts(draft);
    }

    /** Returns a new car with the draft of a template. Carried-over texts are marked. */
    public static CarInMemory fromTemplate(CarDraft template, Instant now) {
        return fresh(template, now).withCarriedOverTexts(template);
    }

    private CarInMemory withCarriedOverTexts(CarDraft draft) {
        ExternalValues.CARRIED_OVER.stream()
                .filter(field -> !draft.text(field).isBlank())
                .forEach(field -> acceptedSuggestions.accept(field, draft.text(field)));
        return this;
    }

    /** Returns a car read from the journal. */
    public static CarInMemory of(StoredCar car) {
        CarInMemory result = new CarInMemory(
                car.id(),
                car.createdAt(),
                new AcceptedSuggestions(car.acceptedSuggestions(), car.draft()),
                car.draft(),
                car.editedDescription());
        result.takeOver(car);
        result.prices = car.prices();
        result.sendTried = car.sendTried();
        return result;
    }

    /** Returns the key of the car in the journal. */
    public UUID id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
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
    boolean setPrices(EarlierPrices saved) {
        boolean changed = !prices.equals(saved);
        prices = saved;
        return changed;
    }

    /** Returns the texts to save. Safe to call from any thread. */
    public CarContent typed() {
        return text.typed();
    }

    /** Returns what was typed, with what the journal has of it. Safe to call from any thread. */
    CarEditTracker text() {
        return text;
    }

    boolean isInForm() {
        return inForm;
    }

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

    public CarSubmissions submissions() {
        return submissions;
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
    public Optional<RegisterRemarks> register() {
        return register;
    }

    /** Sets RDW's remarks on the car's plate. */
    public void register(RegisterRemarks note) {
        register = Optional.of(note);
    }

    /** Takes over what the journal has of a car beside its texts, because another desk has changed that. */
    public void takeOver(StoredCar stored) {
        mark(stored.mark(), stored.markedAt());
        register = stored.registerNote();
        submissions.takeOver(stored);
    }

    /**
     * Takes over what another desk has typed into the car. Does nothing without such a text, or while the car is being
     * saved.
     *
     * @param take shows the text and calls {@link #onRemoteEditsShown}
     * @return true if there was such a text
     */
    public boolean takeRemoteEdits(Consumer<UnshownRemoteVersion> take) {
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

    /** Returns the car's row of the stock list. A requested submission is not in the list before it is written. */
    public StockRow row() {
        return new StockRow(
                id,
                StockRow.texts(draft()),
                StockRow.details(draft()),
                mark,
                markedAt,
                submissions.reopened(),
                createdAt,
                submissions.summaries(),
                prices);
    }
}
