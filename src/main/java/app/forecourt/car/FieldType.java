package app.forecourt.car;

/** How a field is typed, and the Java type of what is understood. */
public enum FieldType {
    /** One line of text, trimmed: {@link String}. */
    TEXT,
    /** Several lines of text: {@link String}. */
    LONG_TEXT,
    /** A word of AutoChat's vocabulary, lower case, unknown words allowed: {@link String}. */
    WORD,
    /** An upper-case code (currency, unit of distance): {@link String}. */
    CODE,
    /** A licence plate, bare upper-case letters and digits: {@link String}. */
    PLATE,
    /** A vehicle identification number (ISO 3779), upper case: {@link String}. */
    VIN,
    /** A whole number in the field's unit: {@link Integer}. */
    INTEGER,
    /** A calendar year: {@link Integer}. */
    YEAR,
    /** An amount in the car's currency, two decimals at most: {@link java.math.BigDecimal}. */
    MONEY,
    /** A day: {@link java.time.LocalDate}. */
    DATE,
    /** Yes or no; anything but {@code "true"} is no: {@link Boolean}. */
    FLAG,
    /** Short texts, typed in one line, separated by commas: {@code List<String>}. */
    TAGS,
    /** Web addresses, one a line, https only: {@code List<String>}. */
    LINKS,
    /** Names from AutoChat's option list, chosen rather than typed: {@code List<String>}. */
    OPTIONS
}
