package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import java.util.List;

/** Result of parsing the text of one field. */
public sealed interface ParseResult {

    /** The text is blank. */
    record Empty() implements ParseResult {}

    /**
     * The text is valid.
     *
     * @param value parsed value of the Java type of the field's {@link FieldType}
     */
    record Value(Object value) implements ParseResult {}

    /**
     * The text is invalid.
     *
     * @param problems at least one error
     */
    record Invalid(List<Problem> problems) implements ParseResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    static ParseResult invalid(CarField field, ProblemCode code, Object... args) {
        return new Invalid(List.of(Problem.of(field, code, args)));
    }

    /** Returns the value, or the problems if there are any. */
    static ParseResult of(Object value, List<Problem> problems) {
        return problems.isEmpty() ? new Value(value) : new Invalid(problems);
    }
}
