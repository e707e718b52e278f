package app.forecourt.register;

/** What the register says of a car that goes into no field, and that who sells it should know. */
public enum VehicleRemark {
    /** Registered as exported: not a Dutch car any more ({@code export_indicator}). */
    EXPORTED,
    /** Must be inspected before it may be on the road again ({@code wacht_op_keuren}). */
    WAITS_FOR_INSPECTION,
    /** In use as a taxi ({@code taxi_indicator}). */
    TAXI,
    /** The maker has called it back, and it was not there yet ({@code openstaande_terugroepactie_indicator}). */
    RECALLED,
    /** Its recorded mileages do not go up ({@code tellerstandoordeel}). */
    ODOMETER_ILLOGICAL,
    /** On the road elsewhere before it came to the Netherlands. */
    IMPORTED
}
