package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldLimits;
import app.forecourt.car.Problem;
import app.forecourt.car.Problem.Code.DisplayTime;
import app.forecourt.car.check.CarValidator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The visible problems of the car in the form, chosen so that no error appears while the user types. Some problems
 * appear immediately, some when the field loses focus, the rest on send. Fixed problems disappear at once.
 */
public final class VisibleProblems {
    /** AutoChat's answers about fields. */
    private final List<Problem> refused = new ArrayList<>();
    /** Warnings from outside the form's model, such as those about earlier submissions. */
    private final List<Problem> warnings = new ArrayList<>();

    private final Set<Place> revealed = new HashSet<>();
    private final Set<Problem> seen = new HashSet<>();
    private final ObservableList<Problem> shown = FXCollections.observableArrayList();
    private final ObservableList<Problem> hints = FXCollections.observableArrayList();
    private final Map<CarField, Problem> rejectedChanges = new EnumMap<>(CarField.class);
    private final Runnable changed;
    private final Consumer<CarField> left;
    private CarValidator.Result checked;

    /** Field and code of a problem, without its arguments. */
    private record Place(CarField field, Problem.Code rule) {
        static Place of(Problem problem) {
            return new Place(problem.field(), problem.code());
        }
    }

    /**
     * @param changed runs after the visible problems may have changed by a call from outside the form's model
     * @param left receives a field whose editing has ended
     */
    VisibleProblems(CarValidator.Result checked, Runnable changed, Consumer<CarField> left) {
        this.checked = checked;
        this.changed = changed;
        this.left = left;
    }

    /** Returns the visible problems, in form order. */
    public ObservableList<Problem> visible() {
        return shown;
    }

    /** Returns the visible problems in the order of their list: errors first, then warnings, each in form order. */
    public List<Problem> listed() {
        return shown.stream()
                .sorted(Comparator.comparing(problem -> !problem.code().isError()))
                .toList();
    }

    /** Returns the hints, in form order. A hint is visible while it applies. */
    public ObservableList<Problem> hints() {
        return hints;
    }

    /**
     * Returns the fields that rejected their latest change, with the reason. These are no problems of the car, so they
     * appear in no problem list. An entry disappears with the next change of its field, or when the field loses focus.
     */
    public Map<CarField, Problem> rejectedChanges() {
        return Collections.unmodifiableMap(rejectedChanges);
    }

    /** Returns the result of the validation, visible or not. */
    public CarValidator.Result result() {
        return checked;
    }

    /** Hides all problems, because another car is shown. */
    void clear() {
        refused.clear();
        warnings.clear();
        revealed.clear();
        seen.clear();
        rejectedChanges.clear();
    }

    /**
     * Handles a change of a field: drops AutoChat's answer about the field. Warnings are hidden until the field loses
     * focus again, because the text may be half typed.
     */
    void onFieldChanged(CarField field) {
        refused.removeIf(problem -> problem.field() == field);
        warnings.removeIf(problem -> problem.field() == field || problem.code() == Problem.Code.SENT_UNCHANGED);
        revealed.removeIf(place -> place.field() == field
                && !place.rule().isError()
                && place.rule().isShownWhenLeft());
        rejectedChanges.remove(field);
    }

    /**
     * Reports that a field rejected a paste, because the text would exceed the field's limit.
     *
     * @param length characters that the field would have held
     */
    public void onPasteRejected(CarField field, int length) {
        rejectedChanges.put(
                field, Problem.of(field, Problem.Code.TOO_MUCH_PASTED, length, FieldLimits.maxInput(field)));
        changed.run();
    }

    /** Applies a new validation result. A fixed problem that returns is hidden until its moment comes again. */
    void update(CarValidator.Result result) {
        checked = result;
        revealed.retainAll(all().map(Place::of).collect(Collectors.toSet()));
        ObservableLists.set(
                hints,
                result.problems().stream()
                        .filter(problem -> problem.code().isInformation())
                        .toList());
        show();
    }

    /**
     * Ends the editing of a field, by loss of focus or by Enter. Shows the problems that typing elsewhere can't fix.
     */
    public void onFieldLeft(CarField field) {
        rejectedChanges.remove(field);
        reveal(all().filter(
                        problem -> problem.field() == field && problem.code().isShownWhenLeft()));
        publish();
        left.accept(field);
    }

    /**
     * Shows the problems of all fields as if each was left, because the user has typed them before the car was opened.
     *
     * @param sendTried whether the user has tried to send the car, so that all problems were shown
     */
    public void showTyped(boolean sendTried) {
        reveal(all().filter(problem -> sendTried || problem.code().isShownWhenLeft()));
        publish();
    }

    /**
     * Shows the fields that AutoChat rejected, because another version or profile is shown. Each problem stays visible
     * until its field changes.
     */
    public void showRejections(List<Problem> problems) {
        warnings.clear();
        replaceRejections(problems);
    }

    /**
     * Replaces the fields that AutoChat rejected, for example by those of another desk's submission. The warnings stay,
     * because the user confirms them by sending again.
     */
    public void replaceRejections(List<Problem> problems) {
        refused.clear();
        refused.addAll(problems);
        reveal(problems.stream());
        publish();
    }

    /**
     * Shows warnings about earlier submissions of this car. A warning counts as seen, and stays until its field
     * changes.
     */
    public void showDuplicateWarnings(List<Problem> problems) {
        warnings.removeIf(problem -> problem.code().isAboutSending());
        warnings.addAll(problems);
        reveal(problems.stream());
        seen.addAll(problems);
        publish();
    }

    /** Hides the warnings about sending, because the profile has the car. */
    public void endQuestions() {
        if (warnings.removeIf(problem -> problem.code().isAboutSending())) {
            publish();
        }
    }

    /** Records warnings as seen, because the version that was sent had them too. */
    public void markSeen(List<Problem> known) {
        seen.addAll(known);
    }

    /**
     * Adds warnings that come from outside the form's model, for {@link #showAll}. Each stays until its field changes.
     */
    public void add(List<Problem> added) {
        warnings.addAll(added);
    }

    /**
     * Shows all problems, because the user wants to send.
     *
     * @return true if there is a problem that no earlier call showed
     */
    boolean showAll() {
        reveal(all());
        publish();
        return seen.addAll(shown);
    }

    private void publish() {
        show();
        changed.run();
    }

    private void show() {
        ObservableLists.set(
                shown,
                all().filter(problem -> problem.code().displayTime() == DisplayTime.IMMEDIATELY
                                || revealed.contains(Place.of(problem)))
                        .sorted(Comparator.comparing(Problem::field))
                        .toList());
    }

    private void reveal(Stream<Problem> problems) {
        problems.map(Place::of).forEach(revealed::add);
    }

    /** Returns all problems except hints. */
    private Stream<Problem> all() {
        return Stream.of(checked.problems(), refused, warnings)
                .flatMap(List::stream)
                .filter(problem -> !problem.code().isInformation())
                .distinct();
    }
}
