package app.forecourt.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Validator with the rules of a strict server for a car. It is written from the vendor's page and not from this
 * program's own model. It therefore catches misunderstandings of that model.
 */
final class PracticeCarValidator {

    private enum Shape {
        TEXT,
        WHOLE,
        MONEY,
        DATE,
        FLAG,
        TEXTS
    }

    private static final Map<String, Shape> MEMBERS = Map.ofEntries(
            Map.entry("bodyColor", Shape.TEXT),
            Map.entry("bodyType", Shape.TEXT),
            Map.entry("brand", Shape.TEXT),
            Map.entry("currency", Shape.TEXT),
            Map.entry("dateOfFirstRegistration", Shape.DATE),
            Map.entry("dealershipId", Shape.TEXT),
            Map.entry("description", Shape.TEXT),
            Map.entry("engineDisplacement", Shape.WHOLE),
            Map.entry("engineEmission", Shape.WHOLE),
            Map.entry("engineKw", Shape.WHOLE),
            Map.entry("fuelType", Shape.TEXT),
            Map.entry("gears", Shape.WHOLE),
            Map.entry("images", Shape.TEXTS),
            Map.entry("internalId", Shape.TEXT),
            Map.entry("isTaxDeductible", Shape.FLAG),
            Map.entry("licensePlate", Shape.TEXT),
            Map.entry("mileage", Shape.WHOLE),
            Map.entry("mileageUnit", Shape.TEXT),
            Map.entry("model", Shape.TEXT),
            Map.entry("numberOfDoors", Shape.WHOLE),
            Map.entry("options", Shape.TEXTS),
            Map.entry("salesPrice", Shape.MONEY),
            Map.entry("salesPriceExVat", Shape.MONEY),
            Map.entry("tags", Shape.TEXTS),
            Map.entry("taxAmount", Shape.MONEY),
            Map.entry("tradePrice", Shape.MONEY),
            Map.entry("transmission", Shape.TEXT),
            Map.entry("version", Shape.TEXT),
            Map.entry("vin", Shape.TEXT),
            Map.entry("yearOfConstruction", Shape.WHOLE));

    /**
     * Members that must be present. The vendor documents none. The program always sends the lists and the flag, so the
     * practice server requires them.
     */
    private static final List<String> REQUIRED =
            List.of("dealershipId", "brand", "model", "salesPrice", "isTaxDeductible", "images", "options", "tags");

    private final Set<String> options;

    PracticeCarValidator(Set<String> options) {
        this.options = options;
    }

    /**
     * Returns all violations, in the order of the car's members, then the missing members. Empty if the car is valid.
     */
    List<Violation> check(ObjectNode car) {
        var violations = new ArrayList<Violation>();
        car.properties().forEach(member -> check(member.getKey(), member.getValue(), violations));
        for (String name : REQUIRED) {
            if (!car.has(name)) {
                violations.add(new Violation(name, "This value should not be blank."));
            }
        }
        return violations;
    }

    private void check(String name, JsonNode value, List<Violation> violations) {
        Shape shape = MEMBERS.get(name);
        if (shape == null) {
            violations.add(new Violation(name, "Extra attributes are not allowed (\"" + name + "\" is unknown)."));
        } else {
            complaint(name, shape, value).ifPresent(message -> violations.add(new Violation(name, message)));
            if (shape == Shape.TEXTS && value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    String path = name + "[" + i + "]";
                    entryComplaint(name, value.get(i))
                            .ifPresent(message -> violations.add(new Violation(path, message)));
                }
            }
        }
    }

    private static Optional<String> complaint(String name, Shape shape, JsonNode value) {
        if (value.isNull()) {
            return Optional.of("This value should not be null.");
        }
        return switch (shape) {
            case TEXT -> text(value);
            case WHOLE -> whole(value);
            case MONEY -> money(value, name.equals("salesPrice"));
            case DATE -> day(value);
            case FLAG -> unless(value.isBoolean(), "This value should be of type bool.");
            case TEXTS -> unless(value.isArray(), "This value should be of type array.");
        };
    }

    private Optional<String> entryComplaint(String list, JsonNode entry) {
        Optional<String> complaint = text(entry);
        if (complaint.isPresent()) {
            return complaint;
        }
        return switch (list) {
            case "options" ->
                unless(options.contains(entry.textValue()), "The option \"" + entry.textValue() + "\" does not exist.");
            case "images" -> unless(isHttps(entry.textValue()), "This value is not a valid URL.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(JsonNode value) {
        if (!value.isTextual()) {
            return Optional.of("This value should be of type string.");
        }
        return unless(!value.textValue().isBlank(), "This value should not be blank.");
    }

    private static Optional<String> whole(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            return Optional.of("This value should be of type int.");
        }
        return unless(value.intValue() >= 0, "This value should be either positive or zero.");
    }

    private static Optional<String> money(JsonNode value, boolean positive) {
        if (!value.isNumber()) {
            return Optional.of("This value should be of type float.");
        }
        BigDecimal amount = value.decimalValue();
        if (amount.stripTrailingZeros().scale() > 2) {
            return Optional.of("This value should have at most two decimals.");
        }
        return positive
                ? unless(amount.signum() > 0, "This value should be positive.")
                : unless(amount.signum() >= 0, "This value should be either positive or zero.");
    }

    private static Optional<String> day(JsonNode value) {
        return text(value).or(() -> unless(isDay(value.textValue()), "This value is not a valid date."));
    }

    private static boolean isDay(String text) {
        try {
            // Java also parses a year of five digits with a sign.
            int year = LocalDate.parse(text).getYear();
            return year > 0 && year < 10_000;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isHttps(String text) {
        try {
            URI address = URI.create(text);
            return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> unless(boolean valid, String message) {
        return valid ? Optional.empty() : Optional.of(message);
    }

    /**
     * One error of a car.
     *
     * @param propertyPath the member, or an entry of a list such as {@code options[3]}
     * @param message the text that API Platform's validator uses
     */
    record Violation(String propertyPath, String message) {}
}
