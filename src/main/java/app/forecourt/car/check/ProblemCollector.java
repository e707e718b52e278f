package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Mutable list of the problems of one draft. */
final class ProblemCollector {
    private final List<Problem> problems = new ArrayList<>();

    void add(CarField field, ProblemCode code, Object... args) {
        add(Problem.of(field, code, args));
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void addAll(List<Problem> more) {
        problems.addAll(more);
    }

    /** Returns all problems in form order; those of one field by severity, errors first. */
    List<Problem> inFormOrder() {
        return problems.stream().sorted(Comparator.comparing(Problem::field)
                .thenComparing(problem -> problem.code().number() / 100, Comparator.reverseOrder())).toList();
    }
}
