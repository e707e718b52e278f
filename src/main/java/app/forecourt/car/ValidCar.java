package app.forecourt.car;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Valid car that can be sent. Only {@code CarValidator} creates instances.
 *
 * <p>Each value has the Java type of its field's {@link FieldType}. An empty field has no value. The lists
 * ({@code images}, {@code options}, {@code tags}) and {@code isTaxDeductible} always have a value. Fields that are
 * never sent ({@link CarField#isSent}) have none.
 *
 * @param values all present values, in form order
 */
public record ValidCar(Map<CarField, Object> values) {
    public ValidCar {
        var sent = new EnumMap<CarField, Object>(CarField.class);
        values.forEach((field, value) -> {
            if (field.isSent()) {
                sent.put(field, value);
            }
        });
        values = Collections.unmodifiableMap(sent);
    }

    /**
     * Returns the car with the addresses of its photos.
     *
     * @param address returns the address for a line; photos without an address are left out
     */
    public ValidCar withPhotos(Function<String, Optional<String>> address) {
        var changed = new EnumMap<CarField, Object>(CarField.class);
        changed.putAll(values);
        changed.computeIfPresent(
                CarField.IMAGES,
                (_, lines) -> ((List<?>) lines)
                        .stream()
                                .map(String.class::cast)
                                .map(address)
                                .flatMap(Optional::stream)
                                .distinct()
                                .toList());
        return new ValidCar(changed);
    }

    /** Returns the value of a field; empty if the user left the field empty. */
    public Optional<Object> value(CarField field) {
        return Optional.ofNullable(values.get(field));
    }
}
