package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The states of all fields, derived from the form's model. A property fires only if its field's state differs. */
final class FieldStates {
    private final CarFormModel form;
    private final Map<CarField, ReadOnlyObjectWrapper<FieldState>> states = new EnumMap<>(CarField.class);

    FieldStates(CarFormModel form, Collection<CarField> fields) {
        this.form = form;
        fields.forEach(field -> states.put(field, new ReadOnlyObjectWrapper<>(derive(field))));
    }

    ReadOnlyObjectProperty<FieldState> of(CarField field) {
        ReadOnlyObjectWrapper<FieldState> state = states.get(field);
        if (state == null) {
            throw new IllegalArgumentException(field + " has no text");
        }
        return state.getReadOnlyProperty();
    }

    /** Derives all states again. */
    void publish() {
        states.forEach((field, state) -> state.set(derive(field)));
    }

    private FieldState derive(CarField field) {
        List<Problem> problems = Stream.concat(Stream.ofNullable(form.rejectedChanges().get(field)),
                form.visibleProblems().stream().filter(problem -> isShownAt(field, problem))).toList();
        return new FieldState(field, form.text(field).getValueSafe(), value(field), context(field), problems,
                form.hints().stream().filter(hint -> hint.field() == field).toList(),
                form.suggestions().stream().filter(suggestion -> suggestion.field() == field).findFirst(),
                form.externalValues().source(field), form.externalValues().differingValue(field),
                form.isReadOnly());
    }

    private Optional<Object> value(CarField field) {
        return field == CarField.LICENSE_PLATE ? form.parsed().plate().map(Object.class::cast)
                : form.parsedValue(field);
    }

    private Optional<String> context(CarField field) {
        return field == CarField.DEALERSHIP_ID ? form.dealership()
                : field.type() == FieldType.MONEY
                        ? form.parsedValue(CarField.CURRENCY).map(Object::toString)
                        : Optional.empty();
    }

    /** Returns whether a field shows a problem. The banner reports a correction without changes instead. */
    private static boolean isShownAt(CarField field, Problem problem) {
        return problem.field() == field && problem.code() != ProblemCode.SENT_UNCHANGED;
    }
}
