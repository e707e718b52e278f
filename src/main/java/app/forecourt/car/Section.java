package app.forecourt.car;

/** Sections of the form, in the order of a car's registration papers. */
public enum Section {
    /** Identity: licence plate, VIN, stock number and dealership. */
    IDENTITY,
    /** Brand, model and body. */
    CAR,
    /** Fuel, engine and transmission. */
    ENGINE,
    /** Age and mileage. */
    HISTORY,
    /** Prices and taxes. */
    PRICE,
    /** Description and tags. */
    TEXT,
    /** Photos. */
    PHOTOS,
    /** Options. */
    EQUIPMENT
}
