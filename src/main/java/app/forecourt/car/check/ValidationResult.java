package app.forecourt.car.check;

import app.forecourt.car.Car;
import app.forecourt.car.Problem;
import java.util.List;

/** What {@link CarValidator} made of a draft. */
public sealed interface ValidationResult {

    /** All that was found, in form order. */
    List<Problem> problems();

    /** The same with more that was found elsewhere, none of which blocks. */
    default ValidationResult with(List<Problem> more) {
        var found = new ProblemCollector();
        found.addAll(problems());
        found.addAll(more);
        return switch (this) {
            case Ready(Car car, var _) -> new Ready(car, found.inOrder());
            case Faulty _ -> new Faulty(found.inOrder());
        };
    }

    /**
     * It can be sent.
     *
     * @param problems warnings and information only
     */
    record Ready(Car car, List<Problem> problems) implements ValidationResult {
        public Ready {
            problems = List.copyOf(problems);
        }
    }

    /**
     * It can't be sent.
     *
     * @param problems at least one of which blocks
     */
    record Faulty(List<Problem> problems) implements ValidationResult {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
