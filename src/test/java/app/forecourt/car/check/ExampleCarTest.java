package app.forecourt.car.check;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BODY_TYPE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.ENGINE_EMISSION;
import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.NUMBER_OF_DOORS;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.car.CarField.TRANSMISSION;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.car.Problem.Code.BUILT_LONG_BEFORE;
import static app.forecourt.car.Problem.Code.EX_VAT_IS_PRICE;
import static app.forecourt.car.Problem.Code.MILEAGE_FOR_AGE;
import static app.forecourt.car.Problem.Code.SUM_DIFFERS;
import static app.forecourt.car.Problem.Code.TRADE_ABOVE_PRICE;
import static app.forecourt.car.Problem.Code.VERSION_DIFFERS;
import static java.util.stream.Collectors.toSet;
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
        CarDraft typed = CarDraft.EMPTY
                .with(LICENSE_PLATE, "XD-99-13")
                .with(VIN, "wav wgbfh3 an026569")
                .with(INTERNAL_ID, "SEB-21347958")
                .with(DEALERSHIP_ID, "you get this from us")
                .with(BRAND, "BMW")
                .with(MODEL, "X6")
                .with(VERSION, "2.3 TDCI Diesel ")
                .with(BODY_TYPE, "SUV")
                .with(BODY_COLOR, "White")
                .with(NUMBER_OF_DOORS, "4")
                .with(FUEL_TYPE, "Diesel")
                .with(ENGINE_DISPLACEMENT, "2.137 cc")
                .with(ENGINE_KW, "74 kW")
                .with(ENGINE_EMISSION, "191 g/km")
                .with(TRANSMISSION, "Manual")
                .with(GEARS, "3")
                .with(DATE_OF_FIRST_REGISTRATION, "16-09-2022")
                .with(YEAR_OF_CONSTRUCTION, "2019")
                .with(MILEAGE, "2.137 km")
                .with(MILEAGE_UNIT, "km")
                .with(SALES_PRICE, "\u20AC 15.944,63")
                .with(CURRENCY, "eur")
                .with(IS_TAX_DEDUCTIBLE, "true")
                .with(SALES_PRICE_EX_VAT, "15.944,63")
                .with(TAX_AMOUNT, "9.873,-")
                .with(TRADE_PRICE, "159.454,63")
                .with(DESCRIPTION, "A nice car\n");
        var example = example();
        @SuppressWarnings("unchecked")
        var options = (List<String>) example.get("options");

        var result = ProblemCases.check(typed.withOptions(options), ProblemCases.list(options.toArray(String[]::new)));

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

    @Test
    void exampleHasExactlyTheKnownFields() throws IOException {
        assertEquals(
                example().keySet(),
                Stream.of(CarField.values())
                        .filter(CarField::isSent)
                        .map(CarField::apiName)
                        .collect(toSet()));
        assertEquals(
                List.of(REST_BPM),
                Stream.of(CarField.values()).filter(field -> !field.isSent()).toList());
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
