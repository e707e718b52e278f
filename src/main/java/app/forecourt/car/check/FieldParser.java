package app.forecourt.car.check;

import static app.forecourt.text.TextSanitizer.shown;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.car.Range;
import app.forecourt.car.Vin;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.text.DateParser;
import app.forecourt.text.NumberParser;
import app.forecourt.text.Power;
import app.forecourt.text.TextSanitizer;
import app.forecourt.text.UrlParser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one field's text by its kind and holds it against its limits. */
public final class FieldParser {
    private static final LocalDate FIRST_CAR = LocalDate.of(1886, 1, 1);
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
    private static final Pattern COMMA = Pattern.compile(",");
    /** Characters in one entry of a list; browsers and servers stop taking addresses about there. */
    private static final int LONGEST_ENTRY = 2_000;

    private final Clock clock;
    private final Vocabulary vocabulary;

    FieldParser(Clock clock, Vocabulary vocabulary) {
        this.clock = clock;
        this.vocabulary = vocabulary;
    }

    /** What the field holds; the rest of the draft only tells which units may stand beside a number. */
    ParseResult read(CarField field, CarDraft draft) {
        String text = TextSanitizer.trimmed(draft.text(field));
        if (TextSanitizer.showsNothing(text)) {
            return new ParseResult.Nothing();
        }
        return mustBePlain(field.kind()) && TextSanitizer.hasInvisible(text) ? hidden(field, text)
                : byKind(field, text, draft);
    }

    /** In prose what can't be seen does no harm; a number with it looks right and is none. */
    private static boolean mustBePlain(FieldType kind) {
        return switch (kind) {
            case CODE, PLATE, VIN, INTEGER, YEAR, MONEY, DATE, LINKS -> true;
            case TEXT, LONG_TEXT, WORD, FLAG, TAGS, OPTIONS -> false;
        };
    }

    private static ParseResult hidden(CarField field, String text) {
        return new ParseResult.Wrong(List.of(Problem.of(field, ProblemCode.HIDDEN_CHARACTER)
                .offering(List.of(TextSanitizer.withoutInvisible(text)))));
    }

    private ParseResult byKind(CarField field, String text, CarDraft draft) {
        return switch (field.kind()) {
            case TEXT -> text(field, text, TextSanitizer.hasControls(text));
            case LONG_TEXT -> text(field, text, TextSanitizer.hasControlsInLines(text));
            case WORD -> word(field, text);
            case CODE -> code(field, text);
            case PLATE -> plate(field, text);
            case VIN -> vin(field, text);
            case INTEGER -> integer(field, text, coded(draft));
            case YEAR -> year(field, text);
            case MONEY -> money(field, draft, coded(draft));
            case DATE -> date(field, text);
            case FLAG -> new ParseResult.Value(flag(text));
            case TAGS -> tags(field, text);
            // With the blank lines before it, for they count when a line is named.
            case LINKS -> links(field, draft.text(field));
            // Chosen, not typed: see Equipment.
            case OPTIONS -> new ParseResult.Nothing();
        };
    }

    private static ParseResult text(CarField field, String text, boolean controls) {
        var problems = new ArrayList<Problem>();
        length(field, text, field.limits().range().most().intValue(), problems);
        controls(field, controls, problems);
        return ParseResult.of(text, problems);
    }

    private static void length(CarField field, String text, int most, List<Problem> problems) {
        int length = TextSanitizer.length(text);
        if (length > most) {
            problems.add(Problem.of(field, ProblemCode.TOO_LONG, most, length));
        }
    }

    private static void controls(CarField field, boolean any, List<Problem> problems) {
        if (any) {
            problems.add(Problem.of(field, ProblemCode.CONTROL_CHARACTER));
        }
    }

    private ParseResult word(CarField field, String text) {
        ParseResult read = text(field, text, TextSanitizer.hasControls(text));
        return read instanceof ParseResult.Value ? new ParseResult.Value(vocabulary.word(field, text)) : read;
    }

    private ParseResult code(CarField field, String text) {
        String code = vocabulary.word(field, text);
        boolean known = LETTERS.matcher(text).matches() || vocabulary.knows(field, text);
        return known && field.limits().range().holds(code.length()) ? new ParseResult.Value(code)
                : ParseResult.wrong(field, ProblemCode.NOT_A_CODE, shown(text));
    }

    /** A draft's codes as AutoChat has them: a mileage unit may have been typed as "miles". */
    private Function<CarField, String> coded(CarDraft draft) {
        return unit -> vocabulary.word(unit, draft.text(unit));
    }

    private static ParseResult plate(CarField field, String text) {
        String bare = TextSanitizer.bare(text);
        var problems = new ArrayList<Problem>();
        if (!LicensePlate.hasItsSigns(bare)) {
            problems.add(Problem.of(field, ProblemCode.NOT_A_PLATE, shown(text)));
        }
        length(field, bare, field.limits().range().most().intValue(), problems);
        return ParseResult.of(bare, problems);
    }

    private static ParseResult vin(CarField field, String text) {
        var vin = new Vin(text);
        var problems = new ArrayList<Problem>();
        if (vin.length() != Vin.LENGTH) {
            problems.add(Problem.of(field, ProblemCode.VIN_LENGTH, vin.length()));
        }
        vin.wrongPlace().ifPresent(place -> problems.add(vin.meant()
                .map(meant -> Problem.of(field, ProblemCode.VIN_O_OR_I, meant).offering(List.of(meant)))
                .orElseGet(() -> Problem.of(field, ProblemCode.VIN_CHARACTER, shown(vin.at(place)), place))));
        return ParseResult.of(vin.text(), problems);
    }

    private static ParseResult integer(CarField field, String text, Function<CarField, String> coded) {
        return whole(field, text, coded)
                .map(number -> within(field, number, BigDecimal::intValueExact))
                .orElseGet(() -> ParseResult.wrong(field, ProblemCode.NOT_A_NUMBER, shown(text)));
    }

    private static Optional<BigDecimal> whole(CarField field, String text,
            Function<CarField, String> coded) {
        Optional<BigDecimal> number = NumberParser.whole(text, UnitSuffixes.of(field, coded));
        return field == CarField.ENGINE_KW
                ? number.or(() -> NumberParser.whole(text, UnitSuffixes.HORSE_POWER).map(Power::kilowatt))
                : number;
    }

    /** Whether a yes-or-no is a yes. */
    public static boolean flag(String text) {
        return TextSanitizer.trimmed(text).equals("true");
    }

    /** What an amount's field holds, for which neither the day nor the words matter. */
    public static ParseResult money(CarField field, CarDraft draft) {
        return money(field, draft, draft::text);
    }

    private static ParseResult money(CarField field, CarDraft draft, Function<CarField, String> coded) {
        String text = TextSanitizer.trimmed(draft.text(field));
        return text.isEmpty() ? new ParseResult.Nothing()
                : NumberParser.amount(text, UnitSuffixes.of(field, coded))
                        .map(amount -> within(field, amount, Function.identity()))
                        .orElseGet(() -> ParseResult.wrong(field, ProblemCode.NOT_AN_AMOUNT, shown(text)));
    }

    private static ParseResult within(CarField field, BigDecimal number,
            Function<BigDecimal, ? extends Object> value) {
        Range range = field.limits().range();
        return range.holds(number) ? new ParseResult.Value(value.apply(number))
                : ParseResult.wrong(field, ProblemCode.OUT_OF_RANGE, range.least(), range.most());
    }

    private ParseResult year(CarField field, String text) {
        if (!FOUR_DIGITS.matcher(text).matches()) {
            return ParseResult.wrong(field, ProblemCode.NOT_A_YEAR, shown(text));
        }
        int year = Integer.parseInt(text);
        // Next year's models are on sale this year.
        return inTime(field, year, LocalDate.of(year, 1, 1), today().plusYears(1));
    }

    private ParseResult date(CarField field, String text) {
        return DateParser.read(text).map(day -> inTime(field, day, day, today()))
                .orElseGet(() -> new ParseResult.Wrong(
                        List.of(Problem.of(field, ProblemCode.NOT_A_DATE, shown(text))
                                .offering(DateParser.meant(text, FIRST_CAR, today()).stream().toList()))));
    }

    private static ParseResult inTime(CarField field, Object value, LocalDate day, LocalDate last) {
        if (day.isBefore(FIRST_CAR)) {
            return ParseResult.wrong(field, ProblemCode.BEFORE_CARS);
        }
        return day.isAfter(last) ? ParseResult.wrong(field, ProblemCode.IN_THE_FUTURE)
                : new ParseResult.Value(value);
    }

    private static ParseResult tags(CarField field, String text) {
        List<String> tags = COMMA.splitAsStream(text).map(TextSanitizer::trimmed)
                .filter(tag -> !TextSanitizer.showsNothing(tag)).toList();
        var problems = new ArrayList<Problem>();
        tooMany(field, tags.size(), problems);
        tags.stream().filter(tag -> TextSanitizer.length(tag) > LONGEST_ENTRY).findFirst()
                .ifPresent(tag -> length(field, tag, LONGEST_ENTRY, problems));
        controls(field, tags.stream().anyMatch(TextSanitizer::hasControls), problems);
        return ParseResult.of(tags, problems);
    }

    private static ParseResult links(CarField field, String text) {
        var problems = new ArrayList<Problem>();
        var links = new ArrayList<String>();
        int line = 0;
        for (String typed : text.lines().toList()) {
            line++;
            String link = TextSanitizer.trimmed(typed);
            if (!link.isEmpty()) {
                links.add(link);
                // What is over the number has to go anyway, so it isn't looked at.
                if (field.limits().range().holds(links.size())) {
                    link(field, link, line, problems, text);
                }
            }
        }
        tooMany(field, links.size(), problems);
        return ParseResult.of(List.copyOf(links), problems);
    }

    /** @param all the field's whole text, as which an offer is made */
    private static void link(CarField field, String link, int line, List<Problem> problems, String all) {
        length(field, link, LONGEST_ENTRY, problems);
        if (TextSanitizer.length(link) <= LONGEST_ENTRY
                && (TextSanitizer.hasControls(link) || !UrlParser.isHttps(link))) {
            boolean mends = !TextSanitizer.hasControls(link) && UrlParser.isHttps(UrlParser.secure(link));
            problems.add(Problem.of(field, ProblemCode.NOT_HTTPS, shown(link), line)
                    .offering(mends ? List.of(UrlParser.secure(all)) : List.of()));
        }
    }

    private static void tooMany(CarField field, int actual, List<Problem> problems) {
        if (!field.limits().range().holds(actual)) {
            problems.add(Problem.of(field, ProblemCode.TOO_MANY, field.limits().range().most(), actual));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
