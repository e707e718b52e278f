package app.forecourt.car;

import java.util.Locale;

/**
 * What can be said of a car. The number is the code a person can read out: 100s are information, 200s warnings, 300s
 * errors. Codes are stable: a rule that goes leaves its number unused.
 *
 * <p>Each rule is raised in one place. Most are of this room; what only the list of cars, the register, the journal or
 * the form can tell is raised in {@code ui}, and what AutoChat refused in {@code autochat}.
 */
public enum ProblemCode {
    // @formatter:off
    /** The maker that the VIN begins with. Args: the brand. */
    VIN_MAKER(101, Moment.AT_ONCE),
    /** The model year by the VIN's tenth character, which European makers need not use. Args: the year, as text. */
    VIN_MODEL_YEAR(102, Moment.AT_ONCE),
    /** Two chosen options have one meaning. Args: their names. */
    SAME_OPTION(103, Moment.AT_ONCE),
    /** Another draft on this desk has this VIN or plate. Args: what that car is called. */
    ALSO_A_DRAFT(104, Moment.AT_ONCE),

    /** The VIN's check digit is wrong where it is compulsory (North America, China). Args: the right one. */
    VIN_CHECK_DIGIT(201, Moment.LEAVING),
    /** The VIN is another maker's than the brand. Args: the maker. */
    VIN_OTHER_MAKER(202, Moment.SENDING),
    /** A plate of no pattern known here (Dutch, Belgian, German). Args: the text. */
    PLATE_UNKNOWN(203, Moment.LEAVING),
    /** The option list was never loaded, so options could not be compared with it. */
    OPTIONS_UNCHECKED(210, Moment.SENDING),
    /** None of VIN, licence plate and stock number is there: AutoChat's widget can't point at the car. */
    NO_IDENTITY(211, Moment.SENDING),
    /** Built after its first registration. Args: the year of that, as text. */
    BUILT_AFTER_REGISTRATION(212, Moment.SENDING),
    /** Built more than two years before its first registration. Args: the year of that, as text. */
    BUILT_LONG_BEFORE(213, Moment.SENDING),
    /** More than thirty years old. */
    OLD_CAR(214, Moment.LEAVING),
    /** Under a hundred kilometres on a car of more than a year. */
    FEW_KILOMETRES(215, Moment.SENDING),
    /** An option that the profile's list does not have as far as it could be loaded. Args: its name. */
    OPTION_BEYOND_LIST(216, Moment.AT_ONCE),
    /** A number that few cars for sale have. Args: least, most. */
    UNUSUAL(220, Moment.LEAVING),
    /** An electric car with a displacement or emissions. */
    ELECTRIC_HAS_NONE(230, Moment.SENDING),
    /** A car that burns something and emits nothing. */
    BURNS_WITHOUT_CO2(231, Moment.SENDING),
    /** Without VAT it costs more than with it. */
    EX_VAT_ABOVE_PRICE(240, Moment.SENDING),
    /** Without VAT it costs the same, though VAT can be deducted. */
    EX_VAT_IS_PRICE(241, Moment.SENDING),
    /** Dealers would pay more than customers. */
    TRADE_ABOVE_PRICE(242, Moment.SENDING),
    /** Price without VAT and tax don't add up to the price. Args: what they add up to. */
    SUM_DIFFERS(243, Moment.SENDING),
    /** More rest-BPM than the car costs. */
    BPM_ABOVE_PRICE(244, Moment.SENDING),
    /** A word that AutoChat is not known to use; sent as typed. Args: what is sent. */
    UNKNOWN_WORD(250, Moment.LEAVING),
    /** Characters that can't be seen or turn the direction of writing. */
    INVISIBLE_CHARACTER(260, Moment.LEAVING),
    /** A description that came with the rest of another car, and was not changed since. */
    TEXT_OF_ANOTHER_CAR(261, Moment.SENDING),
    /**
     * By what this computer sent before, the profile has this car already. Never found by {@code CarValidator}, which knows
     * one car only. Args: the profile, when, brand and model, all as texts; amount and currency if there was a price.
     */
    SENT_BEFORE(270, Moment.AT_ONCE),
    /**
     * The car is as the profile was sent it last. Never found by {@code CarValidator}, which knows no sendings. Args: the
     * profile, as text.
     */
    SENT_UNCHANGED(272, Moment.AT_ONCE),
    /** The register has another brand or model for the plate. Args: the register's word. */
    REGISTER_DIFFERS(271, Moment.SENDING),

    /** A dealership by its name, in place of its id. */
    DEALERSHIP_BY_NAME(280, Moment.AT_ONCE),
    /** The id that a dealership has on another profile. Args: its name, the profile that has another id for it. */
    DEALERSHIP_FROM_ELSEWHERE(281, Moment.AT_ONCE),
    /** A dealership that has no id on this profile. Args: its name, the profile. */
    DEALERSHIP_NOT_HERE(282, Moment.AT_ONCE),
    /** An id that none of the desk's own dealerships has. */
    DEALERSHIP_UNKNOWN(283, Moment.LEAVING),

    /** A required field is empty. */
    REQUIRED(301, Moment.SENDING),
    /** Not a whole number. Args: the text. */
    NOT_A_NUMBER(302, Moment.LEAVING),
    /** Not an amount of money. Args: the text. */
    NOT_AN_AMOUNT(303, Moment.LEAVING),
    /** A number outside its limits. Args: least, most. */
    OUT_OF_RANGE(304, Moment.LEAVING),
    // 305 was: below the limit of a number without an upper one.
    /** Not a date, or not one of the calendar. Args: the text. */
    NOT_A_DATE(306, Moment.LEAVING),
    /** A date in the future, or a year after the next one. */
    IN_THE_FUTURE(307, Moment.LEAVING),
    /** A date or year before the first car (1886). */
    BEFORE_CARS(308, Moment.LEAVING),
    /** A VIN that hasn't 17 characters. Args: how many it has. */
    VIN_LENGTH(309, Moment.LEAVING),
    /** A VIN with a character it can't have (I, O, Q, or neither letter nor digit), for which none can be offered. Args: the character, its place. */
    VIN_CHARACTER(310, Moment.LEAVING),
    /** A text, or one entry of a list, longer than is taken. Args: most, actual, in characters. */
    TOO_LONG(311, Moment.LEAVING),
    /** Control characters in a text. */
    CONTROL_CHARACTER(312, Moment.LEAVING),
    /** An image address that isn't an absolute https URL. Args: the text, its line. */
    NOT_HTTPS(313, Moment.LEAVING),
    /** More images or tags than are taken. Args: most, actual. */
    TOO_MANY(314, Moment.LEAVING),
    /** An option that the profile's list does not have. Args: its name. */
    UNKNOWN_OPTION(315, Moment.AT_ONCE),
    /** An option chosen twice. Args: its name. */
    OPTION_TWICE(316, Moment.AT_ONCE),
    /** Not a plate: characters a plate can't have. Args: the text. */
    NOT_A_PLATE(317, Moment.LEAVING),
    /** Not a code of capital letters (currency, unit). Args: the text. */
    NOT_A_CODE(318, Moment.LEAVING),
    /** Not a year of four digits. Args: the text. */
    NOT_A_YEAR(319, Moment.LEAVING),
    /** Characters that can't be seen, in a number, date, code or address. */
    HIDDEN_CHARACTER(321, Moment.AT_ONCE),
    /** A whole VIN that is wrong for an O or I only. Args: what it would be with 0 and 1. */
    VIN_O_OR_I(322, Moment.AT_ONCE),
    /** The car has no dealership, since its own has no id on this profile. Args: its name, the profile. */
    DEALERSHIP_LACKS_ID(323, Moment.AT_ONCE),
    /**
     * More than its field takes in, so nothing was. Never found by {@code CarValidator}: what did not come in is no part of
     * the car. Args: how many characters there would have been, most.
     */
    TOO_MUCH_PASTED(320, Moment.AT_ONCE),
    /** AutoChat said no to this field. Args: its words. */
    REFUSED_BY_AUTOCHAT(390, Moment.SENDING);
    // @formatter:on

    /** When a user is told, so that nobody is told off while typing. */
    public enum Moment {
        /** As soon as it is so: nothing that is still to be typed can make it right. */
        AT_ONCE,
        /** When she leaves the field: what is typed elsewhere can't make it right. */
        LEAVING,
        /** When she sends: until then she may still come to it. */
        SENDING
    }

    private final int code;
    private final Moment moment;

    ProblemCode(int code, Moment moment) {
        this.code = code;
        this.moment = moment;
    }

    /** The number a person can read out. */
    public int code() {
        return code;
    }

    /** Whether it is only good to know: nothing to mend, nothing to look at before sending. */
    public boolean informs() {
        return code < 200;
    }

    /** Whether a car with this problem can't be sent. */
    public boolean blocks() {
        return code >= 300;
    }

    /** When the user is told. */
    public Moment moment() {
        return moment;
    }

    /** The key of the message in the resource bundle. */
    public String key() {
        return "problem." + name().toLowerCase(Locale.ROOT);
    }
}
