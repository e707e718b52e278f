package app.forecourt.car;

/** The parts of the form, in the order in which a car's papers are read. */
public enum Section {
    /** Which car it is: plate, VIN, stock number, and whose stock it is in. */
    IDENTITY,
    /** What it is: brand, model, body. */
    CAR,
    /** What drives it. */
    ENGINE,
    /** What it has behind it: age and distance. */
    HISTORY,
    /** What it costs. */
    PRICE,
    /** What is said of it. */
    TEXT,
    /** How it looks. */
    PHOTOS,
    /** What is built in. */
    EQUIPMENT
}
