package app.forecourt.car.check;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.option.CarOption;
import app.forecourt.option.KnownOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tests of this room share: a fixed day, 24 November 2026, and a draft with nothing wrong. */
public final class ProblemCases {
    public static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    public static final CarValidator CHECK = new CarValidator(TODAY, Vocabulary.bundled());
    static final Optional<KnownOptions> LIST = list("abs", "ac", "radio", "seat_heating", "heated_seats");
    public static final CarDraft GOOD = CarDraft.of(
            Map.of(CarField.LICENSE_PLATE, "XD-99-13", CarField.DEALERSHIP_ID, "d-1", CarField.BRAND, "BMW",
                    CarField.MODEL, "X6", CarField.SALES_PRICE, "15.944,63"),
            List.of());

    private ProblemCases() {}

    /** An option list of those names. */
    public static Optional<KnownOptions> list(String... names) {
        return Optional
                .of(new KnownOptions(Stream.of(names).map(name -> new CarOption(name, name)).toList()));
    }

    public static ValidationResult check(CarDraft draft) {
        return check(draft, LIST);
    }

    public static ValidationResult check(CarDraft draft, Optional<KnownOptions> list) {
        return CHECK.check(draft, list, PricingTerms.STANDARD, KnownDealerships.NONE);
    }

    /** All that is found. */
    public static List<Problem> problems(CarDraft draft) {
        return check(draft).problems();
    }

    /** All that keeps the draft from being sent. */
    public static List<Problem> errors(CarDraft draft) {
        return problems(draft).stream().filter(problem -> problem.rule().blocks()).toList();
    }

    /** The same when that is the only change to a draft with nothing wrong. */
    public static List<Problem> errors(CarField field, String text) {
        return errors(GOOD.with(field, text));
    }

    /** What a text is understood as in a field of a draft that has nothing else. */
    public static Optional<Object> understood(CarField field, String text) {
        return CHECK.understood(field, CarDraft.EMPTY.with(field, text));
    }

    /** A draft of nothing but these. */
    static CarDraft draft(Map<CarField, String> texts) {
        return CarDraft.of(texts, List.of());
    }
}
