package app.forecourt.model.stock;

import app.forecourt.stock.CarNameFormatter;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.SubmissionSummary;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Stock list: all cars, the filter, and the groups to show. */
public final class StockModel {
    private static final Comparator<IndexedCar> NEWEST_FIRST =
            Comparator.comparing((IndexedCar car) -> car.row().createdAt()).reversed();

    private final CarNameFormatter names;
    /** All cars, the one begun last first. */
    private final ObservableList<IndexedCar> cars = FXCollections.observableArrayList();

    private Set<String> leftOut = Set.of();
    private final ReadOnlyBooleanWrapper filled = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
    /** Actions that need all cars. */
    private final List<Runnable> waiting = new ArrayList<>();

    private final StockFilterModel filter;
    private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<StaleAdvert>> staleAdverts = new ReadOnlyObjectWrapper<>(List.of());
    private Predicate<UUID> leaving = _ -> false;

    /** Returns whether the journal's newest cars are loaded. */
    public ReadOnlyBooleanProperty filled() {
        return filled.getReadOnlyProperty();
    }

    /** Returns whether all cars of the journal are loaded. */
    public ReadOnlyBooleanProperty complete() {
        return complete.getReadOnlyProperty();
    }

    /** Records that all cars of the journal are loaded. */
    public void setComplete() {
        complete.set(true);
        List<Runnable> actions = List.copyOf(waiting);
        waiting.clear();
        actions.forEach(Runnable::run);
    }

    /** Runs an action when all cars of the journal are loaded, at once if they are. */
    public void whenComplete(Runnable action) {
        if (complete.get()) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    /** Group with its cars. */
    public record Group(StockGroup kind, List<StockRow> rows) {}

    /** @param names formatter of the names by which cars are found */
    public StockModel(CarNameFormatter names, Clock clock) {
        this.names = names;
        this.filter = new StockFilterModel(clock, this::refresh);
        cars.subscribe(this::refresh);
    }

    /** Adds a listener that runs after every change of the cars, whatever the filter. */
    public void addListener(Runnable listener) {
        cars.subscribe(listener);
    }

    /** Sets the test for cars with a submission that is being written, because their rows don't have it yet. */
    public void setLeaving(Predicate<UUID> leaving) {
        this.leaving = leaving;
    }

    public StockFilterModel filter() {
        return filter;
    }

    /** Returns the number of cars that a choice of the filter would show. */
    public int count(StockFilterModel.Filter choice) {
        return filter.included(cars, choice).size();
    }

    /** Returns the groups to show, without empty ones. */
    public ReadOnlyObjectProperty<List<Group>> groups() {
        return groups.getReadOnlyProperty();
    }

    /** Returns the adverts that are out of date, on all profiles, whatever the filter. */
    public ReadOnlyObjectProperty<List<StaleAdvert>> staleAdverts() {
        return staleAdverts.getReadOnlyProperty();
    }

    /** Returns all cars, whatever the filter, the one begun last first. */
    public List<StockRow> all() {
        return cars.stream().map(IndexedCar::row).toList();
    }

    /** Returns whether there are no cars, whatever the filter. */
    public boolean isEmpty() {
        return cars.isEmpty();
    }

    /** Returns the cars shown, in order. */
    public List<StockRow> visibleCars() {
        return groups.get().stream().flatMap(group -> group.rows().stream()).toList();
    }

    /** Returns the car begun last, deleted cars excepted. */
    public Optional<StockRow> newest() {
        return cars.stream()
                .map(IndexedCar::row)
                .filter(row -> row.mark() != StockMark.DELETED)
                .findFirst();
    }

    /** Returns which of the cars are deleted. */
    public Set<UUID> deletedAmong(Set<UUID> ids) {
        return cars.stream()
                .map(IndexedCar::row)
                .filter(row -> row.mark() == StockMark.DELETED && ids.contains(row.id()))
                .map(StockRow::id)
                .collect(Collectors.toSet());
    }

    public Optional<StockRow> row(UUID car) {
        return cars.stream()
                .map(IndexedCar::row)
                .filter(row -> row.id().equals(car))
                .findFirst();
    }

    /** Returns the added cars that the rest of the list or an earlier one of them has already. */
    public List<StockDuplicateSearch.Duplicate> duplicatesOf(List<StockRow> added) {
        Set<UUID> ids = added.stream().map(StockRow::id).collect(Collectors.toSet());
        StockDuplicateSearch index = new StockDuplicateSearch(
                cars.stream().filter(car -> !ids.contains(car.row().id())).toList());
        return added.stream()
                .map(index::findDuplicate)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns another car without a mark that has the same VIN or licence plate. */
    public Optional<StockDuplicateSearch.Duplicate> findDuplicate(StockRow car) {
        return StockDuplicateSearch.findOther(car, cars);
    }

    /** Adds cars. A car that is in the list already stays, because it is newer. */
    public void addCars(List<IndexedCar> rows) {
        Map<UUID, IndexedCar> current = new LinkedHashMap<>();
        cars.forEach(indexedCar -> current.put(indexedCar.row().id(), indexedCar));
        List<IndexedCar> merged = new ArrayList<>();
        rows.forEach(indexedCar -> {
            IndexedCar known = current.remove(indexedCar.row().id());
            merged.add(known == null ? indexedCar : known);
        });
        merged.addAll(current.values());
        if (!leftOut.isEmpty()) {
            merged.removeIf(indexedCar -> leftOut.contains(indexedCar.row().id().toString()));
        }
        merged.sort(NEWEST_FIRST);
        filled.set(true);
        cars.setAll(merged);
        refreshStaleAdverts();
    }

    /** Removes cars with unreadable data, and keeps them out of the list. */
    public void leaveOut(Set<String> ids) {
        leftOut = ids;
        addCars(List.of());
    }

    /** Removes all cars, so that they can be loaded again. */
    public void clear() {
        complete.set(false);
        cars.clear();
        refreshStaleAdverts();
    }

    /** Removes a car without any input. */
    public void remove(UUID car) {
        cars.removeIf(indexedCar -> indexedCar.row().id().equals(car));
        refreshStaleAdverts();
    }

    /** Adds or replaces a car. */
    public void put(StockRow row) {
        for (int index = 0; index < cars.size(); index++) {
            if (cars.get(index).row().id().equals(row.id())) {
                IndexedCar known = cars.get(index);
                if (!known.row().equals(row)) {
                    IndexedCar changed = IndexedCar.of(row, names);
                    cars.set(index, changed);
                    // Not at each key, because that would read all cars.
                    if (!known.staleAdverts().equals(changed.staleAdverts())) {
                        refreshStaleAdverts();
                    }
                }
                return;
            }
        }
        cars.addFirst(IndexedCar.of(row, names));
        refreshStaleAdverts();
        bringIntoSight(List.of(row));
    }

    /** Resets the filter if it hides a new car, because the list must show the car that the user types. */
    private void bringIntoSight(List<StockRow> fresh) {
        if (filter.isActive() && !new HashSet<>(visibleCars()).containsAll(fresh)) {
            filter.reset();
        }
    }

    /**
     * Adds or replaces cars that other desks have changed. The filter stays, because nobody asked for these cars here.
     */
    public void putAll(List<IndexedCar> rows) {
        Map<UUID, IndexedCar> changed = new LinkedHashMap<>();
        rows.stream()
                .filter(car -> !leftOut.contains(car.row().id().toString()))
                .forEach(car -> changed.put(car.row().id(), car));
        List<IndexedCar> all = new ArrayList<>(cars.size() + changed.size());
        boolean hasStaleAdverts =
                changed.values().stream().anyMatch(car -> !car.staleAdverts().isEmpty());
        for (IndexedCar known : cars) {
            IndexedCar replacement = changed.remove(known.row().id());
            hasStaleAdverts |= replacement != null && !known.staleAdverts().isEmpty();
            all.add(replacement == null ? known : replacement);
        }
        all.addAll(changed.values());
        all.sort(NEWEST_FIRST);
        if (!all.equals(cars)) {
            cars.setAll(all);
            if (hasStaleAdverts) {
                refreshStaleAdverts();
            }
        }
    }

    /** Adds imported cars. */
    public void addImported(List<StockRow> rows) {
        addCars(IndexedCar.of(rows, names));
        bringIntoSight(rows);
    }

    /**
     * Returns whether a car may be deleted. A car that AutoChat has, may have or is about to be sent stays, as a
     * record.
     */
    public boolean canDelete(StockRow row) {
        return row.mark() != StockMark.DELETED
                && !leaving.test(row.id())
                && row.submissions().stream().noneMatch(SubmissionSummary::mayReachAutochat);
    }

    private void refresh() {
        Map<StockGroup, List<StockRow>> found = filter.find(cars);
        groups.set(Stream.of(StockGroup.values())
                .filter(found::containsKey)
                .map(kind -> new Group(kind, found.getOrDefault(kind, List.of())))
                .toList());
    }

    private void refreshStaleAdverts() {
        List<StaleAdvert> stale =
                cars.stream().flatMap(car -> car.staleAdverts().stream()).toList();
        // Only a change of the list is news to its listeners.
        if (!stale.equals(staleAdverts.get())) {
            staleAdverts.set(stale);
        }
    }
}
