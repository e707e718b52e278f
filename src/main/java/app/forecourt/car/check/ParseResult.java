package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import java.util.List;

/** What one field's text was read as. */
public sealed interface ParseResult {

    /** There is no text but blanks. */
    record Nothing() implements ParseResult {}

    /**
     * It is right.
     *
     * @param value of the Java type that the field's {@link FieldType} names
     */
    record Value(Object value) implements ParseResult {}

    /**
     * It is wrong.
     *
     * @param problems at least one
     */
    record Wrong(List<Problem> problems) implements ParseResult {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    static ParseResult wrong(CarField field, ProblemCode rule, Object... args) {
        return new Wrong(List.of(Problem.of(field, rule, args)));
    }

    /** The value, unless anything was found. */
    static ParseResult of(Object value, List<Problem> problems) {
        return problems.isEmpty() ? new Value(value) : new Wrong(problems);
    }
}
