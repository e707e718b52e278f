package app.forecourt.autochat.json;

import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;

/** Single values in JSON written by {@link CarJsonWriter}. A value that is missing or of another type is empty. */
public final class SentPayloadValues {
    private SentPayloadValues() {}

    /** Returns the price that the car was offered for. */
    public static Optional<Price> price(String payload) {
        JsonNode car = read(payload);
        JsonNode amount = car.path(CarField.SALES_PRICE.apiName());
        return amount.isNumber()
                ? Optional.of(new Price(
                        amount.decimalValue(),
                        car.path(CarField.CURRENCY.apiName()).asText("")))
                : Optional.empty();
    }

    /** Returns the id of the car's dealership. */
    public static Optional<String> dealership(String payload) {
        return Optional.of(read(payload).path(CarField.DEALERSHIP_ID.apiName()).asText())
                .filter(id -> !id.isEmpty());
    }

    /** Returns the names of the car's options. */
    public static Optional<List<String>> options(String payload) {
        return read(payload).path(CarField.OPTIONS.apiName()) instanceof ArrayNode names
                ? Optional.of(names.valueStream().map(JsonNode::asText).toList())
                : Optional.empty();
    }

    private static JsonNode read(String payload) {
        return payload.isEmpty()
                ? MissingNode.getInstance()
                : UntrustedJsonParser.read(payload).orElseThrow(() -> new IllegalStateException("a payload is JSON"));
    }
}
