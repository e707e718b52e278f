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
public record SourcedValue(CarField field, Object value, ValueOrigin origin, boolean isCertain) {

    /** Returns a copy that is only suggested. */
    public SourcedValue asUncertain() {
        return new SourcedValue(field, value, origin, false);
    }
}
