package app.forecourt.autochat.json;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.car.ValidCar;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writer of cars in AutoChat's JSON: the members of the vendor's example, in form order. Money is a plain number with
 * at most two decimals; dates are {@code yyyy-MM-dd}. An empty field is omitted. Lists and {@code isTaxDeductible} are
 * always present.
 */
public final class CarJsonWriter {
    /** Loaded with the first car, because its 20 ms would delay the first frame of the window. */
    private static final class Writer {
        static final ObjectWriter JSON = JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .writer();
    }

    /** Returns the JSON to be posted, on one line. */
    public String toJson(ValidCar car) {
        try {
            return Writer.JSON.writeValueAsString(members(car));
        } catch (JacksonException e) {
            throw new IllegalStateException("texts, numbers, flags and lists can always be written", e);
        }
    }

    private static Map<String, Object> members(ValidCar car) {
        var members = new LinkedHashMap<String, Object>();
        for (CarField field : CarField.values()) {
            toJsonValue(field, car.value(field)).ifPresent(value -> members.put(field.apiName(), value));
        }
        return members;
    }

    /**
     * Returns the JSON value of a field: a text, a number, a boolean or a list of texts. Empty if the member is
     * omitted.
     *
     * @param value of the Java type that the field's {@link FieldType} names; empty if the field is empty
     */
    public static Optional<Object> toJsonValue(CarField field, Optional<Object> value) {
        return value.or(() -> whenEmpty(field.type()))
                .map(CarJsonWriter::plain)
                .map(plain -> field.type() == FieldType.LINKS ? addresses((List<?>) plain) : plain);
    }

    private static Optional<Object> whenEmpty(FieldType type) {
        return switch (type) {
            case TAGS, LINKS, OPTIONS -> Optional.of(List.of());
            case FLAG -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Leaves out photos without an address, which AutoChat could not fetch. */
    private static List<?> addresses(List<?> links) {
        return links.stream()
                .filter(link -> !PhotoPlaceholder.isPlaceholder(link.toString()))
                .toList();
    }

    private static Object plain(Object value) {
        return switch (value) {
            case BigDecimal money -> cents(money);
            case LocalDate day -> day.toString();
            default -> value;
        };
    }

    /**
     * Rounds to cents: 9873.00 is written as 9873, as in the example. The writer's settings keep 100 from being written
     * as 1E+2.
     */
    private static BigDecimal cents(BigDecimal money) {
        return money.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
