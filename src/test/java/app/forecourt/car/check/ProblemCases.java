package app.forecourt.car.check;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.option.AvailableOptions;
import app.forecourt.option.CarOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shared fixtures of the validation tests: the fixed date 24 November 2026, and a valid draft. */
public final class ProblemCases {
    public static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    public static final CarValidator CHECK = new CarValidator(TODAY, Vocabulary.bundled());
    static final Optional<AvailableOptions> LIST = list("abs", "ac", "radio", "seat_heating", "heated_seats");
    public static final CarDraft GOOD = new CarDraft(
            Map.of(
                    LICENSE_PLATE,
                    "XD-99-13",
                    DEALERSHIP_ID,
                    "d-1",
                    BRAND,
                    "BMW",
                    MODEL,
                    "X6",
                    SALES_PRICE,
                    "15.944,63"),
            List.of());

    private ProblemCases() {}

    /** Returns an option list of the given names. */
    public static Optional<AvailableOptions> list(String... names) {
        return Optional.of(new AvailableOptions(
                Stream.of(names).map(name -> new CarOption(name, name)).toList()));
    }

    public static CarValidator.Result check(CarDraft draft) {
        return check(draft, LIST);
    }

    public static CarValidator.Result check(CarDraft draft, Optional<AvailableOptions> list) {
        return CHECK.check(draft, list, PricingTerms.STANDARD, ProfileDealerships.NONE);
    }

    /** Returns all problems of a draft. */
    public static List<Problem> problems(CarDraft draft) {
        return check(draft).problems();
    }

    /** Returns the problems that prevent sending. */
    public static List<Problem> errors(CarDraft draft) {
        return problems(draft).stream()
                .filter(problem -> problem.code().isError())
                .toList();
    }

    /** Returns the errors of a valid draft in which one field is changed. */
    public static List<Problem> errors(CarField field, String text) {
        return errors(GOOD.with(field, text));
    }

    /** Returns the parsed value of a text in one field of an otherwise empty draft. */
    public static Optional<Object> parsedValue(CarField field, String text) {
        return CHECK.parse(CarDraft.EMPTY.with(field, text)).value(field);
    }

    /** Returns a draft of the given texts only. */
    static CarDraft draft(Map<CarField, String> texts) {
        return new CarDraft(texts, List.of());
    }
}
