package app.forecourt.option;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builder of an option list with limits of bytes and entries, because a name of megabytes blocks the window. An option
 * with a too long name is left out, because AutoChat would not know a shortened name. A label is shortened, because a
 * label is only shown.
 */
public final class BoundedOptionListBuilder {
    /** Maximum length of a name in UTF-8 bytes; AutoChat's own names have fewer than 60. */
    public static final int MAX_NAME_BYTES = 500;
    /** Maximum length of a label in characters. */
    private static final int LONGEST_LABEL = 200;
    /** Maximum size of all names and labels in UTF-8 bytes: 20,000 options of 200 bytes. */
    private static final int MAX_BYTES = 4_000_000;

    private static final int MAX_OPTIONS = 20_000;

    private final Map<String, CarOption> options = new LinkedHashMap<>();
    private int bytes;
    private boolean lacksOptions;
    private boolean full;

    /** Adds an option unless the list has the option already, its name is too long, or the list is full. */
    public void add(CarOption option) {
        if (full || options.containsKey(option.name())) {
            return;
        }
        if (bytes(option.name()) > MAX_NAME_BYTES) {
            lacksOptions = true;
            return;
        }
        CarOption bounded = new CarOption(option.name(), label(option.prettyName()));
        int added = bytes(bounded.name()) + bytes(bounded.prettyName());
        if (options.size() == MAX_OPTIONS || bytes + added > MAX_BYTES) {
            full = true;
            lacksOptions = true;
        } else {
            bytes += added;
            options.put(bounded.name(), bounded);
        }
    }

    /** Returns the options in the order in which they were added. */
    public List<CarOption> options() {
        return List.copyOf(options.values());
    }

    /** Returns whether an option was left out. */
    public boolean lacksOptions() {
        return lacksOptions;
    }

    /** Returns whether an option was not added because the list has no room. */
    public boolean isFull() {
        return full;
    }

    private static String label(String text) {
        if (text.length() <= LONGEST_LABEL) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_LABEL - 1)) ? LONGEST_LABEL - 1 : LONGEST_LABEL;
        return text.substring(0, end) + "…";
    }

    private static int bytes(String text) {
        return text.length() > MAX_BYTES ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
