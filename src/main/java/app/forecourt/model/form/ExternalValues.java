package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.text.TextNormalizer;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of the current car from external sources: the register, the VIN and earlier cars. A value fills an empty
 * field, which stays marked until the user changes it. A typed text is never changed; only the difference is shown.
 */
public final class ExternalValues {
    /** Fields that stay marked after they were copied from another car, because two cars seldom share these values. */
    public static final List<CarField> CARRIED_OVER =
            List.of(CarField.DATE_OF_FIRST_REGISTRATION, CarField.YEAR_OF_CONSTRUCTION, CarField.DESCRIPTION);

    /** Fields that identify the car at a glance, so that a difference from the register is a problem. */
    static final List<CarField> NAMES = List.of(CarField.BRAND, CarField.MODEL);

    private final FormInputModel texts;
    private final Supplier<ParsedDraft> parsed;
    private final Function<ParsedDraft, Optional<Value>> brandOfVin;
    private final ObservableMap<CarField, Mark> marks = FXCollections.observableMap(new EnumMap<>(CarField.class));
    private final ObservableList<Value> registerValues = FXCollections.observableArrayList();
    /** Plate for which the register gave the texts that are marked as its own. */
    private @Nullable LicensePlate registerPlate;

    /**
     * Mark of a field with a text from an external source.
     *
     * @param before text of the field before it was filled
     */
    public record Mark(SourcedValue.Origin source, String text, String before) {}

    /** External values of one car, stored while the form shows another car. */
    public record Snapshot(
            Map<CarField, Mark> marks,
            List<Value> registerValues,
            @Nullable LicensePlate registerPlate) {
        public static final Snapshot NOTHING = new Snapshot(Map.of(), List.of(), null);

        public Snapshot {
            marks = Map.copyOf(marks);
            registerValues = List.copyOf(registerValues);
        }
    }

    /**
     * @param parsed returns the parsed texts
     * @param brandOfVin returns the brand that the VIN names
     */
    ExternalValues(
            FormInputModel texts, Supplier<ParsedDraft> parsed, Function<ParsedDraft, Optional<Value>> brandOfVin) {
        this.texts = texts;
        this.parsed = parsed;
        this.brandOfVin = brandOfVin;
    }

    public ObservableMap<CarField, Mark> marks() {
        return marks;
    }

    /** Returns all values of the register, filled in or not. */
    public ObservableList<Value> registerValues() {
        return registerValues;
    }

    /** Returns the source of a field's text, empty if the user changed it since. */
    public Optional<SourcedValue.Origin> source(CarField field) {
        return Optional.ofNullable(marks.get(field)).map(Mark::source);
    }

    /**
     * Returns the register's value of a field if the form has a different one. Without one, an empty year built gets
     * that of the first registration.
     */
    public Optional<Value> differingValue(CarField field) {
        return registerValues.stream()
                .filter(value -> value.field() == field)
                .filter(value -> parsed.get()
                        .value(field)
                        .filter(value.sourcedValue().value()::equals)
                        .isEmpty())
                .findFirst()
                .or(() -> field == CarField.YEAR_OF_CONSTRUCTION && isEmpty(field)
                        ? parsed.get()
                                .value(CarField.DATE_OF_FIRST_REGISTRATION)
                                .map(LocalDate.class::cast)
                                .map(day -> new Value(
                                        new SourcedValue(
                                                field, day.getYear(), SourcedValue.Origin.FIRST_REGISTRATION, false),
                                        "" + day.getYear()))
                        : Optional.empty());
    }

    /** Returns the filled fields that differ from the register, in form order. */
    public List<CarField> differingFields() {
        return registerValues.stream()
                .map(Value::field)
                .filter(field -> !isEmpty(field))
                .filter(field -> differingValue(field).isPresent())
                .toList();
    }

    /** Returns the plate for which the register filled in fields, if one of them is still as filled in. */
    Optional<LicensePlate> plateOfFilledFields() {
        return Optional.ofNullable(registerPlate).filter(_ -> !filledFields().isEmpty());
    }

    /** Returns the register's values for empty fields, in form order. */
    public List<Value> offers() {
        return registerValues.stream().filter(value -> isEmpty(value.field())).toList();
    }

    /** Fills the empty fields with what is offered for them. */
    public void acceptOffers() {
        offers().forEach(this::accept);
    }

    /**
     * Stores the register's values and fills empty fields with the certain ones.
     *
     * @param plate plate for which the register was asked
     * @return number of fields filled
     */
    public int applyRegisterValues(LicensePlate plate, List<Value> values) {
        registerPlate = plate;
        registerValues.setAll(values);
        List<Value> certain = values.stream()
                .filter(value -> value.sourcedValue().isCertain() && isEmpty(value.field()))
                .toList();
        certain.forEach(value -> mark(value.sourcedValue(), value.text()).set(value.text()));
        return certain.size();
    }

    /**
     * Stores the register's values and replaces the texts of their fields by them.
     *
     * @param plate plate for which the register was asked
     */
    public void acceptRegisterValues(LicensePlate plate, List<Value> values) {
        registerPlate = plate;
        registerValues.setAll(values);
        values.forEach(this::accept);
    }

    /** Returns those of the register's values by which the form has another car: its brand or model. */
    public List<Value> otherNames(List<Value> values) {
        return values.stream()
                .filter(value -> NAMES.contains(value.field()) && !isEmpty(value.field()))
                .filter(value -> isOtherName(value.sourcedValue().value(), value.field()))
                .toList();
    }

    /** A longer name of the same model, as Golf Plus, is no other car. */
    private boolean isOtherName(Object registered, CarField field) {
        String said = TextNormalizer.normalize(registered.toString());
        String typed = TextNormalizer.normalize(
                parsed.get().value(field).map(Object::toString).orElse(""));
        return !said.startsWith(typed) && !typed.startsWith(said);
    }

    /** Replaces the text of a field by an external value. */
    public void accept(Value value) {
        mark(value.sourcedValue(), value.text());
        texts.type(value.field(), value.text());
    }

    /**
     * Fills a field with the default learned from an earlier car.
     *
     * @param marked true if the field says where its text is from
     */
    public void fillDefault(CarField field, String text, boolean marked) {
        if (marked) {
            marks.put(field, new Mark(SourcedValue.Origin.EARLIER_CAR, text, text));
        } else {
            marks.remove(field);
        }
        texts.text(field).set(text);
    }

    /** Marks the text of a field as copied from another car. */
    void markCarriedOver(CarField field) {
        String text = texts.text(field).get();
        marks.put(field, new Mark(SourcedValue.Origin.CARRIED_OVER, text, text));
    }

    /** Returns all external values of the current car. */
    public Snapshot snapshot() {
        return new Snapshot(marks, registerValues, registerPlate);
    }

    /** Restores the external values of a car that is shown again. A field changed since gets no mark. */
    public void restore(Snapshot kept) {
        registerPlate = kept.registerPlate();
        kept.marks().forEach((field, mark) -> {
            if (mark.text().equals(texts.text(field).get())) {
                marks.put(field, mark);
            }
        });
        registerValues.setAll(kept.registerValues());
    }

    /** Marks a field before its text is set, because the field shows both together. */
    private StringProperty mark(SourcedValue sourced, String text) {
        StringProperty field = texts.text(sourced.field());
        marks.put(sourced.field(), new Mark(sourced.origin(), text, field.get()));
        return field;
    }

    /** Drops the register's values, because they belong to another car. */
    public void dropRegisterValues() {
        registerValues.clear();
    }

    /** Drops the register's values and restores the fields filled from them, unless the user changed them. */
    public void undo() {
        dropRegisterValues();
        Map.copyOf(marks).forEach((field, mark) -> {
            if (mark.source().isRegister()) {
                texts.text(field).set(mark.before());
            }
        });
    }

    /** Returns the fields to restore by {@link #undo}. */
    public Set<CarField> filledFields() {
        return marks.keySet().stream()
                .filter(field ->
                        source(field).filter(SourcedValue.Origin::isRegister).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Drops all values and marks, because another car is shown. */
    void clear() {
        dropRegisterValues();
        marks.clear();
    }

    /** Handles a change of a field. A complete VIN fills in its brand, and a corrected VIN replaces that brand. */
    void onFieldChanged(CarField field) {
        dropOldMark(field);
        if (field == CarField.VIN
                && (isEmpty(CarField.BRAND)
                        || source(CarField.BRAND)
                                .filter(SourcedValue.Origin.VIN::equals)
                                .isPresent())) {
            brandOfVin
                    .apply(parsed.get())
                    .ifPresent(maker -> mark(maker.sourcedValue(), maker.text()).set(maker.text()));
        }
    }

    /** Drops the mark of a field whose text is no longer the marked one. */
    void dropOldMark(CarField field) {
        Mark mark = marks.get(field);
        if (mark != null && !mark.text().equals(texts.text(field).get())) {
            marks.remove(field);
        }
    }

    boolean isEmpty(CarField field) {
        return texts.text(field).get().isBlank();
    }

    /** Value of a field from an external source, with its text in the form. */
    public record Value(SourcedValue sourcedValue, String text) {

        public CarField field() {
            return sourcedValue.field();
        }
    }
}
