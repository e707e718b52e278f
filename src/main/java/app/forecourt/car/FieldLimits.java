package app.forecourt.car;

import java.time.LocalDate;

/**
 * Limits of a field's value, independent of the rest of the car. Numbers are in the field's unit, texts in characters
 * and lists in entries.
 *
 * @param required true if a car can't be sent without the field
 * @param range accepted values
 * @param usual values of most cars for sale; a value outside raises a warning
 */
public record FieldLimits(boolean required, Range range, Range usual) {
    /** Maximum input of a single-line field in characters, typed or pasted; far more than any rule allows. */
    public static final int MAX_INPUT_SINGLE_LINE = 2_000;
    /** Maximum input of a multi-line field in characters. JavaFX needs about a second to show that much pasted text. */
    public static final int MAX_INPUT_MULTI_LINE = 100_000;

    /** The first day on which a car can have been registered: the year of the first car. */
    public static final LocalDate FIRST_CAR = LocalDate.of(1886, 1, 1);

    /** Eight digits and two decimals: more than any price, and within the range of every database. */
    private static final Range AMOUNTS = Range.of("0", "99999999.99");

    static final FieldLimits NONE = between(0, Integer.MAX_VALUE);

    /** Returns the maximum input of a field in characters, typed or pasted. */
    public static int maxInput(CarField field) {
        return field.type() == FieldType.LONG_TEXT || field.type() == FieldType.LINKS
                ? MAX_INPUT_MULTI_LINE
                : MAX_INPUT_SINGLE_LINE;
    }

    static FieldLimits between(long min, long max) {
        return of(Range.of(min, max));
    }

    /** Returns limits with a maximum number of characters or entries. */
    static FieldLimits upTo(int max) {
        return between(0, max);
    }

    static FieldLimits amount() {
        return of(AMOUNTS);
    }

    /** Returns the limits of a price: an amount of at least one cent. */
    static FieldLimits price() {
        return of(new Range(Range.of("0.01", "1").min(), AMOUNTS.max()));
    }

    FieldLimits asRequired() {
        return new FieldLimits(true, range, usual);
    }

    FieldLimits withUsual(long min, long max) {
        return new FieldLimits(required, range, Range.of(min, max));
    }

    private static FieldLimits of(Range range) {
        return new FieldLimits(false, range, range);
    }
}
