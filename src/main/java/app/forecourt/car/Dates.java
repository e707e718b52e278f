package app.forecourt.car;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people type them: {@code 16-09-2022}, {@code 16/9/2022}, {@code 16.9.2022}, {@code 16092022} and the
 * international {@code 2022-09-16}. The day comes before the month except there; the year has four digits always.
 */
final class Dates {
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<day>[0-9]{1,2})([-/.])(?<month>[0-9]{1,2})\\2(?<year>[0-9]{4})"),
            Pattern.compile("(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{4})"),
            Pattern.compile("(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})"));

    private Dates() {}

    /** The day, or empty if the text is none of those forms or the calendar has no such day. */
    static Optional<LocalDate> read(String text) {
        return FORMS.stream().map(form -> form.matcher(Texts.trimmed(text))).filter(Matcher::matches)
                .findFirst()
                .flatMap(Dates::day);
    }

    private static Optional<LocalDate> day(Matcher form) {
        try {
            return Optional
                    .of(LocalDate.of(number(form, "year"), number(form, "month"), number(form, "day")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher form, String part) {
        return Integer.parseInt(form.group(part));
    }
}
