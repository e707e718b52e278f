package app.forecourt.car.check;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.Problem.Code;
import app.forecourt.car.Vin;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.text.TextSanitizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for plate and VIN: the VIN's check digit, and the VIN's manufacturer compared with the brand. */
final class IdentityRules implements CarValidator.Rule {
    private final Clock clock;
    private final Vocabulary vocabulary;

    IdentityRules(Clock clock, Vocabulary vocabulary) {
        this.clock = clock;
        this.vocabulary = vocabulary;
    }

    @Override
    public void check(ValidationRun context) {
        if (hasNoIdentity(context.draft())) {
            context.add(CarField.LICENSE_PLATE, Code.NO_IDENTITY);
        }
        context.text(CarField.LICENSE_PLATE)
                .filter(_ -> context.plate().flatMap(LicensePlate::country).isEmpty())
                .ifPresent(plate -> context.add(CarField.LICENSE_PLATE, Code.PLATE_UNKNOWN, plate));
        context.text(CarField.VIN).map(Vin::new).ifPresent(vin -> checkVin(vin, context));
    }

    private void checkVin(Vin vin, ValidationRun context) {
        if (!vin.endsInDigits()) {
            context.add(CarField.VIN, Code.VIN_LETTER_AT_END);
        }
        if (vin.hasBrokenFiller()) {
            context.add(CarField.VIN, Code.VIN_FILLER);
        }
        if (vin.needsCheckDigit() && vin.computedCheckDigit() != vin.typedCheckDigit()) {
            context.add(CarField.VIN, Code.VIN_CHECK_DIGIT, "" + vin.computedCheckDigit());
        }
        Set<String> makers = vocabulary.brandsOfVin(vin.text());
        if (makers.isEmpty()) {
            context.add(CarField.VIN, Code.VIN_MAKER_UNKNOWN, vin.maker());
        } else {
            String brand = context.text(CarField.BRAND).orElse("");
            String names = makers.stream()
                    .map(maker -> vocabulary.displayName(CarField.BRAND, maker))
                    .sorted()
                    .collect(Collectors.joining(", "));
            context.add(
                    CarField.VIN,
                    brand.isEmpty() || makers.contains(brand) ? Code.VIN_MAKER : Code.VIN_OTHER_MAKER,
                    names);
        }
        vin.modelYear(latestModelYear(context))
                .ifPresent(year -> context.add(CarField.VIN, Code.VIN_MODEL_YEAR, "" + year));
    }

    /** Returns the latest possible model year: one year ahead, because next year's models are on sale already. */
    private int latestModelYear(ValidationRun context) {
        return 1
                + context.date(CarField.DATE_OF_FIRST_REGISTRATION)
                        .map(LocalDate::getYear)
                        .or(() -> context.integer(CarField.YEAR_OF_CONSTRUCTION))
                        .orElseGet(() -> LocalDate.now(clock).getYear());
    }

    /** Returns whether all fields are empty by which AutoChat's widget finds a car. */
    private static boolean hasNoIdentity(CarDraft draft) {
        return Stream.of(CarField.LICENSE_PLATE, CarField.VIN, CarField.INTERNAL_ID)
                .allMatch(field -> TextSanitizer.hasNoVisibleText(draft.text(field)));
    }
}
