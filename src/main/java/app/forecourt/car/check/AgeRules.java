package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.ProblemCode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;

/** Year of construction, first registration and mileage against each other and against today. */
final class AgeRules implements CarRule {
    private static final int OLD_YEARS = 30;
    /** A car seldom stands longer than that at its importer's. */
    private static final int YEARS_UNSOLD = 2;
    private static final int FEW = 100;

    private final Clock clock;

    AgeRules(Clock clock) {
        this.clock = clock;
    }

    /** From when the car's age counts, and where that was typed. */
    private record Since(CarField field, LocalDate day) {}

    @Override
    public void check(ValidationContext car, ProblemCollector found) {
        var registered = car.day(CarField.DATE_OF_FIRST_REGISTRATION);
        var built = car.whole(CarField.YEAR_OF_CONSTRUCTION);
        if (registered.isPresent() && built.isPresent()) {
            builtBefore(registered.get().getYear(), built.get(), found);
        }
        registered.map(day -> new Since(CarField.DATE_OF_FIRST_REGISTRATION, day))
                .or(() -> built.map(year -> new Since(CarField.YEAR_OF_CONSTRUCTION, endOf(year))))
                .ifPresent(since -> age(since, car, found));
    }

    private void age(Since since, ValidationContext car, ProblemCollector found) {
        if (isOver(OLD_YEARS, since.day)) {
            found.add(since.field, ProblemCode.OLD_CAR);
        }
        // Nothing at all is unusual for any car, and told of as such.
        car.whole(CarField.MILEAGE).filter(mileage -> mileage > 0 && mileage < FEW && isOver(1, since.day))
                .ifPresent(mileage -> found.add(CarField.MILEAGE, ProblemCode.FEW_KILOMETRES));
    }

    private static void builtBefore(int registered, int built, ProblemCollector found) {
        if (built > registered) {
            found.add(CarField.YEAR_OF_CONSTRUCTION, ProblemCode.BUILT_AFTER_REGISTRATION, "" + registered);
        } else if (registered - built > YEARS_UNSOLD) {
            found.add(CarField.YEAR_OF_CONSTRUCTION, ProblemCode.BUILT_LONG_BEFORE, "" + registered);
        }
    }

    private boolean isOver(int years, LocalDate since) {
        return since.plusYears(years).isBefore(LocalDate.now(clock));
    }

    private static LocalDate endOf(int year) {
        return Year.of(year).atMonth(12).atEndOfMonth();
    }
}
