package app.forecourt.ui;

import app.forecourt.car.CarCheck;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Checked;
import app.forecourt.car.Kind;
import app.forecourt.car.Option;
import app.forecourt.car.Problem;
import app.forecourt.car.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The car in the form: what is typed, what it comes to, and which of its problems are shown. It is checked after
 * every change; what is shown follows another rule, so that nobody is told off while typing: leaving a field shows
 * what can't become right by itself, asking to send shows all, and a mended problem goes at once.
 */
public final class CarForm {
    private final CarCheck check;
    private final Map<CarField, StringProperty> texts = new EnumMap<>(CarField.class);
    private final ObservableList<String> options = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<List<Option>>> known = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<CarDraft> draft = new ReadOnlyObjectWrapper<>(CarDraft.EMPTY);
    private final ObservableList<Problem> shown = FXCollections.observableArrayList();
    private final List<Problem> refused = new ArrayList<>();
    private final Set<Place> revealed = new HashSet<>();
    private final Set<Problem> seen = new HashSet<>();
    private Checked checked;
    private boolean loading;

    /** A problem's field and rule, whatever it says just now. */
    private record Place(CarField field, Rule rule) {
        static Place of(Problem problem) {
            return new Place(problem.field(), problem.rule());
        }
    }

    /** An empty form. */
    public CarForm(CarCheck check) {
        this.check = check;
        for (CarField field : CarField.values()) {
            if (field.kind() != Kind.OPTIONS) {
                StringProperty text = new SimpleStringProperty("");
                text.subscribe((before, now) -> changed(field));
                texts.put(field, text);
            }
        }
        options.addListener((ListChangeListener<String>) change -> changed(CarField.OPTIONS));
        checked = check.check(CarDraft.EMPTY, Optional.empty());
        known.subscribe((before, now) -> recheck());
    }

    /** The text of a field, exactly as typed. Not for {@link CarField#OPTIONS}. */
    public StringProperty text(CarField field) {
        StringProperty text = texts.get(field);
        if (text == null) {
            throw new IllegalArgumentException(field + " is not typed");
        }
        return text;
    }

    /** The API names of the chosen options, in the order of choosing. */
    public ObservableList<String> options() {
        return options;
    }

    /** The option list of the profile, empty while there is none. */
    public ObjectProperty<Optional<List<Option>>> known() {
        return known;
    }

    /** All that is typed and chosen, as one value. */
    public ReadOnlyObjectProperty<CarDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** The problems to be shown now, in form order. */
    public ObservableList<Problem> shown() {
        return shown;
    }

    /** What the check says of the draft, shown or not. */
    public Checked checked() {
        return checked;
    }

    /** What a field's text is understood as, empty when it is blank or wrong. */
    public Optional<Object> understood(CarField field) {
        return check.understood(field, text(field).get());
    }

    /** Puts another car into the form, with no problems shown. */
    public void load(CarDraft car) {
        loading = true;
        texts.forEach((field, text) -> text.set(car.text(field)));
        options.setAll(car.options());
        loading = false;
        revealed.clear();
        seen.clear();
        refused.clear();
        recheck();
    }

    /** Chooses an option, or lets go of it when it was chosen. */
    public void toggle(String option) {
        if (!options.remove(option)) {
            options.add(option);
        }
    }

    /** The user has left a field: shows what can't become right there by going on. */
    public void leave(CarField field) {
        all().filter(problem -> problem.field() == field && problem.rule().finalOnLeaving())
                .map(Place::of).forEach(revealed::add);
        show();
    }

    /**
     * The user wants to send: shows everything.
     *
     * @return whether there is anything she had not been shown by an earlier call, so that she should look first
     */
    public boolean reveal() {
        all().map(Place::of).forEach(revealed::add);
        show();
        return seen.addAll(shown);
    }

    /** AutoChat said no to these fields; each stays shown until its field is changed. */
    public void refuse(List<Problem> problems) {
        refused.clear();
        refused.addAll(problems);
        problems.stream().map(Place::of).forEach(revealed::add);
        show();
    }

    private void changed(CarField field) {
        if (!loading) {
            refused.removeIf(problem -> problem.field() == field);
            recheck();
        }
    }

    /** Checks the car once more, though nobody changed it: what the check knows has changed. */
    public void recheck() {
        var typed = new EnumMap<CarField, String>(CarField.class);
        texts.forEach((field, text) -> typed.put(field, text.getValueSafe()));
        draft.set(CarDraft.of(typed, List.copyOf(options)));
        Optional<Set<String>> names = known.get()
                .map(list -> list.stream().map(Option::name).collect(Collectors.toUnmodifiableSet()));
        checked = check.check(draft.get(), names);
        revealed.retainAll(all().map(Place::of).collect(Collectors.toSet()));
        show();
    }

    private void show() {
        List<Problem> now = all().filter(problem -> revealed.contains(Place.of(problem)))
                .sorted(Comparator.comparing(Problem::field)).toList();
        if (!now.equals(shown)) {
            shown.setAll(now);
        }
    }

    private Stream<Problem> all() {
        return new LinkedHashSet<>(Stream
                .concat(checked.problems().stream(), refused.stream()).toList()).stream();
    }
}
