package app.forecourt.car.check;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A draft with the parsed values of its fields, so that each text is parsed once per change. Immutable. */
public final class ParsedDraft {
    private final CarDraft draft;
    private final Map<CarField, FieldResult> results = new EnumMap<>(CarField.class);
    private final Optional<LicensePlate> plate;

    ParsedDraft(CarDraft draft, FieldParser parser) {
        this.draft = draft;
        for (CarField field : CarField.values()) {
            results.put(field, parser.parse(field, draft));
        }
        this.plate = LicensePlate.of(draft.text(CarField.LICENSE_PLATE));
    }

    /** Returns the draft as typed. */
    public CarDraft draft() {
        return draft;
    }

    /**
     * Returns the parsed value of a field.
     *
     * @return a value of the Java type of the field's {@link FieldType}; empty if the text is blank or invalid, and for
     *     {@link CarField#OPTIONS}
     */
    public Optional<Object> value(CarField field) {
        return result(field) instanceof FieldResult.Value parsed ? Optional.of(parsed.value()) : Optional.empty();
    }

    /** Returns the licence plate with its country; empty if the text can't be a plate. */
    public Optional<LicensePlate> plate() {
        return plate;
    }

    public FieldResult result(CarField field) {
        return results.getOrDefault(field, new FieldResult.Empty());
    }

    /** Result of parsing the text of one field. */
    public sealed interface FieldResult {

        /** The text is blank. */
        record Empty() implements FieldResult {}

        /**
         * The text is valid.
         *
         * @param value parsed value of the Java type of the field's {@link FieldType}
         */
        record Value(Object value) implements FieldResult {}

        /**
         * The text is invalid.
         *
         * @param problems at least one error
         */
        record Invalid(List<Problem> problems) implements FieldResult {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        static FieldResult invalid(CarField field, Problem.Code code, Object... args) {
            return new Invalid(List.of(Problem.of(field, code, args)));
        }

        /** Returns the value, or the problems if there are any. */
        static FieldResult of(Object value, List<Problem> problems) {
            return problems.isEmpty() ? new Value(value) : new Invalid(problems);
        }
    }
}
