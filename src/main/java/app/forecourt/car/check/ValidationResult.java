package app.forecourt.car.check;

import app.forecourt.car.Car;
import app.forecourt.car.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Result of {@link CarValidator}. */
public sealed interface ValidationResult {

    /** Returns all problems in form order. */
    List<Problem> problems();

    /**
     * Returns a copy with additional problems.
     *
     * @param more warnings and information only, because the kind of result stays the same
     */
    default ValidationResult withProblems(List<Problem> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Problem> all = Stream.concat(problems().stream(), more.stream()).toList();
        return switch (this) {
            case Valid(Car car, var _) -> new Valid(car, all);
            case Invalid _ -> new Invalid(all);
        };
    }

    /** Sorts problems in form order; those of one field by severity, errors first. */
    private static List<Problem> inFormOrder(List<Problem> problems) {
        return problems.stream().sorted(Comparator.comparing(Problem::field)
                .thenComparing(problem -> problem.code().number() / 100, Comparator.reverseOrder())).toList();
    }

    /**
     * The draft can be sent.
     *
     * @param car the valid car
     * @param problems warnings and information only
     */
    record Valid(Car car, List<Problem> problems) implements ValidationResult {
        public Valid {
            problems = inFormOrder(problems);
        }
    }

    /**
     * The draft can't be sent.
     *
     * @param problems all problems, at least one error among them
     */
    record Invalid(List<Problem> problems) implements ValidationResult {
        public Invalid {
            problems = inFormOrder(problems);
        }
    }
}
