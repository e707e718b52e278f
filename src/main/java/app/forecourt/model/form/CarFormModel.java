package app.forecourt.model.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.check.ValidationResult;
import app.forecourt.car.price.PriceCalculator;
import app.forecourt.car.price.PriceSuggestion;
import app.forecourt.option.KnownOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/**
 * The car in the form: what is typed, what it comes to, and which of its problems are shown. It is checked after
 * every change; what is shown follows another rule, so that nobody is told off while typing: leaving a field shows
 * what can't become right by itself, asking to send shows all, and a mended problem goes at once.
 */
public final class CarFormModel {
    private final CarValidator check;
    private final AmountFormatter writing;
    private final FieldTexts entries = new FieldTexts(this::changed);
    private final ObjectProperty<Optional<KnownOptions>> known = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<PricingTerms> terms = new SimpleObjectProperty<>(PricingTerms.STANDARD);
    private final ObjectProperty<KnownDealerships> sellers = new SimpleObjectProperty<>(
            KnownDealerships.NONE);
    private final ReadOnlyObjectWrapper<CarDraft> draft = new ReadOnlyObjectWrapper<>(CarDraft.EMPTY);
    private final ObservableList<PriceSuggestion> proposals = FXCollections.observableArrayList();
    private final ProblemVisibility told;
    private final ExternalValues hearsay = new ExternalValues(this);
    private final PhotoList photos;
    private AcceptedSuggestions taken = new AcceptedSuggestions();
    private boolean held;
    /** Counts the cars that were put into it. */
    private long visit;
    /** What is known from the list of the other cars. */
    private List<Problem> beside = List.of();
    private ValidationResult typed;

    /** @param writing how amounts that are taken as proposed are written */
    public CarFormModel(CarValidator check, AmountFormatter writing) {
        this.check = check;
        this.writing = writing;
        this.photos = new PhotoList(this);
        typed = check.check(CarDraft.EMPTY, Optional.empty(), PricingTerms.STANDARD, KnownDealerships.NONE);
        told = new ProblemVisibility(typed);
        known.subscribe((before, now) -> recheck());
        terms.subscribe((before, now) -> recheck());
        sellers.subscribe((before, now) -> recheck());
        hearsay.marks()
                .addListener((MapChangeListener<CarField, ExternalValues.Mark>) change -> updateProblems());
        hearsay.values().addListener((ListChangeListener<ExternalValue>) change -> updateProblems());
    }

    /** The text of a field, exactly as typed. Not for {@link CarField#OPTIONS}. */
    public StringProperty text(CarField field) {
        return entries.text(field);
    }

    /** The API names of the chosen options, in the order of choosing. */
    public ObservableList<String> options() {
        return entries.options();
    }

    /** The option list of the profile, empty while there is none. */
    public ObjectProperty<Optional<KnownOptions>> knownOptions() {
        return known;
    }

    /** How this dealer reckons prices. */
    public ObjectProperty<PricingTerms> terms() {
        return terms;
    }

    /** The desk's own dealerships, as the profile sees them. */
    public ObjectProperty<KnownDealerships> sellers() {
        return sellers;
    }

    /** The name of the dealership that the car belongs to, if it has one. */
    public Optional<String> dealership() {
        return Optional.ofNullable(sellers.get().names().get(text(CarField.DEALERSHIP_ID).get().strip()))
                .filter(name -> !name.isEmpty());
    }

    /** All that is typed and chosen, as one value. */
    public ReadOnlyObjectProperty<CarDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** The problems to be shown now, in form order. */
    public ObservableList<Problem> shown() {
        return told.shown();
    }

    /** What is good to know, in form order; shown quietly while it is so. */
    public ObservableList<Problem> hints() {
        return told.hints();
    }

    /** The amounts that follow from what is typed, whether something is typed in their place or not. */
    public ObservableList<PriceSuggestion> proposals() {
        return proposals;
    }

    /**
     * The fields that lately did not take a change, and why. These are no problems of the car, so they are in no list of
     * what is to be mended; each goes with the next change of its field, or when the field is left.
     */
    public ObservableMap<CarField, Problem> notTaken() {
        return told.notTaken();
    }

    /** What others say of the car. */
    public ExternalValues externalValues() {
        return hearsay;
    }

    /** The photos, one by one. */
    public PhotoList photos() {
        return photos;
    }

    /** What the check says of the draft, shown or not. */
    public ValidationResult checked() {
        return told.checked();
    }

    /** What a field's text is understood as, empty when it is blank or wrong. */
    public Optional<Object> understood(CarField field) {
        return check.understood(field, draft.get());
    }

    /** What checks it, or any other car. */
    public CarValidator check() {
        return check;
    }

    /** The brand that the typed number names, if it names one. */
    Optional<SourcedValue> maker() {
        return check.maker(draft.get());
    }

    /**
     * Puts another car into the form, with no problems shown.
     *
     * @param before what was taken in it when it was here before
     */
    public void load(CarDraft car, AcceptedSuggestions before) {
        visit++;
        taken = before;
        // First: who hears of a text asks what it is understood as.
        draft.set(car);
        entries.load(car);
        told.clear();
        hearsay.clear();
        ExternalValues.CARRIED_OVER.stream().filter(field -> before.has(field, car.text(field)))
                .forEach(hearsay::carriedOver);
        beside = List.of();
        photos.forget();
        recheck();
    }

    /**
     * For what lies over the window and ends in the form: another car may be there by then, or this one on its way.
     *
     * @return whether what was begun now still belongs there
     */
    public BooleanSupplier isSameCar() {
        long now = visit;
        return () -> now == visit && !held;
    }

    /** Chooses an option, or lets go of it when it was chosen. */
    public void toggle(String option) {
        if (!options().remove(option)) {
            options().add(option);
        }
    }

    /** Takes what a problem offers: the text for its field, or an option for the one that is not there. */
    public void accept(Problem problem, String offer) {
        if (problem.field() != CarField.OPTIONS) {
            type(problem.field(), offer);
        } else if (options().contains(offer)) {
            options().remove(problem.args().getFirst());
        } else {
            options().replaceAll(name -> name.equals(problem.args().getFirst()) ? offer : name);
        }
    }

    /** Takes a proposed amount; it follows what it comes from until it is typed over. */
    public void accept(PriceSuggestion proposal) {
        String text = writing.text(proposal.amount());
        taken.accept(proposal.field(), text);
        type(proposal.field(), text);
    }

    /** Puts a text in place of what stands in a field, as if it were typed there: Ctrl+Z takes it back. */
    public void type(CarField field, String text) {
        entries.type(field, text);
    }

    /**
     * From now on a field has a control, and this types into it: with a text that is set it forgets what was typed before.
     *
     * @param forget has it forget that though its text stays
     */
    public void typedBy(CarField field, Consumer<String> control, Runnable forget) {
        entries.typedBy(field, control, forget);
    }

    /** Whether the car is on its way or there, and so must not change by itself. */
    public void setReadOnly(boolean still) {
        held = still;
    }

    /** Whether it is. */
    public boolean isReadOnly() {
        return held;
    }

    /** Lets go of an option that a problem names. */
    public void drop(Problem problem) {
        options().remove(problem.args().getFirst());
    }

    /**
     * A field took nothing of a paste, since there would have been more than it holds.
     *
     * @param length how many characters there would have been
     */
    public void tooMuch(CarField field, int length) {
        told.tooMuch(field, length);
    }

    /** The user has left a field: shows what can't become right there by going on. */
    public void leave(CarField field) {
        told.onFieldLeft(field);
    }

    /**
     * The user wants to send: shows everything.
     *
     * @return whether there is anything she had not been shown by an earlier call, so that she should look first
     */
    public boolean reveal() {
        photos.enter();
        return told.sending();
    }

    /** AutoChat said no to these fields; each stays shown until its field is changed. */
    public void refuse(List<Problem> problems) {
        told.refused(problems);
    }

    /** The profile may have this car already: shown as a warning that is seen with it, until its field is changed. */
    public void showDuplicateWarnings(List<Problem> problems) {
        told.outside(problems);
    }

    /** What is good to know of the car beside the others. */
    public void setDuplicateHints(List<Problem> known) {
        if (!known.equals(beside)) {
            beside = known;
            updateProblems();
        }
    }

    private void changed(CarField field) {
        told.changed(field);
        if (field != CarField.OPTIONS) {
            taken.changed(field, text(field).getValueSafe());
        }
        recheck();
        hearsay.typed(field);
    }

    /** Checks what is typed again, since what it is held against has changed. */
    public void recheck() {
        draft.set(entries.draft());
        typed = check.check(draft.get(), known.get(), terms.get(), sellers.get());
        ObservableLists.set(proposals, PriceCalculator.proposals(draft.get(), terms.get()));
        updateProblems();
        if (!held) {
            taken.follow(proposals, writing, (field, text) -> text(field).set(text));
        }
    }

    /** To what the check finds comes what others know. */
    private void updateProblems() {
        told.update(typed.with(Stream.concat(hearsay.problems().stream(), beside.stream()).toList()));
    }
}
