package app.forecourt.car.check;

import app.forecourt.car.Car;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.ValueOrigin;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.option.KnownOptions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Turns what was typed into a {@link Car}, or says what is wrong with it. Pure but for the clock and the words it is
 * given; may be used from any thread.
 */
public final class CarValidator {
    private final Vocabulary vocabulary;
    private final FieldParser reader;
    private final List<CarRule> rules;

    /**
     * @param clock tells today, for dates that must not lie in the future
     * @param vocabulary the spelling of the words that AutoChat is known to use
     */
    public CarValidator(Clock clock, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.reader = new FieldParser(clock, vocabulary);
        this.rules = List.of(new IdentityRules(clock, vocabulary), new VocabularyRules(vocabulary),
                new DealershipRules(), new PlausibilityRules(), new EngineRules(), new AgeRules(clock),
                new PriceRules(), new TextRules(),
                new OptionRules());
    }

    /**
     * Checks every field, never stopping at the first problem and never throwing, whatever was typed. Problems come in
     * form order.
     *
     * @param list the chosen profile's option list; empty when it was never loaded
     * @param terms what the amounts are held against
     * @param sellers what the dealership is held against
     */
    public ValidationResult check(CarDraft draft, Optional<KnownOptions> list, PricingTerms terms,
            KnownDealerships sellers) {
        var car = new ValidationContext(draft, list, terms, sellers);
        var found = new ProblemCollector();
        for (CarField field : CarField.values()) {
            if (!terms.ask(field)) {
                continue;
            }
            switch (reader.read(field, draft)) {
                case ParseResult.Value right -> car.put(field, right.value());
                case ParseResult.Wrong wrong -> found.addAll(wrong.problems());
                case ParseResult.Nothing nothing -> leftEmpty(field, car, found);
            }
        }
        car.put(CarField.OPTIONS, draft.options());
        rules.forEach(rule -> rule.check(car, found));
        List<Problem> problems = found.inOrder();
        return problems.stream().anyMatch(problem -> problem.rule().blocks())
                ? new ValidationResult.Faulty(problems)
                : new ValidationResult.Ready(new Car(car.all()), problems);
    }

    /**
     * What one field of a draft is understood as, for showing it back: empty when it is blank or wrong, and for
     * {@link CarField#OPTIONS}.
     *
     * @return a value of the Java type that the field's {@link FieldType} names
     */
    public Optional<Object> understood(CarField field, CarDraft draft) {
        return reader.read(field, draft) instanceof ParseResult.Value right ? Optional.of(right.value())
                : Optional.empty();
    }

    /** The word that a field of a draft is understood as, if it is one of the known ones. */
    public Optional<String> known(CarField field, CarDraft draft) {
        return understood(field, draft).map(Object::toString).filter(word -> vocabulary.knows(field, word));
    }

    /** How a brand is sent that is typed so. */
    public String brand(String typed) {
        return understood(CarField.BRAND, CarDraft.EMPTY.with(CarField.BRAND, typed)).map(Object::toString)
                .orElse(typed);
    }

    /** The brand that a draft's VIN names, if the VIN is right and begins as those of one brand only. */
    public Optional<SourcedValue> maker(CarDraft draft) {
        return understood(CarField.VIN, draft).map(vin -> vocabulary.makers(vin.toString()))
                .filter(makers -> makers.size() == 1)
                .map(makers -> new SourcedValue(CarField.BRAND, makers.iterator().next(), ValueOrigin.VIN,
                        true));
    }

    /** A dealership may be missing only since it has no id here. */
    private static Problem missing(CarField field, KnownDealerships sellers) {
        return sellers.lacking().filter(any -> field == CarField.DEALERSHIP_ID)
                .map(name -> Problem.of(field, ProblemCode.DEALERSHIP_LACKS_ID, name, sellers.profile()))
                .orElseGet(() -> Problem.of(field, ProblemCode.REQUIRED));
    }

    /** Lists and yes-or-no are always sent, anything else only if there is something to send. */
    private static void leftEmpty(CarField field, ValidationContext car, ProblemCollector found) {
        if (field.limits().required()) {
            found.add(missing(field, car.sellers()));
        }
        switch (field.kind()) {
            case TAGS, LINKS, OPTIONS -> car.put(field, List.of());
            case FLAG -> car.put(field, false);
            default -> {
            }
        }
    }
}
