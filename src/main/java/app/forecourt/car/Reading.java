package app.forecourt.car;

import java.util.List;

/** What one field's text was read as. */
sealed interface Reading {

    /** There is no text but blanks. */
    record Nothing() implements Reading {}

    /**
     * It is right.
     *
     * @param value of the Java type that the field's {@link FieldType} names
     */
    record Value(Object value) implements Reading {}

    /**
     * It is wrong.
     *
     * @param problems at least one
     */
    record Wrong(List<Problem> problems) implements Reading {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    static Reading wrong(CarField field, ProblemCode rule, Object... args) {
        return new Wrong(List.of(Problem.of(field, rule, args)));
    }

    /** The value, unless anything was found. */
    static Reading of(Object value, List<Problem> problems) {
        return problems.isEmpty() ? new Value(value) : new Wrong(problems);
    }
}
