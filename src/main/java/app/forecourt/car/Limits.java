package app.forecourt.car;

/**
 * What a field may hold, whatever the rest of the car says. The numbers are in the field's unit; of a text they are
 * characters, of a list entries.
 *
 * @param required whether a car can't be sent without it
 * @param range what is taken
 * @param usual what is seen on cars that are really for sale; outside of it is worth a look
 */
public record Limits(boolean required, Range range, Range usual) {
    /** Characters that a field of one line takes from the keyboard or the clipboard; far more than any rule allows. */
    public static final int TYPED_LINE = 2_000;
    /** The same of a field of many lines. JavaFX shows as much pasted text after about a second. */
    public static final int TYPED_LINES = 100_000;

    /** Eight digits and the cents are more than any price, and fit every database. */
    private static final Range AMOUNTS = Range.of("0", "99999999.99");

    static final Limits NONE = between(0, Integer.MAX_VALUE);

    /** Returns the number of characters that a field takes from the keyboard or the clipboard. */
    public static int typed(CarField field) {
        return field.kind() == FieldType.LONG_TEXT || field.kind() == FieldType.LINKS ? TYPED_LINES
                : TYPED_LINE;
    }

    static Limits between(long least, long most) {
        return of(Range.of(least, most));
    }

    /** So many characters or entries at the most. */
    static Limits upTo(int most) {
        return between(0, most);
    }

    static Limits amount() {
        return of(AMOUNTS);
    }

    /** An amount of at least a cent. */
    static Limits price() {
        return of(new Range(Range.of("0.01", "1").least(), AMOUNTS.most()));
    }

    Limits needed() {
        return new Limits(true, range, usual);
    }

    Limits usually(long least, long most) {
        return new Limits(required, range, Range.of(least, most));
    }

    private static Limits of(Range range) {
        return new Limits(false, range, range);
    }
}
