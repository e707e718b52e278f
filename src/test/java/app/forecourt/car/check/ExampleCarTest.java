package app.forecourt.car.check;

import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.car.Problem.Code.BUILT_LONG_BEFORE;
import static app.forecourt.car.Problem.Code.EX_VAT_IS_PRICE;
import static app.forecourt.car.Problem.Code.MILEAGE_FOR_AGE;
import static app.forecourt.car.Problem.Code.SUM_DIFFERS;
import static app.forecourt.car.Problem.Code.TRADE_ABOVE_PRICE;
import static app.forecourt.car.Problem.Code.VERSION_DIFFERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.car.ValidCar;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests with the example car of the vendor's API page, as a user would type it. */
class ExampleCarTest {
    /** Warnings about contradictions in the vendor's car. */
    private static final List<Problem> WARNINGS = List.of(
            Problem.of(ENGINE_DISPLACEMENT, VERSION_DIFFERS, "2.3"),
            Problem.of(YEAR_OF_CONSTRUCTION, BUILT_LONG_BEFORE, "2022"),
            Problem.of(MILEAGE, MILEAGE_FOR_AGE, 500),
            Problem.of(SALES_PRICE_EX_VAT, EX_VAT_IS_PRICE),
            Problem.of(TAX_AMOUNT, SUM_DIFFERS, new BigDecimal("25817.63")),
            Problem.of(TRADE_PRICE, TRADE_ABOVE_PRICE));

    @Test
    void exampleTypedInDutchIsParsed() throws IOException {
        assertParsed(Map.ofEntries(
                Map.entry("licensePlate", "XD-99-13"),
                Map.entry("vin", "wav wgbfh3 an026569"),
                Map.entry("internalId", "SEB-21347958"),
                Map.entry("dealershipId", "you get this from us"),
                Map.entry("brand", "BMW"),
                Map.entry("model", "X6"),
                Map.entry("version", "2.3 TDCI Diesel "),
                Map.entry("bodyType", "SUV"),
                Map.entry("bodyColor", "White"),
                Map.entry("numberOfDoors", "4"),
                Map.entry("fuelType", "Diesel"),
                Map.entry("engineDisplacement", "2.137 cc"),
                Map.entry("engineKw", "74 kW"),
                Map.entry("engineEmission", "191 g/km"),
                Map.entry("transmission", "Manual"),
                Map.entry("gears", "3"),
                Map.entry("dateOfFirstRegistration", "16-09-2022"),
                Map.entry("yearOfConstruction", "2019"),
                Map.entry("mileage", "2.137 km"),
                Map.entry("mileageUnit", "km"),
                Map.entry("salesPrice", "\u20AC 15.944,63"),
                Map.entry("currency", "eur"),
                Map.entry("isTaxDeductible", "true"),
                Map.entry("salesPriceExVat", "15.944,63"),
                Map.entry("taxAmount", "9.873,-"),
                Map.entry("tradePrice", "159.454,63"),
                Map.entry("description", "A nice car\n")));
    }

    @Test
    void exampleHasExactlyTheKnownFields() throws IOException {
        assertEquals(
                example().keySet(),
                Stream.of(CarField.values())
                        .filter(CarField::isSent)
                        .map(CarField::apiName)
                        .collect(Collectors.toSet()));
        assertEquals(
                List.of(REST_BPM),
                Stream.of(CarField.values()).filter(field -> !field.isSent()).toList());
    }

    private static void assertParsed(Map<String, String> typed) throws IOException {
        var example = example();
        @SuppressWarnings("unchecked")
        var options = (List<String>) example.get("options");
        var texts = new EnumMap<CarField, String>(CarField.class);
        typed.forEach((name, text) -> texts.put(CarField.ofApiName(name).orElseThrow(), text));

        var result =
                ProblemCases.check(new CarDraft(texts, options), ProblemCases.list(options.toArray(String[]::new)));

        assertEquals(
                WARNINGS,
                result.problems().stream()
                        .filter(problem -> !problem.code().isInformation())
                        .toList());
        ValidCar car = assertInstanceOf(CarValidator.Result.Valid.class, result).car();
        var expected = new EnumMap<CarField, Object>(CarField.class);
        example.forEach((name, value) -> {
            CarField field = CarField.ofApiName(name).orElseThrow();
            expected.put(field, toJava(field.type(), value));
        });
        assertEquals(expected, car.values());
        assertEquals(options, car.value(OPTIONS).orElseThrow());
    }

    /** Converts a JSON value to the Java type of its {@link FieldType}. */
    private static Object toJava(FieldType type, Object value) {
        return switch (type) {
            case DATE -> LocalDate.parse((String) value);
            case MONEY -> new BigDecimal(value.toString());
            default -> value;
        };
    }

    private static Map<String, Object> example() throws IOException {
        try (var json = ExampleCarTest.class.getResourceAsStream("/example-car.json")) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readValue(json, new TypeReference<Map<String, Object>>() {});
        }
    }
}
