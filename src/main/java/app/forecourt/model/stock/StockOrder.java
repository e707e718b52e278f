package app.forecourt.model.stock;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders of the cars in each group of the stock list. Cars without the value come last. */
public enum StockOrder {
    /** The car begun last comes first. */
    NEWEST(Optional.empty()),
    /** By brand, model and version. */
    NAME(Optional.of(Comparator.comparing(IndexedCar::sortName))),
    /** The cheapest first. */
    PRICE(Optional.of(Comparator.comparingLong(IndexedCar::price))),
    /** The lowest mileage first. */
    MILEAGE(Optional.of(Comparator.comparingLong(IndexedCar::mileage))),
    /** The car that AutoChat has had for the longest time comes first. */
    STANDING(Optional.of(Comparator.comparingLong(IndexedCar::firstSent)));

    private final Optional<Comparator<IndexedCar>> comparator;

    StockOrder(Optional<Comparator<IndexedCar>> comparator) {
        this.comparator = comparator;
    }

    /** Returns the order that {@link #key()} names; the usual one if it names none. */
    public static StockOrder ofKey(String key) {
        return Stream.of(values())
                .filter(order -> order.key().equals(key))
                .findFirst()
                .orElse(NEWEST);
    }

    /** Returns the name of the order in the preferences. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the lowest value is at the top: the first letter, the lowest price or mileage. */
    public boolean isAscending() {
        return switch (this) {
            case NAME, PRICE, MILEAGE -> true;
            // The latest time and the most days are at the top.
            case NEWEST, STANDING -> false;
        };
    }

    List<IndexedCar> sorted(List<IndexedCar> newestFirst) {
        return comparator
                .map(order -> newestFirst.stream().sorted(order).toList())
                .orElse(newestFirst);
    }
}
