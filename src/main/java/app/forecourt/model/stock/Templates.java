package app.forecourt.model.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.Journal;
import app.forecourt.stock.CarName;
import app.forecourt.stock.Template;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The templates of this desk: cars that new ones begin from, each with a name. Used on the window's thread only. */
public final class Templates {
    /**
     * What is one car's own: which car it is and whose, how old and worn, what it costs and how it is taxed, and what it
     * looks like.
     */
    private static final Set<CarField> OF_ONE_CAR = EnumSet.of(CarField.LICENSE_PLATE, CarField.VIN,
            CarField.INTERNAL_ID, CarField.DEALERSHIP_ID, CarField.DATE_OF_FIRST_REGISTRATION,
            CarField.YEAR_OF_CONSTRUCTION, CarField.MILEAGE, CarField.SALES_PRICE, CarField.IS_TAX_DEDUCTIBLE,
            CarField.REST_BPM, CarField.SALES_PRICE_EX_VAT, CarField.TAX_AMOUNT, CarField.TRADE_PRICE,
            CarField.IMAGES);
    private static final Comparator<Template> BY_NAME = Comparator.comparing(Template::name,
            String.CASE_INSENSITIVE_ORDER);

    private final Journal journal;
    private final Autosave autosave;
    private final ObservableList<Template> all = FXCollections.observableArrayList();
    private final ObservableList<Template> seen = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyObjectWrapper<Optional<Change>> last = new ReadOnlyObjectWrapper<>(
            Optional.empty());

    /**
     * What was done last.
     *
     * @param before how the template was, unless it is a new one
     * @param after how it is, unless it is gone
     */
    public record Change(Optional<Template> before, Optional<Template> after) {
        /** Whether it was saved, in place of one of that name or not. */
        public boolean isSaved() {
            return after.filter(now -> before.stream().allMatch(was -> was.name().equals(now.name())))
                    .isPresent();
        }

        /** What it is called, or was. */
        public String name() {
            return after.or(() -> before).map(Template::name).orElse("");
        }
    }

    public Templates(Journal journal, Autosave autosave) {
        this.journal = journal;
        this.autosave = autosave;
    }

    /** What of a car new ones can begin from. */
    public static CarDraft of(CarDraft car) {
        return car.without(OF_ONE_CAR);
    }

    /** Takes up what the journal has; what is here already is newer. */
    public void fill(List<Template> kept) {
        Set<UUID> here = Set.copyOf(all.stream().map(Template::id).toList());
        Stream<Template> others = kept.stream().filter(template -> !here.contains(template.id()));
        all.setAll(Stream.concat(all.stream(), others).sorted(BY_NAME).toList());
    }

    /** Forgets all of them, to take them up anew. */
    public void clear() {
        all.clear();
        last.set(Optional.empty());
    }

    /** Has all of them written into a journal that is new. */
    public void reset() {
        all.forEach(this::note);
    }

    /** All of them, by name. */
    public ObservableList<Template> all() {
        return seen;
    }

    /** What was done last, as long as it can be taken back. */
    public ReadOnlyObjectProperty<Optional<Change>> last() {
        return last.getReadOnlyProperty();
    }

    /** Those in whose name every typed word is, or in what the car is called. */
    public List<Template> find(String typed) {
        List<String> words = Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+")).toList();
        return all.stream().filter(template -> words.stream().allMatch(text(template)::contains)).toList();
    }

    private static String text(Template template) {
        return Stream.of(template.name(), called(template)).map(text -> text.toLowerCase(Locale.ROOT))
                .reduce("", (one, other) -> one + " " + other);
    }

    /** What the car of a template is called. */
    public static String called(Template template) {
        return called(template.draft());
    }

    /** Brand, model and version. */
    public static String called(CarDraft car) {
        return CarName.whole(car::text);
    }

    /** The one with that name, whatever the case. */
    public Optional<Template> named(String name) {
        return all.stream().filter(template -> template.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    /** Keeps a car as a template, in place of one that has the name. */
    public void save(String name, CarDraft car) {
        Optional<Template> before = named(name);
        change(before, Optional.of(new Template(before.map(Template::id).orElseGet(UUID::randomUUID),
                name.strip(), of(car))));
    }

    /** Calls it otherwise, unless another one is called so. */
    public void rename(Template template, String name) {
        if (named(name).filter(other -> !other.id().equals(template.id())).isEmpty()) {
            change(Optional.of(template),
                    Optional.of(new Template(template.id(), name.strip(), template.draft())));
        }
    }

    /** Deletes it. */
    public void delete(Template template) {
        change(Optional.of(template), Optional.empty());
    }

    /** Takes back what was done last. */
    public void undoLast() {
        last.get().ifPresent(done -> {
            Optional<Template> now = done.after();
            Optional<Template> again = done.before();
            put(now, again);
        });
        last.set(Optional.empty());
    }

    private void change(Optional<Template> before, Optional<Template> after) {
        put(before, after);
        last.set(Optional.of(new Change(before, after)));
    }

    private void put(Optional<Template> before, Optional<Template> after) {
        Stream<Template> others = all.stream().filter(any -> !before.equals(Optional.of(any)));
        // At one go: who shows them would lose sight of it meanwhile.
        all.setAll(Stream.concat(others, after.stream()).sorted(BY_NAME).toList());
        after.ifPresentOrElse(this::note,
                () -> before.ifPresent(gone -> autosave.note(() -> journal.dropTemplate(gone.id()))));
    }

    private void note(Template template) {
        autosave.note(() -> journal.keepTemplate(template));
    }
}
