package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.KeyCounter;
import app.forecourt.journey.KeyCounter.Purpose;
import app.forecourt.journey.OptionLines;
import app.forecourt.journey.WindowTest;
import app.forecourt.option.CarOption;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The number of key presses for a car, from an empty form to AutoChat's answer, without a mouse. A letter counts as
 * one key press, Ctrl with another key as two. All counts are written to {@code target/keys.md}.
 */
@Tag("report")
class KeyCountJourneyTest extends WindowTest {
    private static final Map<Integer, String> ROWS = new TreeMap<>();

    private KeyCounter counter;

    @BeforeEach
    void startCounting() throws Exception {
        untilReady();
        counter = WaitForAsyncUtils.waitForAsyncFx(5000, KeyCounter::new);
    }

    @AfterEach
    void stopCounting() {
        WaitForAsyncUtils.waitForAsyncFx(5000, counter::close);
    }

    private static JsonNode example() throws IOException {
        try (var in = KeyCountJourneyTest.class.getResourceAsStream("/example-car.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    @Test
    void exampleCarTypedInFull() throws Exception {
        typeExampleCar();
        Map<String, String> pretty = prettyNames();
        counter.setPurpose(Purpose.OPTIONS);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        for (JsonNode name : example().get("options")) {
            choose(name.textValue(), pretty.get(name.textValue()).toLowerCase(Locale.ROOT));
        }
        send();
        assertArrivedAsExample();
        record(1, "the vendor's example car, typed in full", 400);
    }

    @Test
    void exampleCarWithItsOptionsPasted() throws Exception {
        Map<String, String> pretty = prettyNames();
        List<String> lines = new ArrayList<>();
        example().get("options").forEach(name -> lines.add("• " + pretty.get(name.textValue())));
        copyToClipboard(String.join("\n", lines));
        typeExampleCar();
        paste();
        assertEquals("33 chosen", label("optionCount"));
        send();
        assertArrivedAsExample();
        record(2, "the same, its option list pasted", 190);
    }

    @Test
    void dutchCarByItsPlate() throws Exception {
        copyToClipboard("""
                Airco
                Cruise control
                Stoelverwarming voor
                Elektrische ramen voor
                Lichtmetalen velgen
                Navigatiesysteem
                Parkeersensoren achter
                Multifunctioneel stuurwiel
                """);
        write("r759bk");
        counter.setPurpose(Purpose.TAKING);
        robot.push(KeyCode.ENTER);
        until("the register", () -> text("brand").equals("Opel"));
        tabTo("vin");
        write("W0V0XEP68N4123456");
        tabTo("version");
        write("1.2 Turbo");
        tabTo("numberOfDoors");
        acceptOffer();
        tabTo("transmission");
        acceptSuggestion("m");
        tabTo("gears");
        write("6");
        tabTo("yearOfConstruction");
        acceptOffer();
        tabTo("mileage");
        write("45210");
        tabTo("salesPrice");
        write("14950");
        paste();
        send();
        JsonNode car = practiceServer().received().getFirst();
        assertEquals("R759BK", car.path("licensePlate").textValue());
        assertEquals("W0V0XEP68N4123456", car.path("vin").textValue());
        assertEquals("manual", car.path("transmission").textValue());
        assertEquals(74, car.path("engineKw").intValue());
        assertEquals(2022, car.path("yearOfConstruction").intValue());
        assertEquals(4, car.path("numberOfDoors").intValue());
        assertTrue(car.path("options").size() >= 7, car.path("options").toString());
        record(3, "a Dutch car by its plate, options pasted", 80);
    }

    @Test
    void secondCarFromATemplate() throws Exception {
        fillInExampleCar();
        saveAsTemplate(() -> {});
        stopCounting();
        startCounting();
        counter.setPurpose(Purpose.TAKING);
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        until("the templates", () -> isFocused("templateSearch"));
        robot.push(KeyCode.ENTER);
        until("the car", () -> text("licensePlate").isEmpty() && text("model").equals("x6"));
        counter.setPurpose(Purpose.TYPING);
        write("xf100f");
        tabTo("dateOfFirstRegistration");
        write("16092022");
        tabTo("mileage");
        write("2137");
        tabTo("salesPrice");
        write("15944");
        send();
        JsonNode car = practiceServer().received().getFirst();
        assertEquals("x6", car.path("model").textValue());
        assertEquals("A nice car", car.path("description").textValue());
        record(4, "one more like it, from a template", 0);
    }

    /**
     * Types the example car without the dealership, which is the default one. Accepts suggestions if that saves keys.
     */
    private void typeExampleCar() throws Exception {
        type("xd9913");
        tabTo("vin");
        type("WAVWGBFH3AN026569");
        tabTo("internalId");
        type("SEB-21347958");
        tabTo("brand");
        type("bmw");
        tabTo("model");
        type("x6");
        tabTo("version");
        type("2.3 TDCI Diesel");
        tabTo("bodyType");
        type("suv");
        tabTo("bodyColor");
        type("white");
        tabTo("numberOfDoors");
        type("4");
        tabTo("fuelType");
        acceptSuggestion("d");
        tabTo("engineDisplacement");
        type("2137");
        tabTo("engineKw");
        type("74");
        tabTo("engineEmission");
        type("191");
        tabTo("transmission");
        acceptSuggestion("m");
        tabTo("gears");
        type("3");
        tabTo("dateOfFirstRegistration");
        type("16092022");
        tabTo("yearOfConstruction");
        type("2019");
        tabTo("mileage");
        type("2137");
        tabTo("salesPrice");
        type("15944,63");
        tabTo("isTaxDeductible");
        robot.push(KeyCode.SPACE);
        tabTo("salesPriceExVat");
        type("15944,63");
        tabTo("taxAmount");
        type("9873");
        tabTo("tradePrice");
        type("159454,63");
        tabTo("description");
        type("A nice car");
    }

    /** Fills in the example car without keys, because nothing is counted here. */
    private void fillInExampleCar() throws Exception {
        JsonNode car = example();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> car.properties().forEach(member -> {
            Node control = scene().lookup("#" + member.getKey());
            if (control instanceof CheckBox box) {
                box.setSelected(member.getValue().booleanValue());
            } else if (control instanceof TextField field && !member.getKey().equals("dealershipId")) {
                field.setText(member.getValue().asText());
            } else if (control instanceof TextArea area && member.getValue().isTextual()) {
                area.setText(member.getValue().asText());
            }
        }));
    }

    /** Presses Tab until a field has the focus. */
    private void tabTo(String id) {
        counter.setPurpose(Purpose.TYPING);
        for (int tabs = 0; !focusedId().equals(id); tabs++) {
            assertTrue(tabs < 20, "no way to " + id);
            robot.push(KeyCode.TAB);
        }
    }

    /** Types a letter and accepts the first suggestion. */
    private void acceptSuggestion(String letter) throws Exception {
        write(letter);
        counter.setPurpose(Purpose.TAKING);
        until("the words", WindowTest::isPopupShowing);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
    }

    private void acceptOffer() {
        counter.setPurpose(Purpose.TAKING);
        robot.push(KeyCode.ENTER);
    }

    private Map<String, String> prettyNames() {
        return OptionLines.options(robot.lookup("#options").query()).stream()
                .collect(Collectors.toMap(CarOption::name, CarOption::prettyName));
    }

    /** Types an option's name until the option is highlighted, and chooses it with Enter. */
    private void choose(String option, String pretty) {
        ListView<?> list = robot.lookup("#options").query();
        int typed = 0;
        do {
            type(pretty.substring(typed, typed + 1));
            typed++;
        } while (!WaitForAsyncUtils.waitForAsyncFx(5000, () -> OptionLines.highlighted(list)).equals(option));
        robot.push(KeyCode.ENTER);
    }

    private void paste() throws Exception {
        counter.setPurpose(Purpose.OPTIONS);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        until("the list", () -> isVisible("pasteFound")
                && !robot.lookup("#pasteFound").<ListView<?>>query().getItems().isEmpty());
        robot.push(KeyCode.ENTER);
        until("the window alone", () -> !isVisible("pasteFound"));
    }

    /** Sends the car, a second time if there are warnings to confirm. */
    private void send() throws Exception {
        counter.setPurpose(Purpose.SENDING);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("an answer, or what is worth a look", () -> isVisible("problems") || isVisible("outcomeTitle"));
        if (!isVisible("outcomeTitle")) {
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
            until("the answer", () -> isVisible("outcomeTitle"));
        }
        assertTrue(label("outcomeTitle").startsWith("Accepted"), label("outcomeTitle"));
        assertEquals(1, practiceServer().received().size());
    }

    private void assertArrivedAsExample() throws IOException {
        assertEquals(comparable(example()), comparable(practiceServer().received().getFirst()));
    }

    private static Map<String, Object> comparable(JsonNode car) {
        Map<String, Object> members = new TreeMap<>();
        car.properties().forEach(member -> members.put(member.getKey(), switch (member.getKey()) {
            case "options" -> texts(member.getValue());
            case "dealershipId" -> "of the desk";
            default -> member.getValue().isNumber() ? member.getValue().decimalValue().stripTrailingZeros()
                    : member.getValue();
        }));
        return members;
    }

    private static Set<String> texts(JsonNode names) {
        return names.valueStream().map(JsonNode::asText).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Adds a row to the table.
     *
     * @param target maximum number of keys; 0 if there is none
     */
    private void record(int row, String what, int target) {
        assertEquals(0, counter.clicks(), "no mouse");
        ROWS.put(row, "| %s | %s | %d | %d | %d | %d | %d | %d | %d |".formatted(what,
                target == 0 ? "" : target, counter.keys(), counter.of(Purpose.TYPING),
                counter.of(Purpose.TAB), counter.of(Purpose.TAKING), counter.of(Purpose.OPTIONS),
                counter.of(Purpose.SENDING), counter.clicks()));
        assertTrue(target == 0 || counter.keys() <= target, what + ": " + counter.keys() + ": " + counter);
    }

    @AfterAll
    static void writeTable() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "Keys from an empty form to AutoChat's answer, as the windows received them (KeyCountJourneyTest). A"
                        + " letter is one, Ctrl with another key two, Shift for a capital none; nothing was clicked."
                        + " The dealership is the desk's own; what was copied to be pasted was copied before.",
                "", "| car | target | keys | typing | Tab | taking | options | sending | mouse |",
                "|---|---|---|---|---|---|---|---|---|"));
        lines.addAll(ROWS.values());
        Files.write(Path.of("target", "keys.md"), lines);
    }
}
