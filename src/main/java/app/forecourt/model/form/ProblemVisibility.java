package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.Limits;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.car.ProblemCode.Moment;
import app.forecourt.car.check.ValidationResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/**
 * Which of a car's problems the user is told of, so that nobody is told off while typing: some at once, some when she
 * leaves the field, the rest when she sends. A mended one goes at once.
 */
final class ProblemVisibility {
    private final List<Problem> refused = new ArrayList<>();
    private final Set<Place> revealed = new HashSet<>();
    private final Set<Problem> seen = new HashSet<>();
    private final ObservableList<Problem> shown = FXCollections.observableArrayList();
    private final ObservableList<Problem> hints = FXCollections.observableArrayList();
    private final ObservableMap<CarField, Problem> notTaken = FXCollections
            .observableMap(new EnumMap<>(CarField.class));
    private ValidationResult checked;

    /** A problem's field and rule, whatever it says just now. */
    private record Place(CarField field, ProblemCode rule) {
        static Place of(Problem problem) {
            return new Place(problem.field(), problem.rule());
        }
    }

    ProblemVisibility(ValidationResult checked) {
        this.checked = checked;
    }

    /** What is told now, in form order. */
    ObservableList<Problem> shown() {
        return shown;
    }

    /** What is good to know, in form order. */
    ObservableList<Problem> hints() {
        return hints;
    }

    /** The fields that lately did not take a change, and why. */
    ObservableMap<CarField, Problem> notTaken() {
        return notTaken;
    }

    /** All that is found in the car, told or not. */
    ValidationResult checked() {
        return checked;
    }

    /** Another car: nothing is told of it yet. */
    void clear() {
        refused.clear();
        revealed.clear();
        seen.clear();
        notTaken.clear();
    }

    /** A field was changed: what AutoChat said of it is over, and a word that is typed anew is not judged by its half. */
    void changed(CarField field) {
        refused.removeIf(problem -> problem.field() == field || problem.rule() == ProblemCode.SENT_UNCHANGED);
        revealed.removeIf(place -> place.field() == field && !place.rule().blocks()
                && place.rule().moment() == Moment.LEAVING);
        notTaken.remove(field);
    }

    /** A field took nothing of a paste, since there would have been so many characters. */
    void tooMuch(CarField field, int length) {
        notTaken.put(field, Problem.of(field, ProblemCode.TOO_MUCH_PASTED, length, Limits.typed(field)));
    }

    /** The car was checked: what is mended comes back only when it is told of anew. */
    void update(ValidationResult found) {
        checked = found;
        revealed.retainAll(all().map(Place::of).collect(Collectors.toSet()));
        ObservableLists.set(hints,
                found.problems().stream().filter(problem -> problem.rule().informs()).toList());
        show();
    }

    void onFieldLeft(CarField field) {
        notTaken.remove(field);
        reveal(problem -> problem.field() == field && problem.rule().moment() == Moment.LEAVING);
        show();
    }

    void refused(List<Problem> problems) {
        refused.clear();
        refused.addAll(problems);
        problems.stream().map(Place::of).forEach(revealed::add);
        show();
    }

    /** Warnings that the check can't find; they are shown at once, so they are no news at the next sending. */
    void outside(List<Problem> problems) {
        refused.removeIf(before -> before.rule() == ProblemCode.SENT_BEFORE
                || before.rule() == ProblemCode.SENT_UNCHANGED);
        refused.addAll(problems);
        problems.stream().map(Place::of).forEach(revealed::add);
        seen.addAll(problems);
        show();
    }

    /**
     * She wants to send: everything is told.
     *
     * @return whether there is anything she had not been shown by an earlier call
     */
    boolean sending() {
        reveal(problem -> true);
        show();
        return seen.addAll(shown);
    }

    private void show() {
        ObservableLists.set(shown, all().filter(problem -> problem.rule().moment() == Moment.AT_ONCE
                || revealed.contains(Place.of(problem))).sorted(Comparator.comparing(Problem::field))
                .toList());
    }

    private void reveal(Predicate<Problem> which) {
        all().filter(which).map(Place::of).forEach(revealed::add);
    }

    /** What is to be mended or looked at. */
    private Stream<Problem> all() {
        return Stream.concat(checked.problems().stream(), refused.stream())
                .filter(problem -> !problem.rule().informs()).distinct();
    }
}
