package app.forecourt.model.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.model.form.FieldStates.FieldState;
import app.forecourt.option.AvailableOptions;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;

/**
 * Model of the form: the typed texts, their validation, and the visible problems. The car is parsed and validated once
 * per change, then the state of each field is published. A change made by a listener is taken in by the running update,
 * so that no update runs inside another.
 */
public final class CarFormModel {
    private final FormValidation validation;
    private final FormInputModel formInput = new FormInputModel(this::onFieldChanged);
    private final ReadOnlyObjectWrapper<CarDraft> draft = new ReadOnlyObjectWrapper<>(CarDraft.EMPTY);
    private final VisibleProblems problems;
    private final ExternalValues externalValues;
    private final PhotoList photos;
    private final AmountSuggestionsModel amounts;

    private boolean readOnly;
    /** Counts the cars loaded into the form. */
    private long loads;

    private final DuplicateHints duplicateHints;
    private ParsedDraft parsed;
    private final FieldStates states;
    /** Fields with a changed text that the next update takes in. */
    private final Deque<CarField> changedFields = new ArrayDeque<>();

    private final NestedUpdateGuard updates = new NestedUpdateGuard(this::settle, this::publish);
    private final RemoteTakeOver takeOver;
    private final FieldTypingTracker typingTracker = new FieldTypingTracker(formInput);

    /** @param formatter formatter of accepted amounts */
    public CarFormModel(CarValidator validator, Function<BigDecimal, String> formatter) {
        this.validation = new FormValidation(validator);
        this.amounts = new AmountSuggestionsModel(formInput, formatter, this::isReadOnly);
        this.photos = new PhotoList(
                formInput.text(CarField.IMAGES), length -> problems().onPasteRejected(CarField.IMAGES, length));
        this.externalValues = new ExternalValues(formInput, this::parsed, validation::brandOfVin);
        this.duplicateHints = new DuplicateHints(updates::update);
        this.takeOver = new RemoteTakeOver(formInput, photos, amounts, updates);
        parsed = validator.parse(CarDraft.EMPTY);
        problems = new VisibleProblems(validation.check(parsed), this::publishStates, typingTracker::onFieldLeft);
        states = new FieldStates(formInput, problems, externalValues, parsed);
        validation.onChange(updates::update);
        externalValues.marks().addListener((MapChangeListener<CarField, ExternalValues.Mark>) _ -> updates.update());
        externalValues.registerValues().addListener((ListChangeListener<ExternalValues.Value>) _ -> updates.update());
    }

    /** Returns what the form shows of a field. */
    public ReadOnlyObjectProperty<FieldState> state(CarField field) {
        return states.of(field);
    }

    /** Returns the text of a field, exactly as typed. */
    public StringProperty text(CarField field) {
        return formInput.text(field);
    }

    /** Returns the API names of the chosen options, in the order of choosing. */
    public ObservableList<String> options() {
        return formInput.options();
    }

    /** Returns the option list of the profile, empty while none is loaded. */
    public ObjectProperty<Optional<AvailableOptions>> knownOptions() {
        return validation.knownOptions();
    }

    public ObjectProperty<PricingTerms> terms() {
        return validation.terms();
    }

    /** Returns the own dealerships, with the ids of the chosen profile. */
    public ObjectProperty<ProfileDealerships> knownDealerships() {
        return validation.knownDealerships();
    }

    /** Returns the name of the car's dealership, if it has one. */
    public Optional<String> dealership() {
        return validation.dealership(text(CarField.DEALERSHIP_ID).get());
    }

    /** Returns the draft: all typed texts and chosen options as one value. */
    public ReadOnlyObjectProperty<CarDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Returns the problems of the car that are visible, and the result of its validation. */
    public VisibleProblems problems() {
        return problems;
    }

    public AmountSuggestionsModel amounts() {
        return amounts;
    }

    public ExternalValues externalValues() {
        return externalValues;
    }

    public PhotoList photos() {
        return photos;
    }

    public ParsedDraft parsed() {
        return parsed;
    }

    /** Returns the validator, which can also check other cars. */
    public CarValidator validator() {
        return validation.validator();
    }

    /**
     * Loads another car and hides all problems.
     *
     * @param accepted suggestions accepted in this car earlier
     */
    public void load(CarDraft car, AcceptedSuggestions accepted) {
        // The parts of the new car change one by one, but only the whole car is published.
        updates.runAsOne(() -> {
            loads++;
            typingTracker.forget();
            amounts.load(accepted);
            // Set first, because listeners of a text ask for its parsed value.
            parsed = validator().parse(car);
            formInput.load(car);
            problems.clear();
            externalValues.clear();
            ExternalValues.CARRIED_OVER.stream()
                    .filter(field -> accepted.isAccepted(field, car.text(field)))
                    .forEach(externalValues::markCarriedOver);
            duplicateHints.clear();
            photos.clearHistory();
        });
    }

    /** Returns whether the same car is still in the form and may be edited, for dialogs that end in the form. */
    public BooleanSupplier isSameCar() {
        long loadedCar = loads;
        return () -> loadedCar == loads && !readOnly;
    }

    /** Chooses an option, or removes it if it was chosen. */
    public void toggleOption(String option) {
        if (!options().remove(option)) {
            options().add(option);
        }
    }

    /** Accepts the correction that a problem offers. The offer replaces the field's text, or the unknown option. */
    public void accept(Problem problem, String offer) {
        if (problem.field() != CarField.OPTIONS) {
            type(problem.field(), offer);
        } else if (options().contains(offer)) {
            options().remove(problem.args().getFirst());
        } else {
            options().replaceAll(name -> name.equals(problem.args().getFirst()) ? offer : name);
        }
    }

    /** Replaces the text of a field as if the user had typed it, so that Ctrl+Z restores the old text. */
    public void type(CarField field, String text) {
        formInput.type(field, text);
    }

    /** Registers the control of a field. It types texts itself, because a set text clears its undo history. */
    public void registerControl(CarField field, UndoableTextControl control) {
        formInput.registerControl(field, control);
    }

    /** Sets whether the car is read-only, because it is being sent or was sent. */
    public void setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
        publishProblems();
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public void removeOption(Problem problem) {
        options().remove(problem.args().getFirst());
    }

    /**
     * Shows all problems, because the user wants to send.
     *
     * @return true if there is a problem that no earlier call showed, so that the user should look first
     */
    public boolean showAllProblems() {
        photos.completeTyped();
        return problems.showAll();
    }

    /** Returns the problems of another version of the car. */
    public List<Problem> check(CarDraft version) {
        return validation.check(validator().parse(version)).problems();
    }

    public DuplicateHints duplicateHints() {
        return duplicateHints;
    }

    /** Takes over what another desk has changed, see {@link RemoteTakeOver#run}. */
    public CarDraft takeOver(CarDraft base, CarDraft other, Set<CarField> accepted) {
        return takeOver.run(base, other, accepted);
    }

    /** Returns whether the user is typing into a field, or has typed an address of a photo. */
    public boolean isBeingTyped() {
        return typingTracker.isBeingTyped()
                || !photos.typedAddress().getValueSafe().isBlank();
    }

    /** Sets a listener for the focus that leaves a field, after which the field may take a text over. */
    public void whenFieldLeft(Runnable listener) {
        typingTracker.whenLeft(listener);
    }

    private void onFieldChanged(CarField field) {
        if (!updates.isRunning()) {
            typingTracker.onFieldChanged(field);
        }
        changedFields.add(field);
        updates.update();
    }

    /** Validates the draft again, because today's date or the window's language has changed. */
    public void recheck() {
        updates.update();
    }

    /** Parses the texts, and again after those that the form itself has changed: accepted amounts, the VIN's brand. */
    private void settle() {
        do {
            parsed = validator().parse(formInput.draft());
            List<CarField> fields = List.copyOf(changedFields);
            changedFields.clear();
            fields.forEach(field -> {
                problems.onFieldChanged(field);
                if (field != CarField.OPTIONS) {
                    amounts.accepted().onTextChanged(field, text(field).getValueSafe());
                }
                if (takeOver.isRunning()) {
                    externalValues.dropOldMark(field);
                } else {
                    externalValues.onFieldChanged(field);
                }
            });
            amounts.update(parsed, terms().get(), takeOver.isRunning());
        } while (!changedFields.isEmpty());
    }

    private void publish() {
        draft.set(parsed.draft());
        publishProblems();
    }

    private void publishProblems() {
        // Nothing can be done about an offer in a sent car.
        Stream<Problem> external = ExternalValueProblems.of(externalValues, parsed).stream()
                .filter(problem -> !readOnly || problem.code() != Problem.Code.REGISTER_OFFERS);
        problems.update(validation
                .check(parsed)
                .withProblems(
                        Stream.concat(external, duplicateHints.all().stream()).toList()));
        publishStates();
    }

    private void publishStates() {
        states.publish(parsed, amounts.all(), dealership(), readOnly);
    }
}
