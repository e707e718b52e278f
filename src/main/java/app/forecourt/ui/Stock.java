package app.forecourt.ui;

import app.forecourt.car.CarField;
import app.forecourt.journal.Journal;
import app.forecourt.journal.Mark;
import app.forecourt.journal.Standing;
import app.forecourt.journal.StockRow;
import app.forecourt.profile.OwnDealerships.Branch;
import app.forecourt.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The stock list: all cars, which of them are looked for, and in which group each stands. */
public final class Stock {
    private final Journal journal;
    private final Autosave autosave;
    /** All cars, the one begun last first. */
    private final List<Listed> cars = new ArrayList<>();
    private Set<String> leftOut = Set.of();
    private boolean filled;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ObjectProperty<List<Branch>> dealerships = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Branch>> dealership = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Undo>> undo = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Which cars are shown. */
    public enum Filter {
        /** Every one that has no mark. */
        ALL(Optional.empty(), Mark.NONE),
        /** Those that are or were on their way to that profile, and what was never sent. */
        PRACTICE(Optional.of(Profile.PRACTICE), Mark.NONE), STAGING(Optional.of(Profile.STAGING),
                Mark.NONE), PRODUCTION(Optional.of(Profile.PRODUCTION), Mark.NONE), SOLD(Optional.empty(),
                        Mark.SOLD), WITHDRAWN(Optional.empty(), Mark.WITHDRAWN), ARCHIVED(Optional.empty(),
                                Mark.ARCHIVED), DELETED(Optional.empty(), Mark.DELETED);

        private final Optional<Profile> profile;
        private final Mark mark;

        Filter(Optional<Profile> profile, Mark mark) {
            this.profile = profile;
            this.mark = mark;
        }

        /** What is in hand is never out of sight, and what is looked for is found whatever its mark. */
        private boolean takes(StockRow row, boolean looking) {
            boolean all = mark == Mark.NONE && row.mark() != Mark.DELETED
                    && (looking || (row.standing() != Standing.DRAFT && row.standing() != Standing.SENT));
            return (all || row.mark() == mark) && (profile.isEmpty() || row.traces().isEmpty()
                    || row.traces().stream().anyMatch(trace -> trace.profile() == profile.get()));
        }

        private Kind kind(Listed listed) {
            return profile.map(any -> Kind.of(listed.row(), listed.row().standing(any)))
                    .orElse(listed.kind());
        }
    }

    /** The headings of the list, in their order. */
    public enum Kind {
        NEEDS_LOOK, UNDER_WAY, DRAFTS, SENT;

        static Kind of(StockRow row, Standing standing) {
            return switch (standing) {
                case SENDING, WAITING -> UNDER_WAY;
                case UNKNOWN -> NEEDS_LOOK;
                case SENT -> SENT;
                case DRAFT -> row.needsLook() ? NEEDS_LOOK : DRAFTS;
            };
        }
    }

    /** Whether the journal's cars are here yet. */
    boolean isFilled() {
        return filled;
    }

    /** A heading and what stands below it. */
    public record Group(Kind kind, List<StockRow> rows) {}

    Stock(Journal journal, Autosave autosave) {
        this.journal = journal;
        this.autosave = autosave;
        search.subscribe((before, now) -> look());
        filter.subscribe((before, now) -> look());
        dealership.subscribe((before, now) -> look());
        dealerships.subscribe((before, now) -> {
            // One that goes by another name or id now is another one.
            dealership.set(dealership.get().filter(now::contains));
            look();
        });
    }

    /** Words that a car must have, in any order, in any of the texts it is known by. */
    public StringProperty search() {
        return search;
    }

    /** Which cars are shown. */
    public ObjectProperty<Filter> filter() {
        return filter;
    }

    /** The desk's own dealerships; cars are found by their names too. */
    public ObjectProperty<List<Branch>> dealerships() {
        return dealerships;
    }

    /** Whose cars are shown; everybody's when empty. */
    public ObjectProperty<Optional<Branch>> dealership() {
        return dealership;
    }

    /** What is to be shown, empty groups left out. */
    public ReadOnlyObjectProperty<List<Group>> groups() {
        return groups.getReadOnlyProperty();
    }

    /** What was done last, as long as it can be taken back. */
    public ReadOnlyObjectProperty<Optional<Undo>> undo() {
        return undo.getReadOnlyProperty();
    }

    /** All cars, whatever is looked for, the one begun last first. */
    public List<StockRow> all() {
        return cars.stream().map(Listed::row).toList();
    }

    /** What is shown, in its order. */
    List<StockRow> shown() {
        return groups.get().stream().flatMap(group -> group.rows().stream()).toList();
    }

    /** The car begun last of those that are not deleted. */
    Optional<StockRow> newest() {
        return cars.stream().map(Listed::row).filter(row -> row.mark() != Mark.DELETED).findFirst();
    }

    Optional<StockRow> row(UUID car) {
        return cars.stream().map(Listed::row).filter(row -> row.id().equals(car)).findFirst();
    }

    /** Takes up cars; what is here of them already is newer. */
    void fill(List<Listed> rows) {
        Map<UUID, Listed> here = new LinkedHashMap<>();
        cars.forEach(listed -> here.put(listed.row().id(), listed));
        List<Listed> all = new ArrayList<>();
        rows.forEach(listed -> {
            Listed known = here.remove(listed.row().id());
            all.add(known == null ? listed : known);
        });
        cars.clear();
        cars.addAll(all);
        cars.addAll(here.values());
        cars.removeIf(listed -> leftOut.contains(listed.row().id().toString()));
        filled = true;
        cars.sort(Comparator.comparing((Listed listed) -> listed.row().begun()).reversed());
        look();
    }

    /** Takes cars out that can't be opened, whatever is looked for. */
    void leaveOut(Set<String> ids) {
        leftOut = ids;
        fill(List.of());
    }

    /** Forgets all cars, to take them up anew. */
    void clear() {
        cars.clear();
        undo.set(Optional.empty());
        look();
    }

    /** A car is new or has changed. */
    void put(StockRow row) {
        for (int index = 0; index < cars.size(); index++) {
            if (cars.get(index).row().id().equals(row.id())) {
                if (!cars.get(index).row().equals(row)) {
                    cars.set(index, Listed.of(row));
                    look();
                }
                return;
            }
        }
        cars.addFirst(Listed.of(row));
        look();
    }

    /** Marks a car; deleted is a mark too. */
    void mark(StockRow row, Mark mark) {
        undo.set(Optional.of(new Undo.Marked(row, mark)));
        note(row, mark);
    }

    /** Cars came in from elsewhere. */
    void came(List<StockRow> rows) {
        fill(Listed.of(rows));
        undo.set(Optional.of(new Undo.Came(rows.stream().map(StockRow::id).toList())));
    }

    /** Takes back what was done last. */
    void takeBack() {
        Optional<Undo> last = undo.get();
        undo.set(Optional.empty());
        last.ifPresent(done -> {
            switch (done) {
                case Undo.Marked(var before, var mark) ->
                    note(row(before.id()).orElse(before), before.mark());
                case Undo.Came(var ids) -> delete(Set.copyOf(ids));
            }
        });
    }

    private void note(StockRow row, Mark mark) {
        put(marked(row, mark));
        autosave.note(() -> journal.mark(row.id(), mark));
    }

    /** At one go: a thousand of them would look for their place among all cars a thousand times. */
    private void delete(Set<UUID> ids) {
        List<UUID> gone = all().stream().filter(row -> ids.contains(row.id()) && canDelete(row))
                .map(StockRow::id).toList();
        Set<UUID> these = Set.copyOf(gone);
        cars.replaceAll(listed -> these.contains(listed.row().id())
                ? Listed.of(marked(listed.row(), Mark.DELETED))
                : listed);
        look();
        autosave.note(() -> gone.forEach(car -> journal.mark(car, Mark.DELETED)));
    }

    private static StockRow marked(StockRow row, Mark mark) {
        return new StockRow(row.id(), row.texts(), mark, row.reopened(), row.begun(), row.traces());
    }

    /** A draft goes out of the list; what AutoChat has or may have is a memory to keep. */
    static boolean canDelete(StockRow row) {
        return row.mark() != Mark.DELETED && row.traces().stream()
                .noneMatch(trace -> trace.accepted() || trace.open() || trace.state().underWay());
    }

    private void look() {
        List<Sought> words = Stream.of(search.get().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty()).map(this::sought).toList();
        Optional<Set<String>> ids = dealership.get().map(one -> Set.copyOf(one.ids().values()));
        Filter which = filter.get();
        Map<Kind, List<StockRow>> found = cars.stream()
                .filter(listed -> which.takes(listed.row(), !words.isEmpty())
                        && ids.stream().allMatch(some -> some.contains(dealership(listed.row())))
                        && words.stream().allMatch(word -> word.isIn(listed)))
                .collect(Collectors.groupingBy(which::kind,
                        Collectors.mapping(Listed::row, Collectors.toList())));
        groups.set(Stream.of(Kind.values()).filter(found::containsKey)
                .map(kind -> new Group(kind, found.getOrDefault(kind, List.of()))).toList());
    }

    private static String dealership(StockRow row) {
        return row.text(CarField.DEALERSHIP_ID).strip();
    }

    /** A word that is looked for, and the ids of the dealerships that have it in their names. */
    private record Sought(String word, Set<String> ids) {
        boolean isIn(Listed listed) {
            return listed.text().contains(word) || ids.contains(dealership(listed.row()));
        }
    }

    private Sought sought(String word) {
        return new Sought(word, dealerships.get().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(word))
                .flatMap(one -> one.ids().values().stream()).filter(id -> !id.isEmpty())
                .collect(Collectors.toSet()));
    }

    /** A car's name in a sentence: brand and model, or what else it is known by. */
    static String name(StockRow row, String otherwise) {
        String car = Stream.of(CarField.BRAND, CarField.MODEL).map(row::text).map(String::strip)
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
        return car.isEmpty() ? otherwise : car;
    }
}
