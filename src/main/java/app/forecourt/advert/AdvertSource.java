package app.forecourt.advert;

import app.forecourt.car.CarField;
import app.forecourt.option.CarOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A car that is for sale, as far as what was typed is understood.
 *
 * @param understood a field's value, of the Java type that its kind names; empty when it is blank or wrong
 * @param options those chosen, in the order of choosing
 * @param dealership the seller's name, if it is known
 */
public record AdvertSource(Function<CarField, Optional<Object>> understood, List<CarOption> options,
        Optional<String> dealership) {
    public AdvertSource {
        options = List.copyOf(options);
    }

    <T> Optional<T> value(CarField field, Class<T> type) {
        return understood.apply(field).filter(type::isInstance).map(type::cast);
    }
}
