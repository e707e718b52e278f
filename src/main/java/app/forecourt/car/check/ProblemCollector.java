package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has been found of one draft so far. */
final class ProblemCollector {
    private final List<Problem> problems = new ArrayList<>();

    void add(CarField field, ProblemCode rule, Object... args) {
        add(Problem.of(field, rule, args));
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void addAll(List<Problem> found) {
        problems.addAll(found);
    }

    /** All of them in form order, those of one field by their weight: errors first. */
    List<Problem> inOrder() {
        return problems.stream().sorted(Comparator.comparing(Problem::field)
                .thenComparing(problem -> problem.rule().code() / 100, Comparator.reverseOrder())).toList();
    }
}
