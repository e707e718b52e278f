package app.forecourt.car;

import static app.forecourt.car.Texts.shown;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one field's text by its kind and holds it against its limits. */
final class FieldReader {
    private static final LocalDate FIRST_CAR = LocalDate.of(1886, 1, 1);
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
    private static final Pattern COMMA = Pattern.compile(",");
    /** Characters in one entry of a list; browsers and servers stop taking addresses about there. */
    private static final int LONGEST_ENTRY = 2_000;

    private final Clock clock;
    private final Vocabulary vocabulary;

    FieldReader(Clock clock, Vocabulary vocabulary) {
        this.clock = clock;
        this.vocabulary = vocabulary;
    }

    /** What the field holds; the rest of the draft only tells which units may stand beside a number. */
    Reading read(CarField field, CarDraft draft) {
        String text = Texts.trimmed(draft.text(field));
        if (text.isEmpty()) {
            return new Reading.Nothing();
        }
        return switch (field.kind()) {
            case TEXT -> text(field, text, Texts.hasControls(text));
            case LONG_TEXT -> text(field, text, Texts.hasControlsInLines(text));
            case WORD -> word(field, text);
            case CODE -> code(field, text);
            case PLATE -> plate(field, text);
            case VIN -> vin(field, text);
            case INTEGER -> integer(field, text, withUnits(draft));
            case YEAR -> year(field, text);
            case MONEY -> money(field, text, withUnits(draft));
            case DATE -> date(field, text);
            case FLAG -> new Reading.Value(text.equals("true"));
            case TAGS -> tags(field, text);
            // With the blank lines before it, for they count when a line is named.
            case LINKS -> links(field, draft.text(field));
            // Chosen, not typed: see Equipment.
            case OPTIONS -> new Reading.Nothing();
        };
    }

    private static Reading text(CarField field, String text, boolean controls) {
        var problems = new ArrayList<Problem>();
        int most = field.limits().size();
        int length = Texts.length(text);
        if (length > most) {
            problems.add(Problem.of(field, Rule.TOO_LONG, most, length));
        }
        if (controls) {
            problems.add(Problem.of(field, Rule.CONTROL_CHARACTER));
        }
        return Reading.of(text, problems);
    }

    private Reading word(CarField field, String text) {
        Reading read = text(field, text, Texts.hasControls(text));
        return read instanceof Reading.Value ? new Reading.Value(vocabulary.word(field, text)) : read;
    }

    private Reading code(CarField field, String text) {
        String code = vocabulary.word(field, text);
        boolean fits = code.length() >= field.limits().min() && code.length() <= field.limits().size();
        return fits && (LETTERS.matcher(text).matches() || vocabulary.knows(field, text))
                ? new Reading.Value(code)
                : Reading.wrong(field, Rule.NOT_A_CODE, shown(text));
    }

    /** Its units as AutoChat names them: a mileage unit may have been typed as "miles". */
    private CarDraft withUnits(CarDraft draft) {
        CarDraft named = draft;
        for (CarField unit : List.of(CarField.CURRENCY, CarField.MILEAGE_UNIT)) {
            named = named.with(unit, vocabulary.word(unit, draft.text(unit)));
        }
        return named;
    }

    private static Reading plate(CarField field, String text) {
        return LicensePlate.read(text).<Reading>map(Reading.Value::new)
                .orElseGet(() -> Reading.wrong(field, Rule.NOT_A_PLATE, shown(text)));
    }

    private static Reading vin(CarField field, String text) {
        var vin = new Vin(text);
        var problems = new ArrayList<Problem>();
        if (vin.length() != Vin.LENGTH) {
            problems.add(Problem.of(field, Rule.VIN_LENGTH, vin.length()));
        }
        vin.wrongPlace().ifPresent(
                place -> problems.add(Problem.of(field, Rule.VIN_CHARACTER, shown(vin.at(place)), place)));
        return Reading.of(vin.text(), problems);
    }

    private static Reading integer(CarField field, String text, CarDraft draft) {
        return Numbers.whole(text, Units.of(field, draft))
                .map(number -> within(field, number, Integer.MAX_VALUE, BigDecimal::intValueExact))
                .orElseGet(() -> Reading.wrong(field, Rule.NOT_A_NUMBER, shown(text)));
    }

    private static Reading money(CarField field, String text, CarDraft draft) {
        return Numbers.amount(text, Units.of(field, draft))
                .map(amount -> within(field, amount, Long.MAX_VALUE, Function.identity()))
                .orElseGet(() -> Reading.wrong(field, Rule.NOT_AN_AMOUNT, shown(text)));
    }

    private static Reading within(CarField field, BigDecimal number, long largest,
            Function<BigDecimal, ? extends Object> value) {
        long least = field.limits().min();
        long most = Math.min(field.limits().max(), largest);
        boolean low = number.compareTo(BigDecimal.valueOf(least)) < 0;
        boolean high = number.compareTo(BigDecimal.valueOf(most)) > 0;
        if (low && field.limits().max() == Long.MAX_VALUE) {
            return Reading.wrong(field, Rule.TOO_LOW, least);
        }
        return low || high ? Reading.wrong(field, Rule.OUT_OF_RANGE, least, most)
                : new Reading.Value(value.apply(number));
    }

    /** Next year's models are on sale this year. */
    private Reading year(CarField field, String text) {
        if (!FOUR_DIGITS.matcher(text).matches()) {
            return Reading.wrong(field, Rule.NOT_A_NUMBER, shown(text));
        }
        int year = Integer.parseInt(text);
        if (year < FIRST_CAR.getYear()) {
            return Reading.wrong(field, Rule.BEFORE_CARS);
        }
        return year > today().getYear() + 1 ? Reading.wrong(field, Rule.IN_THE_FUTURE)
                : new Reading.Value(year);
    }

    private Reading date(CarField field, String text) {
        return Dates.read(text).map(day -> {
            if (day.isBefore(FIRST_CAR)) {
                return Reading.wrong(field, Rule.BEFORE_CARS);
            }
            return day.isAfter(today()) ? Reading.wrong(field, Rule.IN_THE_FUTURE) : new Reading.Value(day);
        }).orElseGet(() -> Reading.wrong(field, Rule.NOT_A_DATE, shown(text)));
    }

    private static Reading tags(CarField field, String text) {
        List<String> tags = COMMA.splitAsStream(text).map(Texts::trimmed).filter(tag -> !tag.isEmpty())
                .toList();
        var problems = new ArrayList<Problem>();
        tooMany(field, tags.size(), problems);
        tags.stream().mapToInt(Texts::length).filter(length -> length > LONGEST_ENTRY).findFirst()
                .ifPresent(length -> problems.add(Problem.of(field, Rule.TOO_LONG, LONGEST_ENTRY, length)));
        if (tags.stream().anyMatch(Texts::hasControls)) {
            problems.add(Problem.of(field, Rule.CONTROL_CHARACTER));
        }
        return Reading.of(tags, problems);
    }

    private static Reading links(CarField field, String text) {
        var problems = new ArrayList<Problem>();
        var links = new ArrayList<String>();
        int line = 0;
        for (String typed : text.lines().toList()) {
            line++;
            String link = Texts.trimmed(typed);
            if (!link.isEmpty()) {
                links.add(link);
                // What is over the number has to go anyway, so it isn't looked at.
                if (links.size() <= field.limits().size()) {
                    link(field, link, line, problems);
                }
            }
        }
        tooMany(field, links.size(), problems);
        return Reading.of(List.copyOf(links), problems);
    }

    private static void link(CarField field, String link, int line, List<Problem> problems) {
        if (Texts.length(link) > LONGEST_ENTRY) {
            problems.add(Problem.of(field, Rule.TOO_LONG, LONGEST_ENTRY, Texts.length(link)));
        } else if (Texts.hasControls(link) || !Links.isHttps(link)) {
            problems.add(Problem.of(field, Rule.NOT_HTTPS, shown(link), line));
        }
    }

    private static void tooMany(CarField field, int actual, List<Problem> problems) {
        if (actual > field.limits().size()) {
            problems.add(Problem.of(field, Rule.TOO_MANY, field.limits().size(), actual));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
