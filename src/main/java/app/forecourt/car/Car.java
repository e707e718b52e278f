package app.forecourt.car;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A car that is fit to be sent. Only {@code CarValidator} makes one.
 *
 * <p>
 * Values have the Java type of their field's {@link FieldType}. A field that was left empty is absent, except the lists
 * ({@code images}, {@code options}, {@code tags}) and {@code isTaxDeductible}, which are always there. What is only
 * typed and not sent is never there.
 */
public final class Car {
    private final Map<CarField, Object> values;

    public Car(Map<CarField, Object> values) {
        var sent = new EnumMap<CarField, Object>(CarField.class);
        values.forEach((field, value) -> {
            if (field.isSent()) {
                sent.put(field, value);
            }
        });
        this.values = Collections.unmodifiableMap(sent);
    }

    /** What the field holds, empty if it was left empty. */
    public Optional<Object> value(CarField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** All values that are there, in form order. */
    public Map<CarField, Object> values() {
        return values;
    }

    /** The API names of the options, without order. */
    @SuppressWarnings("unchecked")
    public List<String> options() {
        return (List<String>) value(CarField.OPTIONS).orElse(List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Car car && values.equals(car.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Car" + values;
    }
}
