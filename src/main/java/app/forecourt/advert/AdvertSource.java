package app.forecourt.advert;

import app.forecourt.car.CarField;
import app.forecourt.option.CarOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The data of a car for its advert.
 *
 * @param parsedValue returns the parsed value of a field, in the Java type of its kind; empty if the field is blank or
 *     invalid
 * @param options the chosen options, in the order of choosing
 * @param dealership the name of the dealership, if known
 */
public record AdvertSource(
        Function<CarField, Optional<Object>> parsedValue, List<CarOption> options, Optional<String> dealership) {
    public AdvertSource {
        options = List.copyOf(options);
    }

    <T> Optional<T> value(CarField field, Class<T> type) {
        return parsedValue.apply(field).filter(type::isInstance).map(type::cast);
    }
}
