package app.forecourt.model.stock;

import app.forecourt.car.CarField;
import app.forecourt.model.stock.StockModel.Kind;
import app.forecourt.settings.DealershipRepository.Branch;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which cars of the stock list are shown: those of a kind and a dealership, and those that have what is looked for. */
public final class StockFilter {
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ObjectProperty<List<Branch>> dealerships = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Branch>> dealership = new SimpleObjectProperty<>(Optional.empty());

    /** Which cars are shown. */
    public enum Filter {
        /** Every one that has no mark. */
        ALL(Optional.empty(), StockMark.NONE),
        /** Those that are or were on their way to that profile; what was never sent is no environment's. */
        PRACTICE(Optional.of(Profile.PRACTICE), StockMark.NONE), STAGING(Optional.of(Profile.STAGING),
                StockMark.NONE), PRODUCTION(Optional.of(Profile.PRODUCTION), StockMark.NONE), SOLD(
                        Optional.empty(),
                        StockMark.SOLD), WITHDRAWN(Optional.empty(), StockMark.WITHDRAWN), ARCHIVED(
                                Optional.empty(),
                                StockMark.ARCHIVED), DELETED(Optional.empty(), StockMark.DELETED);

        private final Optional<Profile> profile;
        private final StockMark mark;

        Filter(Optional<Profile> profile, StockMark mark) {
            this.profile = profile;
            this.mark = mark;
        }

        /** What is in hand is never out of sight, and what is looked for is found whatever its mark. */
        private boolean takes(StockRow row, boolean looking) {
            boolean all = mark == StockMark.NONE && row.mark() != StockMark.DELETED
                    && (looking || (row.standing() != ListingStatus.DRAFT
                            && row.standing() != ListingStatus.SENT));
            return (all || row.mark() == mark) && (profile.isEmpty()
                    || row.traces().stream().anyMatch(trace -> trace.profile() == profile.get()));
        }

        private Kind kind(IndexedCar listed) {
            return profile.map(any -> Kind.of(listed.row(), listed.row().standing(any)))
                    .orElse(listed.kind());
        }
    }

    /** @param changed is told when other cars may be shown */
    StockFilter(Runnable changed) {
        text.subscribe((before, now) -> changed.run());
        filter.subscribe((before, now) -> changed.run());
        dealership.subscribe((before, now) -> changed.run());
        dealerships.subscribe((before, now) -> {
            // One that goes by another name or id now is another one.
            dealership.set(dealership.get().filter(now::contains));
            changed.run();
        });
    }

    /** Words that a car must have, in any order, in any of the texts it is known by or was sent with. */
    public StringProperty text() {
        return text;
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

    /** Whether not every car at hand is shown. */
    public boolean isNarrow() {
        return !text.get().isBlank() || filter.get() != Filter.ALL || dealership.get().isPresent();
    }

    /** Shows every car at hand again. */
    void widen() {
        text.set("");
        filter.set(Filter.ALL);
        dealership.set(Optional.empty());
    }

    /** The cars that are shown, each under the heading it belongs to. */
    Map<Kind, List<StockRow>> find(List<IndexedCar> cars) {
        List<Sought> words = Stream.of(text.get().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty()).map(this::sought).toList();
        Filter which = filter.get();
        Set<Profile> where = which.profile.map(Set::of).orElse(Set.of(Profile.values()));
        return cars.stream()
                .filter(listed -> which.takes(listed.row(), !words.isEmpty())
                        && dealership.get().stream().allMatch(one -> isOf(one, listed.row(), where))
                        && words.stream().allMatch(word -> word.isIn(listed, where)))
                .collect(Collectors.groupingBy(which::kind,
                        Collectors.mapping(IndexedCar::row, Collectors.toList())));
    }

    /** Whether it is that dealership's, as it is typed or was sent to one of those. */
    private static boolean isOf(Branch one, StockRow row, Set<Profile> where) {
        String typed = row.text(CarField.DEALERSHIP_ID).strip();
        return (!typed.isEmpty() && one.ids().containsValue(typed))
                || row.traces().stream().filter(trace -> where.contains(trace.profile()) && trace.counts())
                        .anyMatch(trace -> isSame(one.id(trace.profile()),
                                trace.texts().getOrDefault(CarField.DEALERSHIP_ID, "")));
    }

    private static boolean isSame(String id, String sent) {
        return !id.isEmpty() && id.equals(sent.strip());
    }

    /** A word that is looked for, the same without its dashes, and the dealerships that have it in their names. */
    private record Sought(String word, String plate, List<Branch> dealerships) {
        boolean isIn(IndexedCar listed, Set<Profile> where) {
            return listed.has(word, plate, where)
                    || dealerships.stream().anyMatch(one -> isOf(one, listed.row(), where));
        }
    }

    private Sought sought(String word) {
        return new Sought(word, word.replaceAll("\\p{Pd}", ""), dealerships.get().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(word)).toList());
    }
}
