package app.forecourt.car.check;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldLimits;
import app.forecourt.car.FieldType;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.car.Problem;
import app.forecourt.car.Problem.Code;
import app.forecourt.car.Range;
import app.forecourt.car.Vin;
import app.forecourt.car.check.ParsedDraft.FieldResult;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.text.DateParser;
import app.forecourt.text.HttpsUrlCheck;
import app.forecourt.text.Litres;
import app.forecourt.text.NumberParser;
import app.forecourt.text.PowerConverter;
import app.forecourt.text.TextSanitizer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Parser that reads the text of one field by its type and checks the field's limits. */
final class FieldParser {
    private static final Pattern YEAR = Pattern.compile("[0-9]{2}|[0-9]{4}");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
    private static final Pattern COMMA = Pattern.compile(",");
    /** Maximum length of a list entry in characters; about the longest URL that browsers and servers accept. */
    private static final int LONGEST_ENTRY = 2_000;

    private final Clock clock;
    private final Vocabulary vocabulary;

    FieldParser(Clock clock, Vocabulary vocabulary) {
        this.clock = clock;
        this.vocabulary = vocabulary;
    }

    /** Parses a field of a draft. The other fields only determine the units that may accompany a number. */
    FieldResult parse(CarField field, CarDraft draft) {
        String text = TextSanitizer.trim(draft.text(field));
        if (TextSanitizer.hasNoVisibleText(text)) {
            return new FieldResult.Empty();
        }
        return mustBePlain(field.type()) && TextSanitizer.hasInvisibleCharacters(text)
                ? hiddenCharacter(field, text)
                : byType(field, text, draft);
    }

    /**
     * Returns whether invisible characters are an error. They are harmless in prose, but a number with one looks valid
     * and is not.
     */
    private static boolean mustBePlain(FieldType type) {
        return switch (type) {
            case CODE, PLATE, VIN, INTEGER, YEAR, MONEY, DATE, LINKS -> true;
            case TEXT, LONG_TEXT, WORD, FLAG, TAGS, OPTIONS -> false;
        };
    }

    private static FieldResult hiddenCharacter(CarField field, String text) {
        return new FieldResult.Invalid(List.of(Problem.of(field, Code.HIDDEN_CHARACTER)
                .withCorrections(List.of(TextSanitizer.removeInvisibleCharacters(text)))));
    }

    private FieldResult byType(CarField field, String text, CarDraft draft) {
        return switch (field.type()) {
            case TEXT -> text(field, text, TextSanitizer.hasControlCharacters(text));
            case LONG_TEXT -> text(field, text, TextSanitizer.hasControlCharactersInLines(text));
            case WORD -> word(field, text);
            case CODE -> code(field, text);
            case PLATE -> plate(field, text);
            case VIN -> vin(field, text);
            case INTEGER -> integer(field, text, units(field, draft));
            case YEAR -> year(field, text);
            case MONEY -> money(field, text, units(field, draft));
            case DATE -> date(field, text);
            case FLAG -> new FieldResult.Value(text.equals("true"));
            case TAGS -> tags(field, text);
            // The untrimmed text, because leading blank lines count in line numbers.
            case LINKS -> links(field, draft.text(field));
            // Options are chosen, not typed: OptionRules checks them.
            case OPTIONS -> new FieldResult.Empty();
        };
    }

    private static FieldResult text(CarField field, String text, boolean hasControls) {
        var problems = new ArrayList<Problem>();
        checkLength(field, text, field.limits().range().max().intValue(), problems);
        checkControls(field, hasControls, problems);
        return FieldResult.of(text, problems);
    }

    private static void checkLength(CarField field, String text, int max, List<Problem> problems) {
        int length = TextSanitizer.length(text);
        if (length > max) {
            problems.add(Problem.of(field, Code.TOO_LONG, max, length));
        }
    }

    private static void checkControls(CarField field, boolean hasControls, List<Problem> problems) {
        if (hasControls) {
            problems.add(Problem.of(field, Code.CONTROL_CHARACTER));
        }
    }

    private FieldResult word(CarField field, String text) {
        FieldResult result = text(field, text, TextSanitizer.hasControlCharacters(text));
        return result instanceof FieldResult.Value
                ? new FieldResult.Value(vocabulary.canonicalWord(field, text))
                : result;
    }

    private FieldResult code(CarField field, String text) {
        String code = vocabulary.canonicalWord(field, text);
        boolean known = LETTERS.matcher(text).matches() || vocabulary.knows(field, text);
        return known && field.limits().range().contains(code.length())
                ? new FieldResult.Value(code)
                : FieldResult.invalid(field, Code.NOT_A_CODE, TextSanitizer.excerpt(text));
    }

    /** Returns the units of a field by the draft's unit codes in AutoChat's spelling: the user may type "miles". */
    private Set<String> units(CarField field, CarDraft draft) {
        return UnitSuffixes.of(field, unit -> vocabulary.canonicalWord(unit, draft.text(unit)));
    }

    private static FieldResult plate(CarField field, String text) {
        String bare = TextSanitizer.toBareCode(text);
        var problems = new ArrayList<Problem>();
        if (!LicensePlate.hasPlateCharacters(bare)) {
            problems.add(Problem.of(field, Code.NOT_A_PLATE, TextSanitizer.excerpt(text)));
        }
        checkLength(field, bare, field.limits().range().max().intValue(), problems);
        return FieldResult.of(bare, problems);
    }

    private static FieldResult vin(CarField field, String text) {
        var vin = new Vin(text);
        var problems = new ArrayList<Problem>();
        if (vin.length() != Vin.LENGTH) {
            problems.add(Problem.of(field, Code.VIN_LENGTH, vin.length()));
        }
        vin.invalidPosition()
                .ifPresent(position -> problems.add(vin.corrected()
                        .map(corrected ->
                                Problem.of(field, Code.VIN_O_OR_I, corrected).withCorrections(List.of(corrected)))
                        .orElseGet(() -> Problem.of(
                                field,
                                Code.VIN_CHARACTER,
                                TextSanitizer.excerpt(vin.characterAt(position)),
                                position))));
        return FieldResult.of(vin.text(), problems);
    }

    private static FieldResult integer(CarField field, String text, Set<String> units) {
        List<String> cubicCentimetres = field == CarField.ENGINE_DISPLACEMENT
                ? Litres.toCubicCentimetres(text).map(String::valueOf).stream().toList()
                : List.of();
        return wholeNumber(field, text, units)
                .filter(_ -> cubicCentimetres.isEmpty())
                .map(number -> withinRange(field, number, BigDecimal::intValueExact))
                .orElseGet(() -> new FieldResult.Invalid(
                        List.of(Problem.of(field, Code.NOT_A_NUMBER, TextSanitizer.excerpt(text))
                                .withCorrections(cubicCentimetres))));
    }

    private static Optional<BigDecimal> wholeNumber(CarField field, String text, Set<String> units) {
        Optional<BigDecimal> number = NumberParser.parseWholeNumber(text, units);
        return field == CarField.ENGINE_KW
                ? number.or(() -> NumberParser.parseWholeNumber(text, UnitSuffixes.HORSE_POWER)
                        .map(PowerConverter::toKilowatts))
                : number;
    }

    private static FieldResult money(CarField field, String text, Set<String> units) {
        return NumberParser.parseAmount(text, units)
                .map(amount -> withinRange(field, amount, Function.identity()))
                .orElseGet(() -> FieldResult.invalid(field, Code.NOT_AN_AMOUNT, TextSanitizer.excerpt(text)));
    }

    private static FieldResult withinRange(
            CarField field, BigDecimal number, Function<BigDecimal, ? extends Object> conversion) {
        Range range = field.limits().range();
        return range.contains(number)
                ? new FieldResult.Value(conversion.apply(number))
                : FieldResult.invalid(field, Code.OUT_OF_RANGE, range.min(), range.max());
    }

    private FieldResult year(CarField field, String text) {
        if (!YEAR.matcher(text).matches()) {
            return FieldResult.invalid(field, Code.NOT_A_YEAR, TextSanitizer.excerpt(text));
        }
        // Next year's models are on sale this year.
        LocalDate last = today().plusYears(1);
        int typed = Integer.parseInt(text);
        int year = text.length() == 2 ? DateParser.latestYear(typed, last.getYear()) : typed;
        return withinPeriod(field, year, LocalDate.of(year, 1, 1), last);
    }

    private FieldResult date(CarField field, String text) {
        return DateParser.parse(text, today())
                .map(day -> withinPeriod(field, day, day, today()))
                .orElseGet(() -> new FieldResult.Invalid(List.of(notADate(field, text))));
    }

    private Problem notADate(CarField field, String text) {
        Optional<String> first =
                DateParser.firstOfMonth(text).filter(day -> date(field, day) instanceof FieldResult.Value);
        if (first.isPresent()) {
            return Problem.of(field, Code.NO_DAY).withCorrections(List.of(first.get()));
        }
        List<String> corrections = DateParser.suggest(text, FieldLimits.FIRST_CAR, today()).stream()
                .toList();
        // With a suggestion, day and month are probably in the wrong order.
        Code code = corrections.isEmpty() && DateParser.hasDateForm(text) ? Code.NO_SUCH_DAY : Code.NOT_A_DATE;
        return Problem.of(field, code, TextSanitizer.excerpt(text)).withCorrections(corrections);
    }

    private static FieldResult withinPeriod(CarField field, Object value, LocalDate day, LocalDate last) {
        if (day.isBefore(FieldLimits.FIRST_CAR)) {
            return FieldResult.invalid(field, Code.BEFORE_CARS);
        }
        return day.isAfter(last) ? FieldResult.invalid(field, Code.IN_THE_FUTURE) : new FieldResult.Value(value);
    }

    private static FieldResult tags(CarField field, String text) {
        List<String> tags = COMMA.splitAsStream(text)
                .map(TextSanitizer::trim)
                .filter(tag -> !TextSanitizer.hasNoVisibleText(tag))
                .toList();
        List<Problem> problems = new ArrayList<>();
        checkCount(field, tags.size(), problems);
        tags.stream()
                .filter(tag -> TextSanitizer.length(tag) > LONGEST_ENTRY)
                .findFirst()
                .ifPresent(tag -> checkLength(field, tag, LONGEST_ENTRY, problems));
        checkControls(field, tags.stream().anyMatch(TextSanitizer::hasControlCharacters), problems);
        return FieldResult.of(tags, problems);
    }

    private static FieldResult links(CarField field, String text) {
        var problems = new ArrayList<Problem>();
        var links = new ArrayList<String>();
        int lineNumber = 0;
        for (String typed : text.lines().toList()) {
            lineNumber++;
            String link = TextSanitizer.trim(typed);
            if (!link.isEmpty()) {
                links.add(link);
                // Links beyond the maximum are not checked, because the user has to delete them anyway.
                if (field.limits().range().contains(links.size())) {
                    checkLink(field, link, lineNumber, problems, text);
                }
            }
        }
        checkCount(field, links.size(), problems);
        return FieldResult.of(List.copyOf(links), problems);
    }

    /**
     * Checks one link.
     *
     * @param text whole text of the field, because a suggested correction replaces all of it
     */
    private static void checkLink(CarField field, String link, int lineNumber, List<Problem> problems, String text) {
        if (PhotoPlaceholder.isPlaceholder(link)) {
            // The photo gets its address before the car is sent.
            return;
        }
        checkLength(field, link, LONGEST_ENTRY, problems);
        if (TextSanitizer.length(link) <= LONGEST_ENTRY
                && (TextSanitizer.hasControlCharacters(link) || !HttpsUrlCheck.isHttps(link))) {
            boolean httpsHelps =
                    !TextSanitizer.hasControlCharacters(link) && HttpsUrlCheck.isHttps(HttpsUrlCheck.toHttps(link));
            problems.add(Problem.of(field, Code.NOT_HTTPS, TextSanitizer.excerpt(link), lineNumber)
                    .withCorrections(httpsHelps ? List.of(HttpsUrlCheck.toHttps(text)) : List.of()));
        }
    }

    private static void checkCount(CarField field, int actual, List<Problem> problems) {
        if (!field.limits().range().contains(actual)) {
            problems.add(Problem.of(field, Code.TOO_MANY, field.limits().range().max(), actual));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
