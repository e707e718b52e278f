package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem.Code;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;

/** Rules that compare year of construction, first registration, mileage and today's date. */
final class AgeRules implements CarValidator.Rule {
    private static final int OLD_YEARS = 30;
    /** A new car seldom waits longer for its first buyer. */
    private static final int YEARS_UNSOLD = 2;

    private static final int FEW_KILOMETRES = 100;
    /** Mileage of a year that hardly any car exceeds, a taxi included. */
    private static final int MOST_IN_A_YEAR = 100_000;
    /** Mileage of a year that hardly any car falls below, old cars of collectors aside. */
    private static final int LEAST_IN_A_YEAR = 1_000;

    private static final int YEARS_OF_COLLECTORS = 20;

    private static final int ROUNDING = 100;
    private static final double DAYS_OF_YEAR = 365.25;

    private final Clock clock;

    AgeRules(Clock clock) {
        this.clock = clock;
    }

    /** Start of the car's age, and the field that it comes from. */
    private record AgeStart(CarField field, LocalDate day) {}

    @Override
    public void check(ValidationRun context) {
        var registered = context.date(CarField.DATE_OF_FIRST_REGISTRATION);
        var built = context.integer(CarField.YEAR_OF_CONSTRUCTION);
        if (registered.isPresent() && built.isPresent()) {
            checkYears(registered.get().getYear(), built.get(), context);
        }
        registered
                .map(day -> new AgeStart(CarField.DATE_OF_FIRST_REGISTRATION, day))
                .or(() -> built.map(year -> new AgeStart(CarField.YEAR_OF_CONSTRUCTION, endOf(year))))
                .ifPresent(start -> checkAge(start, context));
    }

    private void checkAge(AgeStart start, ValidationRun context) {
        if (isOver(OLD_YEARS, start.day)) {
            context.add(start.field, Code.OLD_CAR);
        }
        context.integer(CarField.MILEAGE).ifPresent(mileage -> checkMileage(mileage, start.day, context));
    }

    private void checkMileage(int mileage, LocalDate since, ValidationRun context) {
        if (mileage >= FEW_KILOMETRES) {
            checkMileageOfYear(mileage, since, context);
        } else if (mileage > 0 && isOver(1, since)) {
            // A mileage of 0 is unusual for every car, so the plausibility rules report it.
            context.add(CarField.MILEAGE, Code.FEW_KILOMETRES);
        }
    }

    /** Compares the mileage of a year, if the car is old enough for it. Usually a digit is missing or too many. */
    private void checkMileageOfYear(int mileage, LocalDate since, ValidationRun context) {
        double years = Math.max(1, ChronoUnit.DAYS.between(since, LocalDate.now(clock)) / DAYS_OF_YEAR);
        boolean isLow = isOver(2, since) && !isOver(YEARS_OF_COLLECTORS, since) && mileage < years * LEAST_IN_A_YEAR;
        if (isLow || mileage > years * MOST_IN_A_YEAR) {
            // Rounded, because the message would be another one each day.
            context.add(
                    CarField.MILEAGE, Code.MILEAGE_FOR_AGE, (int) Math.round(mileage / years / ROUNDING) * ROUNDING);
        }
    }

    private static void checkYears(int registered, int built, ValidationRun context) {
        if (built > registered) {
            context.add(CarField.YEAR_OF_CONSTRUCTION, Code.BUILT_AFTER_REGISTRATION, "" + registered);
        } else if (registered - built > YEARS_UNSOLD) {
            context.add(CarField.YEAR_OF_CONSTRUCTION, Code.BUILT_LONG_BEFORE, "" + registered);
        }
    }

    private boolean isOver(int years, LocalDate since) {
        return since.plusYears(years).isBefore(LocalDate.now(clock));
    }

    private static LocalDate endOf(int year) {
        return Year.of(year).atMonth(12).atEndOfMonth();
    }
}
