package app.forecourt.car;

/** Who says something of a car besides the one who types it. */
public enum ValueOrigin {
    /** The Dutch register of vehicles. */
    RDW,
    /** The same, of an emission measured by the WLTP cycle, in use since 2017. */
    RDW_WLTP,
    /** The same, by the NEDC cycle before it, which gives less for the same car. */
    RDW_NEDC,
    /** The same, of the power of a hybrid's combustion engine, which is less than what it is sold by. */
    RDW_ENGINE,
    /** The car's own number, by its first three characters. */
    VIN,
    /** The car that was begun before this one. */
    EARLIER_CAR,
    /** A car that this one was made like, or the template it was begun from. */
    CARRIED_OVER;

    /** Whether it is the register, asked for this car's plate. */
    public boolean isRegister() {
        return this == RDW || this == RDW_WLTP || this == RDW_NEDC || this == RDW_ENGINE;
    }
}
