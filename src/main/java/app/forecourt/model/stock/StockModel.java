package app.forecourt.model.stock;

import app.forecourt.journal.Journal;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.SubmissionSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The stock list: all cars, which of them are looked for, and in which group each stands. */
public final class StockModel {
    private final Journal journal;
    private final Autosave autosave;
    /** All cars, the one begun last first. */
    private final ObservableList<IndexedCar> cars = FXCollections.observableArrayList();
    private Set<String> leftOut = Set.of();
    private final ReadOnlyBooleanWrapper filled = new ReadOnlyBooleanWrapper();
    private final StockFilter search = new StockFilter(this::refresh);
    private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<UndoableAction>> undo = new ReadOnlyObjectWrapper<>(
            Optional.empty());

    /** The headings of the list, in their order. */
    public enum Kind {
        NEEDS_LOOK, UNDER_WAY, DRAFTS, SENT;

        static Kind of(StockRow row, ListingStatus standing) {
            return switch (standing) {
                case SENDING, WAITING -> UNDER_WAY;
                case UNKNOWN -> NEEDS_LOOK;
                case SENT -> SENT;
                case DRAFT -> row.needsLook() ? NEEDS_LOOK : DRAFTS;
            };
        }
    }

    /** Whether the journal's cars are here yet. */
    public boolean isFilled() {
        return filled.get();
    }

    /** Returns the same, to be followed. */
    public ReadOnlyBooleanProperty filled() {
        return filled.getReadOnlyProperty();
    }

    /** A heading and what stands below it. */
    public record Group(Kind kind, List<StockRow> rows) {}

    public StockModel(Journal journal, Autosave autosave) {
        this.journal = journal;
        this.autosave = autosave;
        cars.subscribe(this::refresh);
    }

    /** Has that told whenever a car has come, gone or changed, whatever is looked for. */
    public void onChange(Runnable told) {
        cars.subscribe(told);
    }

    /** What is looked for, and which cars are shown. */
    public StockFilter search() {
        return search;
    }

    /** What is to be shown, empty groups left out. */
    public ReadOnlyObjectProperty<List<Group>> groups() {
        return groups.getReadOnlyProperty();
    }

    /** What was done last, as long as it can be taken back. */
    public ReadOnlyObjectProperty<Optional<UndoableAction>> undo() {
        return undo.getReadOnlyProperty();
    }

    /** All cars, whatever is looked for, the one begun last first. */
    public List<StockRow> all() {
        return cars.stream().map(IndexedCar::row).toList();
    }

    /** What is shown, in its order. */
    public List<StockRow> shown() {
        return groups.get().stream().flatMap(group -> group.rows().stream()).toList();
    }

    /** The car begun last of those that are not deleted. */
    public Optional<StockRow> newest() {
        return cars.stream().map(IndexedCar::row).filter(row -> row.mark() != StockMark.DELETED).findFirst();
    }

    public Optional<StockRow> row(UUID car) {
        return cars.stream().map(IndexedCar::row).filter(row -> row.id().equals(car)).findFirst();
    }

    /** What the list has already. */
    public DuplicateIndex twins() {
        return new DuplicateIndex(cars);
    }

    /** Another draft of the same car. */
    public Optional<DuplicateIndex.Twin> unsentTwin(StockRow car) {
        return DuplicateIndex.unsent(car, cars);
    }

    /** Takes up cars; what is here of them already is newer. */
    public void fill(List<IndexedCar> rows) {
        Map<UUID, IndexedCar> here = new LinkedHashMap<>();
        cars.forEach(listed -> here.put(listed.row().id(), listed));
        List<IndexedCar> all = new ArrayList<>();
        rows.forEach(listed -> {
            IndexedCar known = here.remove(listed.row().id());
            all.add(known == null ? listed : known);
        });
        all.addAll(here.values());
        all.removeIf(listed -> leftOut.contains(listed.row().id().toString()));
        all.sort(Comparator.comparing((IndexedCar listed) -> listed.row().begun()).reversed());
        filled.set(true);
        cars.setAll(all);
    }

    /** Takes cars out that can't be opened, whatever is looked for. */
    public void leaveOut(Set<String> ids) {
        leftOut = ids;
        fill(List.of());
    }

    /** Forgets all cars, to take them up anew. */
    public void clear() {
        cars.clear();
        undo.set(Optional.empty());
    }

    /** A car is new or has changed. */
    public void put(StockRow row) {
        for (int index = 0; index < cars.size(); index++) {
            if (cars.get(index).row().id().equals(row.id())) {
                if (!cars.get(index).row().equals(row)) {
                    cars.set(index, IndexedCar.of(row));
                }
                return;
            }
        }
        cars.addFirst(IndexedCar.of(row));
        bringIntoSight(List.of(row));
    }

    /** Cars that are new here are in the list, whatever was looked for: she would type one that is nowhere. */
    private void bringIntoSight(List<StockRow> fresh) {
        if (search.isNarrow() && !new HashSet<>(shown()).containsAll(fresh)) {
            search.widen();
        }
    }

    /** Marks a car; deleted is a mark too. */
    public void mark(StockRow row, StockMark mark) {
        undo.set(Optional.of(new UndoableAction.Marked(row, mark)));
        note(row, mark);
    }

    /** Cars came in from elsewhere. */
    public void mergeRows(List<StockRow> rows) {
        fill(IndexedCar.of(rows));
        bringIntoSight(rows);
        undo.set(Optional.of(new UndoableAction.Came(rows.stream().map(StockRow::id).toList())));
    }

    /** What was done last to the templates; of one that was saved the way back is here too. */
    public void template(Optional<Templates.Change> last) {
        Optional<UndoableAction> saved = last.filter(Templates.Change::isSaved)
                .map(UndoableAction.Template::new);
        if (saved.isPresent() || undo.get().filter(UndoableAction.Template.class::isInstance).isPresent()) {
            undo.set(saved);
        }
    }

    /** Takes back what was done last. */
    public void undoLast() {
        Optional<UndoableAction> last = undo.get();
        undo.set(Optional.empty());
        last.ifPresent(done -> {
            switch (done) {
                case UndoableAction.Marked(var before, var mark) ->
                    note(row(before.id()).orElse(before), before.mark());
                case UndoableAction.Came(var ids) -> delete(Set.copyOf(ids));
                case UndoableAction.Template template -> {
                }
            }
        });
    }

    private void note(StockRow row, StockMark mark) {
        put(marked(row, mark));
        autosave.note(() -> journal.mark(row.id(), mark));
    }

    /** At one go: a thousand of them would look for their place among all cars a thousand times. */
    private void delete(Set<UUID> ids) {
        List<UUID> gone = all().stream().filter(row -> ids.contains(row.id()) && canDelete(row))
                .map(StockRow::id).toList();
        Set<UUID> these = Set.copyOf(gone);
        cars.setAll(cars.stream().map(listed -> these.contains(listed.row().id())
                ? IndexedCar.of(marked(listed.row(), StockMark.DELETED))
                : listed).toList());
        autosave.note(() -> gone.forEach(car -> journal.mark(car, StockMark.DELETED)));
    }

    private static StockRow marked(StockRow row, StockMark mark) {
        return new StockRow(row.id(), row.texts(), mark, row.reopened(), row.begun(), row.traces());
    }

    /** A draft goes out of the list; what AutoChat has or may have is a memory to keep. */
    public static boolean canDelete(StockRow row) {
        return row.mark() != StockMark.DELETED && row.traces().stream().noneMatch(SubmissionSummary::counts);
    }

    private void refresh() {
        Map<Kind, List<StockRow>> found = search.find(cars);
        groups.set(Stream.of(Kind.values()).filter(found::containsKey)
                .map(kind -> new Group(kind, found.getOrDefault(kind, List.of()))).toList());
    }
}
