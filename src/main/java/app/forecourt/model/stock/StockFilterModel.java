package app.forecourt.model.stock;

import app.forecourt.car.CarField;
import app.forecourt.settings.DealershipWithIds;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.text.TextNormalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Filter of the stock list: by status or mark, by dealership and by search words. */
public final class StockFilterModel {
    /** The most days that a car can be looked for by: 27 years. */
    public static final int MOST_DAYS = 9_999;

    private static final int USUAL_DAYS = 30;

    private final Clock clock;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final IntegerProperty days = new SimpleIntegerProperty(USUAL_DAYS);
    private final ObjectProperty<StockOrder> order = new SimpleObjectProperty<>(StockOrder.NEWEST);
    private final ObjectProperty<List<DealershipWithIds>> dealerships = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<DealershipWithIds>> dealership = new SimpleObjectProperty<>(Optional.empty());

    /** Choice of the cars shown. */
    public enum Filter {
        /** Cars without a mark. */
        ALL(StockMark.NONE),
        /** Cars with a submission to that profile. A car that was never sent belongs to no profile. */
        PRACTICE(Profile.PRACTICE),
        STAGING(Profile.STAGING),
        PRODUCTION(Profile.PRODUCTION),
        /** Cars without a mark that AutoChat first accepted more than {@link StockFilterModel#days} days ago. */
        STANDING(StockMark.NONE),
        /** Cars without a mark that share their VIN or plate with another one. */
        TWICE(StockMark.NONE),
        /** Cars with an advert to take off AutoChat, despite their mark. */
        TO_TAKE_OFF(StockMark.NONE),
        /** Cars with that mark. */
        SOLD(StockMark.SOLD),
        WITHDRAWN(StockMark.WITHDRAWN),
        ARCHIVED(StockMark.ARCHIVED),
        DELETED(StockMark.DELETED);

        private final Optional<Profile> profile;
        private final StockMark mark;

        Filter(Optional<Profile> profile, StockMark mark) {
            this.profile = profile;
            this.mark = mark;
        }

        Filter(Profile profile) {
            this(Optional.of(profile), StockMark.NONE);
        }

        Filter(StockMark mark) {
            this(Optional.empty(), mark);
        }

        /**
         * Returns whether the filter includes a car. A car that is under way, or has an unknown outcome, is included
         * despite its mark. A search finds cars despite their mark, except deleted ones.
         *
         * @param standingSince time before which a standing car was first accepted
         */
        private boolean includes(StockRow row, boolean searching, Instant standingSince) {
            if (this == TO_TAKE_OFF) {
                return row.staleAdverts().stream().anyMatch(advert -> !advert.isTakenOff());
            }
            if (this == STANDING) {
                return row.mark() == mark
                        && row.firstSent().filter(standingSince::isAfter).isPresent();
            }
            // The status comes last, because most cars have the mark.
            boolean isMarked = row.mark() == mark
                    || (mark == StockMark.NONE
                            && row.mark() != StockMark.DELETED
                            && (searching
                                    || (row.status() != SendingStatus.DRAFT && row.status() != SendingStatus.SENT)));
            return isMarked
                    && (profile.isEmpty()
                            || row.submissions().stream().anyMatch(summary -> summary.profile() == profile.get()));
        }

        private StockGroup kind(IndexedCar car) {
            return profile.map(target -> StockGroup.of(car.row(), car.row().status(target)))
                    .orElse(car.kind());
        }
    }

    /** @param changed runs when other cars may be shown */
    StockFilterModel(Clock clock, Runnable changed) {
        this.clock = clock;
        text.subscribe((_, _) -> changed.run());
        filter.subscribe((_, _) -> changed.run());
        days.subscribe((_, _) -> {
            // Other choices don't depend on the number.
            if (filter.get() == Filter.STANDING) {
                changed.run();
            }
        });
        dealership.subscribe((_, _) -> changed.run());
        order.subscribe((_, _) -> changed.run());
        dealerships.subscribe((_, branches) -> {
            // A dealership with another name or id is another one.
            dealership.set(dealership.get().filter(branches::contains));
            changed.run();
        });
    }

    /** Returns the search words. A car must contain each word, in any order, in its draft or in a sent version. */
    public StringProperty text() {
        return text;
    }

    /** Returns the choice of the cars shown. */
    public ObjectProperty<Filter> filter() {
        return filter;
    }

    /** Returns the number of days of {@link Filter#STANDING}. */
    public IntegerProperty days() {
        return days;
    }

    /** Returns the order of the cars in each group. */
    public ObjectProperty<StockOrder> order() {
        return order;
    }

    /** Returns the own dealerships. Their names are searched too. */
    public ObjectProperty<List<DealershipWithIds>> dealerships() {
        return dealerships;
    }

    /** Returns the dealership of the cars shown, empty for all. */
    public ObjectProperty<Optional<DealershipWithIds>> dealership() {
        return dealership;
    }

    /** Returns whether the filter may hide cars, because a search word, a choice or a dealership is set. */
    public boolean isActive() {
        return !text.get().isBlank()
                || filter.get() != Filter.ALL
                || dealership.get().isPresent();
    }

    /** Shows all cars in stock. */
    public void reset() {
        text.set("");
        filter.set(Filter.ALL);
        dealership.set(Optional.empty());
    }

    /** Returns the cars that the filter includes, by group. */
    Map<StockGroup, List<StockRow>> find(List<IndexedCar> cars) {
        Map<StockGroup, List<StockRow>> groups = new EnumMap<>(StockGroup.class);
        for (IndexedCar car : order.get().sorted(included(cars, filter.get()))) {
            groups.computeIfAbsent(filter.get().kind(car), _ -> new ArrayList<>())
                    .add(car.row());
        }
        return groups;
    }

    /** Returns the cars that a choice would include, with the search words and the dealership as they are. */
    List<IndexedCar> included(List<IndexedCar> cars, Filter choice) {
        List<SearchWord> words = Stream.of(
                        TextNormalizer.removeCaseAndAccents(text.get()).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(this::searchWord)
                .toList();
        Instant standingSince = clock.instant().minus(Duration.ofDays(days.get()));
        Set<Profile> profiles = choice.profile.map(Set::of).orElse(Set.of(Profile.values()));
        Optional<DealershipWithIds> branch = dealership.get();
        // Loops instead of streams, because each key press reads all cars.
        List<IndexedCar> found = new ArrayList<>();
        for (IndexedCar car : choice == Filter.TWICE ? StockDuplicateSearch.sameCars(cars) : cars) {
            if (choice.includes(car.row(), !words.isEmpty(), standingSince)
                    && (branch.isEmpty() || belongsTo(branch.get(), car.row(), profiles))
                    && containsAll(car, words, profiles)) {
                found.add(car);
            }
        }
        return found;
    }

    private static boolean containsAll(IndexedCar car, List<SearchWord> words, Set<Profile> profiles) {
        for (SearchWord word : words) {
            if (!word.isIn(car, profiles)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a car belongs to a dealership, by its draft or by a version sent to a profile. */
    private static boolean belongsTo(DealershipWithIds branch, StockRow row, Set<Profile> profiles) {
        String typed = row.text(CarField.DEALERSHIP_ID).strip();
        return (!typed.isEmpty() && branch.ids().containsValue(typed))
                || row.submissions().stream()
                        .filter(summary -> profiles.contains(summary.profile()) && summary.mayReachAutochat())
                        .anyMatch(summary -> isSame(
                                branch.id(summary.profile()),
                                summary.texts().getOrDefault(CarField.DEALERSHIP_ID, "")));
    }

    private static boolean isSame(String id, String sent) {
        return !id.isEmpty() && id.equals(sent.strip());
    }

    /** Search word, the word without dashes, and the dealerships with that word in their name. */
    private record SearchWord(String word, String plate, List<DealershipWithIds> dealerships) {
        boolean isIn(IndexedCar car, Set<Profile> profiles) {
            return car.contains(word, plate, profiles)
                    || (!dealerships.isEmpty()
                            && dealerships.stream().anyMatch(branch -> belongsTo(branch, car.row(), profiles)));
        }
    }

    private SearchWord searchWord(String word) {
        return new SearchWord(
                word,
                word.replaceAll("\\p{Pd}", ""),
                dealerships.get().stream()
                        .filter(branch -> TextNormalizer.removeCaseAndAccents(branch.name())
                                .contains(word))
                        .toList());
    }
}
