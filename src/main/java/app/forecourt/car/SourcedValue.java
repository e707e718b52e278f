package app.forecourt.car;

/**
 * What somebody else says of a car. It may go into an empty field, marked with who says it; what is typed wins.
 *
 * @param value of the Java type that the field's {@link FieldType} names, within the field's limits
 * @param sure whether it is good enough to be filled in; if not it is only offered
 */
public record SourcedValue(CarField field, Object value, ValueOrigin source, boolean sure) {

    /** The same, only to be offered. */
    public SourcedValue unsure() {
        return new SourcedValue(field, value, source, false);
    }
}
