package app.forecourt.car;

/** Judges what was understood of a car, one matter at a time. */
interface Rules {

    /** Adds what is worth a look or good to know. */
    void judge(Facts car, Findings found);
}
