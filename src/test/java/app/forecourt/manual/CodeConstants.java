package app.forecourt.manual;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Constants of the program by name, also private ones, to compare the limits in the manual with them. */
public final class CodeConstants {
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final long MEGA = 1_000_000;

    private CodeConstants() {}

    /** Returns a constant by the name of its class, relative to {@code app.forecourt}, and its own name. */
    static Object value(String type, String name) {
        try {
            Field field = Class.forName("app.forecourt." + type).getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a number, as {@link #value}. */
    public static long number(String type, String name) {
        return ((Number) value(type, name)).longValue();
    }

    static Duration time(String type, String name) {
        return (Duration) value(type, name);
    }

    /** Returns the size of a number of bytes, in the unit that makes it a whole number: 8 MB. */
    public static String size(long bytes) {
        for (String unit : List.of("GB", "MB", "kB")) {
            long binary = 1L << 10 * (3 - List.of("GB", "MB", "kB").indexOf(unit));
            if (bytes % binary == 0) {
                return bytes / binary + " " + unit;
            }
        }
        return bytes / MEGA + " MB";
    }

    /** Returns a number as the manual writes it in a sentence: up to ten as a word. */
    public static String word(long number) {
        return number < NUMBERS.size() ? NUMBERS.get((int) number) : String.format(Locale.ROOT, "%,d", number);
    }
}
