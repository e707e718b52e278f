package app.forecourt.car;

import java.util.List;
import java.util.Locale;

/**
 * Error, warning or information about one field.
 *
 * @param field the affected field
 * @param code the kind of problem
 * @param args arguments of the message, in the order given at the code; texts and numbers only
 * @param corrections suggested corrections, best first: the whole text of the field. For {@link CarField#OPTIONS} they
 *     are option names that could replace the one in {@code args}. The program never applies them by itself.
 */
public record Problem(CarField field, Code code, List<Object> args, List<String> corrections) {
    public Problem {
        args = List.copyOf(args);
        corrections = List.copyOf(corrections);
    }

    /** Returns a problem without suggested corrections. */
    public static Problem of(CarField field, Code code, Object... args) {
        return new Problem(field, code, List.of(args), List.of());
    }

    /** Returns a copy with suggested corrections. */
    public Problem withCorrections(List<String> corrections) {
        return new Problem(field, code, args, corrections);
    }

    /**
     * Kinds of problems of a car. The number is a code that a user can read out on the phone: 1xx is information, 2xx a
     * warning, 3xx an error. Numbers are stable: the number of a removed code is never used again.
     *
     * <p>Each code is raised in one place. Most are raised in {@code car.check}. Codes that need the list of cars, the
     * register, the journal, the form or the profile are raised in {@code model}. The refusals of AutoChat are raised
     * in {@code autochat}.
     */
    public enum Code {
        // @formatter:off
        /** The manufacturer according to the first characters of the VIN. Args: the brands, separated by commas. */
        VIN_MAKER(101, DisplayTime.IMMEDIATELY),
        /** The model year by the VIN's tenth character, which European makers need not use. Args: the year as text. */
        VIN_MODEL_YEAR(102, DisplayTime.IMMEDIATELY),
        /** Two chosen options have the same meaning. Args: their names. */
        SAME_OPTION(103, DisplayTime.IMMEDIATELY),
        /** Another car in the list has the same VIN or plate. Args: the name of the other car, its id. */
        ALSO_IN_LIST(104, DisplayTime.IMMEDIATELY),
        /** The vocabulary has no maker for the first three characters of the VIN. Args: these characters. */
        VIN_MAKER_UNKNOWN(105, DisplayTime.IMMEDIATELY),

        /** The VIN's check digit is wrong although it is compulsory (North America, China). Args: the right one. */
        VIN_CHECK_DIGIT(201, DisplayTime.ON_FOCUS_LOSS),
        /** The VIN is of another manufacturer than the brand. Args: the VIN's brands, separated by commas. */
        VIN_OTHER_MAKER(202),
        /** The plate has none of the known patterns (Dutch, Belgian, German). Args: the text. */
        PLATE_UNKNOWN(203, DisplayTime.ON_FOCUS_LOSS),
        /** One of the last four characters of the VIN is a letter. */
        VIN_LETTER_AT_END(204, DisplayTime.ON_FOCUS_LOSS),
        /** A VIN of the Volkswagen group has two Z in the positions 4 to 6, which all have a Z or none. */
        VIN_FILLER(205, DisplayTime.ON_FOCUS_LOSS),
        /** A Dutch plate has a letter that is in no plate of its series. Args: the letter. */
        PLATE_LETTER(206, DisplayTime.ON_FOCUS_LOSS),
        /**
         * The series of the Dutch plate ended before the car's first registration. Args: the year of its end as text.
         */
        PLATE_OLDER_THAN_CAR(207),
        /** The options are unchecked because the option list was never loaded. */
        OPTIONS_UNCHECKED(210),
        /** VIN, licence plate and stock number are all empty, so AutoChat's widget can't find the car. */
        NO_IDENTITY(211),
        /** Built after its first registration. Args: the year of registration as text. */
        BUILT_AFTER_REGISTRATION(212),
        /** Built more than two years before its first registration. Args: the year of registration as text. */
        BUILT_LONG_BEFORE(213),
        /** The car is more than thirty years old. */
        OLD_CAR(214, DisplayTime.ON_FOCUS_LOSS),
        /** A car of more than one year has less than 100 kilometres (or miles). */
        FEW_KILOMETRES(215),
        /** The incompletely loaded option list of the profile does not have the option. Args: its name. */
        OPTION_BEYOND_LIST(216, DisplayTime.IMMEDIATELY),
        /** The mileage for each year of the car's age is far from that of most cars. Args: the mileage of a year. */
        MILEAGE_FOR_AGE(217),
        /** The number is outside the range of most cars for sale. Args: minimum, maximum. */
        UNUSUAL(220, DisplayTime.ON_FOCUS_LOSS),
        /** An electric car has a displacement or emissions. */
        ELECTRIC_HAS_NONE(230),
        /** A car with a combustion engine has an emission of 0. */
        BURNS_WITHOUT_CO2(231),
        /** The emission is lower than that of any car that only burns fuel. */
        LOW_CO2(232),
        /** The version names another displacement. Args: the litres in the version as text. */
        VERSION_DIFFERS(233),
        /** The price without VAT is above the sales price. */
        EX_VAT_ABOVE_PRICE(240),
        /** The price without VAT equals the sales price although VAT is deductible. */
        EX_VAT_IS_PRICE(241),
        /** The trade price is above the sales price. */
        TRADE_ABOVE_PRICE(242),
        /** Price without VAT and tax do not add up to the sales price. Args: their sum. */
        SUM_DIFFERS(243),
        /** The rest BPM is above the sales price. */
        BPM_ABOVE_PRICE(244),
        /** The trade price is less than half the sales price. */
        TRADE_FAR_BELOW_PRICE(245),
        /** The word is not in the vocabulary and is sent as typed. Args: the text to send. */
        UNKNOWN_WORD(250, DisplayTime.ON_FOCUS_LOSS),
        /** The model is unknown and differs by one key from a known model of the brand. Args: the text to send. */
        MODEL_NEARLY_KNOWN(251, DisplayTime.ON_FOCUS_LOSS),
        /**
         * The brand, model or version is the value of another field. Args: 0 for a date, 1 for an amount, 2 for a
         * licence plate, 3 for a VIN.
         */
        MISPLACED_VALUE(252, DisplayTime.ON_FOCUS_LOSS),
        /** The text has characters that are invisible or change the direction of writing. */
        INVISIBLE_CHARACTER(260, DisplayTime.ON_FOCUS_LOSS),
        /** The description was copied from another car and is unchanged. */
        TEXT_OF_ANOTHER_CAR(261),
        /**
         * This computer already sent the same car to the profile. Never raised by {@code CarValidator}, because it
         * knows only one car. Args: profile, time, brand and model, all as texts; amount and currency if there was a
         * price.
         */
        SENT_BEFORE(270, DisplayTime.IMMEDIATELY),
        /**
         * The car is unchanged since it was last sent to the profile. Never raised by {@code CarValidator}, because it
         * knows no submissions. Args: the profile as text.
         */
        SENT_UNCHANGED(272, DisplayTime.IMMEDIATELY),
        /**
         * Another desk of the shared stock sends the car to the profile. Never raised by {@code CarValidator}. Args:
         * profile, time, name of the desk, all as texts; 1 if the car may have arrived, else 0.
         */
        HELD_BY_DESK(274, DisplayTime.IMMEDIATELY),
        /**
         * The shared stock can't be reached, so that another desk may be sending the car. Never raised by
         * {@code CarValidator}. Args: the profile as text.
         */
        STOCK_UNREACHABLE(275, DisplayTime.IMMEDIATELY),
        /**
         * The shared stock was restored from a backup, so that another desk may be sending the car. Never raised by
         * {@code CarValidator}. Args: the profile as text.
         */
        STOCK_RESTORED(276, DisplayTime.IMMEDIATELY),
        /** The register has another brand or model for the plate. Args: the register's value. */
        REGISTER_DIFFERS(271),
        /** The field is empty although the register offers a value. Args: the register's value. */
        REGISTER_OFFERS(277),
        /** Fields have the register's data of a plate that was changed since. Args: that plate. */
        REGISTER_OF_OTHER_PLATE(273, DisplayTime.ON_FOCUS_LOSS),

        /** The user typed a dealership's name instead of its id. */
        DEALERSHIP_BY_NAME(280, DisplayTime.IMMEDIATELY),
        /** The dealership's id is one of another profile. Args: its name, the profile the car is checked for. */
        DEALERSHIP_FROM_ELSEWHERE(281, DisplayTime.IMMEDIATELY),
        /** The dealership has no id on this profile. Args: its name, the profile. */
        DEALERSHIP_NOT_HERE(282, DisplayTime.IMMEDIATELY),
        /** None of the dealerships in the settings has the id. */
        DEALERSHIP_UNKNOWN(283, DisplayTime.ON_FOCUS_LOSS),

        /**
         * The car has no mileage. This code and the next three are raised before production only, because a rehearsal
         * needs no full advert.
         */
        NO_MILEAGE(290),
        /** The car has no first registration. */
        NO_FIRST_REGISTRATION(291),
        /** The car has no description. */
        NO_DESCRIPTION(292),
        /** The car has no photo. */
        NO_PHOTO(293),

        /** A required field is empty. */
        REQUIRED(301),
        /** The text is not a whole number. Args: the text. */
        NOT_A_NUMBER(302, DisplayTime.ON_FOCUS_LOSS),
        /** The text is not an amount of money. Args: the text. */
        NOT_AN_AMOUNT(303, DisplayTime.ON_FOCUS_LOSS),
        /** The number is outside its limits. Args: minimum, maximum. */
        OUT_OF_RANGE(304, DisplayTime.ON_FOCUS_LOSS),
        // 305 is retired.
        /** The text is not a date, or the calendar has no such date. Args: the text. */
        NOT_A_DATE(306, DisplayTime.ON_FOCUS_LOSS),
        /** The date is in the future, or the year is after the next one. */
        IN_THE_FUTURE(307, DisplayTime.ON_FOCUS_LOSS),
        /** The date or year is before the first car (1886). */
        BEFORE_CARS(308, DisplayTime.ON_FOCUS_LOSS),
        /** The VIN does not have 17 characters. Args: the number of characters. */
        VIN_LENGTH(309, DisplayTime.ON_FOCUS_LOSS),
        /**
         * The VIN has an invalid character (I, O, Q, or neither letter nor digit) without a possible correction. Args:
         * the character, its position.
         */
        VIN_CHARACTER(310, DisplayTime.ON_FOCUS_LOSS),
        /** A text or one entry of a list is too long. Args: maximum, actual length, in characters. */
        TOO_LONG(311, DisplayTime.ON_FOCUS_LOSS),
        /** The text has control characters. */
        CONTROL_CHARACTER(312, DisplayTime.ON_FOCUS_LOSS),
        /** An image address is not an absolute https URL. Args: the text, its line number. */
        NOT_HTTPS(313, DisplayTime.ON_FOCUS_LOSS),
        /** There are too many images or tags. Args: maximum, actual number. */
        TOO_MANY(314, DisplayTime.ON_FOCUS_LOSS),
        /** The option list of the profile does not have the option. Args: its name. */
        UNKNOWN_OPTION(315, DisplayTime.IMMEDIATELY),
        /** The option is chosen twice. Args: its name. */
        OPTION_TWICE(316, DisplayTime.IMMEDIATELY),
        /** The plate has invalid characters. Args: the text. */
        NOT_A_PLATE(317, DisplayTime.ON_FOCUS_LOSS),
        /** The text is not a code of capital letters (currency, unit). Args: the text. */
        NOT_A_CODE(318, DisplayTime.ON_FOCUS_LOSS),
        /** The calendar has no such day, as 30 February. Args: the text. */
        NO_SUCH_DAY(324, DisplayTime.ON_FOCUS_LOSS),
        /** The date is a month without a day. */
        NO_DAY(325, DisplayTime.ON_FOCUS_LOSS),
        /** The text is not a year of four digits. Args: the text. */
        NOT_A_YEAR(319, DisplayTime.ON_FOCUS_LOSS),
        /** A number, date, code or address has invisible characters. */
        HIDDEN_CHARACTER(321, DisplayTime.IMMEDIATELY),
        /** The VIN is invalid only because of an O or I. Args: the VIN with 0 and 1 in their place. */
        VIN_O_OR_I(322, DisplayTime.IMMEDIATELY),
        /** The field is empty because the car's dealership has no id on this profile. Args: its name, the profile. */
        DEALERSHIP_LACKS_ID(323, DisplayTime.IMMEDIATELY),
        /**
         * The pasted text is longer than the field's maximum and was rejected. Never raised by {@code CarValidator},
         * because rejected text is no part of the car. Args: number of characters the field would have had, maximum.
         */
        TOO_MUCH_PASTED(320, DisplayTime.IMMEDIATELY),
        /** AutoChat refused this field. Args: AutoChat's message. */
        REFUSED_BY_AUTOCHAT(390);
        // @formatter:on

        /** Time at which a problem becomes visible, so that the user is not interrupted while typing. */
        public enum DisplayTime {
            /** Immediately, because further typing can't fix the problem. */
            IMMEDIATELY,
            /** When the field loses focus, because input in other fields can't fix the problem. */
            ON_FOCUS_LOSS,
            /** On send, because the user may still fix the problem until then. */
            ON_SEND
        }

        private final int code;
        private final DisplayTime displayTime;

        /** Creates a problem that becomes visible on send. */
        Code(int code) {
            this(code, DisplayTime.ON_SEND);
        }

        Code(int code, DisplayTime displayTime) {
            this.code = code;
            this.displayTime = displayTime;
        }

        /** Returns the stable number of the problem. */
        public int number() {
            return code;
        }

        /** Returns whether the problem is only information: there is nothing to fix or to check before sending. */
        public boolean isInformation() {
            return code < 200;
        }

        /** Returns whether the problem is a reason to ask before the car is sent, which no validation finds. */
        public boolean isAboutSending() {
            return this == SENT_BEFORE
                    || this == SENT_UNCHANGED
                    || this == HELD_BY_DESK
                    || this == STOCK_UNREACHABLE
                    || this == STOCK_RESTORED;
        }

        /** Returns whether the problem is an error: a car with this problem can't be sent. */
        public boolean isError() {
            return code >= 300;
        }

        /** Returns the time at which the problem becomes visible. */
        public DisplayTime displayTime() {
            return displayTime;
        }

        /** Returns whether the problem becomes visible when the user leaves its field. */
        public boolean isShownWhenLeft() {
            return displayTime == DisplayTime.ON_FOCUS_LOSS;
        }

        /** Returns the key of the message in the resource bundle. */
        public String messageKey() {
            return "problem." + name().toLowerCase(Locale.ROOT);
        }
    }
}
