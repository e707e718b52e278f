package app.forecourt.car.check;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.Problem.Code;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.ValidCar;
import app.forecourt.car.check.ParsedDraft.FieldResult;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.option.AvailableOptions;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Validator that turns a draft into a {@link ValidCar} or into a list of problems. The result depends only on the
 * arguments, the clock and the vocabulary. Thread-safe.
 */
public final class CarValidator {
    private final Vocabulary vocabulary;
    private final FieldParser parser;
    private final List<Rule> rules;

    /**
     * Creates a validator.
     *
     * @param clock clock for today's date, because some dates must not be in the future
     * @param vocabulary words that AutoChat is known to use
     */
    public CarValidator(Clock clock, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.parser = new FieldParser(clock, vocabulary);
        this.rules = List.of(
                new IdentityRules(clock, vocabulary),
                new DutchPlateRules(),
                new VocabularyRules(vocabulary),
                new MisplacedInNameRules(),
                new DealershipRules(),
                new UsualRangeRule(),
                new FuelRules(),
                new AgeRules(clock),
                new PriceRules(),
                new InvisibleCharacterRule(),
                new OptionRules());
    }

    /** Returns the words that AutoChat is known to use. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Parses all fields of a draft. Never throws. */
    public ParsedDraft parse(CarDraft draft) {
        return new ParsedDraft(draft, parser);
    }

    /** Parses and checks a draft. */
    public Result check(
            CarDraft draft, Optional<AvailableOptions> list, PricingTerms terms, ProfileDealerships dealerships) {
        return check(parse(draft), list, terms, dealerships);
    }

    /**
     * Checks every field of a draft. The check continues after the first problem and never throws.
     *
     * @param list option list of the chosen profile; empty if it was never loaded
     * @param terms pricing terms, for the checks of the amounts
     * @param dealerships dealerships in the settings, for the check of the dealership
     * @return the car or the problems, in form order
     */
    public Result check(
            ParsedDraft parsed, Optional<AvailableOptions> list, PricingTerms terms, ProfileDealerships dealerships) {
        var context = new ValidationRun(parsed, list, terms, dealerships);
        for (CarField field : CarField.values()) {
            if (!terms.appliesTo(field)) {
                continue;
            }
            switch (parsed.result(field)) {
                case FieldResult.Value value -> context.put(field, value.value());
                case FieldResult.Invalid wrong -> wrong.problems().forEach(context::add);
                case FieldResult.Empty _ -> addDefault(field, context);
            }
        }
        context.put(CarField.OPTIONS, parsed.draft().options());
        rules.forEach(rule -> rule.check(context));
        List<Problem> problems = context.problems();
        return problems.stream().anyMatch(problem -> problem.code().isError())
                ? new Result.Invalid(problems)
                : new Result.Valid(new ValidCar(context.values()), problems);
    }

    /** Returns the brand of a draft's VIN; empty if the VIN is invalid or its manufacturer has several brands. */
    public Optional<SourcedValue> brandOfVin(ParsedDraft parsed) {
        return parsed.value(CarField.VIN)
                .map(vin -> vocabulary.brandsOfVin(vin.toString()))
                .filter(makers -> makers.size() == 1)
                .map(makers ->
                        new SourcedValue(CarField.BRAND, makers.iterator().next(), SourcedValue.Origin.VIN, true));
    }

    /** Returns the problem of an empty required field. A dealership may be missing only because it has no id here. */
    private static Problem missing(CarField field, ProfileDealerships dealerships) {
        return dealerships
                .nameWithoutId()
                .filter(_ -> field == CarField.DEALERSHIP_ID)
                .map(name -> Problem.of(field, Code.DEALERSHIP_LACKS_ID, name, dealerships.profile()))
                .orElseGet(() -> Problem.of(field, Code.REQUIRED));
    }

    /** Stores the value of an empty field. Lists and flags are always sent; other fields only if they have a value. */
    private static void addDefault(CarField field, ValidationRun context) {
        if (field.limits().required()) {
            context.add(missing(field, context.dealerships()));
        }
        switch (field.type()) {
            case TAGS, LINKS, OPTIONS -> context.put(field, List.of());
            case FLAG -> context.put(field, false);
            default -> {}
        }
    }

    /** Rule that checks the parsed values of a car for one group of problems. */
    interface Rule {

        /** Checks a car and adds warnings and information to the context. */
        void check(ValidationRun context);
    }

    /** Result of {@link CarValidator}. */
    public sealed interface Result {

        /** Returns all problems in form order. */
        List<Problem> problems();

        /**
         * Returns a copy with additional problems.
         *
         * @param more warnings and information only, because the kind of result stays the same
         */
        default Result withProblems(List<Problem> more) {
            List<Problem> all =
                    Stream.concat(problems().stream(), more.stream()).toList();
            return switch (this) {
                case Valid(ValidCar car, var _) -> new Valid(car, all);
                case Invalid _ -> new Invalid(all);
            };
        }

        /** Sorts problems in form order; those of one field by severity, errors first. */
        private static List<Problem> inFormOrder(List<Problem> problems) {
            return problems.stream()
                    .sorted(Comparator.comparing(Problem::field)
                            .thenComparing(problem -> problem.code().number() / 100, Comparator.reverseOrder()))
                    .toList();
        }

        /**
         * The draft can be sent.
         *
         * @param car the valid car
         * @param problems warnings and information only
         */
        record Valid(ValidCar car, List<Problem> problems) implements Result {
            public Valid {
                problems = inFormOrder(problems);
            }
        }

        /**
         * The draft can't be sent.
         *
         * @param problems all problems, at least one error among them
         */
        record Invalid(List<Problem> problems) implements Result {
            public Invalid {
                problems = inFormOrder(problems);
            }
        }
    }
}
