package app.forecourt.car;

/** Origin of a value that the user did not type. */
public enum ValueOrigin {
    /** The Dutch vehicle register (RDW). */
    RDW,
    /** The RDW's emission by the WLTP cycle, in use since 2017. */
    RDW_WLTP,
    /** The RDW's emission by the older NEDC cycle, which measures less for the same car. */
    RDW_NEDC,
    /** The RDW's power of a hybrid's combustion engine, which is less than the advertised power of the car. */
    RDW_ENGINE,
    /** The first three characters of the car's VIN. */
    VIN,
    /** The car that the user started before this one. */
    EARLIER_CAR,
    /** The copied car or the template that this car was started from. */
    CARRIED_OVER;

    /** Returns whether the value is the RDW's answer for this car's plate. */
    public boolean isRegister() {
        return this == RDW || this == RDW_WLTP || this == RDW_NEDC || this == RDW_ENGINE;
    }
}
