package app.forecourt.register;

/** A fact of the register that belongs to no field but matters to the seller. */
public enum VehicleRemark {
    /** The car is registered as exported ({@code export_indicator}). */
    EXPORTED,
    /** The car must be inspected before it may be driven again ({@code wacht_op_keuren}). */
    WAITS_FOR_INSPECTION,
    /** The car is used as a taxi ({@code taxi_indicator}). */
    TAXI,
    /** A recall of the maker is still open ({@code openstaande_terugroepactie_indicator}). */
    RECALLED,
    /** The recorded mileages do not increase ({@code tellerstandoordeel}). */
    ODOMETER_ILLOGICAL,
    /** The car was registered in another country before. */
    IMPORTED
}
