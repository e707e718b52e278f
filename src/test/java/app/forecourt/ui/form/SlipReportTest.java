package app.forecourt.ui.form;

import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.Problem.Code.VIN_MODEL_YEAR;
import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.car.check.TrueCars;
import app.forecourt.car.check.TypingSlip;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.option.AvailableOptions;
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
import java.util.TreeMap;
import java.util.stream.Collector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the form points at a slip of the typist; figures in {@code target/slips.md}.
 *
 * <p>Each true-looking car ({@link TrueCars}) has one slip in each typed field in turn: a key beside the right one, two
 * characters swapped, one missing, one typed twice. Seen is a slip if the form shows something beyond the car without
 * it when the user sends it: red, amber, or a grey line that differs. A grey line that only repeats the input counts if
 * its length differs. The name of the month or the country of a plate counts, a model year if it is at least three
 * years off. A grey line that is missing does not count. Slips with the same value as before, such as a missing hyphen,
 * are harmless and left out. The plate is not looked up here. A lookup shows another car for most wrong Dutch plates.
 */
@Tag("report")
@Tag("proof")
class SlipReportTest {
    private static final long SEED = 24;
    private static final int CARS = 1_000;
    /** Percent of all slips. */
    private static final int LEAST_SEEN = 70;

    /** Fields that a new form has filled already. */
    private static final Set<CarField> FILLED = Set.of(DEALERSHIP_ID, MILEAGE_UNIT, CURRENCY);

    private static final Optional<AvailableOptions> LIST = ProblemCases.list("abs");

    private final Vocabulary vocabulary = Vocabulary.bundled();
    private final Messages messages = new Messages(Locale.UK, ProblemCases.TODAY);
    private final Map<CarField, InterpretedText> interpretations = new EnumMap<>(CarField.class);

    private record Case(CarField field, boolean isSeen) {}

    /** A car with what the form finds in it. */
    private record Checked(CarDraft car, ParsedDraft parsed, List<Problem> problems) {
        static Checked of(CarDraft car) {
            ParsedDraft parsed = ProblemCases.CHECK.parse(car);
            return new Checked(
                    car,
                    parsed,
                    ProblemCases.CHECK
                            .check(parsed, LIST, PricingTerms.STANDARD, ProfileDealerships.NONE)
                            .problems());
        }

        Set<String> places() {
            return problems.stream().map(SlipReportTest::place).collect(toSet());
        }

        List<Problem> hints() {
            return problems.stream()
                    .filter(problem -> problem.code().isInformation())
                    .toList();
        }
    }

    @Test
    void slipsArePointedAt() throws IOException {
        List<Case> cases = cases(TrueCars.of(SEED, CARS));
        Collector<Case, ?, Double> percent = averagingInt(slip -> slip.isSeen() ? 100 : 0);
        String page =
                "Percent seen, by field: " + cases.stream().collect(groupingBy(Case::field, TreeMap::new, percent));
        Files.writeString(Path.of("target", "slips.md"), page);
        assertTrue(cases.stream().collect(percent) >= LEAST_SEEN, page);
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
                    if (!isHarmless(meant, typed, field)) {
                        cases.add(new Case(field, isSeen(meant, typed, field)));
                    }
                });
            }
        }
        return cases;
    }

    private static boolean isHarmless(Checked meant, Checked typed, CarField field) {
        Optional<Object> value = meant.parsed().value(field);
        return value.isPresent() && value.equals(typed.parsed().value(field));
    }

    private boolean isSeen(Checked meant, Checked typed, CarField field) {
        Set<String> before = meant.places();
        return typed.problems().stream()
                        .anyMatch(problem -> !problem.code().isInformation() && !before.contains(place(problem)))
                || isGreyDifferent(field, meant, typed);
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
                .text(InterpretedTextTest.state(checked.car().text(field), value, currency))
                .whole();
    }

    private static String place(Problem problem) {
        return problem.field() + " " + problem.code();
    }
}
