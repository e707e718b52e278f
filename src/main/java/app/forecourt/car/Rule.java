package app.forecourt.car;

import java.util.Locale;

/**
 * What can be wrong with a car. The number is the code a person can read out: 100s are information, 200s warnings,
 * 300s errors. Codes are stable: a rule that goes leaves its number unused.
 */
public enum Rule {
    /** The option list was never loaded, so options could not be compared with it. */
    OPTIONS_UNCHECKED(210, false),
    /** None of VIN, licence plate and stock number is there: AutoChat's widget can't point at the car. */
    NO_IDENTITY(211, false),

    /** A required field is empty. */
    REQUIRED(301, false),
    /** Not a whole number, or not a year of four digits. Args: the text. */
    NOT_A_NUMBER(302, true),
    /** Not an amount of money. Args: the text. */
    NOT_AN_AMOUNT(303, true),
    /** A number outside its limits. Args: least, most. */
    OUT_OF_RANGE(304, true),
    /** A number below its limit. Args: least. */
    TOO_LOW(305, true),
    /** Not a date, or not one of the calendar. Args: the text. */
    NOT_A_DATE(306, true),
    /** A date in the future, or a year after the next one. */
    IN_THE_FUTURE(307, true),
    /** A date or year before the first car (1886). */
    BEFORE_CARS(308, true),
    /** A VIN that hasn't 17 characters. Args: how many it has. */
    VIN_LENGTH(309, true),
    /** A VIN with a character it can't have (I, O, Q, or neither letter nor digit). Args: the character, its place. */
    VIN_CHARACTER(310, true),
    /** A text, or one entry of a list, longer than is taken. Args: most, actual, in characters. */
    TOO_LONG(311, true),
    /** Control characters in a text. */
    CONTROL_CHARACTER(312, true),
    /** An image address that isn't an absolute https URL. Args: the text, its line. */
    NOT_HTTPS(313, true),
    /** More images or tags than are taken. Args: most, actual. */
    TOO_MANY(314, true),
    /** An option that the profile's list does not have. Args: its name. */
    UNKNOWN_OPTION(315, true),
    /** An option chosen twice. Args: its name. */
    OPTION_TWICE(316, true),
    /** Not a plate: characters a plate can't have. Args: the text. */
    NOT_A_PLATE(317, true),
    /** Not a code of capital letters (currency, unit). Args: the text. */
    NOT_A_CODE(318, true),
    /**
     * More than its field takes in, so nothing was. Never found by {@link CarCheck}: what did not come in is no part of
     * the car. Args: how many characters there would have been, most.
     */
    TOO_MUCH_PASTED(320, false),
    /** AutoChat said no to this field. Args: its words. */
    REFUSED_BY_AUTOCHAT(390, false);

    private final int code;
    private final boolean finalOnLeaving;

    Rule(int code, boolean finalOnLeaving) {
        this.code = code;
        this.finalOnLeaving = finalOnLeaving;
    }

    /** The number a person can read out. */
    public int code() {
        return code;
    }

    /** Whether a car with this problem can't be sent. */
    public boolean blocks() {
        return code >= 300;
    }

    /** Whether leaving the field already shows it, since going on typing elsewhere can't make it right. */
    public boolean finalOnLeaving() {
        return finalOnLeaving;
    }

    /** The key of the message in the resource bundle. */
    public String key() {
        return "problem." + name().toLowerCase(Locale.ROOT);
    }
}
