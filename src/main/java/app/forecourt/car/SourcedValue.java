package app.forecourt.car;

/**
 * Value from a source other than the user. An empty field may be filled with the value, marked with its origin. Text
 * that the user typed is never replaced.
 *
 * @param field the field of the value
 * @param value value of the Java type of the field's {@link FieldType}, within the field's limits
 * @param origin origin of the value
 * @param isCertain true if the value may be filled in; false if the value is only suggested
 */
public record SourcedValue(CarField field, Object value, Origin origin, boolean isCertain) {

    /** Returns a copy that is only suggested. */
    public SourcedValue asUncertain() {
        return new SourcedValue(field, value, origin, false);
    }

    /** Origin of a value that the user did not type. */
    public enum Origin {
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
        /** The year of the car's first registration. */
        FIRST_REGISTRATION,
        /** The car that the user started before this one. */
        EARLIER_CAR,
        /** The copied car or the template that this car was started from. */
        CARRIED_OVER;

        /** Returns whether the value is the RDW's answer for this car's plate. */
        public boolean isRegister() {
            return this == RDW || this == RDW_WLTP || this == RDW_NEDC || this == RDW_ENGINE;
        }
    }
}
