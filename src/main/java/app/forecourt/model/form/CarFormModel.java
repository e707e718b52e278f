package app.forecourt.model.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.DraftMerge;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.car.price.PriceCalculator;
import app.forecourt.car.price.PriceSuggestion;
import app.forecourt.model.form.FieldStates.FieldState;
import app.forecourt.option.KnownOptions;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;

/**
 * Model of the form: the typed texts, their validation, and the visible problems. The car is parsed and validated once
 * per change, then the state of each field is published. A change made by a listener is taken in by the running update,
 * so that no update runs inside another. {@link FormProblems} decides which problems are visible.
 */
public final class CarFormModel {
    private final CarValidator validator;
    private final Function<BigDecimal, String> formatter;
    private final FieldTexts fieldTexts = new FieldTexts(this::onFieldChanged);
    private final ObjectProperty<Optional<KnownOptions>> knownOptions = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<PricingTerms> terms = new SimpleObjectProperty<>(PricingTerms.STANDARD);
    private final ObjectProperty<KnownDealerships> knownDealerships = new SimpleObjectProperty<>(KnownDealerships.NONE);
    private final ReadOnlyObjectWrapper<CarDraft> draft = new ReadOnlyObjectWrapper<>(CarDraft.EMPTY);
    private final FormProblems problems;
    private final ExternalValues externalValues;
    private final PhotoList photos;
    private AcceptedSuggestions acceptedSuggestions = new AcceptedSuggestions();
    /** The fields of the amounts that were accepted in one step, until a text changes. */
    private List<CarField> acceptedTogether = List.of();

    private boolean readOnly;
    /** Counts the cars loaded into the form. */
    private long loads;
    /** Hints about other cars of the stock list. */
    private List<Problem> duplicateHints = List.of();

    private ParsedDraft parsed;
    private List<PriceSuggestion> suggestions = List.of();
    private final FieldStates states;
    /** Fields with a changed text that the next update takes in. */
    private final Deque<CarField> changedFields = new ArrayDeque<>();

    private boolean updateNeeded;
    private boolean updating;
    /** Whether the running update is a change of another desk, which must lead to no change of this desk. */
    private boolean takingOver;
    /** The field that the user has changed since its control got the focus. */
    private Optional<CarField> typedField = Optional.empty();
    /** Whether the window went behind another one, or Enter was pressed, since the last key in the typed field. */
    private boolean isTypingPaused;

    private Runnable fieldLeftListener = () -> {};
    private Consumer<UUID> carOpener = _ -> {};

    /** @param formatter formatter of accepted amounts */
    public CarFormModel(CarValidator validator, Function<BigDecimal, String> formatter) {
        this.validator = validator;
        this.formatter = formatter;
        this.photos = new PhotoList(
                fieldTexts.text(CarField.IMAGES), length -> problems().onPasteRejected(CarField.IMAGES, length));
        this.externalValues = new ExternalValues(fieldTexts, this::parsed, this::brandOfVin);
        parsed = validator.parse(CarDraft.EMPTY);
        problems = new FormProblems(
                validator.check(parsed, Optional.empty(), PricingTerms.STANDARD, KnownDealerships.NONE),
                this::publishStates,
                this::onFieldLeft);
        states = new FieldStates(fieldTexts, problems, externalValues, parsed);
        knownOptions.subscribe((_, _) -> update());
        terms.subscribe((_, _) -> update());
        knownDealerships.subscribe((_, _) -> update());
        externalValues.marks().addListener((MapChangeListener<CarField, ExternalValues.Mark>) _ -> update());
        externalValues.registerValues().addListener((ListChangeListener<ExternalValues.Value>) _ -> update());
    }

    /**
     * Returns what the form shows of a field.
     *
     * @throws IllegalArgumentException for {@link CarField#OPTIONS}
     */
    public ReadOnlyObjectProperty<FieldState> state(CarField field) {
        return states.of(field);
    }

    /**
     * Returns the text of a field, exactly as typed.
     *
     * @throws IllegalArgumentException for {@link CarField#OPTIONS}
     */
    public StringProperty text(CarField field) {
        return fieldTexts.text(field);
    }

    /** Returns the API names of the chosen options, in the order of choosing. */
    public ObservableList<String> options() {
        return fieldTexts.options();
    }

    /** Returns the option list of the profile, empty while none is loaded. */
    public ObjectProperty<Optional<KnownOptions>> knownOptions() {
        return knownOptions;
    }

    /** Returns the pricing terms of the dealer. */
    public ObjectProperty<PricingTerms> terms() {
        return terms;
    }

    /** Returns the own dealerships, with the ids of the chosen profile. */
    public ObjectProperty<KnownDealerships> knownDealerships() {
        return knownDealerships;
    }

    /** Returns the name of the car's dealership, if it has one. */
    public Optional<String> dealership() {
        return Optional.ofNullable(knownDealerships
                        .get()
                        .namesById()
                        .get(text(CarField.DEALERSHIP_ID).get().strip()))
                .filter(name -> !name.isEmpty());
    }

    /** Returns the draft: all typed texts and chosen options as one value. */
    public ReadOnlyObjectProperty<CarDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Returns the problems of the car that are visible, and the result of its validation. */
    public FormProblems problems() {
        return problems;
    }

    /** Returns the suggested amounts, also for fields that hold a typed amount. */
    public List<PriceSuggestion> suggestions() {
        return suggestions;
    }

    /** Returns the values of the register and of the VIN. */
    public ExternalValues externalValues() {
        return externalValues;
    }

    /** Returns the list of photos. */
    public PhotoList photos() {
        return photos;
    }

    /** Returns the parsed value of a field, empty if the text is blank or invalid. */
    public Optional<Object> parsedValue(CarField field) {
        return parsed.value(field);
    }

    /** Returns the draft with its parsed values. */
    public ParsedDraft parsed() {
        return parsed;
    }

    /** Returns the validator, which can also check other cars. */
    public CarValidator validator() {
        return validator;
    }

    /**
     * Loads another car and hides all problems.
     *
     * @param accepted suggestions accepted in this car earlier
     */
    public void load(CarDraft car, AcceptedSuggestions accepted) {
        boolean outer = updating;
        // The parts of the new car change one by one, but only the whole car is published.
        updating = true;
        try {
            loads++;
            typedField = Optional.empty();
            acceptedSuggestions = accepted;
            acceptedTogether = List.of();
            // Set first, because listeners of a text ask for its parsed value.
            parsed = validator.parse(car);
            fieldTexts.load(car);
            problems.clear();
            externalValues.clear();
            ExternalValues.CARRIED_OVER.stream()
                    .filter(field -> accepted.isAccepted(field, car.text(field)))
                    .forEach(externalValues::markCarriedOver);
            duplicateHints = List.of();
            photos.clearHistory();
        } finally {
            updating = outer;
        }
        update();
    }

    /**
     * Returns a check for dialogs that end in the form, because the form may show another car by then.
     *
     * @return supplier of true while the same car is in the form and may be edited
     */
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

    /** Accepts a suggested amount. The amount follows its source fields until the user types over it. */
    public void accept(PriceSuggestion suggestion) {
        String text = formatter.apply(suggestion.amount());
        acceptedSuggestions.accept(suggestion.field(), text);
        type(suggestion.field(), text);
    }

    /** Returns the suggested amounts that are offered, because their fields are blank. */
    public List<PriceSuggestion> offeredAmounts() {
        return readOnly
                ? List.of()
                : suggestions.stream()
                        .filter(suggestion ->
                                text(suggestion.field()).getValueSafe().isBlank())
                        .toList();
    }

    /** Accepts all offered amounts. */
    public void acceptOfferedAmounts() {
        List<PriceSuggestion> offered = offeredAmounts();
        offered.forEach(this::accept);
        acceptedTogether = offered.stream().map(PriceSuggestion::field).toList();
    }

    /**
     * Empties the fields of the amounts that were accepted together, if nothing was typed since.
     *
     * @return false if there are none
     */
    public boolean undoAcceptedAmounts() {
        List<CarField> fields = readOnly ? List.of() : acceptedTogether;
        fields.forEach(fieldTexts::undoToBlank);
        return !fields.isEmpty();
    }

    /** Replaces the text of a field as if the user had typed it, so that Ctrl+Z restores the old text. */
    public void type(CarField field, String text) {
        fieldTexts.type(field, text);
    }

    /**
     * Registers the control of a field. The control types texts itself, because setting the text property clears its
     * undo history.
     */
    public void registerControl(CarField field, TextControl control) {
        fieldTexts.registerControl(field, control);
    }

    /** Sets whether the car is read-only, because it is being sent or was sent. */
    public void setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
        publishProblems();
    }

    /** Returns whether the car is read-only because it is being sent or was sent. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Removes the option that a problem names. */
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
        return validator
                .check(version, knownOptions.get(), terms.get(), knownDealerships.get())
                .problems();
    }

    private Optional<ExternalValues.Value> brandOfVin(ParsedDraft car) {
        return validator
                .brandOfVin(car)
                .map(brand -> new ExternalValues.Value(
                        brand,
                        validator
                                .vocabulary()
                                .displayName(CarField.BRAND, brand.value().toString())));
    }

    /** Sets the action that opens another car of the stock list. */
    public void whenCarIsAsked(Consumer<UUID> open) {
        carOpener = open;
    }

    /** Opens the car of a hint about the stock list. */
    public void openCar(Problem hint) {
        carOpener.accept(UUID.fromString(hint.args().getLast().toString()));
    }

    /** Sets the hints about other cars of the stock list. */
    public void setDuplicateHints(List<Problem> hints) {
        if (!hints.equals(duplicateHints)) {
            duplicateHints = hints;
            update();
        }
    }

    /**
     * Takes over what another desk has changed. A field that the user has changed since the base keeps its text. So
     * does the field with the focus, until the focus leaves it, because a key may come next. No change counts as typed
     * here.
     *
     * @param base the draft that both sides began with
     * @param other the draft as another desk has changed it
     * @param accepted the fields with accepted suggestions afterwards
     * @return the other draft as far as the form shows it, with the base's text in the field with the focus
     */
    public CarDraft takeOver(CarDraft base, CarDraft other, Set<CarField> accepted) {
        CarDraft local = fieldTexts.draft();
        Optional<CarField> held = fieldTexts.focused();
        CarDraft shown = held.map(field -> other.with(field, base.text(field))).orElse(other);
        CarDraft merged = new DraftMerge(base, local, shown).run();
        acceptedSuggestions.replace(accepted, merged);
        boolean outer = updating;
        updating = true;
        takingOver = true;
        try {
            fieldTexts.fields().stream()
                    .filter(field -> !merged.text(field).equals(local.text(field)))
                    .forEach(field -> replace(field, merged.text(field)));
            ObservableLists.set(options(), merged.options());
            updating = outer;
            update();
        } finally {
            updating = outer;
            takingOver = false;
        }
        return shown;
    }

    private void replace(CarField field, String text) {
        if (field == CarField.IMAGES) {
            photos.takeOver(text);
        } else {
            fieldTexts.replace(field, text);
        }
    }

    /**
     * Returns whether the user is typing: has changed a field and is still in it. In a window that was behind another
     * one since, the user is not typing before the next key.
     */
    public boolean isBeingTyped() {
        return typedField.isPresent() && typedField.equals(fieldTexts.focused()) && !isTypingPaused;
    }

    /** Sets a listener for the focus that leaves a field, after which the field may take a text over. */
    public void whenFieldLeft(Runnable listener) {
        fieldLeftListener = listener;
    }

    private void onFieldLeft(CarField field) {
        // A window that goes behind another one keeps its focus owner, and the user goes on typing after the return.
        if (typedField.equals(Optional.of(field))) {
            isTypingPaused = true;
            typedField = typedField.filter(_ -> typedField.equals(fieldTexts.focused()));
        }
        fieldLeftListener.run();
    }

    private void onFieldChanged(CarField field) {
        if (!updating) {
            typedField = Optional.of(field);
            isTypingPaused = false;
        }
        acceptedTogether = List.of();
        changedFields.add(field);
        update();
    }

    /** Validates the draft again, because today's date or the window's language has changed. */
    public void recheck() {
        update();
    }

    /**
     * Takes in all changes and publishes the result. Does nothing while an update is running, because that update takes
     * in the changes of its listeners.
     */
    private void update() {
        updateNeeded = true;
        if (updating) {
            return;
        }
        updating = true;
        try {
            while (updateNeeded) {
                settle();
                updateNeeded = false;
                publish();
            }
        } finally {
            updating = false;
        }
    }

    /** Parses the texts, and again after those that the form itself has changed: accepted amounts, the VIN's brand. */
    private void settle() {
        do {
            parsed = validator.parse(fieldTexts.draft());
            List<CarField> fields = List.copyOf(changedFields);
            changedFields.clear();
            fields.forEach(field -> {
                problems.onFieldChanged(field);
                if (field != CarField.OPTIONS) {
                    acceptedSuggestions.onTextChanged(field, text(field).getValueSafe());
                }
                if (takingOver) {
                    externalValues.dropOldMark(field);
                } else {
                    externalValues.onFieldChanged(field);
                }
            });
            suggestions = PriceCalculator.suggest(parsed, terms.get());
            if (!readOnly && !takingOver) {
                acceptedSuggestions.update(
                        suggestions,
                        parsed::value,
                        formatter,
                        (field, text) -> text(field).set(text));
            }
        } while (!changedFields.isEmpty());
    }

    private void publish() {
        draft.set(parsed.draft());
        publishProblems();
    }

    private void publishProblems() {
        // Nothing can be done about an offer in a sent car.
        Stream<Problem> external = externalValues.problems().stream()
                .filter(problem -> !readOnly || problem.code() != Problem.Code.REGISTER_OFFERS);
        problems.update(validator
                .check(parsed, knownOptions.get(), terms.get(), knownDealerships.get())
                .withProblems(Stream.concat(external, duplicateHints.stream()).toList()));
        publishStates();
    }

    private void publishStates() {
        states.publish(parsed, suggestions, dealership(), readOnly);
    }
}
