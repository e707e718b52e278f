package app.forecourt.option;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An option list that is bounded in bytes as well as in entries, because a name of megabytes stalls the window. An
 * option whose name is too long is left out and counted: a name that is cut would not be AutoChat's word any more. A
 * label is only read, so it is cut.
 */
public final class BoundedOptions {
    /** Bytes in UTF-8; AutoChat's own names have fewer than 60. */
    public static final int LONGEST_NAME = 500;
    /** Characters. */
    private static final int LONGEST_LABEL = 200;
    /** Bytes in UTF-8 of all names and labels: 20,000 options of 200 bytes. */
    private static final int MOST_BYTES = 4_000_000;
    private static final int MOST_OPTIONS = 20_000;

    private final Map<String, CarOption> options = new LinkedHashMap<>();
    private int bytes;
    private int leftOut;
    private boolean full;

    /** Adds an option unless it is there, its name is too long, or the list is full. */
    public void add(CarOption option) {
        if (full || options.containsKey(option.name())) {
            return;
        }
        if (bytes(option.name()) > LONGEST_NAME) {
            leftOut++;
            return;
        }
        CarOption bounded = new CarOption(option.name(), label(option.prettyName()));
        int more = bytes(bounded.name()) + bytes(bounded.prettyName());
        if (options.size() == MOST_OPTIONS || bytes + more > MOST_BYTES) {
            full = true;
        } else {
            bytes += more;
            options.put(bounded.name(), bounded);
        }
    }

    /** Returns the options in the order in which they were added. */
    public List<CarOption> options() {
        return List.copyOf(options.values());
    }

    /** Returns how many options were left out because of their names. */
    public int leftOut() {
        return leftOut;
    }

    /** Returns whether an option was not added because the list has no room. */
    public boolean isFull() {
        return full;
    }

    private static String label(String text) {
        if (text.length() <= LONGEST_LABEL) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_LABEL - 1)) ? LONGEST_LABEL - 1
                : LONGEST_LABEL;
        return text.substring(0, end) + "…";
    }

    private static int bytes(String text) {
        return text.length() > MOST_BYTES ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
