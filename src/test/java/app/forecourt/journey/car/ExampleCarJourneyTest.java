package app.forecourt.journey.car;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.L;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.OptionLines;
import app.forecourt.journey.WindowTest;
import app.forecourt.option.CarOption;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The main task from end to end: the vendor's example car is entered and sent by keyboard only, in Practice. */
class ExampleCarJourneyTest extends WindowTest {
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private JsonNode example() throws Exception {
        try (var in = getClass().getResourceAsStream("/example-car.json")) {
            return json.readTree(in);
        }
    }

    @Test
    void exampleCarArrivesAsInVendorsExample() throws Exception {
        untilReady();
        assertEquals("Forecourt — PRACTICE", title());
        saveScreenshot("1-empty");

        type("licensePlate", "xd-99-13");
        type("vin", "WAVWGBFH3AN026569");
        type("internalId", "SEB-21347958");
        retype("dealershipId", "you get this from us");
        type("brand", "BMW");
        type("model", "X6");
        type("version", "2.3 TDCI Diesel");
        type("bodyType", "SUV");
        type("bodyColor", "white");
        type("numberOfDoors", "4");
        type("fuelType", "diesel");
        type("engineDisplacement", "2.137");
        type("engineKw", "74");
        type("engineEmission", "191");
        type("transmission", "manual");
        type("gears", "3");
        type("dateOfFirstRegistration", "16-09-2022");
        type("yearOfConstruction", "2019");
        type("mileage", "2137");
        retype("mileageUnit", "km");
        type("salesPrice", "15.944,63");
        retype("currency", "eur");
        untilFocused("isTaxDeductible");
        press(SPACE);
        press(TAB);
        type("restBpm", "");
        type("salesPriceExVat", "15,944.63");
        type("taxAmount", "9873");
        type("tradePrice", "159454.63");
        saveScreenshot("2-typed");
        type("description", "A nice car");
        type("tags", "");
        untilFocused("choosePhotos");
        press(TAB);
        type("images", "");

        press(SHORTCUT, K);
        for (String name : optionNames()) {
            write(name);
            press(ENTER);
        }
        assertEquals("33 chosen", label("optionCount"));
        press(ESCAPE);
        press(SHORTCUT, L);
        untilFocused("licensePlate");
        saveScreenshot("3-whole-car");

        press(SHORTCUT, ENTER);
        until("what is worth a look", () -> isVisible("problems"));
        untilFocused("problem-engineDisplacement");
        assertEquals(0, practiceServer().requestCount("/api/cars"), "warnings are looked at before anything is sent");
        saveScreenshot("3b-worth-a-look");
        press(SHORTCUT, ENTER);
        untilAccepted("PRACTICE");
        saveScreenshot("4-accepted");
        assertFalse(isVisible("problems"), "what was worth a look is settled");
        assertFalse(isVisible("problemLinks"));

        assertEquals(1, practiceServer().received().size());
        assertEquals(
                comparable(example()), comparable(practiceServer().received().getFirst()));

        press(SHORTCUT, ENTER);
        assertEquals(1, practiceServer().requestCount("/api/cars"), "a car that was accepted is not sent again");
        robot.clickOn("#option-abs");
        assertEquals("33 chosen", label("optionCount"), "what was sent stays as it was sent");
    }

    /** Returns the names of the example's options in the window. */
    private List<String> optionNames() throws Exception {
        List<CarOption> all = OptionLines.options(node("options"));
        List<String> names = new ArrayList<>();
        for (JsonNode name : example().get("options")) {
            names.add(all.stream()
                    .filter(option -> option.name().equals(name.textValue()))
                    .findFirst()
                    .orElseThrow()
                    .prettyName());
        }
        return names;
    }

    /** Returns the car for comparison as JSON: numbers by value, options as a set, all members included. */
    private static Map<String, Object> comparable(JsonNode car) {
        Map<String, Object> members = new TreeMap<>();
        car.properties()
                .forEach(member -> members.put(member.getKey(), comparable(member.getKey(), member.getValue())));
        return members;
    }

    private static Object comparable(String name, JsonNode value) {
        if (value.isNumber()) {
            return new BigDecimal(value.asText()).stripTrailingZeros();
        }
        if (name.equals("options")) {
            Set<JsonNode> set = new HashSet<>();
            value.forEach(option -> assertTrue(set.add(option), "twice: " + option));
            return set;
        }
        return value;
    }
}
