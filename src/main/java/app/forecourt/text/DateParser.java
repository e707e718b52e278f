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
 * Days as people type them: {@code 16-09-2022}, {@code 16/9/2022}, {@code 16.9.2022}, {@code 16092022} and the
 * international {@code 2022-09-16}. The day comes before the month except there; the year has four digits always.
 */
public final class DateParser {
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<day>[0-9]{1,2})([-/.])(?<month>[0-9]{1,2})\\2(?<year>[0-9]{4})"),
            Pattern.compile("(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{4})"),
            Pattern.compile("(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})"));

    /** Forms that are not understood by themselves, because the order or the century is a guess. */
    private static final List<Pattern> GUESSED = List.of(
            Pattern.compile("(?<day>[0-9]{1,2}) ?(?<gap>[-/. ]) ?(?<month>[0-9]{1,2}) ?[-/. ] ?['\u2019]?"
                    + "(?<year>[0-9]{4}|[0-9]{2})"),
            Pattern.compile("(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{2})(?<gap>)"),
            Pattern.compile("(?<year>[0-9]{4})(?<gap>[-/. ]?)(?<month>[0-9]{1,2})[-/. ]?(?<day>[0-9]{1,2})"));
    private static final int CENTURY = 100;
    private static final int THIS_CENTURY = 2000;

    private DateParser() {}

    /** The day, or empty if the text is none of those forms or the calendar has no such day. */
    public static Optional<LocalDate> read(String text) {
        return FORMS.stream().map(form -> form.matcher(TextSanitizer.trimmed(text))).filter(Matcher::matches)
                .findFirst()
                .flatMap(DateParser::day);
    }

    private static Optional<LocalDate> day(Matcher form) {
        return day(number(form, "year"), number(form, "month"), number(form, "day"));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the day that a text of another form most likely means, written in a form that is understood, with the
     * separator that was typed. The day comes before the month where the calendar has such a day. A year of two digits
     * lies in this century unless that is in the future.
     *
     * @param first the earliest day there may be
     * @param last the latest
     */
    public static Optional<String> meant(String text, LocalDate first, LocalDate last) {
        return GUESSED.stream().map(form -> form.matcher(TextSanitizer.trimmed(text)))
                .filter(Matcher::matches)
                .flatMap(form -> Stream
                        .of(guess(form, "day", "month", last), guess(form, "month", "day", last))
                        .flatMap(Optional::stream)
                        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                        .map(day -> written(day, form.group("gap"))))
                .findFirst();
    }

    private static Optional<LocalDate> guess(Matcher form, String day, String month, LocalDate last) {
        int year = number(form, "year");
        boolean isShort = form.group("year").length() == 2;
        return day(isShort ? year + THIS_CENTURY : year, number(form, month), number(form, day))
                .flatMap(guessed -> isShort && guessed.isAfter(last)
                        ? day(year + THIS_CENTURY - CENTURY, guessed.getMonthValue(), guessed.getDayOfMonth())
                        : Optional.of(guessed));
    }

    private static String written(LocalDate day, String gap) {
        String sign = gap.isBlank() ? "-" : gap;
        return DateTimeFormatter.ofPattern("dd" + sign + "MM" + sign + "yyyy", Locale.ROOT).format(day);
    }

    private static int number(Matcher form, String part) {
        return Integer.parseInt(form.group(part));
    }
}
