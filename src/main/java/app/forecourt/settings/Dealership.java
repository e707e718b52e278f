package app.forecourt.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * A dealership as it stands in the settings. AutoChat hands out one id for staging and another for production; a blank
 * one means that it is not known there.
 *
 * @param name what this desk calls it; may be blank
 */
public record Dealership(String name, String staging, String production) {
    /** The most signs of a name or an id; AutoChat's field is no longer. */
    public static final int LONGEST = 100;
    /** Nothing is typed. */
    public static final Dealership BLANK = new Dealership("", "", "");

    /** What is typed of it. */
    public enum Part {
        NAME, STAGING, PRODUCTION
    }

    /** Why a part can't be kept as it is typed. */
    public enum Fault {
        /** Another dealership has the same: nobody could tell which of them is meant. */
        TWICE,
        /** Another dealership has it on the other environment: of a car with it nobody could tell whose it is. */
        CROSSED,
        /** More signs than {@link #LONGEST}. */
        TOO_LONG,
        /** It has a name, but no id. */
        NO_ID
    }

    /** @param row which of the dealerships, from 0 */
    public record Wrong(int row, Part part, Fault fault) {}

    /** What is typed of one part. */
    public String text(Part part) {
        return switch (part) {
            case NAME -> name;
            case STAGING -> staging;
            case PRODUCTION -> production;
        };
    }

    /** Whether nothing is typed of it. */
    public boolean isBlank() {
        return equals(BLANK);
    }

    /**
     * What can't be kept, in the order of the rows.
     *
     * @param given whether the first one's ids come from outside, and so need not be typed
     */
    public static List<Wrong> wrong(List<Dealership> rows, boolean given) {
        List<Wrong> wrong = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Dealership typed = rows.get(row);
            for (Part part : Part.values()) {
                String text = typed.text(part);
                if (text.length() > LONGEST) {
                    wrong.add(new Wrong(row, part, Fault.TOO_LONG));
                } else if (!text.isEmpty()
                        && rows.stream().filter(other -> other.text(part).equals(text)).count() > 1) {
                    wrong.add(new Wrong(row, part, Fault.TWICE));
                } else if (isCrossed(part, text, typed, rows)) {
                    wrong.add(new Wrong(row, part, Fault.CROSSED));
                }
            }
            if (!typed.name.isEmpty() && typed.staging.isEmpty() && typed.production.isEmpty()
                    && !(given && row == 0)) {
                wrong.add(new Wrong(row, Part.STAGING, Fault.NO_ID));
            }
        }
        return wrong;
    }

    /** One dealership may have the same id on both. */
    private static boolean isCrossed(Part part, String id, Dealership whose, List<Dealership> rows) {
        return part != Part.NAME && !id.isEmpty() && rows.stream().filter(other -> !other.equals(whose))
                .anyMatch(other -> other.text(part == Part.STAGING ? Part.PRODUCTION : Part.STAGING)
                        .equals(id));
    }
}
