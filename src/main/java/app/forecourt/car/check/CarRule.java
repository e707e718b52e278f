package app.forecourt.car.check;

/** Rule that checks the parsed values of a car for one group of problems. */
interface CarRule {

    /** Checks a car and adds warnings and information to the collector. */
    void check(ValidationContext context, ProblemCollector problems);
}
