package app.forecourt.car.check;

import app.forecourt.car.Car;
import app.forecourt.car.Problem;
import java.util.List;

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
        var collector = new ProblemCollector();
        collector.addAll(problems());
        collector.addAll(more);
        return switch (this) {
            case Valid(Car car, var _) -> new Valid(car, collector.inFormOrder());
            case Invalid _ -> new Invalid(collector.inFormOrder());
        };
    }

    /**
     * The draft can be sent.
     *
     * @param car the valid car
     * @param problems warnings and information only
     */
    record Valid(Car car, List<Problem> problems) implements ValidationResult {
        public Valid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The draft can't be sent.
     *
     * @param problems all problems, at least one error among them
     */
    record Invalid(List<Problem> problems) implements ValidationResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
