package app.forecourt.car;

import java.util.Locale;

/**
 * Kinds of problems of a car. The number is a code that a user can read out on the phone: 1xx is information, 2xx a
 * warning, 3xx an error. Numbers are stable: the number of a removed code is never used again.
 *
 * <p>Each code is raised in one place. Most are raised in {@code car.check}. Codes that need the list of cars, the
 * register, the journal or the form are raised in {@code model}. The refusals of AutoChat are raised in
 * {@code autochat}.
 */
public enum ProblemCode {
    // @formatter:off
    /** The manufacturer according to the first characters of the VIN. Args: the brands, separated by commas. */
    VIN_MAKER(101, Moment.AT_ONCE),
    /** The model year by the VIN's tenth character, which European makers need not use. Args: the year as text. */
    VIN_MODEL_YEAR(102, Moment.AT_ONCE),
    /** Two chosen options have the same meaning. Args: their names. */
    SAME_OPTION(103, Moment.AT_ONCE),
    /** Another draft on this computer has the same VIN or plate. Args: the name of the other car. */
    ALSO_A_DRAFT(104, Moment.AT_ONCE),

    /** The VIN's check digit is wrong although it is compulsory (North America, China). Args: the right one. */
    VIN_CHECK_DIGIT(201, Moment.LEAVING),
    /** The VIN is of another manufacturer than the brand. Args: the VIN's brands, separated by commas. */
    VIN_OTHER_MAKER(202, Moment.SENDING),
    /** The plate has none of the known patterns (Dutch, Belgian, German). Args: the text. */
    PLATE_UNKNOWN(203, Moment.LEAVING),
    /** The options are unchecked because the option list was never loaded. */
    OPTIONS_UNCHECKED(210, Moment.SENDING),
    /** VIN, licence plate and stock number are all empty, so AutoChat's widget can't find the car. */
    NO_IDENTITY(211, Moment.SENDING),
    /** Built after its first registration. Args: the year of registration as text. */
    BUILT_AFTER_REGISTRATION(212, Moment.SENDING),
    /** Built more than two years before its first registration. Args: the year of registration as text. */
    BUILT_LONG_BEFORE(213, Moment.SENDING),
    /** The car is more than thirty years old. */
    OLD_CAR(214, Moment.LEAVING),
    /** A car of more than one year has less than 100 kilometres (or miles). */
    FEW_KILOMETRES(215, Moment.SENDING),
    /** The incompletely loaded option list of the profile does not have the option. Args: its name. */
    OPTION_BEYOND_LIST(216, Moment.AT_ONCE),
    /** The number is outside the range of most cars for sale. Args: minimum, maximum. */
    UNUSUAL(220, Moment.LEAVING),
    /** An electric car has a displacement or emissions. */
    ELECTRIC_HAS_NONE(230, Moment.SENDING),
    /** A car with a combustion engine has an emission of 0. */
    BURNS_WITHOUT_CO2(231, Moment.SENDING),
    /** The price without VAT is above the sales price. */
    EX_VAT_ABOVE_PRICE(240, Moment.SENDING),
    /** The price without VAT equals the sales price although VAT is deductible. */
    EX_VAT_IS_PRICE(241, Moment.SENDING),
    /** The trade price is above the sales price. */
    TRADE_ABOVE_PRICE(242, Moment.SENDING),
    /** Price without VAT and tax do not add up to the sales price. Args: their sum. */
    SUM_DIFFERS(243, Moment.SENDING),
    /** The rest BPM is above the sales price. */
    BPM_ABOVE_PRICE(244, Moment.SENDING),
    /** The word is not in the vocabulary and is sent as typed. Args: the text to send. */
    UNKNOWN_WORD(250, Moment.LEAVING),
    /** The text has characters that are invisible or change the direction of writing. */
    INVISIBLE_CHARACTER(260, Moment.LEAVING),
    /** The description was copied from another car and is unchanged. */
    TEXT_OF_ANOTHER_CAR(261, Moment.SENDING),
    /**
     * This computer already sent the same car to the profile. Never raised by {@code CarValidator}, because it knows
     * only one car. Args: profile, time, brand and model, all as texts; amount and currency if there was a price.
     */
    SENT_BEFORE(270, Moment.AT_ONCE),
    /**
     * The car is unchanged since it was last sent to the profile. Never raised by {@code CarValidator}, because it
     * knows no submissions. Args: the profile as text.
     */
    SENT_UNCHANGED(272, Moment.AT_ONCE),
    /** The register has another brand or model for the plate. Args: the register's value. */
    REGISTER_DIFFERS(271, Moment.SENDING),

    /** The user typed a dealership's name instead of its id. */
    DEALERSHIP_BY_NAME(280, Moment.AT_ONCE),
    /** The dealership's id is one of another profile. Args: its name, the profile the car is checked for. */
    DEALERSHIP_FROM_ELSEWHERE(281, Moment.AT_ONCE),
    /** The dealership has no id on this profile. Args: its name, the profile. */
    DEALERSHIP_NOT_HERE(282, Moment.AT_ONCE),
    /** None of the dealerships in the settings has the id. */
    DEALERSHIP_UNKNOWN(283, Moment.LEAVING),

    /** A required field is empty. */
    REQUIRED(301, Moment.SENDING),
    /** The text is not a whole number. Args: the text. */
    NOT_A_NUMBER(302, Moment.LEAVING),
    /** The text is not an amount of money. Args: the text. */
    NOT_AN_AMOUNT(303, Moment.LEAVING),
    /** The number is outside its limits. Args: minimum, maximum. */
    OUT_OF_RANGE(304, Moment.LEAVING),
    // 305 was once used for a number below a lower limit without an upper one.
    /** The text is not a date, or the calendar has no such date. Args: the text. */
    NOT_A_DATE(306, Moment.LEAVING),
    /** The date is in the future, or the year is after the next one. */
    IN_THE_FUTURE(307, Moment.LEAVING),
    /** The date or year is before the first car (1886). */
    BEFORE_CARS(308, Moment.LEAVING),
    /** The VIN does not have 17 characters. Args: the number of characters. */
    VIN_LENGTH(309, Moment.LEAVING),
    /**
     * The VIN has an invalid character (I, O, Q, or neither letter nor digit) without a possible correction. Args: the
     * character, its position.
     */
    VIN_CHARACTER(310, Moment.LEAVING),
    /** A text or one entry of a list is too long. Args: maximum, actual length, in characters. */
    TOO_LONG(311, Moment.LEAVING),
    /** The text has control characters. */
    CONTROL_CHARACTER(312, Moment.LEAVING),
    /** An image address is not an absolute https URL. Args: the text, its line number. */
    NOT_HTTPS(313, Moment.LEAVING),
    /** There are too many images or tags. Args: maximum, actual number. */
    TOO_MANY(314, Moment.LEAVING),
    /** The option list of the profile does not have the option. Args: its name. */
    UNKNOWN_OPTION(315, Moment.AT_ONCE),
    /** The option is chosen twice. Args: its name. */
    OPTION_TWICE(316, Moment.AT_ONCE),
    /** The plate has invalid characters. Args: the text. */
    NOT_A_PLATE(317, Moment.LEAVING),
    /** The text is not a code of capital letters (currency, unit). Args: the text. */
    NOT_A_CODE(318, Moment.LEAVING),
    /** The text is not a year of four digits. Args: the text. */
    NOT_A_YEAR(319, Moment.LEAVING),
    /** A number, date, code or address has invisible characters. */
    HIDDEN_CHARACTER(321, Moment.AT_ONCE),
    /** The VIN is invalid only because of an O or I. Args: the VIN with 0 and 1 in their place. */
    VIN_O_OR_I(322, Moment.AT_ONCE),
    /** The field is empty because the car's dealership has no id on this profile. Args: its name, the profile. */
    DEALERSHIP_LACKS_ID(323, Moment.AT_ONCE),
    /**
     * The pasted text is longer than the field's maximum and was rejected. Never raised by {@code CarValidator},
     * because rejected text is no part of the car. Args: number of characters the field would have had, maximum.
     */
    TOO_MUCH_PASTED(320, Moment.AT_ONCE),
    /** AutoChat refused this field. Args: AutoChat's message. */
    REFUSED_BY_AUTOCHAT(390, Moment.SENDING);
    // @formatter:on

    /** Time at which a problem becomes visible, so that the user is not interrupted while typing. */
    public enum Moment {
        /** Immediately, because further typing can't fix the problem. */
        AT_ONCE,
        /** When the field loses focus, because input in other fields can't fix the problem. */
        LEAVING,
        /** On send, because the user may still fix the problem until then. */
        SENDING
    }

    private final int code;
    private final Moment moment;

    ProblemCode(int code, Moment moment) {
        this.code = code;
        this.moment = moment;
    }

    /** Returns the stable number of the problem. */
    public int code() {
        return code;
    }

    /** Returns whether the problem is only information: there is nothing to fix or to check before sending. */
    public boolean informs() {
        return code < 200;
    }

    /** Returns whether the problem is an error: a car with this problem can't be sent. */
    public boolean blocks() {
        return code >= 300;
    }

    /** Returns the time at which the problem becomes visible. */
    public Moment moment() {
        return moment;
    }

    /** Returns the key of the message in the resource bundle. */
    public String key() {
        return "problem." + name().toLowerCase(Locale.ROOT);
    }
}
