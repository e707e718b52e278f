package app.forecourt.car;

/**
 * What a field may hold, whatever the rest of the car says.
 *
 * @param required whether a car can't be sent without it
 * @param min the smallest number, inclusive, in the field's unit; of a code the fewest letters
 * @param max the largest number, inclusive, in the field's unit
 * @param size the most characters of a text, or entries of a list
 */
public record Limits(boolean required, long min, long max, int size) {

    static final Limits NONE = new Limits(false, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);

    static Limits needed() {
        return new Limits(true, NONE.min, NONE.max, NONE.size);
    }

    static Limits length(int most) {
        return NONE.upTo(most);
    }

    static Limits count(int most) {
        return NONE.upTo(most);
    }

    static Limits between(long min, long max) {
        return new Limits(false, min, max, NONE.size);
    }

    static Limits atLeast(long min) {
        return NONE.from(min);
    }

    Limits upTo(int most) {
        return new Limits(required, min, max, most);
    }

    Limits from(long least) {
        return new Limits(required, least, max, size);
    }
}
