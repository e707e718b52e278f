package app.forecourt.ui.form;

import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.Problem.Code.VIN_MODEL_YEAR;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.car.check.TrueCars;
import app.forecourt.car.check.TypingSlip;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.form.FieldStates.FieldState;
import app.forecourt.option.KnownOptions;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the form points at a slip of the typist; figures in {@code target/slips.md}.
 *
 * <p>Each true-looking car ({@link TrueCars}) has one slip in each typed field in turn: a key beside the right one, two
 * characters swapped, one missing, one typed twice. Counted is what the form shows beyond the car without the slip when
 * the user sends it: red, amber with or without an offer, or a grey line that differs. A grey line that only repeats
 * the input counts as <i>seen</i> if its length differs, and otherwise only in <i>with repeats</i>. The name of the
 * month or the country of a plate counts, a model year if it is at least three years off. A grey line that is missing
 * does not count. Slips with the same value as before, such as a missing hyphen, are harmless and left out. The plate
 * is not looked up here. A lookup shows another car for most wrong Dutch plates.
 */
@Tag("report")
@Tag("proof")
class SlipReportTest {
    private static final long SEED = 24;
    private static final int CARS = 1_000;
    /** Percent of all slips. */
    private static final int LEAST_SEEN = 70;

    private static final Set<CarField> KEY_FIELDS = Set.of(VIN, LICENSE_PLATE, DATE_OF_FIRST_REGISTRATION, SALES_PRICE);
    /** Fields that a new form has filled already. */
    private static final Set<CarField> FILLED = Set.of(DEALERSHIP_ID, MILEAGE_UNIT, CURRENCY);

    private static final Optional<KnownOptions> LIST = ProblemCases.list("abs");

    private final Vocabulary vocabulary = Vocabulary.bundled();
    private final Messages messages = new Messages(Locale.UK, ProblemCases.TODAY);
    private final Map<CarField, InterpretedText> interpretations = new EnumMap<>(CarField.class);

    /** How the form points at a slip, the plainest first. A repeating line shows what was typed in another form. */
    private enum Sign {
        RED,
        AMBER,
        GREY,
        REPEATING,
        NONE,
        HARMLESS
    }

    private record Case(CarField field, Sign sign) {}

    /** A car with what the form finds in it. */
    private record Checked(CarDraft car, ParsedDraft parsed, List<Problem> problems) {
        static Checked of(CarDraft car) {
            ParsedDraft parsed = ProblemCases.CHECK.parse(car);
            return new Checked(
                    car,
                    parsed,
                    ProblemCases.CHECK
                            .check(parsed, LIST, PricingTerms.STANDARD, KnownDealerships.NONE)
                            .problems());
        }

        Set<String> places() {
            return problems.stream().map(SlipReportTest::place).collect(Collectors.toSet());
        }

        List<Problem> hints() {
            return problems.stream()
                    .filter(problem -> problem.code().isInformation())
                    .toList();
        }
    }

    @Test
    void slipsArePointedAt() throws IOException {
        List<CarDraft> cars = TrueCars.of(SEED, CARS);
        List<Case> cases = cases(cars);
        List<String> page = new ArrayList<>(List.of(
                "| field | slips | seen % | with repeats % | target % | red | amber | grey | repeats | unseen | harmless |",
                "|---|---|---|---|---|---|---|---|---|---|---|"));
        for (CarField field : CarField.values()) {
            row(field.apiName(), KEY_FIELDS.contains(field) ? "95" : "", cases, slip -> slip.field() == field)
                    .ifPresent(page::add);
        }
        row("**the four**", "95", cases, slip -> KEY_FIELDS.contains(slip.field()))
                .ifPresent(page::add);
        row("**all**", "70", cases, _ -> true).ifPresent(page::add);
        Files.write(Path.of("target", "slips.md"), page);
        assertTrue(percent(cases, SlipReportTest::isSeen) >= LEAST_SEEN, page.toString());
    }

    private List<Case> cases(List<CarDraft> cars) {
        Random random = new Random(SEED);
        List<Case> cases = new ArrayList<>();
        for (CarDraft car : cars) {
            Checked meant = Checked.of(car);
            for (CarField field : CarField.values()) {
                if (field == OPTIONS
                        || FILLED.contains(field)
                        || car.text(field).isEmpty()) {
                    continue;
                }
                TypingSlip kind = TypingSlip.values()[random.nextInt(TypingSlip.values().length)];
                kind.in(car.text(field), random).ifPresent(text -> {
                    Checked typed = Checked.of(car.with(field, text));
                    cases.add(new Case(field, sign(meant, typed, field)));
                });
            }
        }
        return cases;
    }

    private Sign sign(Checked meant, Checked typed, CarField field) {
        Optional<Object> value = meant.parsed().value(field);
        if (value.isPresent() && value.equals(typed.parsed().value(field))) {
            return Sign.HARMLESS;
        }
        Set<String> before = meant.places();
        List<Problem> problems = typed.problems().stream()
                .filter(problem -> !problem.code().isInformation() && !before.contains(place(problem)))
                .toList();
        if (!problems.isEmpty()) {
            return problems.stream().anyMatch(problem -> problem.code().isError()) ? Sign.RED : Sign.AMBER;
        }
        if (isGreyDifferent(field, meant, typed)) {
            return Sign.GREY;
        }
        String line = interpretation(field, typed);
        return line.isEmpty() || line.equals(interpretation(field, meant)) ? Sign.NONE : Sign.REPEATING;
    }

    private boolean isGreyDifferent(CarField field, Checked meant, Checked typed) {
        String line = shape(field, typed);
        return (!line.isEmpty() && !line.equals(shape(field, meant)))
                || typed.hints().stream().anyMatch(hint -> isOther(hint, meant.hints()));
    }

    /** Returns whether the right car has no hint that is nearly equal. */
    private boolean isOther(Problem hint, List<Problem> meant) {
        if (hint.code() == VIN_MODEL_YEAR) {
            return meant.stream()
                    .filter(right -> right.code() == hint.code())
                    .noneMatch(right -> Math.abs(year(right) - year(hint)) < 3);
        }
        return !meant.contains(hint);
    }

    private static int year(Problem hint) {
        return Integer.parseInt((String) hint.args().getFirst());
    }

    /** Returns the grey line with each character that only repeats the input as 9. */
    private String shape(CarField field, Checked checked) {
        String line = interpretation(field, checked);
        if (field == VIN) {
            return line.replaceAll("[^ ]", "9");
        }
        // The letters of a plate are repeated too. Only its country and its groups add something.
        return checked.parsed()
                .plate()
                .filter(_ -> field == LICENSE_PLATE)
                .map(plate -> line.replace(plate.formatted(), plate.formatted().replaceAll("[^- ]", "9")))
                .orElse(line)
                .replaceAll("[0-9]", "9");
    }

    private String interpretation(CarField field, Checked checked) {
        ParsedDraft parsed = checked.parsed();
        Optional<Object> value = field == LICENSE_PLATE ? parsed.plate().map(Object.class::cast) : parsed.value(field);
        Optional<String> currency = parsed.value(CURRENCY).map(Object::toString);
        return interpretations
                .computeIfAbsent(field, _ -> new InterpretedText(field, messages, vocabulary))
                .text(new FieldState(
                        checked.car().text(field),
                        value,
                        currency,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false))
                .whole();
    }

    private static String place(Problem problem) {
        return problem.field() + " " + problem.code();
    }

    private static Optional<String> row(String name, String target, List<Case> cases, Predicate<Case> which) {
        List<Case> some = cases.stream().filter(which).toList();
        if (some.stream().allMatch(slip -> slip.sign() == Sign.HARMLESS)) {
            return Optional.empty();
        }
        Map<Sign, Long> counts = some.stream().collect(Collectors.groupingBy(Case::sign, Collectors.counting()));
        return Optional.of("| %s | %d | **%.1f** | %.1f | %s | %s |"
                .formatted(
                        name,
                        some.size(),
                        percent(some, SlipReportTest::isSeen),
                        percent(some, slip -> slip.sign() != Sign.NONE),
                        target,
                        Stream.of(Sign.values())
                                .map(sign -> counts.getOrDefault(sign, 0L).toString())
                                .collect(Collectors.joining(" | "))));
    }

    /** Returns the share of the slips that matter, in percent. */
    private static double percent(List<Case> cases, Predicate<Case> counts) {
        return cases.stream()
                .filter(slip -> slip.sign() != Sign.HARMLESS)
                .mapToInt(slip -> counts.test(slip) ? 100 : 0)
                .average()
                .orElse(0);
    }

    private static boolean isSeen(Case slip) {
        return slip.sign().compareTo(Sign.REPEATING) < 0;
    }
}
