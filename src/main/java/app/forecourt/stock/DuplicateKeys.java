package app.forecourt.stock;

import app.forecourt.car.CarField;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of a car, each as a {@link DuplicateKeyNormalizer}. */
public record DuplicateKeys(Optional<String> vin, Optional<String> plate, Optional<String> number) {
    public static final DuplicateKeys NONE = new DuplicateKeys(Optional.empty(), Optional.empty(), Optional.empty());

    /** @param text returns the text of a field; empty if the car has none */
    public static DuplicateKeys of(Function<CarField, Optional<String>> text) {
        return new DuplicateKeys(
                key(CarField.VIN, text), key(CarField.LICENSE_PLATE, text), key(CarField.INTERNAL_ID, text));
    }

    private static Optional<String> key(CarField field, Function<CarField, Optional<String>> text) {
        return text.apply(field).flatMap(value -> DuplicateKeyNormalizer.of(field, value));
    }

    /** Returns the first field whose key another car has too. */
    public Optional<CarField> shared(
            @Nullable String otherVin, @Nullable String otherPlate, @Nullable String otherNumber) {
        return isSame(vin, otherVin)
                ? Optional.of(CarField.VIN)
                : isSame(plate, otherPlate)
                        ? Optional.of(CarField.LICENSE_PLATE)
                        : isSame(number, otherNumber) ? Optional.of(CarField.INTERNAL_ID) : Optional.empty();
    }

    private static boolean isSame(Optional<String> key, @Nullable String other) {
        return key.isPresent() && key.get().equals(other);
    }
}
