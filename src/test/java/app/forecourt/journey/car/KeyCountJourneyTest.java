package app.forecourt.journey.car;

import static app.forecourt.ui.InputEvents.scroll;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.V;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.Await;
import app.forecourt.journey.KeyCounter;
import app.forecourt.journey.KeyCounter.Purpose;
import app.forecourt.journey.OptionLines;
import app.forecourt.journey.WindowTest;
import app.forecourt.option.CarOption;
import app.forecourt.photo.PhotoHost;
import app.forecourt.testing.ProofTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The number of key presses and the estimated seconds for a car, from an empty form to AutoChat's answer, by keys and
 * by mouse. A letter counts as one key press, Ctrl with another key as two. All counts are written to
 * {@code target/keys.md}.
 */
@Tag("report")
class KeyCountJourneyTest extends WindowTest {
    private static final Map<Integer, String> ROWS = new TreeMap<>();
    /** Time that a person looks at a question before the click. */
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** The row of the only car that is clicked. */
    private static final int BY_MOUSE = 5;

    private static final int PHOTOS = 10;
    private static final String OPTIONS_OF_DUTCH_CAR = """
            Airco
            Cruise control
            Stoelverwarming voor
            Elektrische ramen voor
            Lichtmetalen velgen
            Navigatiesysteem
            Parkeersensoren achter
            Multifunctioneel stuurwiel
            """;

    private KeyCounter counter;

    /**
     * A row of the table.
     *
     * @param maxKeys maximum number of keys; 0 if there is none
     * @param targetSeconds seconds to reach; 0 if there are none
     */
    private record Row(int number, String car, int maxKeys, int targetSeconds) {}

    @BeforeEach
    void startCounting() throws Exception {
        untilReady();
        counter = onFxThread(KeyCounter::new);
    }

    @AfterEach
    void stopCounting() {
        onFxThread(counter::close);
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
        press(SHORTCUT, K);
        for (JsonNode name : example().get("options")) {
            choose(name.textValue(), pretty.get(name.textValue()).toLowerCase(Locale.ROOT));
        }
        send();
        assertArrivedAsExample();
        record(new Row(1, "the vendor's example car, typed in full", 400, 140));

        press(SHORTCUT, ENTER);
        assertEquals(1, practiceServer().requestCount("/api/cars"), "a car that was accepted is not sent again");
    }

    @ProofTest
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
        record(new Row(2, "the same, its option list pasted", 190, 75));
    }

    @Test
    void dutchCarByItsPlate() throws Exception {
        typeDutchCar();
        send();
        assertDutchCarArrived();
        record(new Row(3, "a Dutch car by its plate, options pasted", 80, 35));
    }

    @ProofTest
    void dutchCarWithTenPhotosPasted() throws Exception {
        typeDutchCar();
        copyToClipboard(drawPhotos());
        tabTo("images");
        counter.setPurpose(Purpose.PHOTOS);
        press(SHORTCUT, V);
        sendWithPhotos();
        record(new Row(6, "the Dutch car with ten photos, pasted", 80, 0));
    }

    private List<Path> drawPhotos() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int number = 1; number <= PHOTOS; number++) {
            Path file = home.resolve("IMG_" + number + ".jpg");
            Files.write(file, PhotoHost.picture("jpeg", 1_200, 900, new Color(20 * number, 60, 60)));
            files.add(file);
        }
        return files;
    }

    private void sendWithPhotos() throws Exception {
        until(
                "the photos",
                () -> services().model().photos().photos().values().stream()
                                .filter(photo -> photo.path().isPresent())
                                .count()
                        == PHOTOS);
        send();
        assertDutchCarArrived();
        assertEquals(
                PHOTOS, practiceServer().received().getFirst().path("images").size());
    }

    /** Types the car by its plate and pastes its options. */
    private void typeDutchCar() throws Exception {
        copyToClipboard(OPTIONS_OF_DUTCH_CAR);
        write("r759bk");
        counter.setPurpose(Purpose.TAKING);
        press(ENTER);
        until("the register", () -> text("brand").equals("Opel"));
        enterTo("vin");
        write("W0V0XEP68N4123456");
        tabTo("version");
        write("1.2 Turbo");
        enterTo("numberOfDoors");
        acceptOffer();
        assertEquals("transmission", focusedId());
        counter.setPurpose(Purpose.TYPING);
        complete("m");
        tabTo("gears");
        write("6");
        enterTo("yearOfConstruction");
        acceptOffer();
        assertEquals("mileage", focusedId());
        counter.setPurpose(Purpose.TYPING);
        write("45210");
        enterTo("salesPrice");
        write("14950");
        paste();
    }

    @ProofTest
    void dutchCarByMouse() throws Exception {
        resizeToSmallLaptop();
        copyToClipboard(OPTIONS_OF_DUTCH_CAR);
        clickAndWrite("licensePlate", "r759bk");
        click("startLookUp");
        until("the register", () -> text("brand").equals("Opel"));
        clickAndWrite("vin", "W0V0XEP68N4123456");
        clickAndWrite("version", "1.2 Turbo");
        click("numberOfDoors-offer-0");
        clickAndWrite("transmission", "manual");
        clickAndWrite("gears", "6");
        click("yearOfConstruction-offer-0");
        clickAndWrite("mileage", "45210");
        clickAndWrite("salesPrice", "14950");
        click("pasteList");
        until(
                "the list",
                () -> isVisible("pasteFound")
                        && !this.<ListView<?>>node("pasteFound").getItems().isEmpty());
        click("takePasted");
        until("the window alone", () -> !isVisible("pasteFound"));
        send(() -> click("send"));
        assertDutchCarArrived();
        record(new Row(5, "the Dutch car by mouse", 0, 120));
    }

    private void assertDutchCarArrived() {
        JsonNode car = practiceServer().received().getFirst();
        assertEquals("R759BK", car.path("licensePlate").textValue());
        assertEquals("W0V0XEP68N4123456", car.path("vin").textValue());
        assertEquals("manual", car.path("transmission").textValue());
        assertEquals(74, car.path("engineKw").intValue());
        assertEquals(2022, car.path("yearOfConstruction").intValue());
        assertEquals(4, car.path("numberOfDoors").intValue());
        assertTrue(car.path("options").size() >= 7, car.path("options").toString());
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
        enterTo("brand");
        complete("bm");
        tabTo("model");
        type("x6");
        tabTo("version");
        type("2.3 TDCI Diesel");
        tabTo("bodyType");
        complete("su");
        tabTo("bodyColor");
        complete("w");
        tabTo("numberOfDoors");
        type("4");
        tabTo("fuelType");
        complete("d");
        tabTo("engineDisplacement");
        type("2137");
        tabTo("engineKw");
        type("74");
        tabTo("engineEmission");
        type("191");
        tabTo("transmission");
        complete("m");
        tabTo("gears");
        type("3");
        tabTo("dateOfFirstRegistration");
        type("16092022");
        tabTo("yearOfConstruction");
        type("19");
        tabTo("mileage");
        type("2137");
        enterTo("salesPrice");
        type("15944,63");
        enterTo("isTaxDeductible");
        press(SPACE);
        tabTo("salesPriceExVat");
        type("15944,63");
        tabTo("taxAmount");
        type("9873");
        tabTo("tradePrice");
        type("159454,63");
        tabTo("description");
        type("A nice car");
    }

    /** Presses Tab until a field has the focus. */
    private void tabTo(String id) {
        counter.setPurpose(Purpose.TYPING);
        for (int tabs = 0; !focusedId().equals(id); tabs++) {
            assertTrue(tabs < 20, "no way to " + id);
            press(TAB);
        }
    }

    /** Presses Enter, which goes past fields that are filled already. */
    private void enterTo(String id) {
        counter.setPurpose(Purpose.TAB);
        press(ENTER);
        assertEquals(id, focusedId());
        counter.setPurpose(Purpose.TYPING);
    }

    /** Types the letters of the only known word that begins so. The next Tab completes it. */
    private void complete(String letters) throws Exception {
        type(letters);
        until("the words", this::isPopupShowing);
    }

    private void acceptOffer() {
        counter.setPurpose(Purpose.TAKING);
        press(ENTER);
    }

    private Map<String, String> prettyNames() {
        return OptionLines.options(node("options")).stream().collect(toMap(CarOption::name, CarOption::prettyName));
    }

    /** Types an option's name until the option is highlighted, and chooses it with Enter. */
    private void choose(String option, String pretty) {
        ListView<?> list = node("options");
        int typed = 0;
        do {
            type(pretty.substring(typed, typed + 1));
            typed++;
        } while (!onFxThread(() -> OptionLines.highlighted(list)).equals(option));
        press(ENTER);
    }

    private void paste() throws Exception {
        counter.setPurpose(Purpose.OPTIONS);
        press(SHORTCUT, SHIFT, V);
        until(
                "the list",
                () -> isVisible("pasteFound")
                        && !this.<ListView<?>>node("pasteFound").getItems().isEmpty());
        press(ENTER);
        until("the window alone", () -> !isVisible("pasteFound"));
    }

    private void send() throws Exception {
        send(() -> press(SHORTCUT, ENTER));
    }

    /** Sends the car, a second time if there are warnings to confirm. */
    private void send(Runnable command) throws Exception {
        counter.setPurpose(Purpose.SENDING);
        command.run();
        until("an answer, or what is worth a look", () -> isVisible("problems") || isVisible("outcomeTitle"));
        if (!isVisible("outcomeTitle")) {
            assertEquals(
                    0, practiceServer().requestCount("/api/cars"), "warnings are looked at before anything is sent");
            command.run();
            until("the answer", () -> isVisible("outcomeTitle"));
        }
        assertTrue(label("outcomeTitle").contains(" is at PRACTICE"), label("outcomeTitle"));
        assertEquals(1, practiceServer().received().size());
    }

    private void assertArrivedAsExample() throws IOException {
        JsonNode received = practiceServer().received().getFirst();
        assertEquals(33, received.path("options").size());
        assertEquals(comparable(example()), comparable(received));
    }

    private static Map<String, Object> comparable(JsonNode car) {
        Map<String, Object> members = new TreeMap<>();
        car.properties()
                .forEach(member -> members.put(
                        member.getKey(),
                        switch (member.getKey()) {
                            case "options" -> texts(member.getValue());
                            case "dealershipId" -> "of the desk";
                            default ->
                                member.getValue().isNumber()
                                        ? member.getValue().decimalValue().stripTrailingZeros()
                                        : member.getValue();
                        }));
        return members;
    }

    private static Set<String> texts(JsonNode names) {
        return names.valueStream().map(JsonNode::asText).collect(toCollection(HashSet::new));
    }

    private void clickAndWrite(String id, String text) throws Exception {
        counter.setPurpose(Purpose.TYPING);
        click(id);
        untilFocused(id);
        write(text);
    }

    /** Clicks a control, after turning the wheel if it is out of view. */
    private void click(String id) {
        Node node = node(id);
        for (int turns = 0; !onFxThread(() -> isInView(node)); turns++) {
            assertTrue(turns < 100, id + " cannot be scrolled to");
            onFxThread(() -> turnWheel(node));
            Await.nextFrame();
        }
        // A dialog takes no click of somebody who has not looked at it yet.
        nanoTime.addAndGet(LOOK.toNanos());
        robot.clickOn(node);
    }

    private static Optional<ScrollPane> scrollPane(Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent)
                .filter(ScrollPane.class::isInstance)
                .map(ScrollPane.class::cast)
                .findFirst();
    }

    private static boolean isInView(Node node) {
        Bounds place = node.localToScene(node.getBoundsInLocal());
        return scrollPane(node)
                .map(pane -> pane.localToScene(pane.getBoundsInLocal()))
                .map(view -> view.contains(place))
                .orElse(true);
    }

    private static void turnWheel(Node node) {
        ScrollPane pane = scrollPane(node).orElseThrow();
        boolean isBelow = node.localToScene(node.getBoundsInLocal()).getMaxY()
                > pane.localToScene(pane.getBoundsInLocal()).getMaxY();
        Event.fireEvent(pane.getContent(), scroll(isBelow ? -40 : 40));
    }

    /** Adds a row to the table. */
    private void record(Row row) {
        if (row.number() != BY_MOUSE) {
            assertEquals(0, counter.clicks(), "no mouse");
        }
        ROWS.put(
                row.number(),
                "| %s | %s | **%.1f** | %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d |"
                        .formatted(
                                row.car(),
                                blankIfZero(row.targetSeconds()),
                                counter.seconds(),
                                blankIfZero(row.maxKeys()),
                                counter.keys(),
                                counter.of(Purpose.TYPING),
                                counter.of(Purpose.TAB),
                                counter.of(Purpose.TAKING),
                                counter.of(Purpose.OPTIONS),
                                counter.of(Purpose.PHOTOS),
                                counter.of(Purpose.SENDING),
                                counter.typedFields(),
                                counter.handMoves(),
                                counter.pointings()));
        assertTrue(
                row.maxKeys() == 0 || counter.keys() <= row.maxKeys(),
                row.car() + ": " + counter.keys() + ": " + counter);
    }

    private static String blankIfZero(int number) {
        return number == 0 ? "" : "" + number;
    }

    @AfterAll
    static void writeTable() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# Keys and seconds of a car",
                "",
                "From an empty form to AutoChat's answer, as the windows received them (KeyCountJourneyTest). A letter"
                        + " is one key, Ctrl with another key two, Shift for a capital none. The dealership is the"
                        + " desk's own; what was copied to be pasted was copied before.",
                "",
                "The seconds are estimated by the keystroke-level model: K 0.28 s for each key, M 1.35 s before each"
                        + " field with a text that was typed, H 0.4 s for each change between keyboard and mouse, P"
                        + " 1.1 s for each click and each turn of the wheel. Waiting for the program, reading its"
                        + " messages and slips are not in it.",
                "",
                "| car | target s | seconds | most keys | keys | typing | Tab | taking | options | photos | sending |"
                        + " fields typed | H | P |",
                "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"));
        lines.addAll(ROWS.values());
        Files.write(Path.of("target", "keys.md"), lines);
    }
}
