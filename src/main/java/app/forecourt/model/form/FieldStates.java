package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.check.ParsedDraft;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The states of all fields. A property fires only if its field's state differs. */
public final class FieldStates {
    private final VisibleProblems problems;
    private final ExternalValues externalValues;
    private final Map<CarField, ReadOnlyObjectWrapper<FieldState>> states = new EnumMap<>(CarField.class);

    FieldStates(FormInputModel texts, VisibleProblems problems, ExternalValues externalValues, ParsedDraft parsed) {
        this.problems = problems;
        this.externalValues = externalValues;
        texts.fields()
                .forEach(field -> states.put(
                        field, new ReadOnlyObjectWrapper<>(derive(field, parsed, List.of(), Optional.empty(), false))));
    }

    ReadOnlyObjectProperty<FieldState> of(CarField field) {
        ReadOnlyObjectWrapper<FieldState> state = states.get(field);
        if (state == null) {
            throw new IllegalArgumentException(field + " has no text");
        }
        return state.getReadOnlyProperty();
    }

    /** Derives all states again. */
    void publish(ParsedDraft parsed, List<PriceSuggestion> suggestions, Optional<String> dealership, boolean readOnly) {
        states.forEach((field, state) -> state.set(derive(field, parsed, suggestions, dealership, readOnly)));
    }

    private FieldState derive(
            CarField field,
            ParsedDraft parsed,
            List<PriceSuggestion> suggestions,
            Optional<String> dealership,
            boolean readOnly) {
        List<Problem> shown = Stream.concat(
                        Stream.ofNullable(problems.rejectedChanges().get(field)),
                        problems.visible().stream().filter(problem -> isShownAt(field, problem)))
                .toList();
        return new FieldState(
                parsed.draft().text(field),
                value(field, parsed),
                field == CarField.DEALERSHIP_ID ? dealership : currency(field, parsed),
                shown,
                problems.hints().stream().filter(hint -> hint.field() == field).toList(),
                suggestions.stream()
                        .filter(suggestion -> suggestion.field() == field)
                        .findFirst(),
                externalValues.source(field),
                externalValues.differingValue(field),
                readOnly);
    }

    private static Optional<Object> value(CarField field, ParsedDraft parsed) {
        return field == CarField.LICENSE_PLATE ? parsed.plate().map(Object.class::cast) : parsed.value(field);
    }

    private static Optional<String> currency(CarField field, ParsedDraft parsed) {
        return field.type() == FieldType.MONEY
                ? parsed.value(CarField.CURRENCY).map(Object::toString)
                : Optional.empty();
    }

    /** Returns whether a field shows a problem. The banner reports a correction without changes instead. */
    private static boolean isShownAt(CarField field, Problem problem) {
        return problem.field() == field && problem.code() != Problem.Code.SENT_UNCHANGED;
    }

    /**
     * What the form shows of one field, derived from the whole car after each change.
     *
     * @param text the text as typed
     * @param value the parsed value, for a plate the {@link LicensePlate}; empty if the text is blank or invalid
     * @param context the currency of an amount, or the name of the car's dealership; empty for other fields
     * @param problems the visible problems, a rejected change first
     * @param hints the hints
     * @param suggestion the amount that follows from other fields
     * @param origin the source of the text, empty if the user typed the text
     * @param difference the register's value, if the form has another one
     * @param readOnly true while the car is being sent or was sent
     */
    public record FieldState(
            String text,
            Optional<Object> value,
            Optional<String> context,
            List<Problem> problems,
            List<Problem> hints,
            Optional<PriceSuggestion> suggestion,
            Optional<SourcedValue.Origin> origin,
            Optional<ExternalValues.Value> difference,
            boolean readOnly) {
        public FieldState {
            problems = List.copyOf(problems);
            hints = List.copyOf(hints);
        }

        /** Returns whether nothing is typed. */
        public boolean isBlank() {
            return text.isBlank();
        }
    }
}
