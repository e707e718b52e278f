package app.forecourt.ui;

import app.forecourt.car.CarField;
import app.forecourt.car.Checked;
import app.forecourt.car.Problem;
import app.forecourt.car.Rule;
import app.forecourt.car.Rule.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of a car's problems the user is told of, so that nobody is told off while typing: some at once, some when she
 * leaves the field, the rest when she sends. A mended one goes at once.
 */
final class Told {
    private final List<Problem> refused = new ArrayList<>();
    private final Set<Place> revealed = new HashSet<>();
    private final Set<Problem> seen = new HashSet<>();

    /** A problem's field and rule, whatever it says just now. */
    private record Place(CarField field, Rule rule) {
        static Place of(Problem problem) {
            return new Place(problem.field(), problem.rule());
        }
    }

    /** Another car: nothing is told of it yet. */
    void clear() {
        refused.clear();
        revealed.clear();
        seen.clear();
    }

    /** A field was changed: what AutoChat said of it is over, and a word that is typed anew is not judged by its half. */
    void changed(CarField field) {
        refused.removeIf(problem -> problem.field() == field);
        revealed.removeIf(place -> place.field() == field && !place.rule().blocks()
                && place.rule().moment() == Moment.LEAVING);
    }

    /** The car was checked: what is mended comes back only when it is told of anew. */
    void checked(Checked checked) {
        revealed.retainAll(all(checked).map(Place::of).collect(Collectors.toSet()));
    }

    void left(CarField field, Checked checked) {
        reveal(checked, problem -> problem.field() == field && problem.rule().moment() == Moment.LEAVING);
    }

    void refused(List<Problem> problems) {
        refused.clear();
        refused.addAll(problems);
        problems.stream().map(Place::of).forEach(revealed::add);
    }

    /** Warnings that the check can't find; they are shown at once, so they are no news at the next sending. */
    void outside(List<Problem> problems) {
        refused.addAll(problems);
        problems.stream().map(Place::of).forEach(revealed::add);
        seen.addAll(problems);
    }

    /**
     * She wants to send: everything is told.
     *
     * @return whether there is anything she had not been shown by an earlier call
     */
    boolean sending(Checked checked) {
        reveal(checked, problem -> true);
        return seen.addAll(shown(checked));
    }

    /** What is told now, in form order. */
    List<Problem> shown(Checked checked) {
        return all(checked).filter(problem -> problem.rule().moment() == Moment.AT_ONCE
                || revealed.contains(Place.of(problem))).sorted(Comparator.comparing(Problem::field))
                .toList();
    }

    private void reveal(Checked checked, Predicate<Problem> which) {
        all(checked).filter(which).map(Place::of).forEach(revealed::add);
    }

    /** What is to be mended or looked at. */
    private Stream<Problem> all(Checked checked) {
        return Stream.concat(checked.problems().stream(), refused.stream())
                .filter(problem -> !problem.rule().informs()).distinct();
    }
}
