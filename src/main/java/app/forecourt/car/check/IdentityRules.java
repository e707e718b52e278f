package app.forecourt.car.check;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.ProblemCode;
import app.forecourt.car.Vin;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.text.TextSanitizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;

/** What names the car: plate, VIN, and whether the VIN agrees with itself and with the brand. */
final class IdentityRules implements CarRule {
    private final Clock clock;
    private final Vocabulary vocabulary;

    IdentityRules(Clock clock, Vocabulary vocabulary) {
        this.clock = clock;
        this.vocabulary = vocabulary;
    }

    @Override
    public void check(ValidationContext car, ProblemCollector found) {
        if (nothingNames(car.draft())) {
            found.add(CarField.LICENSE_PLATE, ProblemCode.NO_IDENTITY);
        }
        car.text(CarField.LICENSE_PLATE)
                .filter(plate -> LicensePlate.of(car.draft().text(CarField.LICENSE_PLATE))
                        .flatMap(LicensePlate::country).isEmpty())
                .ifPresent(plate -> found.add(CarField.LICENSE_PLATE, ProblemCode.PLATE_UNKNOWN, plate));
        car.text(CarField.VIN).map(Vin::new).ifPresent(vin -> vin(vin, car, found));
    }

    private void vin(Vin vin, ValidationContext car, ProblemCollector found) {
        if (vin.needsCheckDigit() && vin.checkDigit() != vin.ninth()) {
            found.add(CarField.VIN, ProblemCode.VIN_CHECK_DIGIT, "" + vin.checkDigit());
        }
        Set<String> makers = vocabulary.makers(vin.text());
        if (!makers.isEmpty()) {
            String brand = car.text(CarField.BRAND).orElse("");
            String names = String.join(", ", makers.stream().sorted().toList());
            found.add(CarField.VIN,
                    brand.isEmpty() || makers.contains(brand) ? ProblemCode.VIN_MAKER
                            : ProblemCode.VIN_OTHER_MAKER,
                    names);
        }
        vin.modelYear(latestModelYear(car))
                .ifPresent(year -> found.add(CarField.VIN, ProblemCode.VIN_MODEL_YEAR, "" + year));
    }

    /** Next year's models are on sale this year. */
    private int latestModelYear(ValidationContext car) {
        return 1 + car.day(CarField.DATE_OF_FIRST_REGISTRATION).map(LocalDate::getYear)
                .or(() -> car.whole(CarField.YEAR_OF_CONSTRUCTION))
                .orElseGet(() -> LocalDate.now(clock).getYear());
    }

    /** AutoChat's widget finds a car by one of these three. */
    private static boolean nothingNames(CarDraft draft) {
        return Stream.of(CarField.LICENSE_PLATE, CarField.VIN, CarField.INTERNAL_ID)
                .allMatch(field -> TextSanitizer.showsNothing(draft.text(field)));
    }
}
