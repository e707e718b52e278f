package app.forecourt.car;

/** Input format of a field, and the Java type of its parsed value. */
public enum FieldType {
    /** One line of text, trimmed: {@link String}. */
    TEXT,
    /** Several lines of text: {@link String}. */
    LONG_TEXT,
    /** A word of AutoChat's vocabulary, lower case; unknown words are allowed: {@link String}. */
    WORD,
    /** An upper-case code (currency, unit of distance): {@link String}. */
    CODE,
    /** A licence plate, upper-case letters and digits without separators: {@link String}. */
    PLATE,
    /** A vehicle identification number (ISO 3779), upper case: {@link String}. */
    VIN,
    /** A whole number in the field's unit: {@link Integer}. */
    INTEGER,
    /** A calendar year: {@link Integer}. */
    YEAR,
    /** An amount in the car's currency with at most two decimals: {@link java.math.BigDecimal}. */
    MONEY,
    /** A date: {@link java.time.LocalDate}. */
    DATE,
    /** Yes or no; only {@code "true"} means yes: {@link Boolean}. */
    FLAG,
    /** Short texts in one line, separated by commas: {@code List<String>}. */
    TAGS,
    /** Web addresses, one per line, https only: {@code List<String>}. */
    LINKS,
    /** API names from AutoChat's option list, chosen instead of typed: {@code List<String>}. */
    OPTIONS
}
