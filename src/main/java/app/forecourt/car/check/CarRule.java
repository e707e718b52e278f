package app.forecourt.car.check;

/** Judges what was understood of a car, one matter at a time. */
interface CarRule {

    /** Adds what is worth a look or good to know. */
    void check(ValidationContext car, ProblemCollector found);
}
