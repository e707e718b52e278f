package app.forecourt.ui.stock;

import app.forecourt.stock.PriceChange;
import app.forecourt.stock.StockRow;
import app.forecourt.text.ValueFormatter;
import app.forecourt.ui.words.Messages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formatter of the line by which two cars of the stock list differ: price, mileage and days since first sent. */
final class StockDetailsFormatter {
    static final String SEPARATOR = " · ";
    private static final String EURO = "EUR";

    private final Messages messages;

    StockDetailsFormatter(Messages messages) {
        this.messages = messages;
    }

    /**
     * Returns {@code € 17,990 · 64,300 km · 3 d · −500 since 12 Nov}, without what is not known; {@code ""} if nothing
     * is.
     */
    String text(StockRow car) {
        return Stream.of(price(car), mileage(car), days(car), priceChange(car))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Returns {@code € 17,990 ↓}, {@code 64,300 km} and {@code 3 d}; {@code ""} for what is not known. */
    List<String> parts(StockRow car) {
        Optional<String> price = price(car)
                .map(amount -> amount
                        + car.priceChange().map(StockDetailsFormatter::arrow).orElse(""));
        return Stream.of(price, mileage(car), days(car))
                .map(part -> part.orElse(""))
                .toList();
    }

    private static String arrow(PriceChange change) {
        return change.difference().signum() < 0 ? " ↓" : " ↑";
    }

    /** Returns {@code € 17,990}. */
    Optional<String> price(StockRow car) {
        return car.price()
                .map(amount -> (car.currency().equals(EURO) ? "€" : car.currency()) + " "
                        + whole(amount.setScale(0, RoundingMode.HALF_UP)));
    }

    /** Returns the last change of the price. */
    private Optional<String> priceChange(StockRow car) {
        return car.priceChange()
                .map(change -> messages.get(
                        "stock.price.change",
                        (change.difference().signum() < 0 ? "−" : "+")
                                + whole(change.difference().abs().setScale(0, RoundingMode.HALF_UP)),
                        messages.day(change.at())));
    }

    private Optional<String> mileage(StockRow car) {
        return car.mileage()
                .map(distance -> whole(distance) + " " + car.mileageUnit().toLowerCase(Locale.ROOT));
    }

    /** Returns the days since AutoChat first accepted the car, on any profile. */
    private Optional<String> days(StockRow car) {
        // A clock that was ahead when the car was sent gives no negative number.
        return car.firstSent().map(first -> messages.get("stock.days", Math.max(0, messages.daysSince(first))));
    }

    private String whole(BigDecimal number) {
        return ValueFormatter.formatInteger(number.intValue(), messages.locale());
    }
}
