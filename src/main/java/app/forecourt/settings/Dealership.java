package app.forecourt.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A dealership as the user entered it in the settings. AutoChat issues one id for staging and another for production.
 *
 * @param name the user's name for the dealership; may be blank
 * @param staging the id on staging; blank if the dealership is not known there
 * @param production the id on production; blank if the dealership is not known there
 */
public record Dealership(String name, String staging, String production) {
    /** The maximum length of a name or an id in characters, the length of AutoChat's field. */
    public static final int MAX_LENGTH = 100;
    /** A dealership without any text. */
    public static final Dealership BLANK = new Dealership("", "", "");

    /** The text fields of a dealership. */
    public enum Part {
        NAME,
        STAGING,
        PRODUCTION;

        /** Returns the name in the preferences file. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The reasons why the text of a part can't be saved. */
    public enum Fault {
        /** Another dealership has the same name, or the same id on any environment, which would be ambiguous. */
        TWICE,
        /** The text is longer than {@link #MAX_LENGTH}. */
        TOO_LONG,
        /** The dealership has a name, but no id. */
        NO_ID
    }

    /**
     * A part that can't be saved.
     *
     * @param row the index of the dealership, from 0
     */
    public record InputError(int row, Part part, Fault fault) {}

    public String text(Part part) {
        return switch (part) {
            case NAME -> name;
            case STAGING -> staging;
            case PRODUCTION -> production;
        };
    }

    /** Returns whether all texts are empty. */
    public boolean isBlank() {
        return equals(BLANK);
    }

    /**
     * Returns the parts that can't be saved, in the order of the rows.
     *
     * @param isDefaultFixed whether an environment variable fixes the ids of the first dealership, so that they need
     *     not be entered
     */
    public static List<InputError> inputErrors(List<Dealership> rows, boolean isDefaultFixed) {
        List<InputError> wrong = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Dealership dealership = rows.get(row);
            for (Part part : Part.values()) {
                String text = dealership.text(part);
                if (text.length() > MAX_LENGTH) {
                    wrong.add(new InputError(row, part, Fault.TOO_LONG));
                } else if (isTwice(part, row, rows)) {
                    wrong.add(new InputError(row, part, Fault.TWICE));
                }
            }
            if (!dealership.name.isEmpty()
                    && dealership.staging.isEmpty()
                    && dealership.production.isEmpty()
                    && !(isDefaultFixed && row == 0)) {
                wrong.add(new InputError(row, Part.STAGING, Fault.NO_ID));
            }
        }
        return wrong;
    }

    /** Returns whether another row has the text. One dealership may have the same id on both environments. */
    private static boolean isTwice(Part part, int row, List<Dealership> rows) {
        String text = rows.get(row).text(part);
        return !text.isEmpty()
                && IntStream.range(0, rows.size())
                        .filter(index -> index != row)
                        .mapToObj(rows::get)
                        .anyMatch(other -> part == Part.NAME
                                ? text.equals(other.name)
                                : text.equals(other.staging) || text.equals(other.production));
    }
}
