package app.forecourt.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        /** Another dealership has the same text, so that the text would be ambiguous. */
        TWICE,
        /**
         * Another dealership has the same id on the other environment, so that a car's dealership would be ambiguous.
         */
        CROSSED,
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

    /** Returns the text of a part. */
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
                } else if (!text.isEmpty()
                        && rows.stream()
                                        .filter(candidate ->
                                                candidate.text(part).equals(text))
                                        .count()
                                > 1) {
                    wrong.add(new InputError(row, part, Fault.TWICE));
                } else if (isCrossed(part, text, dealership, rows)) {
                    wrong.add(new InputError(row, part, Fault.CROSSED));
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

    /** Returns whether another dealership has this id on the other environment. One dealership may have it on both. */
    private static boolean isCrossed(Part part, String id, Dealership owner, List<Dealership> rows) {
        return part != Part.NAME
                && !id.isEmpty()
                && rows.stream()
                        .filter(dealership -> !dealership.equals(owner))
                        .anyMatch(dealership -> dealership
                                .text(part == Part.STAGING ? Part.PRODUCTION : Part.STAGING)
                                .equals(id));
    }
}
