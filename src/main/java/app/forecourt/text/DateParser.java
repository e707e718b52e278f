package app.forecourt.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parser of typed dates: {@code 16-09-2022}, {@code 16/9/2022}, {@code 16.9.2022}, {@code 16092022} and the ISO form
 * {@code 2022-09-16}. In all but the ISO form the day comes before the month. A year of two digits, as in
 * {@code 16-9-22}, is the latest one that is not in the future.
 */
public final class DateParser {
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<day>[0-9]{1,2})([-/.])(?<month>[0-9]{1,2})\\2(?<year>[0-9]{4}|[0-9]{2})"),
            Pattern.compile("(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{4})"),
            Pattern.compile("(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})"));

    private static final Pattern MONTH = Pattern.compile("[0-9]{1,2}([-/.])[0-9]{4}");

    /** Forms that are only suggested, because their order or century is a guess. */
    private static final List<Pattern> AMBIGUOUS = List.of(
            Pattern.compile("(?<day>[0-9]{1,2}) ?(?<gap>[-/. ]) ?(?<month>[0-9]{1,2}) ?[-/. ] ?['\u2019]?"
                    + "(?<year>[0-9]{4}|[0-9]{2})"),
            Pattern.compile("(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{2})(?<gap>)"),
            Pattern.compile("(?<year>[0-9]{4})(?<gap>[-/. ]?)(?<month>[0-9]{1,2})[-/. ]?(?<day>[0-9]{1,2})"));

    private static final int YEARS_OF_CENTURY = 100;
    private static final int THIS_CENTURY = 2000;

    private DateParser() {}

    /**
     * Parses a date; empty if the text has another form or the calendar has no such date.
     *
     * @param last latest date with a year of two digits
     */
    public static Optional<LocalDate> parse(String text, LocalDate last) {
        return FORMS.stream()
                .map(form -> form.matcher(TextSanitizer.trim(text)))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(match -> guess(match, "day", "month", last));
    }

    /** Returns whether a text has an accepted form, also if the calendar has no such date. */
    public static boolean hasDateForm(String text) {
        return FORMS.stream()
                .anyMatch(form -> form.matcher(TextSanitizer.trim(text)).matches());
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the first day of a month that is typed without a day: {@code 01.03.2015} for {@code 03.2015}. */
    public static Optional<String> firstOfMonth(String text) {
        return Optional.of(MONTH.matcher(TextSanitizer.trim(text)))
                .filter(Matcher::matches)
                .map(month -> "01" + month.group(1) + month.group());
    }

    /**
     * Returns the most likely date of a text in an ambiguous form. The result has an accepted form and the typed
     * separator. The day comes before the month if the calendar has such a date. A two-digit year is in this century
     * unless that date is after the last one.
     *
     * @param first earliest possible date
     * @param last latest possible date
     */
    public static Optional<String> suggest(String text, LocalDate first, LocalDate last) {
        return AMBIGUOUS.stream()
                .map(form -> form.matcher(TextSanitizer.trim(text)))
                .filter(Matcher::matches)
                .flatMap(match -> Stream.of(guess(match, "day", "month", last), guess(match, "month", "day", last))
                        .flatMap(Optional::stream)
                        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                        .map(day -> format(day, match.group("gap"))))
                .findFirst();
    }

    private static Optional<LocalDate> guess(Matcher match, String dayGroup, String monthGroup, LocalDate last) {
        int year = number(match, "year");
        boolean isShort = match.group("year").length() == 2;
        return day(isShort ? year + THIS_CENTURY : year, number(match, monthGroup), number(match, dayGroup))
                .flatMap(guessed -> isShort && guessed.isAfter(last)
                        ? day(year + THIS_CENTURY - YEARS_OF_CENTURY, guessed.getMonthValue(), guessed.getDayOfMonth())
                        : Optional.of(guessed));
    }

    /** Returns the latest year that two digits stand for and that is not after the last one. */
    public static int latestYear(int digits, int last) {
        return last - Math.floorMod(last - digits, YEARS_OF_CENTURY);
    }

    private static String format(LocalDate day, String typedSeparator) {
        String separator = typedSeparator.isBlank() ? "-" : typedSeparator;
        return DateTimeFormatter.ofPattern("dd" + separator + "MM" + separator + "yyyy", Locale.ROOT)
                .format(day);
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }
}
